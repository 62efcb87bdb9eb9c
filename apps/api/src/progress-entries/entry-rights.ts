import type { ProgressEntry } from '@xushi/contract'
import {
  type Action,
  approvalDue,
  DomainError,
  type EntryState,
  nextState,
  type ReportingUnit,
  reachOf,
  serves,
} from '@xushi/domain'
import type { WaitingFor } from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import type { Person } from '../session/person.ts'

type Who = Pick<Person, 'accountId' | 'role' | 'unitIds'>

/** Whatever one person writes and another decides on: an entry, or a filing. */
export type Reviewable = {
  readonly unitId: string
  readonly state: EntryState
  readonly recorderId: string
  readonly unitReviewerId: string | null
  readonly approverId: string | null
  /** Of a filing, what it is. */
  readonly kind?: string
  /** The wish for a correction, as it is stored; null without one. */
  readonly correctionAsked?: string | null
}

/** Whether a person's role carries an action as far as a unit. */
export function reaches(
  { role, unitIds }: Who,
  action: Action,
  ofUnit: string,
  units: readonly ReportingUnit[],
): boolean {
  const reach = reachOf(role, action)
  return reach === 'nation' || (reach === 'own' && serves(unitIds, ofUnit, units))
}

/** @throws DomainError out-of-scope */
export function checkReach(person: Who, action: Action, ofUnit: string, { units }: CatalogueView): void {
  if (!reaches(person, action, ofUnit, units)) throw new DomainError('out-of-scope')
}

/**
 * Whether a person may see an entry at all. What was approved is everybody's; what is still under way belongs to its recorder,
 * to the unit (and those above it), and to those who work for the nation. A draft is its unit's own business.
 */
export function maySee(person: Who, entry: Reviewable, { units }: CatalogueView): boolean {
  if (entry.recorderId === person.accountId) return true
  if (['approved', 'withdrawn', 'superseded'].includes(entry.state))
    return reaches(person, 'progress:read', entry.unitId, units)
  return serves(person.unitIds, entry.unitId, units) || handlesNation(person)
}

/** Whether somebody records, reviews or manages for the nation. */
export const handlesNation = ({ role }: Who) =>
  (['progress:record', 'progress:approve', 'progress:withdraw', 'ledger:read'] as const).some(
    (action) => reachOf(role, action) === 'nation',
  )

/** Which action of the permission table each move asks for. */
export type MoveActions = Readonly<
  Record<'record' | 'edit' | 'submit' | 'approve' | 'return' | 'correct' | 'withdraw', Action>
>

export const progressActions: MoveActions = {
  record: 'progress:record',
  edit: 'progress:edit',
  submit: 'progress:submit',
  approve: 'progress:approve',
  return: 'progress:return',
  correct: 'progress:correct',
  withdraw: 'progress:withdraw',
}

/** What a person may do with an entry now; the same rules stand behind each move itself. */
export function movesOf(
  person: Who,
  entry: Reviewable,
  view: CatalogueView,
  actions: MoveActions = progressActions,
): Exclude<ProgressEntry['moves'][number], 'correction-request'>[] {
  const { units } = view
  const has = (move: keyof MoveActions) => reaches(person, actions[move], entry.unitId, units)
  const can = (move: Parameters<typeof nextState>[1]) => nextState(entry.state, move) !== undefined
  const isRecorder = entry.recorderId === person.accountId
  const moves: ReturnType<typeof movesOf> = []
  if (can('edit') && isRecorder && has('edit')) moves.push('edit')
  if (can('delete') && isRecorder && has('edit')) moves.push('delete')
  if (can('submit') && isRecorder && has('submit')) moves.push('submission')
  if (mayReview(person, entry, view) && has('approve')) moves.push('approval')
  if (can('return') && !isRecorder && has('return') && isDueFor(person, entry, view)) moves.push('return')
  if (can('correct') && has('correct')) moves.push('correction')
  if (mayWithdraw(person, entry) && has('withdraw')) moves.push('withdrawal')
  return moves
}

/** Moves of an entry: those of every reviewed thing, and for those who answer for figures the wish for a correction (待更正). */
export function entryMovesOf(
  person: Who,
  entry: Reviewable,
  view: CatalogueView,
  isBegun: boolean,
): ProgressEntry['moves'] {
  const moves: ProgressEntry['moves'] = movesOf(person, entry, view)
  return isCorrectionToAsk(person, entry, view, isBegun) ? [...moves, 'correction-request'] : moves
}

/** Whether asking for a correction would be taken: nobody asked before, and none was begun. */
export const isCorrectionToAsk = (person: Who, entry: Reviewable, view: CatalogueView, isBegun: boolean): boolean =>
  !isBegun && entry.correctionAsked == null && mayAskCorrection(person, entry, view)

/** Somebody who could have returned it, and did not record it. */
export const mayAskCorrection = (person: Who, entry: Reviewable, { units }: CatalogueView): boolean =>
  entry.state === 'approved' &&
  entry.recorderId !== person.accountId &&
  reaches(person, 'progress:return', entry.unitId, units)

/** Whether the review that is due is this person's kind of review: the unit's own first, then the ministry's. */
export function isDueFor(
  { role }: Pick<Who, 'role'>,
  entry: Pick<Reviewable, 'state' | 'unitId'>,
  view: CatalogueView,
): boolean {
  const due = approvalDue(entry.state, view.unit(entry.unitId).reviewsInside)
  return due !== null && (due === 'unit-review') === (role === 'unit-reviewer')
}

/** What waits for a person in general: the states of review that are theirs to decide, in the units they reach. */
export function dueFor(person: Who, view: CatalogueView, approve: Action = progressActions.approve): WaitingFor {
  const due = (['submitted', 'unit-reviewed'] as const).map((state) => ({
    state,
    unitIds: view.units
      .filter(({ id }) => reaches(person, approve, id, view.units) && isDueFor(person, { state, unitId: id }, view))
      .map(({ id }) => id),
  }))
  return { due, notBy: person.accountId }
}

const mayReview = (person: Who, entry: Reviewable, view: CatalogueView) =>
  isDueFor(person, entry, view) && ![entry.recorderId, entry.unitReviewerId].includes(person.accountId)

/**
 * A submitted entry is taken back by its recorder; an approved one is withdrawn by those who answer for figures, and by none of those who
 * made it count: nobody changes a figure alone.
 */
export const mayWithdraw = (person: Who, entry: Reviewable): boolean =>
  answersForWithdrawal(person, entry) && !madeItCount(person, entry)

function answersForWithdrawal({ accountId, role }: Who, { state, recorderId }: Reviewable): boolean {
  if (state === 'submitted' || state === 'unit-reviewed') return recorderId === accountId
  return state === 'approved' && (role === 'approver' || role === 'programme-manager')
}

/** A case is not withdrawn: it leaves its register from a day on, by rules of its own. */
function madeItCount({ accountId }: Who, entry: Reviewable): boolean {
  if (entry.state !== 'approved' || entry.kind === 'case' || entry.kind === 'promotion') return false
  return [entry.recorderId, entry.unitReviewerId, entry.approverId].includes(accountId)
}

/** A draft is its recorder's: a colleague who changed its value could approve what they wrote themselves in another role. */
export function checkRecorder({ accountId }: Who, { recorderId }: Pick<Reviewable, 'recorderId'>): void {
  if (recorderId !== accountId) throw new DomainError('forbidden')
}

/** Refuses a reviewer whose turn it is not, where a review is due at all; the rest the state machine refuses. */
export function checkReviewIsDue(person: Who, entry: Reviewable, view: CatalogueView): void {
  const waits = entry.state === 'submitted' || entry.state === 'unit-reviewed'
  if (waits && !isDueFor(person, entry, view)) throw new DomainError('wrong-state', { state: entry.state })
}

/**
 * @throws DomainError forbidden for somebody who neither recorded a waiting one nor answers for approved ones, same-person for somebody
 *   who made an approved one count
 */
export function checkWithdrawal(person: Who, entry: Reviewable): void {
  const matters = ['submitted', 'unit-reviewed', 'approved'].includes(entry.state)
  if (matters && !answersForWithdrawal(person, entry)) throw new DomainError('forbidden')
  if (madeItCount(person, entry)) throw new DomainError('same-person')
}

/** A reason as it was stated; null for an empty one. */
export const stated = (reason: string): string | null => (reason.trim() === '' ? null : reason.trim())
