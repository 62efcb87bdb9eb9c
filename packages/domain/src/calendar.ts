import { type AskedCell, type Completeness, completenessOf } from './completeness.ts'
import type { IndicatorDefinition } from './definition.ts'
import { addDays, dayNumber, type LocalDate, localDate } from './local-date.ts'
import { monthOf, nextMonth, type Period, parsePeriod } from './period.ts'

/** How often something is reported. */
export type Frequency = 'month' | 'quarter' | 'half' | 'year'

/** When entries are due (填报日历): how often, by which day of the month after the period, and whether January and February are one. */
export type ReportingRule = {
  readonly every: Frequency
  readonly deadlineDay: number
  readonly mergeJanuaryFebruary: boolean
}

/** The public holidays of one year and the weekends that are worked instead, as the State Council arranged them (放假安排). */
export type CalendarYear = {
  readonly year: number
  /** Number of the notice. */
  readonly document: string
  readonly holidays: readonly LocalDate[]
  readonly workdays: readonly LocalDate[]
}

/** Entries for a month by the 15th of the next one, until a calendar says otherwise. */
export const usualRule: ReportingRule = { every: 'month', deadlineDay: 15, mergeJanuaryFebruary: false }

/** The rule by which an indicator is reported for the nation or for its regions: its own where it says so, else the programme's. */
export function ruleOf(
  { calendar }: Pick<IndicatorDefinition, 'calendar'>,
  programme: { readonly calendar: ReportingRule },
  level: 'region' | 'nation',
): ReportingRule {
  return {
    ...programme.calendar,
    ...(calendar[level] !== null && { every: calendar[level] }),
    ...(calendar.deadlineDay !== null && { deadlineDay: calendar.deadlineDay }),
  }
}

/** Whether people work on a day: Monday to Friday but for the holidays, and the weekends that are worked instead. */
export function isWorkday(on: LocalDate, years: readonly CalendarYear[]): boolean {
  const year = years.find((candidate) => candidate.year === Number(on.slice(0, 4)))
  if (year?.holidays.includes(on)) return false
  if (year?.workdays.includes(on)) return true
  // 1970-01-01 was a Thursday.
  const weekday = (((dayNumber(on) + 4) % 7) + 7) % 7
  return weekday >= 1 && weekday <= 5
}

/**
 * The last day on which entries for a period are in time (填报期限): a day of the month after it, or the first working day after that
 * one. A day that the month does not have is its last.
 *
 * Source: docs/methods/calendar.md
 */
export function deadlineOf(
  period: Pick<Period, 'endsOn'>,
  rule: ReportingRule,
  years: readonly CalendarYear[],
): LocalDate {
  const month = nextMonth(monthOf(period.endsOn))
  const [year, number] = month.code.split('-').map(Number) as [number, number]
  const last = Number(month.endsOn.slice(8))
  let day = localDate(year, number, Math.min(rule.deadlineDay, last))
  // Holidays last days, not years: a calendar that closes a whole month is a mistake in the data.
  for (let moved = 0; moved < 31 && !isWorkday(day, years); moved += 1) day = addDays(day, 1)
  return day
}

/** The period of a rule that a day lies in. */
export function periodOn(on: LocalDate, { every, mergeJanuaryFebruary }: ReportingRule): Period {
  const year = on.slice(0, 4)
  const month = Number(on.slice(5, 7))
  const code = {
    month: mergeJanuaryFebruary && month <= 2 ? `${year}-01..${year}-02` : on.slice(0, 7),
    quarter: `${year}-Q${Math.ceil(month / 3)}`,
    half: `${year}-H${month <= 6 ? 1 : 2}`,
    year,
  }[every]
  const period = parsePeriod(code)
  if (period === null) throw new RangeError(`no period on ${on}`)
  return period
}

/** The periods of a rule that end from one day to another, oldest first. */
export function periodsOfRule(from: LocalDate, to: LocalDate, rule: ReportingRule): readonly Period[] {
  const periods: Period[] = []
  for (let period = periodOn(from, rule); period.endsOn <= to; period = periodOn(addDays(period.endsOn, 1), rule)) {
    periods.push(period)
  }
  return periods
}

/** The periods of a rule that a span of days touches, oldest first: its months for a quarter, its quarter for a month. */
export function periodsTouching({ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>, rule: ReportingRule) {
  const periods: Period[] = []
  for (let period = periodOn(startsOn, rule); period.startsOn <= endsOn; ) {
    periods.push(period)
    period = periodOn(addDays(period.endsOn, 1), rule)
  }
  return periods
}

/**
 * How a cell of the calendar stands: handed in in time (按时), late (迟报), made up for a period older than the system (补录), still
 * owed (欠报), excused until a later day (已准予延期), or not due yet (未到期).
 */
export type CellTiming = 'on-time' | 'late' | 'backfilled' | 'owed' | 'excused' | 'not-due'

export type TimedCell = {
  readonly deadline: LocalDate
  /** The day on which it was first handed in; null while it was not. */
  readonly handedInOn: LocalDate | null
  /** The day until which an exception excuses it. */
  readonly excusedUntil: LocalDate | null
  /** Whether its period had ended before the system was opened. */
  readonly isBackfill: boolean
}

/** How a cell stands on a day. A month that was missed and made up later is late, not in time. */
export function cellTiming(
  { deadline, handedInOn, excusedUntil, isBackfill }: TimedCell,
  today: LocalDate,
): CellTiming {
  const until = excusedUntil !== null && excusedUntil > deadline ? excusedUntil : deadline
  if (handedInOn !== null) return isBackfill ? 'backfilled' : handedInOn <= until ? 'on-time' : 'late'
  if (today <= deadline) return 'not-due'
  return today <= until ? 'excused' : 'owed'
}

/** Shares of cells, unitless 0 to 1; null where nothing is due. */
export type Reporting = Completeness & {
  readonly handedIn: number
  readonly onTime: number
  /** Cells that the timeliness is a share of: those whose deadline has passed, without 补录. */
  readonly timed: number
  readonly timeliness: number | null
}

/**
 * Timeliness (及时率) of cells beside their completeness (填报率). A unit is timed by the day it handed in, however long the decision takes.
 *
 *     timeliness = handed in in time ÷ due by now, without 补录
 *
 * Source: docs/methods/calendar.md
 */
export function reportingOf(cells: readonly (AskedCell & { readonly timing: CellTiming })[]): Reporting {
  const of = (...kinds: readonly CellTiming[]) => cells.filter(({ timing }) => kinds.includes(timing)).length
  const handedIn = of('on-time', 'late', 'backfilled')
  const onTime = of('on-time')
  const timed = of('on-time', 'late', 'owed')
  return {
    ...completenessOf(cells),
    handedIn,
    onTime,
    timed,
    timeliness: timed === 0 ? null : onTime / timed,
  }
}
