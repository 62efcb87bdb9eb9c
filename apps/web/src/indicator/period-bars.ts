import type { Series } from '@xushi/contract'
import type { DayRange } from './progress-view.ts'

/** One period's own value: known and whole, known with somebody missing (a lower bound, however few they are), or why it is not there. */
export type PeriodBar = {
  readonly period: string
  readonly endsOn: string
  readonly value: number | null
  readonly isPartial: boolean
  readonly reported: number
  readonly expected: number
  /** Not over yet on the date asked for. */
  readonly isFuture: boolean
}

/** The periods' own values within a span; what is not over yet has none, and a missing period is a place without a bar. */
export function periodBars(series: Series, on: string, span: DayRange | null): readonly PeriodBar[] {
  const { periods, endsOn, total } = series
  return periods.flatMap((period, index) => {
    const day = endsOn[index] ?? ''
    const at = Math.round(Date.parse(day) / 86_400_000)
    if (span !== null && (at < span.from || at > span.to)) return []
    const isFuture = day > on
    return [
      {
        period,
        endsOn: day,
        value: isFuture ? null : (total.flow[index] ?? null),
        isPartial: (total.reported[index] ?? 0) < (total.expected[index] ?? 0),
        reported: total.reported[index] ?? 0,
        expected: total.expected[index] ?? 0,
        isFuture,
      },
    ]
  })
}

/** Round top of an axis for values of 0 and more: 1, 2, 2.5 or 5 times a power of ten, at least the largest. */
export function axisTop(values: readonly (number | null)[]): number {
  const most = Math.max(0, ...values.map((value) => value ?? 0))
  if (most === 0) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((top) => top >= most * (1 - 1e-9)) ?? most
}
