import type { Typed } from './definition.ts'
import { type Figure, known, unknown } from './figure.ts'

export type NoFlow = 'not-reported' | 'previous-missing'

/** One typed value of a unit, oldest first in a list: the period and what was typed, null where nothing was. */
export type TypedPoint = { readonly period: string; readonly value: number | null }

/**
 * What happened in each period, from what is typed: 本期数 as it is, 自年初累计 less the one before in the same year, 累计数 and
 * 期末数 less the one before. After a gap the single period is unknown; nothing is spread over it.
 *
 * @returns one figure a point, in smallest units
 *
 * Source: docs/methods/typed.md
 */
export function flowsOf(typed: Typed, points: readonly TypedPoint[]): readonly Figure<NoFlow>[] {
  return points.map(({ period, value }, index) => {
    if (value === null) return unknown('not-reported')
    if (typed === 'period') return known(value)
    const before = points[index - 1]
    const startsYear = typed === 'yearToDate' && before?.period.slice(0, 4) !== period.slice(0, 4)
    if (startsYear) return isFirstOfYear(period) ? known(value) : unknown('previous-missing')
    return before === undefined || before.value === null ? unknown('previous-missing') : known(value - before.value)
  })
}

/** The running total after each period, from what is typed; a gap in 本期数 makes all later totals lower bounds. */
export function cumulativeOf(typed: Typed, points: readonly TypedPoint[]): readonly Figure<NoFlow>[] {
  let sum = 0
  let partial = false
  return points.map(({ value }) => {
    if (typed === 'sinceStart' || typed === 'atEnd') return value === null ? unknown('not-reported') : known(value)
    partial ||= value === null
    if (value === null) return unknown('not-reported')
    sum = typed === 'yearToDate' ? value : sum + value
    return known(sum, typed === 'period' && partial ? 'above' : undefined)
  })
}

const isFirstOfYear = (period: string): boolean => /^\d{4}(-H1|-Q1|-01(\.\..*)?)?$/.test(period)
