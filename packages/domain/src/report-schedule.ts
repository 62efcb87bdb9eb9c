import { addDays, type LocalDate } from './local-date.ts'
import { monthOf, nextMonth, type Period } from './period.ts'
import { reachOf } from './permission.ts'
import { type ReportKind, reportKinds } from './report-kind.ts'
import { type Role, roles } from './role.ts'

/** A schedule of reports that is deleted is kept for the ledger and shown to nobody. */
export const scheduleStates = ['active', 'paused', 'deleted'] as const
export type ScheduleState = (typeof scheduleStates)[number]

/** Kinds that can be drafted by themselves: 专项 needs somebody who chooses its indicator. */
export const scheduledKinds = reportKinds.filter((kind): kind is Exclude<ReportKind, 'special'> => kind !== 'special')

/** Roles that can be told of a scheduled report: those that read reports at all. */
export const recipientRoles: readonly Role[] = roles.filter((role) => reachOf(role, 'report:read') !== null)

/** Months after which a report of a kind is due; every month where nothing is said. */
const monthsOf: Readonly<Partial<Record<ReportKind, readonly number[]>>> = { quarterly: [3, 6, 9, 12], annual: [12] }

/**
 * The month whose report a schedule owes on a day: the one before its last day of the month. A server that stood still on that day makes
 * it up until the next one.
 *
 * @param schedule.day     day of the month, 1 to 28
 * @param schedule.sinceOn the day it was last saved: what was due before is not made up
 * @returns null where nothing was due since then
 *
 * Source: docs/methods/report-life.md
 */
export function monthDue(
  { kind, day, sinceOn }: { readonly kind: ReportKind; readonly day: number; readonly sinceOn: LocalDate },
  today: LocalDate,
): Period | null {
  for (let current = monthOf(today); ; current = monthOf(addDays(current.startsOn, -1))) {
    const dueOn = addDays(current.startsOn, day - 1)
    if (dueOn < sinceOn) return null
    const month = monthOf(addDays(current.startsOn, -1))
    if (dueOn <= today && isReported(kind, month)) return month
  }
}

/** The first day after a day on which a schedule owes reports. */
export function nextDueOn(
  { kind, day }: { readonly kind: ReportKind; readonly day: number },
  today: LocalDate,
): LocalDate {
  for (let month = monthOf(today); ; month = nextMonth(month)) {
    const dueOn = addDays(month.startsOn, day - 1)
    if (dueOn > today && isReported(kind, monthOf(addDays(month.startsOn, -1)))) return dueOn
  }
}

const isReported = (kind: ReportKind, { code }: Period): boolean =>
  monthsOf[kind]?.includes(Number(code.slice(5, 7))) ?? true
