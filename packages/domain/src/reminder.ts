import { addDays, type LocalDate } from './local-date.ts'
import type { MessageKind } from './message.ts'

/** What a unit is told of what it owes (催报): before its deadline, and after it. */
export const reminderKinds = ['reminder-before', 'reminder-after'] as const satisfies readonly MessageKind[]
export type ReminderKind = (typeof reminderKinds)[number]

/** Days before a deadline on which a unit is reminded, and days after it within which a missed reminder is made up. */
const daysBefore = 3
const daysAfter = 3

/**
 * Which reminder is due on a day: the first from three days before the deadline on, the second from the day after it on. A server that
 * stood still makes the first up until the deadline, and the second within three days.
 *
 * Source: docs/methods/calendar.md
 */
export function reminderDue(deadline: LocalDate, today: LocalDate): ReminderKind | null {
  if (today < addDays(deadline, -daysBefore) || today > addDays(deadline, daysAfter)) return null
  return today <= deadline ? 'reminder-before' : 'reminder-after'
}
