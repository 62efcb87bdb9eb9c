import type { Series } from '@xushi/contract'
import type { Bound, Text } from '@xushi/domain'

/** One region's line and where it stands at the last period that ended by the date. */
export type RegionLine = {
  readonly region: string
  readonly name: Text
  readonly on: readonly string[]
  readonly value: readonly (number | null)[]
  readonly last: { readonly value: number; readonly bound: Bound | null } | null
  /** Of the whole, 0 to 1; null where there is no whole. Not more than this while somebody is missing. */
  readonly share: number | null
}

/**
 * The regions of a series, the largest first and those without a value last: running totals or each period's own values, up to a date.
 * Shares are of the sum of the regions that have a value.
 */
export function regionLines(series: Series, on: string, what: 'cumulative' | 'value'): readonly RegionLine[] {
  const count = series.endsOn.filter((day) => day <= on).length
  const lines = (series.regions ?? []).map(({ region, name, bound, ...columns }) => {
    const value = columns[what].slice(0, count)
    const at = value.findLastIndex((one) => one !== null)
    const last = at < 0 ? null : (value[at] ?? null)
    return {
      region,
      name,
      on: series.endsOn.slice(0, count),
      value,
      last: last === null ? null : { value: last, bound: what === 'cumulative' ? (bound[at] ?? null) : null },
    }
  })
  const sum = lines.reduce((total, { last }) => total + (last?.value ?? 0), 0)
  return lines
    .map((line) => ({ ...line, share: line.last === null || sum === 0 ? null : line.last.value / sum }))
    .toSorted((a, b) => (b.last?.value ?? -1) - (a.last?.value ?? -1) || a.region.localeCompare(b.region))
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
