import type { EntryRow } from '@xushi/contract'
import { type CellDrafts, contentOf, isOpen, keyOf } from './cell-drafts.ts'

/** The states of a cell, in the order of the strip: what needs work first. */
export const cellStates = [
  'returned',
  'barred',
  'explain',
  'lag',
  'empty',
  'saved',
  'local',
  'waiting',
  'approved',
  'locked',
] as const
export type CellState = (typeof cellStates)[number]

/** How a cell stands now, with what is typed in it. */
export function cellState(row: EntryRow, { typedIn, failures }: Pick<CellDrafts, 'typedIn' | 'failures'>): CellState {
  const { entry } = row
  if (!isOpen(row)) {
    if (entry?.state === 'approved') return 'approved'
    return entry === null || entry.state === 'draft' || entry.state === 'returned' ? 'locked' : 'waiting'
  }
  const typed = typedIn(row)
  const isEmpty = typed.absence === null && typed.text.trim() === ''
  if (isEmpty && entry === null) return 'empty'
  if (contentOf(row, typed) === null) return 'barred'
  if (failures.has(keyOf(row))) return 'local'
  if (row.findings.some(({ severity }) => severity === 'hard')) return 'barred'
  if (row.findings.length > 0 && typed.note.trim() === '') return 'explain'
  if (row.needsLag && !isLagComplete(typed.lag)) return 'lag'
  // A returned one stays so until something of it is changed.
  if (entry?.state === 'returned' && entry.decidedAt !== null && entry.updatedAt <= entry.decidedAt) return 'returned'
  return 'saved'
}

const isLagComplete = (lag: ReturnType<CellDrafts['typedIn']>['lag']) =>
  lag !== undefined && [lag.cause, lag.remedy, lag.responsible, lag.newDate].every((part) => part.trim() !== '')

/** Cells that can be handed in as they are. */
export const isReady = (state: CellState): boolean => state === 'saved' || state === 'returned'

/** Cells with something typed that cannot be handed in yet: each says why in 核对. */
export const isHeldBack = (state: CellState): boolean => ['barred', 'explain', 'lag', 'local'].includes(state)
