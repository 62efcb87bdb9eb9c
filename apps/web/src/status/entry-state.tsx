import { entryStateNames } from '@xushi/contract'
import type { EntryState } from '@xushi/domain'
import { useText } from '../language/language.tsx'
import './status.css'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.7 } as const
const shapes: Readonly<Record<EntryState, React.ReactNode>> = {
  draft: <path d="M3 13l.8-3.2 7.4-7.4 2.4 2.4-7.4 7.4z" {...line} strokeLinejoin="round" />,
  submitted: <path d="M8 13.5V3M4 6.8L8 2.8l4 4" {...line} />,
  'unit-reviewed': <path d="M8 13.5V3M4 6.8L8 2.8l4 4M4 13.5h8" {...line} />,
  returned: <path d="M3 6.5h6.5a3.5 3.5 0 010 7H6M6 3L2.6 6.5 6 10" {...line} />,
  approved: <path d="M2.6 8.4l3.6 3.6 7.2-8" {...line} />,
  withdrawn: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" {...line} />,
  superseded: <path d="M3 8h8M8 4.5L11.5 8 8 11.5M14 3v10" {...line} />,
}

/** A state by its name; null for what is none. */
export const entryStateOf = (name: string): EntryState | null => {
  const found = Object.keys(shapes).find((state): state is EntryState => state === name)
  return found ?? null
}

/** The state of an entry: thin line glyphs, so that 已审定 is never taken for 已完成. */
export function EntryStateMark({ state }: { state: EntryState }) {
  const text = useText()
  return (
    <span className={`entry-state entry-${state}`}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        {shapes[state]}
      </svg>
      {text(entryStateNames[state])}
    </span>
  )
}
