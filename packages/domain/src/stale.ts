import { type LocalDate, localDate } from './local-date.ts'
import { monthOf, nextMonth } from './period.ts'

/** Entries for a month are due on this day of the next one, until a calendar says otherwise. */
export const deadlineDay = 15

/** The deadline for entries of a month. */
export function deadlineOf(monthEndsOn: LocalDate): LocalDate {
  const [year, month] = nextMonth(monthOf(monthEndsOn)).code.split('-').map(Number) as [number, number]
  return localDate(year, month, deadlineDay)
}

/**
 * Whether a recorded figure has grown stale (数据陈旧): two deadlines passed without a newer one. The day of a deadline is still in time.
 *
 * @param figureOn the day the figure speaks of
 * @param on       the date asked for
 *
 * Source: docs/methods/stale.md
 */
export function isStale(figureOn: LocalDate, on: LocalDate): boolean {
  const next = nextMonth(monthOf(figureOn))
  const second = nextMonth(next)
  return deadlineOf(second.endsOn) < on
}
