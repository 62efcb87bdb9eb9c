import type { Series } from '@xushi/contract'
import {
  type Accumulation,
  cumulativeOf,
  DomainError,
  expectedRegions,
  isPartial,
  type Known,
  longestCarry,
  monthsBetween,
  parsePeriod,
  runningTotals,
  type Typed,
} from '@xushi/domain'
import {
  accumulationOf,
  type CountedCell,
  countedCells,
  nation,
  type Reading,
  regionalTotals,
  type StoredTotal,
} from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { countsAfter, isRegional } from '../figures/evidence.ts'
import { valueWire } from '../figures/figure.wire.ts'
import { type IndicatorAsked, indicatorIn, indicatorTimes } from '../figures/indicator-asked.ts'
import type { Times } from '../figures/times.ts'
import type { AnswerVersion, Question } from '../figures/versioned-reply.ts'
import { Refusal } from '../problems/refusal.ts'
import { registerSeries } from './register-series.ts'

export type SeriesAsked = {
  readonly indicator: string
  readonly by?: 'total' | 'region' | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly on?: string | undefined
  readonly knownAt?: string | undefined
}

/** The versioned answer: approved values per reporting period as columns, in total or by region. */
export const series =
  (sources: Sources, asked: SeriesAsked): Question =>
  (now, knownSeq) => {
    const range = rangeOf(asked)
    const { indicator, on } = asked
    const times = indicatorTimes(now, { indicator, on }, knownSeq)
    return {
      version: versionOf(asked, times),
      answer: () =>
        sources.store.read(async (reading) => {
          const found = await indicatorIn(reading, sources, { indicator, on }, knownSeq)
          return { version: versionOf(asked, found.times), value: await seriesOn(reading, asked, range, found) }
        }),
    }
  }

function versionOf({ indicator, by, from, to }: SeriesAsked, times: Times): AnswerVersion {
  return ['series', indicator, by ?? 'total', from ?? null, to ?? null, times.figuresSeq, times.knownSeq, times.on]
}

/** First and last day that were asked for. */
export type Range = { readonly startsOn: string; readonly endsOn: string }

/** @throws DomainError unknown-period; Refusal period-range when the first comes after the last */
function rangeOf({ from, to }: SeriesAsked): Range {
  const [first, last] = [from, to].map((code) => {
    const period = code === undefined ? null : parsePeriod(code)
    if (code !== undefined && period === null) throw new DomainError('unknown-period', { value: code })
    return period
  })
  const range = { startsOn: first?.startsOn ?? '0000-01-01', endsOn: last?.endsOn ?? '9999-12-31' }
  if (range.startsOn > range.endsOn) throw new Refusal('period-range', { from: from ?? '', to: to ?? '' })
  return range
}

export type Point = { readonly code: string; readonly endsOn: string }

/** The same, inside a snapshot. */
export async function seriesOn(
  reading: Reading,
  asked: SeriesAsked,
  range: Range,
  found: IndicatorAsked,
): Promise<Series> {
  const { indicator, times, view } = found
  const register = view.registerOf(indicator.id)
  if (register !== undefined && indicator.opening !== null) return registerSeries(reading, asked, range, found)
  const all = isRegional(indicator)
    ? ((await regionalTotals(reading, [indicator], times.knownSeq)).get(indicator.id) ?? [])
    : []
  const points = pointsIn(all, range)
  const by = asked.by ?? 'total'
  const shown = new Set(points.map(({ code }) => code))
  return {
    indicator: indicator.id,
    by,
    source: 'regions',
    knownAt: times.knownSeq ?? times.figuresSeq,
    figuresSeq: times.figuresSeq,
    unit: indicator.unit,
    decimals: indicator.decimals,
    periods: points.map(({ code }) => code),
    endsOn: points.map(({ endsOn }) => endsOn),
    total: totalColumns(all, points, found),
    ...(by === 'region' && { regions: await regionColumns(reading, points, range, found) }),
    demo: all.some(({ demo, period }) => demo && shown.has(period)),
  }
}

/** The periods to show: those with a total, and every month between them where periods are months. A gap is a place, not a zero. */
function pointsIn(totals: readonly StoredTotal[], { startsOn, endsOn }: Range): readonly Point[] {
  const within = totals.filter((total) => total.endsOn >= startsOn && total.endsOn <= endsOn)
  const [first, last] = [within[0], within.at(-1)]
  const areMonths = within.every(({ period }) => parsePeriod(period)?.kind === 'month')
  if (first === undefined || last === undefined || !areMonths) {
    return within.map((total) => ({ code: total.period, endsOn: total.endsOn }))
  }
  return monthsBetween(first.endsOn, last.endsOn).map((code) => ({ code, endsOn: parsePeriod(code)?.endsOn ?? '' }))
}

function totalColumns(
  all: readonly StoredTotal[],
  points: readonly Point[],
  { indicator, view }: IndicatorAsked,
): Series['total'] {
  const { decimals } = indicator
  const accumulation = accumulationOf(indicator)
  const after = countsAfter(indicator, view.programme(indicator.programme).publishedOn)
  const expected = points.map(({ endsOn }) => expectedRegions(indicator, view.units, view.regions, endsOn).length)
  const running = runningTotals(accumulation, all, Math.max(0, ...expected), after)
  const byPeriod = new Map(all.map((total, index) => [total.period, { total, cumulative: running[index] }]))
  const rows = points.map(({ code }) => byPeriod.get(code))
  const known = rows.map((row) => (row?.cumulative?.known ? row.cumulative : null))
  const threshold = view.programme(indicator.programme).completeness
  return {
    flow: rows.map((row) =>
      row === undefined || row.total.total === null ? null : valueWire(row.total.total, decimals),
    ),
    cumulative: known.map((figure) => (figure === null ? null : valueWire(figure.value, decimals))),
    bound: known.map((figure) => figure?.bound ?? null),
    reported: rows.map((row) => row?.total.reported ?? 0),
    expected,
    complete: rows.map((row, index) => row !== undefined && isComplete(row.total, expected[index] ?? 0, threshold)),
  }
}

/** Whether enough of the expected units stand behind a total for its line to be drawn through. */
function isComplete(total: StoredTotal, expected: number, threshold: number): boolean {
  return !isPartial(total, Math.ceil(expected * threshold))
}

export type RegionColumns = NonNullable<Series['regions']>

async function regionColumns(
  reading: Reading,
  points: readonly Point[],
  { startsOn, endsOn }: Range,
  { indicator, times, view }: IndicatorAsked,
): Promise<RegionColumns> {
  const { id: indicatorId } = indicator
  const rows = await countedCells(reading, { indicatorId, knownSeq: times.knownSeq, from: startsOn, to: endsOn })
  const byRegion = Map.groupBy(rows, ({ region }) => region)
  const expected = expectedRegions(indicator, view.units, view.regions, times.on).map(({ code }) => code)
  const codes = new Set([...expected, ...byRegion.keys()])
  codes.delete(nation)
  const columns = columnsFor(indicator, points, view)
  return [...codes].sort().map((region) => columns(region, byRegion.get(region) ?? []))
}

/** Makes the columns of one region. Several units of a region add up; 计划单列市 stand in rows of their own. */
function columnsFor(indicator: Indicator, points: readonly Point[], view: CatalogueView) {
  const { decimals } = indicator
  const accumulation = accumulationOf(indicator)
  const typed = indicator.typed?.region ?? 'period'
  const after = countsAfter(indicator, view.programme(indicator.programme).publishedOn)
  const counts = points.map(({ endsOn }) => endsOn > after)

  return (region: string, rows: readonly CountedCell[]): RegionColumns[number] => {
    const byPeriod = Map.groupBy(rows, ({ period }) => period)
    const cells = points.map(({ code }) => byPeriod.get(code) ?? [])
    const values = cells.map(sumOf)
    const held = carry(accumulation, values)
    const running = cumulative(accumulation, typed, points, held, counts)
    return {
      region,
      name: view.region(region).shortName,
      value: values.map((value) => (value === null ? null : valueWire(value, decimals))),
      cumulative: running.map((figure) => (figure === null ? null : valueWire(figure.value, decimals))),
      bound: running.map((figure) => figure?.bound ?? null),
      absence: cells.map((entries) => entries.find(({ absence }) => absence !== null)?.absence ?? null),
      carried: held.map((value, index) => value !== null && values[index] === null),
    }
  }
}

function sumOf(entries: readonly CountedCell[]): number | null {
  const values = entries.flatMap(({ value }) => (value === null ? [] : [value]))
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}

/** A stock stands in for the next periods that lack one, a flag until it changes, a flow for none. */
function carry(accumulation: Accumulation, values: readonly (number | null)[]): readonly (number | null)[] {
  if (accumulation === 'flow') return values
  const reach = accumulation === 'flag' ? values.length : longestCarry
  return values.map((value, index) => {
    if (value !== null) return value
    const from = Math.max(0, index - reach)
    return values.slice(from, index).findLast((earlier) => earlier !== null) ?? null
  })
}

function cumulative(
  accumulation: Accumulation,
  typed: Typed,
  points: readonly Point[],
  held: readonly (number | null)[],
  counts: readonly boolean[],
): readonly (Pick<Known, 'value' | 'bound'> | null)[] {
  if (accumulation !== 'flow') return held.map((value) => (value === null ? null : { value }))
  const counted = points.map(({ code }, index) => ({
    period: code,
    value: counts[index] ? (held[index] ?? null) : null,
  }))
  return cumulativeOf(typed, counted).map((figure) => (figure.known ? figure : null))
}
