import type { EntryState } from './entry.ts'

/** What can be done to an entry. `unit-review` is the unit's own approval before the ministry's. */
export type EntryMove =
  | 'edit'
  | 'delete'
  | 'submit'
  | 'unit-review'
  | 'approve'
  | 'return'
  | 'correct'
  | 'withdraw'
  | 'supersede'

/**
 * The states of an entry and the ways between them. Null: the entry is gone. A correction is an entry of its own; approving it
 * supersedes the old one, which is never changed otherwise. Source: docs/methods/entry-state.md
 */
const moves: Readonly<Record<EntryState, Readonly<Partial<Record<EntryMove, EntryState | null>>>>> = {
  draft: { edit: 'draft', delete: null, submit: 'submitted' },
  returned: { edit: 'returned', delete: null, submit: 'submitted' },
  submitted: { 'unit-review': 'unit-reviewed', approve: 'approved', return: 'returned', withdraw: 'draft' },
  'unit-reviewed': { approve: 'approved', return: 'returned', withdraw: 'draft' },
  approved: { correct: 'approved', withdraw: 'withdrawn', supersede: 'superseded' },
  withdrawn: {},
  superseded: {},
}

/** Where a move leads: the next state, null when the entry is gone, or undefined when the state does not allow it. */
export function nextState(state: EntryState, move: EntryMove): EntryState | null | undefined {
  return moves[state][move]
}

/**
 * Which approval is due: the unit's own first where it reviews inside, else the ministry's.
 *
 * @param reviewsInside whether the entry's unit reviews inside (单位审核)
 */
export function approvalDue(state: EntryState, reviewsInside: boolean): 'unit-review' | 'approve' | null {
  if (state === 'submitted') return reviewsInside ? 'unit-review' : 'approve'
  return state === 'unit-reviewed' ? 'approve' : null
}

/** States of an entry that still moves: at most one such entry stands in a cell. */
export const openStates = ['draft', 'submitted', 'unit-reviewed', 'returned'] as const satisfies readonly EntryState[]

/** Why a number cannot be taken as a value of an indicator. */
export type ValueRefusal = 'value-not-whole' | 'value-too-many-places' | 'value-out-of-range'

/**
 * A number as it comes over the wire, in the indicator's unit, as a whole count of smallest units. Exact: the decimal text of
 * the number decides, not its binary fraction.
 *
 * @param decimals places the unit allows; 0 means whole units
 * @returns the count, or why it is refused: more places than allowed, below zero, or beyond a safe integer
 */
export function smallestUnits(value: number, decimals: number): number | ValueRefusal {
  if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) return 'value-out-of-range'
  const scaled = Number(`${value}e${decimals}`)
  if (!Number.isInteger(scaled)) return decimals === 0 ? 'value-not-whole' : 'value-too-many-places'
  return Number.isSafeInteger(scaled) ? scaled : 'value-out-of-range'
}

/** The inverse: a count of smallest units in the indicator's unit. For the wire and the eye, never for arithmetic. */
export function inUnit(count: number, decimals: number): number {
  return decimals === 0 ? count : Number(`${count}e-${decimals}`)
}
