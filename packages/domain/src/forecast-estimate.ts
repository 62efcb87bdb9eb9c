import type { Fit, ForecastPoint } from './forecast-method.ts'

/** What a value can be at all, in smallest units: a count is never below 0, a running total never falls, 31 provinces are not 32. */
export type Possible = { readonly accumulates?: boolean; readonly least?: number; readonly most?: number }

/** What is expected, with its band. In smallest units, not rounded. */
export type Estimate = { readonly expected: number; readonly low: number; readonly high: number }

type Limits = { readonly from: number; readonly to: number }

/** What values can be after some points. */
export function possibleAfter(points: readonly ForecastPoint[], { accumulates, least, most }: Possible): Limits {
  const last = points.at(-1)?.value
  const from = accumulates === true && last !== undefined ? last : (least ?? Number.NEGATIVE_INFINITY)
  return { from, to: Math.max(most ?? Number.POSITIVE_INFINITY, from) }
}

/** What a fit expects at a place in time, within what is possible. */
export function estimateAt(fit: Fit, months: number, { from, to }: Limits): Estimate {
  const within = (value: number) => Math.min(Math.max(value, from), to)
  const expected = fit.expectedAt(months)
  const half = fit.halfWidthAt(months)
  return { expected: within(expected), low: within(expected - half), high: within(expected + half) }
}
