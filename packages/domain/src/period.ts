import { addDays, daysInMonth, type LocalDate, localDate } from './local-date.ts'

/** A reporting period (报告期) with its first and last day. An entry speaks as of the last day. */
export type Period = {
  readonly code: string
  readonly kind: 'year' | 'half' | 'quarter' | 'month' | 'months'
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
}

const shapes = [
  { kind: 'year', pattern: /^(\d{4})$/, months: () => [1, 12] },
  { kind: 'half', pattern: /^(\d{4})-H([12])$/, months: (half: number) => [half * 6 - 5, half * 6] },
  { kind: 'quarter', pattern: /^(\d{4})-Q([1-4])$/, months: (quarter: number) => [quarter * 3 - 2, quarter * 3] },
  { kind: 'month', pattern: /^(\d{4})-(0[1-9]|1[0-2])$/, months: (month: number) => [month, month] },
] as const

const severalMonths = /^(\d{4})-(0[1-9]|1[0-2])\.\.(\d{4})-(0[1-9]|1[0-2])$/

/**
 * Reads a period code: `2020`, `2020-H1`, `2020-Q3`, `2020-10`, or `2020-01..2020-02` where a calendar merges months of one year.
 *
 * @returns null for anything else: a month 13, a week, a day, months in the wrong order or of two years
 */
export function parsePeriod(code: string): Period | null {
  for (const { kind, pattern, months } of shapes) {
    const match = pattern.exec(code)
    if (match === null) continue
    const [first, last] = months(Number(match[2] ?? 0)) as [number, number]
    return span(code, kind, Number(match[1]), first, last)
  }
  const match = severalMonths.exec(code)
  if (match === null || match[1] !== match[3] || Number(match[2]) >= Number(match[4])) return null
  return span(code, 'months', Number(match[1]), Number(match[2]), Number(match[4]))
}

function span(code: string, kind: Period['kind'], year: number, first: number, last: number): Period | null {
  if (year < 1900) return null
  return {
    code,
    kind,
    startsOn: localDate(year, first, 1),
    endsOn: localDate(year, last, daysInMonth(year, last)),
  }
}

/** Whether the whole period lies before or on a date: on 2020-10-29 October has not ended. */
export function hasEnded(period: Period, on: LocalDate): boolean {
  return period.endsOn <= on
}

/** The month that holds a date, as a period. */
export function monthOf(date: LocalDate): Period {
  const [year, month] = date.split('-').map(Number) as [number, number]
  return { code: date.slice(0, 7), kind: 'month', startsOn: localDate(year, month, 1), endsOn: endOfMonth(date) }
}

/** The last day of a date's month. */
export function endOfMonth(date: LocalDate): LocalDate {
  const [year, month] = date.split('-').map(Number) as [number, number]
  return localDate(year, month, daysInMonth(year, month))
}

/** The month after a period's last day. */
export function nextMonth(period: Period): Period {
  return monthOf(addDays(period.endsOn, 1))
}

/** The last month that has ended on a date. */
export function lastEndedMonth(on: LocalDate): Period {
  const current = monthOf(on)
  return current.endsOn === on ? current : monthOf(addDays(current.startsOn, -1))
}

/** The month codes from one date's month to another's, both included; empty when the second month is earlier. */
export function monthsBetween(from: LocalDate, to: LocalDate): readonly string[] {
  const codes: string[] = []
  for (let month = monthOf(from); month.startsOn <= to; month = nextMonth(month)) codes.push(month.code)
  return codes
}
