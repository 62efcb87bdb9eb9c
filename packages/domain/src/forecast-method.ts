import type { Bound } from './figure.ts'
import { daysInMonth, type LocalDate } from './local-date.ts'
import { studentT975 } from './student-t.ts'

/** 近期速度 and 稳健回归. */
export const forecastMethods = ['recent-pace', 'theil-sen'] as const
export type ForecastMethod = (typeof forecastMethods)[number]

/** Steps between points that the recent pace looks back over. */
export const recentSteps = 3

/** A dated value in smallest units. `incomplete`: somebody expected did not report this very period, so that the value is low. */
export type ForecastPoint = {
  readonly on: LocalDate
  readonly value: number
  readonly bound?: Bound
  readonly incomplete?: boolean
}

/** A line laid through points. Places in time are calendar months, see `monthsAt`. */
export type Fit = {
  /** Smallest units for each calendar month. */
  readonly pace: number
  readonly used: readonly ForecastPoint[]
  readonly expectedAt: (months: number) => number
  /** Half the width of the band, never negative; it widens with the distance. */
  readonly halfWidthAt: (months: number) => number
}

/**
 * The place of a day in calendar months: the last day of a month is a whole number, a day within it its share of that month. The end
 * of June and the end of September are 3 months apart, whatever their days.
 */
export function monthsAt(date: LocalDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return 12 * year + month - 1 + day / daysInMonth(year, month)
}

/** The fit of a method. @param points at least three, on distinct days, oldest first */
export function fitOf(method: ForecastMethod, points: readonly ForecastPoint[]): Fit {
  return method === 'recent-pace' ? recentPace(points) : theilSen(points)
}

/**
 * The pace between the last point and the one three steps before it, carried on from the last point: a random walk with drift.
 *
 *     pace  = (v_n − v_(n−3)) / (t_n − t_(n−3))
 *     scale = √( Σ (step − pace × months)² / months / (steps − 1) )
 *     half  = t975(steps − 1) × scale × √( h (1 + h / T) )
 *
 * with h the months ahead of the last point and T the months looked back over.
 *
 * Source: docs/methods/forecast.md
 */
function recentPace(points: readonly ForecastPoint[]): Fit {
  const used = points.slice(-recentSteps - 1)
  const places = placesOf(used)
  const [first, last] = ends(places)
  const span = last.at - first.at
  const pace = (last.value - first.value) / span
  const steps = places.slice(1).map((place, index) => between(places[index] ?? first, place))
  const squares = sum(steps.map(({ months, rise }) => (rise - pace * months) ** 2 / months))
  const scale = Math.sqrt(squares / Math.max(1, steps.length - 1))
  const quantile = studentT975(Math.max(1, steps.length - 1))
  return {
    pace,
    used,
    expectedAt: (months) => last.value + pace * (months - last.at),
    halfWidthAt: (months) => {
      const ahead = Math.max(0, months - last.at)
      return quantile * scale * Math.sqrt(ahead * (1 + ahead / span))
    },
  }
}

/**
 * The line of Theil and Sen through all points: the median of the slopes between any two, and the median of what is left as height.
 * The band is the prediction interval of a regression with the residuals of this line.
 *
 *     half = t975(n − 2) × √( Σ residual² / (n − 2) ) × √( 1 + 1 / n + (t − mean)² / Σ (t_i − mean)² )
 *
 * Source: docs/methods/forecast.md
 */
function theilSen(points: readonly ForecastPoint[]): Fit {
  const places = placesOf(points)
  const [first] = ends(places)
  const slopes = places.flatMap((a, index) =>
    places.slice(index + 1).map((b) => {
      const { rise, months } = between(a, b)
      return rise / months
    }),
  )
  const pace = median(slopes)
  // Counted from the first point: with a height at the year 0 the digits that matter would be lost.
  const height = median(places.map(({ at, value }) => value - pace * (at - first.at)))
  const expectedAt = (months: number) => height + pace * (months - first.at)
  const free = Math.max(1, places.length - 2)
  const scale = Math.sqrt(sum(places.map(({ at, value }) => (value - expectedAt(at)) ** 2)) / free)
  const mean = sum(places.map(({ at }) => at)) / places.length
  const spread = sum(places.map(({ at }) => (at - mean) ** 2))
  const quantile = studentT975(free)
  return {
    pace,
    used: points,
    expectedAt,
    halfWidthAt: (months) => quantile * scale * Math.sqrt(1 + 1 / places.length + (months - mean) ** 2 / spread),
  }
}

type Place = { readonly at: number; readonly value: number }

const placesOf = (points: readonly ForecastPoint[]): readonly Place[] =>
  points.map(({ on, value }) => ({ at: monthsAt(on), value }))

function ends(places: readonly Place[]): readonly [Place, Place] {
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined || first === last) throw new Error('a line needs two points')
  return [first, last]
}

const between = (a: Place, b: Place) => ({ months: b.at - a.at, rise: b.value - a.value })
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** The middle value, or the mean of the two middle ones. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 1 ? half : half - 1], sorted[half]]
  if (low === undefined || high === undefined) throw new Error('no values have no median')
  return low / 2 + high / 2
}
