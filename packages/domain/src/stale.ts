import { type CalendarYear, deadlineOf, periodOn, type ReportingRule, usualRule } from './calendar.ts'
import { addDays, type LocalDate } from './local-date.ts'

/**
 * Whether a recorded figure has grown stale (数据陈旧): two deadlines passed without a newer one. The day of a deadline is still in time.
 *
 * @param figureOn the day the figure speaks of
 * @param on       the date asked for
 *
 * Source: docs/methods/stale.md
 */
export function isStale(
  figureOn: LocalDate,
  on: LocalDate,
  rule: ReportingRule = usualRule,
  years: readonly CalendarYear[] = [],
): boolean {
  const next = periodOn(addDays(periodOn(figureOn, rule).endsOn, 1), rule)
  const second = periodOn(addDays(next.endsOn, 1), rule)
  return deadlineOf(second, rule, years) < on
}
