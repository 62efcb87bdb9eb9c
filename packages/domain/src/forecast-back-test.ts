import { type Figure, known, unknown } from './figure.ts'
import { estimateAt, type Possible, possibleAfter } from './forecast-estimate.ts'
import { type ForecastMethod, type ForecastPoint, fitOf, monthsAt } from './forecast-method.ts'

/** Points that a forecast needs: three steps are the least whose scatter tells anything. */
export const leastPoints = 4

/** How a method would have done on the same points (回测). */
export type BackTest = {
  /** Forecasts that could be compared. */
  readonly count: number
  /** Mean of |forecast − value| / |value|, a unitless ratio; unknown where nothing could be compared. */
  readonly error: Figure<'no-origin'>
  /** How many values lay inside the band that was forecast for them. */
  readonly within: number
}

/** One forecast of the back-test, beside what came. In smallest units. */
export type BackTestStep = {
  readonly point: ForecastPoint
  readonly expected: number
  readonly low: number
  readonly high: number
}

/**
 * A rolling origin that leaves the future out: from each point on that has at least three before it, the next one is forecast and
 * compared with what came.
 *
 * @param points on distinct days, oldest first
 */
export function backTestSteps(
  method: ForecastMethod,
  points: readonly ForecastPoint[],
  possible: Possible = {},
): readonly BackTestStep[] {
  return points.slice(leastPoints).map((point, index) => {
    const past = points.slice(0, leastPoints + index)
    return { point, ...estimateAt(fitOf(method, past), monthsAt(point.on), possibleAfter(past, possible)) }
  })
}

/** The back-test of a method in short. A value of 0 has no percentage and is left out. Source: docs/methods/forecast.md */
export function backTest(method: ForecastMethod, points: readonly ForecastPoint[], possible: Possible = {}): BackTest {
  const steps = backTestSteps(method, points, possible).filter(({ point }) => point.value !== 0)
  const errors = steps.map(({ point, expected }) => Math.abs(expected - point.value) / Math.abs(point.value))
  const total = errors.reduce((sum, error) => sum + error, 0)
  return {
    count: steps.length,
    error: steps.length === 0 ? unknown('no-origin') : known(total / steps.length),
    within: steps.filter(({ point, low, high }) => low <= point.value && point.value <= high).length,
  }
}
