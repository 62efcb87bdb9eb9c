import type { ReactNode } from 'react'
import { useWords } from '../language/language.tsx'
import type { CellState } from './cell-state.ts'
import { recordingWords } from './recording.words.ts'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.7 } as const
const pencil = <path d="M3 13l.8-3.2 7.4-7.4 2.4 2.4-7.4 7.4z" {...line} strokeLinejoin="round" />
const triangle = (
  <>
    <path d="M8 2.4l6 11H2z" {...line} strokeLinejoin="round" />
    <path d="M8 6.6v3.2M8 11v1.2" {...line} />
  </>
)
const shapes: Readonly<Record<CellState, ReactNode>> = {
  returned: <path d="M3 6.5h6.5a3.5 3.5 0 010 7H6M6 3L2.6 6.5 6 10" {...line} />,
  barred: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" {...line} />,
  explain: triangle,
  lag: triangle,
  empty: <rect x="2.5" y="2.5" width="11" height="11" {...line} strokeDasharray="2.4 2" />,
  saved: pencil,
  local: <path d="M2.5 12.5h11M4 12.5V4h8v8.5" {...line} />,
  waiting: <path d="M8 13.5V3M4 6.8L8 2.8l4 4" {...line} />,
  approved: <path d="M2.6 8.4l3.6 3.6 7.2-8" {...line} />,
  locked: <path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 015 0v2.5" {...line} />,
}

/** The state of a cell: a thin line glyph and a word. */
export function CellStateMark({ state, word }: { state: CellState; word?: string }) {
  const says = useWords(recordingWords)
  return (
    <span className={`cell-mark mark-${state}`}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        {shapes[state]}
      </svg>
      {word ?? says.states[state]}
    </span>
  )
}
