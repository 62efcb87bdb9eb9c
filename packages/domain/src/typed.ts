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

/**
 * The running total after each period, from what is typed. 累计数 and 期末数 are running totals; 本期数 is added up; 自年初累计 is added
 * to the last one of every year before. Where a period of 本期数 or the end of a year is missing, later totals are lower bounds.
 *
 * @returns one figure a point, in smallest units
 */
export function cumulativeOf(typed: Typed, points: readonly TypedPoint[]): readonly Figure<NoFlow>[] {
  if (typed === 'yearToDate') return addedOverYears(points)
  let sum = 0
  let partial = false
  return points.map(({ value }) => {
    if (typed !== 'period') return value === null ? unknown('not-reported') : known(value)
    partial ||= value === null
    if (value === null) return unknown('not-reported')
    sum += value
    return known(sum, partial ? 'above' : undefined)
  })
}

function addedOverYears(points: readonly TypedPoint[]): readonly Figure<NoFlow>[] {
  let earlierYears = 0
  let thisYear = 0
  let partial = false
  return points.map(({ period, value }, index) => {
    const before = points[index - 1]
    if (before !== undefined && yearOf(before) !== yearOf({ period })) {
      earlierYears += thisYear
      thisYear = 0
      partial ||= before.value === null || !isLastOfYear(before.period) || yearOf({ period }) > yearOf(before) + 1
    }
    if (value === null) return unknown('not-reported')
    thisYear = value
    return known(earlierYears + thisYear, partial ? 'above' : undefined)
  })
}

const yearOf = ({ period }: Pick<TypedPoint, 'period'>): number => Number(period.slice(0, 4))
const isLastOfYear = (period: string): boolean => /^\d{4}(-H2|-Q4|(-\d{2}\.\.\d{4})?-12)?$/.test(period)
const isFirstOfYear = (period: string): boolean => /^\d{4}(-H1|-Q1|-01(\.\..*)?)?$/.test(period)
