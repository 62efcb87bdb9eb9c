import type { EntryRow } from '@xushi/contract'
import { useWords } from '../language/language.tsx'
import { isOpen } from './cell-drafts.ts'
import { recordingWords } from './recording.words.ts'

/** Until when an open cell is to be handed in, and whether that has passed; nothing of a cell that is not open. */
export function CellDeadline({ row }: { row: EntryRow }) {
  const says = useWords(recordingWords)
  if (!isOpen(row)) return null
  const { due, deadline, excusedUntil } = row
  const on = due === 'excused' && excusedUntil !== null ? excusedUntil : deadline
  return <span className={due === 'late' ? 'cell-due is-late' : 'cell-due label'}>{says.due[due](on)}</span>
}
