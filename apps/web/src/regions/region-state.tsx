import { useWords } from '../language/language.tsx'
import { EntryStateMark, entryStateOf } from '../status/entry-state.tsx'
import { StatusShape } from '../status/status-glyph.tsx'
import { regionsWords } from './regions.words.ts'

type RegionStateProps = {
  readonly state: string | null
  /** How the period stands; null where nothing is asked. */
  readonly timing: string | null
  readonly deadline: string | undefined
  readonly isZero?: boolean
  /** Whether it is counted from a register that is not open yet. */
  readonly isNotOpen?: boolean
}

/** What stands in the last period: confirmed, approved, waiting, returned; or that nothing does, and by when it was due. */
export function RegionState({ state, timing, deadline, isZero = false, isNotOpen = false }: RegionStateProps) {
  const says = useWords(regionsWords)
  if (isNotOpen) return <span className="unknown">{says.notOpen}</span>
  if (timing === null) return <span className="unknown">{says.notAsked}</span>
  if (state === 'confirmed')
    return (
      <span className="entry-state">
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.6 8.4l3.6 3.6 7.2-8" fill="none" stroke="currentColor" strokeWidth="1.7" />
        </svg>
        {isZero ? says.zero : says.confirmed}
      </span>
    )
  const known = state === null ? null : entryStateOf(state)
  if (known !== null) return <EntryStateMark state={known} />
  return (
    <span className="region-owed">
      <StatusShape status="no-data" />
      {says.missing}
      {deadline !== undefined && <span className="label">{says.dueBy(deadline)}</span>}
    </span>
  )
}
