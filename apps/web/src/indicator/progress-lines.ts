import type { IndicatorPage } from '@xushi/contract'
import { dayOf } from './progress-gaps.ts'

/** Where a source is going: from its last figure to the due date, with its band. */
export type ForecastLine = {
  readonly source: IndicatorPage['forecasts'][number]['source']
  readonly counts: boolean
  readonly points: readonly {
    readonly day: number
    readonly expected: number
    readonly low: number
    readonly high: number
  }[]
}

/** A plan that held until another one took its place, as points of the chart. */
export type EarlierPlanLine = {
  readonly untilOn: string
  readonly reason: string
  readonly points: readonly { readonly day: number; readonly value: number }[]
}

/** Between which values a soft target is met; null for one number. @param stands what an increment stands on, where that is drawn too */
export const bandOf = (
  target: IndicatorPage['judgement']['target'],
  stands: number,
): { readonly from: number; readonly to: number } | null =>
  target?.comparator === 'about' && target.from !== undefined && target.to !== undefined
    ? { from: target.from + stands, to: target.to + stands }
    : null

/** The forecasts that fit the scale of the chart; those of sums are gains already. */
export function forecastLines(
  { forecasts }: IndicatorPage,
  { scale, zero, joins }: { readonly scale: 'gain' | 'value'; readonly zero: number; readonly joins: boolean },
): readonly ForecastLine[] {
  return forecasts.flatMap(({ source, counts, headline, scale: own }) => {
    if (!headline.known || (own === 'gain' && scale !== 'gain') || (!joins && source !== 'national')) return []
    const less = own === 'gain' ? 0 : zero
    const { on, expected, low, high } = headline.line
    const points = on.map((date, index) => ({
      day: dayOf(date),
      expected: (expected[index] ?? 0) - less,
      low: (low[index] ?? 0) - less,
      high: (high[index] ?? 0) - less,
    }))
    return [{ source, counts, points }]
  })
}

/** The plans that held before, in the scale of the chart. */
export const earlierPlanLines = ({ earlierPlans }: IndicatorPage, zero: number): readonly EarlierPlanLine[] =>
  earlierPlans.map(({ on, value, untilOn, reason }) => ({
    untilOn,
    reason,
    points: on.flatMap((date, index) => {
      const planned = value[index]
      return planned === undefined ? [] : [{ day: dayOf(date), value: planned - zero }]
    }),
  }))
