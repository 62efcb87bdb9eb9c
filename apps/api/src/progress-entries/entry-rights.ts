import type { ProgressEntry } from '@xushi/contract'
import { type Action, approvalDue, DomainError, isWithin, nextState, type ReportingUnit, reachOf } from '@xushi/domain'
import type { EntryRow } from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import type { Person } from '../session/person.ts'

type Who = Pick<Person, 'accountId' | 'role' | 'unitId'>

/** Whether a person's role carries an action as far as a unit. */
export function reaches(
  { role, unitId }: Who,
  action: Action,
  ofUnit: string,
  units: readonly ReportingUnit[],
): boolean {
  const reach = reachOf(role, action)
  return reach === 'nation' || (reach === 'own' && isWithin(ofUnit, unitId, units))
}

/** @throws DomainError out-of-scope */
export function checkReach(person: Who, action: Action, ofUnit: string, { units }: CatalogueView): void {
  if (!reaches(person, action, ofUnit, units)) throw new DomainError('out-of-scope')
}

/**
 * Whether a person may see an entry at all. What was approved is everybody's; what is still under way belongs to its recorder,
 * to the unit (and those above it), and to those who work for the nation. A draft is its unit's own business.
 */
export function maySee(person: Who, entry: EntryRow, { units }: CatalogueView): boolean {
  if (entry.recorderId === person.accountId) return true
  if (['approved', 'withdrawn', 'superseded'].includes(entry.state))
    return reaches(person, 'progress:read', entry.unitId, units)
  return isWithin(entry.unitId, person.unitId, units) || handlesNation(person)
}

/** Whether somebody records, reviews or manages for the nation. */
export const handlesNation = ({ role }: Who) =>
  (['progress:record', 'progress:approve', 'progress:withdraw', 'ledger:read'] as const).some(
    (action) => reachOf(role, action) === 'nation',
  )

/** What a person may do with an entry now; the same rules stand behind each move itself. */
export function movesOf(person: Who, entry: EntryRow, view: CatalogueView): ProgressEntry['moves'] {
  const { units } = view
  const has = (action: Action) => reaches(person, action, entry.unitId, units)
  const can = (move: Parameters<typeof nextState>[1]) => nextState(entry.state, move) !== undefined
  const isRecorder = entry.recorderId === person.accountId
  const moves: ProgressEntry['moves'] = []
  if (can('edit') && isRecorder && has('progress:edit')) moves.push('edit')
  if (can('delete') && has('progress:edit')) moves.push('delete')
  if (can('submit') && isRecorder && has('progress:submit')) moves.push('submission')
  if (mayReview(person, entry, view) && has('progress:approve')) moves.push('approval')
  if (can('return') && !isRecorder && has('progress:return') && isDueFor(person, entry, view)) moves.push('return')
  if (can('correct') && has('progress:correct')) moves.push('correction')
  if (mayWithdraw(person, entry) && has('progress:withdraw')) moves.push('withdrawal')
  return moves
}

/** Whether the review that is due is this person's kind of review: the unit's own first, then the ministry's. */
export function isDueFor({ role }: Who, entry: EntryRow, view: CatalogueView): boolean {
  const due = approvalDue(entry.state, view.unit(entry.unitId).reviewsInside)
  return due !== null && (due === 'unit-review') === (role === 'unit-reviewer')
}

const mayReview = (person: Who, entry: EntryRow, view: CatalogueView) =>
  isDueFor(person, entry, view) && ![entry.recorderId, entry.unitReviewerId].includes(person.accountId)

/** A submitted entry is taken back by its recorder; an approved one is withdrawn by those who answer for figures. */
export function mayWithdraw({ accountId, role }: Who, entry: EntryRow): boolean {
  if (entry.state === 'submitted' || entry.state === 'unit-reviewed') return entry.recorderId === accountId
  return entry.state === 'approved' && (role === 'approver' || role === 'programme-manager')
}
