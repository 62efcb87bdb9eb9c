import type { Series } from '@xushi/contract'
import type { Bound, Text } from '@xushi/domain'
import { boundSign, type Language } from '@xushi/wording'

/** One region's line and where it stands at the last period that ended by the date. */
export type RegionLine = {
  readonly region: string
  readonly name: Text
  readonly on: readonly string[]
  readonly value: readonly (number | null)[]
  /** Of each value; a period's own value has none. */
  readonly bound: readonly (Bound | null)[]
  readonly last: { readonly value: number; readonly bound: Bound | null } | null
  /** Of the whole, 0 to 1; null where there is no whole. Not more than this while somebody is missing. */
  readonly share: number | null
}

/**
 * The regions of a series, the largest first and those without a value last: running totals or each period's own values, up to a date.
 * Periods' own values are compared within one period: the last of which any region has a value. Shares are of the sum of the regions that have a value.
 */
export function regionLines(series: Series, on: string, what: 'cumulative' | 'value'): readonly RegionLine[] {
  const count = series.endsOn.filter((day) => day <= on).length
  const lastPeriod = lastValued(series, count)
  const lines = (series.regions ?? []).map(({ region, name, bound, ...columns }) => {
    const value = columns[what].slice(0, count)
    const at = what === 'value' ? lastPeriod : value.findLastIndex((one) => one !== null)
    const last = at < 0 ? null : (value[at] ?? null)
    return {
      region,
      name,
      on: series.endsOn.slice(0, count),
      value,
      bound: value.map((_, index) => (what === 'cumulative' ? (bound[index] ?? null) : null)),
      last: last === null ? null : { value: last, bound: what === 'cumulative' ? (bound[at] ?? null) : null },
    }
  })
  const sum = lines.reduce((total, { last }) => total + (last?.value ?? 0), 0)
  return lines
    .map((line) => ({ ...line, share: line.last === null || sum === 0 ? null : line.last.value / sum }))
    .toSorted((a, b) => (b.last?.value ?? -1) - (a.last?.value ?? -1) || a.region.localeCompare(b.region))
}

/** The last period, of the first so many, of which any region has a value of its own; -1 where there is none. */
const lastValued = ({ regions }: Series, count: number): number =>
  Math.max(-1, ...(regions ?? []).map(({ value }) => value.slice(0, count).findLastIndex((one) => one !== null)))

/** The period that the regions' own values are compared in. */
export function comparedPeriod(series: Series, on: string): string | null {
  const at = lastValued(series, series.endsOn.filter((day) => day <= on).length)
  return series.periods[at] ?? null
}

/**
 * Shares as tenths of a percent that add up to the whole exactly, by largest remainder: rounded one by one they would not.
 *
 * @param shares 0 to 1; null stays null
 * @returns percent with one decimal as a number, in the order given
 */
export function wholeShares(shares: readonly (number | null)[]): readonly (number | null)[] {
  const exact = shares.map((share) => (share === null ? null : share * 1000))
  const floors = exact.map((value) => (value === null ? 0 : Math.floor(value + 1e-9)))
  const total = Math.round(exact.reduce<number>((sum, value) => sum + (value ?? 0), 0))
  let left = total - floors.reduce((sum, value) => sum + value, 0)
  const order = exact
    .flatMap((value, index) => (value === null ? [] : [{ index, rest: value - (floors[index] ?? 0) }]))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order) {
    if (left <= 0) break
    floors[index] = (floors[index] ?? 0) + 1
    left -= 1
  }
  return shares.map((share, index) => (share === null ? null : (floors[index] ?? 0) / 10))
}

/** 0% only for a zero: what is less than a tenth of a percent says so. */
export function shareText(share: number | null, value: number, language: Language): string {
  if (share === null) return '—'
  if (value === 0) return '0%'
  if (share === 0) return language === 'zh' ? '不足0.1%' : 'under 0.1%'
  return `${share.toFixed(1)}%`
}

/**
 * A region's share as it may be said while somebody is missing: the sum can only grow, so a region that reported everything holds no
 * more than this (≤), and one that did not holds about this.
 */
export function boundedShareText(
  share: number | null,
  last: RegionLine['last'],
  isPartial: boolean,
  language: Language,
): string {
  const said = shareText(share, last?.value ?? 0, language)
  if (!isPartial || share === null || share === 0 || last === null) return said
  return `${boundSign(last.bound === null ? 'below' : 'about', language)}${said}`
}

/** Whether somebody is missing in the sum that shares are of. */
export const hasMissing = (lines: readonly RegionLine[]): boolean =>
  lines.some(({ last }) => last === null || last.bound !== null)
