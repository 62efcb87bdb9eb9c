import { addDays, type LocalDate } from './local-date.ts'
import type { MilestoneEvent, MilestoneStanding } from './milestone.ts'

/** A day that was expected of a milestone: until when that held, and since when it was said. */
export type ExpectedDay = {
  readonly on: LocalDate
  /** The day it was said; null where it is the due date of the goal. */
  readonly saidOn: LocalDate | null
  /** Why the day before it was given up; empty where nothing was said, or where it is the first one. */
  readonly reason: string
}

/** An event as the way of a milestone is told from it: with the reason of a move and the document of what was done. */
export type ToldEvent = MilestoneEvent & { readonly note: string }

/**
 * The days that were expected of a milestone up to a day, oldest first; the last one stands. Nothing that was expected is forgotten: a
 * date that slipped stays with the reason that moved it.
 *
 * @param events in any order; those after `on` are left out
 * @param dueOn  the due date of the goal: expected while nobody planned another day
 *
 * Source: docs/methods/milestone.md
 */
export function expectedDays(
  events: readonly ToldEvent[],
  on: LocalDate,
  dueOn: LocalDate | null,
): readonly ExpectedDay[] {
  const said = events
    .filter((event) => event.on <= on && (event.kind === 'planned' || event.kind === 'moved'))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .flatMap(({ kind, on: saidOn, expectedOn, note }) =>
      expectedOn === null ? [] : [{ on: expectedOn, saidOn, reason: kind === 'moved' ? note : '' }],
    )
  return said.length === 0 && dueOn !== null ? [{ on: dueOn, saidOn: null, reason: '' }] : said
}

/** Days before a date within which a change is recent, and days after it within which something is due soon (ours). */
export const notableDays = { before: 183, after: 92 } as const

/**
 * Whether a milestone belongs on the short list (需留意和近期变动): late or put off, changed within half a year, or expected within
 * three months. What nobody has said anything of does not: it is counted, with who is to say it.
 *
 * Source: docs/methods/milestone.md
 */
export function isNotable({ state, expectedOn, lastOn }: MilestoneStanding, on: LocalDate): boolean {
  if (state === 'overdue' || state === 'slipped') return true
  if (lastOn !== null && lastOn >= addDays(on, -notableDays.before)) return true
  return state !== 'done' && expectedOn !== null && expectedOn <= addDays(on, notableDays.after)
}

/** How a region stands in what it is encouraged to do (覆盖): never late, since nobody has to. */
export type CoverageState = 'done' | 'under-way' | 'not-yet' | 'unreported'

/** The same from the events of a region: done with its document, under way once anything was said, else unreported. */
export function coverageState({ state }: MilestoneStanding): CoverageState {
  if (state === 'done') return 'done'
  return state === 'not-recorded' ? 'unreported' : 'under-way'
}
