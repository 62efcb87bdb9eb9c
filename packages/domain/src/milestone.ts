import type { LocalDate } from './local-date.ts'

/**
 * What is recorded of a milestone (里程碑): planned for a day, a stage reached, the expected day moved with its reason (the old one
 * kept), done by a document, or issue `number` of something that recurs (定期).
 */
export type MilestoneEventKind = 'planned' | 'stage' | 'moved' | 'done' | 'issue'

export type MilestoneEvent = {
  readonly kind: MilestoneEventKind
  /** The day it happened, or was decided. */
  readonly on: LocalDate
  /** The day that is expected from now on: of `planned` and `moved`. */
  readonly expectedOn: LocalDate | null
  /** The name of the stage reached. */
  readonly stage: string | null
  /** Which issue of a recurring thing. */
  readonly number: number | null
}

/** `not-recorded` is no statement about the thing itself: nobody has said anything yet. */
export type MilestoneState = 'not-recorded' | 'planned' | 'under-way' | 'slipped' | 'overdue' | 'done'

/** How a milestone stands on a day. */
export type MilestoneStanding = {
  readonly state: MilestoneState
  /** The day that is expected now; null where none was said. */
  readonly expectedOn: LocalDate | null
  /** The days that were expected before, oldest first. */
  readonly expectedBefore: readonly LocalDate[]
  readonly stage: string | null
  readonly doneOn: LocalDate | null
  /** Issues of something that recurs, so far. */
  readonly issues: number
  /** The last day something was recorded of. */
  readonly lastOn: LocalDate | null
}

/**
 * How a milestone stands on a day, from its approved events up to that day: done once it is done; otherwise overdue after the day that
 * is expected, slipped when that day was moved to later, under way once a stage or an issue is there, planned, or not recorded at all.
 *
 * @param events in any order; those after `on` are left out
 * @param dueOn  the due date of the goal, where it has one: expected until an event says otherwise
 *
 * Source: docs/methods/milestone.md
 */
export function milestoneStanding(
  events: readonly MilestoneEvent[],
  on: LocalDate,
  dueOn: LocalDate | null,
): MilestoneStanding {
  const known = events.filter((event) => event.on <= on).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const said = known.flatMap(({ kind, expectedOn }) =>
    (kind === 'planned' || kind === 'moved') && expectedOn !== null ? [expectedOn] : [],
  )
  const expected = said.length === 0 && dueOn !== null ? [dueOn] : said
  const expectedOn = expected.at(-1) ?? null
  const doneOn = known.find(({ kind }) => kind === 'done')?.on ?? null
  const issues = known.filter(({ kind }) => kind === 'issue').length
  const stage = known.findLast(({ kind }) => kind === 'stage')?.stage ?? null
  const standing = { expectedOn, expectedBefore: expected.slice(0, -1), stage, doneOn, issues }
  return { ...standing, state: stateOf(standing, known.length, on), lastOn: known.at(-1)?.on ?? null }
}

function stateOf(
  { expectedOn, expectedBefore, stage, doneOn, issues }: Omit<MilestoneStanding, 'state' | 'lastOn'>,
  events: number,
  on: LocalDate,
): MilestoneState {
  if (doneOn !== null) return 'done'
  if (expectedOn !== null && on > expectedOn) return 'overdue'
  if (events === 0) return 'not-recorded'
  const first = expectedBefore[0]
  if (first !== undefined && expectedOn !== null && expectedOn > first) return 'slipped'
  return stage !== null || issues > 0 ? 'under-way' : 'planned'
}

/** Why an event cannot follow those that are there. */
export type MilestoneFault =
  | 'done-already'
  | 'done-before-planned'
  | 'planned-already'
  | 'move-without-plan'
  | 'move-without-reason'
  | 'expected-in-past'
  | 'expected-missing'
  | 'moved-since'
  | 'issue-out-of-order'
  | 'not-recurring'
  | 'number-without-issue'
  | 'stage-missing'

/**
 * Why an approved event cannot be withdrawn while the others stand; null when it can. The plan whose day was moved stays under what moved
 * it: without it the day that was moved would never have been said.
 */
export const milestoneWithdrawalFault = (
  others: readonly MilestoneEvent[],
  { kind }: MilestoneEvent,
): MilestoneFault | null =>
  kind === 'planned' && others.some((other) => other.kind === 'moved') ? 'moved-since' : null

/**
 * What is wrong with a new event after those that are approved; null when nothing is. A thing is planned once and done once, is not
 * done before it was planned, is moved only if a day was expected, and its issues follow each other.
 *
 * @param dueOn the due date of the goal: a day that is expected without anybody planning it
 */
export function milestoneFault(
  events: readonly MilestoneEvent[],
  event: MilestoneEvent,
  dueOn: LocalDate | null,
): MilestoneFault | null {
  // The number of anything else would stand in the row of issues.
  if (event.kind !== 'issue' && event.number !== null) return 'number-without-issue'
  const planned = events.filter(({ kind }) => kind === 'planned')
  const doneOn = events.find(({ kind }) => kind === 'done')?.on
  if (doneOn !== undefined && (event.kind === 'done' || event.on > doneOn) && event.kind !== 'issue')
    return 'done-already'
  switch (event.kind) {
    case 'planned':
      if (planned.length > 0) return 'planned-already'
      return event.expectedOn !== null && event.expectedOn < event.on ? 'expected-in-past' : null
    case 'moved':
      if (planned.length === 0 && dueOn === null) return 'move-without-plan'
      return event.expectedOn !== null && event.expectedOn < event.on ? 'expected-in-past' : null
    case 'done':
      return planned.some(({ on }) => event.on < on) ? 'done-before-planned' : null
    case 'issue': {
      const last = Math.max(0, ...events.map(({ number }) => number ?? 0))
      return event.number === last + 1 ? null : 'issue-out-of-order'
    }
    case 'stage':
      return null
    default:
      return event.kind satisfies never
  }
}
