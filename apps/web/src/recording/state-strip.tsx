import { Link } from '@tanstack/react-router'
import type { RecordingGrid } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { useWords } from '../language/language.tsx'
import { Notice, useWhyOld } from '../states/states.tsx'
import type { useCellDrafts } from './cell-drafts.ts'
import { cellState, cellStates } from './cell-state.ts'
import { CellStateMark } from './cell-state-mark.tsx'
import { recordingWords } from './recording.words.ts'

/** The strip: how many cells stand in each state. A count of 0 is grey. */
export function StateStrip({
  grid,
  drafts,
  children,
}: {
  grid: RecordingGrid
  drafts: ReturnType<typeof useCellDrafts>
  children: React.ReactNode
}) {
  const says = useWords(recordingWords)
  const states = grid.rows.flatMap((row) => (row.is === 'entry' ? [cellState(row, drafts)] : []))
  const counts = cellStates.map((state) => ({ state, count: states.filter((one) => one === state).length }))
  return (
    <div className="state-strip">
      <dl aria-label={says.overview}>
        {counts
          .filter(({ state, count }) => count > 0 || ['empty', 'saved', 'waiting', 'approved'].includes(state))
          .map(({ state, count }) => (
            <div key={state} className={count === 0 ? 'none' : undefined}>
              <dt>
                <CellStateMark state={state} />
              </dt>
              <dd>{count}</dd>
            </div>
          ))}
      </dl>
      <p className="label" aria-live="polite">
        {drafts.savedAt !== null && (
          <span className="block">{says.allSaved(shanghaiTime(drafts.savedAt).slice(-5))}</span>
        )}
        {says.keepsLocal}
      </p>
      <div className="strip-actions">{children}</div>
    </div>
  )
}

/** Said once above the grid when what is typed cannot reach the server: by connection, or because the session ended. */
export function ConnectionNotice({ drafts }: { drafts: ReturnType<typeof useCellDrafts> }) {
  const says = useWords(recordingWords)
  const failures = [...drafts.failures.values()]
  const whyOld = useWhyOld()
  if (whyOld === 'signed-out' || failures.some(({ problem }) => problem?.status === 401))
    return (
      <Notice kind="warning" title={says.signedOut}>
        {' '}
        <Link to="/sign-in">{says.signInAgain}</Link>
      </Notice>
    )
  return failures.some(({ problem }) => problem === null) ? <Notice kind="warning" title={says.lost} /> : null
}
