import {
  type Evidence,
  expectedRegions,
  type IndicatorDefinition,
  type LocalDate,
  type NationalFigure,
  type Programme,
  type PublishedFigure,
  type RegionalFigure,
  regionalFigure,
  unknown,
} from '@xushi/domain'
import { accumulationOf, nation, nationalEntries, type Reading, regionalTotals, type StoredTotal } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'

/** An approved entry of the nation, as judgement sees it. Value in smallest units. */
export type NationalEntry = {
  readonly id: string
  readonly endsOn: LocalDate
  readonly value: number | null
  readonly demo: boolean
}

/** What entries say of one indicator. */
export type EntrySources = {
  /** Totals over the regions by period, oldest first. */
  readonly totals: readonly StoredTotal[]
  readonly national: readonly NationalEntry[]
}

/** Null: the reader may not see entries. */
export type VisibleEntries = EntrySources | null

/** What entries say of several indicators, by indicator, as known at a ledger number (null: now). */
export async function entrySources(
  reading: Reading,
  indicators: readonly Indicator[],
  knownSeq: number | null,
): Promise<ReadonlyMap<string, EntrySources>> {
  const totals = await regionalTotals(reading, indicators.filter(isRegional), knownSeq)
  const typed = indicators.filter((indicator) => indicator.typed !== null).map(({ id }) => id)
  const national = Map.groupBy(await nationalEntries(reading, typed, knownSeq), ({ indicatorId }) => indicatorId)
  return new Map(
    indicators.map(({ id }) => [id, { totals: totals.get(id) ?? [], national: national.get(id) ?? [] }] as const),
  )
}

/** The day after which progress counts: the later of baseline date and programme date. */
export function countsAfter({ baseline }: Pick<IndicatorDefinition, 'baseline'>, programmeOn: LocalDate): LocalDate {
  return baseline !== null && baseline.on > programmeOn ? baseline.on : programmeOn
}

/** Whether regions report an indicator at all. */
export const isRegional = ({ typed, reportedBy }: Pick<IndicatorDefinition, 'typed' | 'reportedBy'>) =>
  typed !== null && typed.region !== null && reportedBy.region.length > 0

/** How many units should report an indicator for the regions on a date. */
export const expectedCount = (indicator: Indicator, { units, regions }: CatalogueView, on: LocalDate) =>
  expectedRegions(indicator, units, regions, on).length

/** Published figures and approved entries of the nation, as one list of dated figures. */
export function nationalFigures(published: readonly PublishedFigure[], entries: VisibleEntries): NationalFigure[] {
  const ofNation = published.filter(({ region }) => region === nation)
  const typed = (entries?.national ?? []).flatMap(({ id, endsOn, value }): NationalFigure[] =>
    value === null ? [] : [{ id, on: endsOn, precision: 'day', value, confidence: 'entry' }],
  )
  return [...ofNation, ...typed]
}

/** Everything a judgement of one indicator looks at. There are no registers yet: nothing is counted from one. */
export function evidenceFor(
  indicator: Indicator,
  programme: Programme,
  view: CatalogueView,
  on: LocalDate,
  entries: VisibleEntries,
): Evidence {
  const expected = expectedCount(indicator, view, on)
  const regional = isRegional(indicator) ? regionalOn(indicator, programme, entries, expected) : null
  return {
    on,
    programmeOn: programme.publishedOn,
    thresholds: programme.thresholds,
    national: nationalFigures(view.publishedOf(indicator), entries),
    regional,
    regionalDays: (entries?.totals ?? []).filter(({ reported }) => reported > 0).map(({ endsOn }) => endsOn),
    register: null,
    expected,
  }
}

function regionalOn(indicator: Indicator, programme: Programme, entries: VisibleEntries, expected: number) {
  if (entries === null) return (): RegionalFigure => hiddenRegional(expected)
  const accumulation = accumulationOf(indicator)
  const after = countsAfter(indicator, programme.publishedOn)
  return (on: LocalDate) => regionalFigure(accumulation, entries.totals, on, expected, after)
}

/** What somebody without an account is told of the regions: nothing, and why. */
function hiddenRegional(expected: number): RegionalFigure {
  return { figure: unknown('sign-in-required'), on: null, period: null, reported: { units: 0, expected } }
}
