import type { Comparator } from './definition.ts'
import { type Bound, boundOfSum, type Known, known, opposite, subtract } from './figure.ts'
import { leastPoints } from './forecast-back-test.ts'
import { type Estimate, estimateAt, type Possible, possibleAfter } from './forecast-estimate.ts'
import { type Fit, type ForecastMethod, type ForecastPoint, fitOf, monthsAt } from './forecast-method.ts'
import { type NotReached, type ReachedOn, reachedOn } from './forecast-reach.ts'
import type { LocalDate } from './local-date.ts'
import { addDays } from './local-date.ts'
import { endOfMonth } from './period.ts'
import { leastThatKeeps } from './target.ts'

/** What a forecast looks at. Values in smallest units; points after `on` may be given and are left out. */
export type ForecastInput = {
  readonly points: readonly ForecastPoint[]
  readonly on: LocalDate
  readonly dueOn: LocalDate | null
  /** What is promised, and the value it is counted from: the baseline of an increment, 0 of a level. Null without a number. */
  readonly goal: { readonly comparator: Comparator; readonly from: Known } | null
  readonly possible?: Possible
}

export type NoForecast = 'no-target' | 'no-due-date' | 'past-due' | 'too-few-points'

export type Forecast = {
  readonly known: true
  readonly method: ForecastMethod
  /** The points that the line was laid through: the last four for the recent pace, all for Theil and Sen. */
  readonly used: readonly ForecastPoint[]
  /** All points that are there. */
  readonly points: number
  /** Steps it was laid over in which somebody expected did not report: the value is low. */
  readonly incomplete: number
  readonly pacePerMonth: Known
  /** The value on the due date. */
  readonly expected: Known
  readonly band: { readonly low: number; readonly high: number }
  /** From the day of the last point, by the ends of months, to the due date. */
  readonly line: readonly (Estimate & { readonly on: LocalDate })[]
  readonly reachedOn: ReachedOn | NotReached
  /** What each month from the last point to the due date has to bring; 0 where the promise is kept already. */
  readonly neededPerMonth: Known
}

/** Why there is none, with the number of points that are there. */
export type WithoutForecast<Why extends string = NoForecast> = {
  readonly known: false
  readonly why: Why
  readonly points: number
}

/**
 * Where a figure is going (预测): its value on the due date by a stated method, the band around it, the day on which the target is
 * reached, and the pace that would be needed.
 *
 * @returns why there is none below four points on distinct days, without a target or due date, and once the due date is behind
 *
 * Source: docs/methods/forecast.md
 */
export function forecast(method: ForecastMethod, input: ForecastInput): Forecast | WithoutForecast {
  const { on, dueOn, goal } = input
  const points = pointsUpTo(input.points, on)
  const none = (why: NoForecast) => ({ known: false, why, points: points.length }) as const
  const last = points.at(-1)
  if (goal === null) return none('no-target')
  if (dueOn === null) return none('no-due-date')
  if (on > dueOn || (last !== undefined && last.on >= dueOn)) return none('past-due')
  if (last === undefined || points.length < leastPoints) return none('too-few-points')

  const possible = input.possible ?? {}
  const limits = possibleAfter(points, possible)
  const fit = fitOf(method, points)
  const estimate = (months: number) => estimateAt(fit, months, limits)
  const due = estimate(monthsAt(dueOn))
  const bounds = boundsOf(method, fit, possible.accumulates === true)
  const wanted = { level: levelOf(goal), isFalling: goal.comparator.is === 'at-most' }
  return {
    known: true,
    method,
    used: fit.used,
    points: points.length,
    // A rise over steps begins at its first point; who did not report before it does not matter.
    incomplete: fit.used.slice(1).filter((point) => point.incomplete === true).length,
    pacePerMonth: known(fit.pace, bounds.pace),
    expected: known(due.expected, bounds.expected),
    band: { low: due.low, high: due.high },
    line: daysTo(last.on, dueOn).map((day) => ({ on: day, ...estimate(monthsAt(day)) })),
    reachedOn: reachedOn(wanted, { last, pace: fit.pace, estimate }),
    neededPerMonth: neededPerMonth(wanted, last, monthsAt(dueOn) - monthsAt(last.on)),
  }
}

/** The points up to a date, oldest first, one a day: of two the later one given. */
export function pointsUpTo(points: readonly ForecastPoint[], on: LocalDate): readonly ForecastPoint[] {
  const byDay = new Map(points.filter((point) => point.on <= on).map((point) => [point.on, point]))
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The value at which the promise is kept, with the bound of what it is counted from. */
function levelOf({ comparator, from }: { readonly comparator: Comparator; readonly from: Known }): Known {
  const own = comparator.is === 'at-most' ? comparator.value : leastThatKeeps(comparator)
  return known(from.value + own, from.bound)
}

/** The last point's day, the ends of the months after it, and the due date. */
function daysTo(lastOn: LocalDate, dueOn: LocalDate): readonly LocalDate[] {
  const days = [lastOn]
  for (let day = endOfMonth(addDays(lastOn, 1)); day < dueOn; day = endOfMonth(addDays(day, 1))) days.push(day)
  return [...days, dueOn]
}

/**
 * The bounds of pace and expected value. What is missing in a running total only grows, so that totals which lack somebody make both
 * lower bounds; for anything else a difference of two lower bounds is `about`, and so is a line through bounded points.
 */
function boundsOf(method: ForecastMethod, { used }: Fit, accumulates: boolean): { pace?: Bound; expected?: Bound } {
  const bounds = used.flatMap(({ bound }) => bound ?? [])
  if (bounds.length === 0) return {}
  if (accumulates && bounds.every((bound) => bound === 'above')) return { pace: 'above', expected: 'above' }
  if (method === 'theil-sen') return { pace: 'about', expected: 'about' }
  const [first, last] = [used[0]?.bound, used.at(-1)?.bound]
  const pace = boundOfSum(last, opposite(first))
  const expected = boundOfSum(last, pace)
  return { ...(pace !== undefined && { pace }), ...(expected !== undefined && { expected }) }
}

function neededPerMonth(
  { level, isFalling }: { readonly level: Known; readonly isFalling: boolean },
  last: ForecastPoint,
  months: number,
): Known {
  const missing = subtract(level, known(last.value, last.bound))
  if (!missing.known || (isFalling ? missing.value >= 0 : missing.value <= 0)) return known(0)
  return known(missing.value / months, missing.bound)
}
