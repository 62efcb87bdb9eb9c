import {
  expectedRegions,
  type LocalDate,
  monthsFilled,
  type RegionalFigure,
  regionalFigure,
  totalsByPeriod,
} from '@xushi/domain'
import { accumulationOf, type EntryRow } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { countsAfter } from './evidence.ts'

type RegionOn = {
  readonly region: string
  readonly on: LocalDate
  readonly view: CatalogueView
  readonly programmeOn: LocalDate
}
type Row = Pick<EntryRow, 'region' | 'unitId' | 'period' | 'endsOn' | 'value' | 'absence'>

/** What one region holds of an indicator on a date, from its entries. */
export function figureOfRegion(indicator: Indicator, rows: readonly Row[], asked: RegionOn): RegionalFigure {
  return figuresOfRegion(indicator, rows, asked)(asked.on)
}

/** The same for any day up to `on`: the entries are added up once. */
export function figuresOfRegion(
  indicator: Indicator,
  rows: readonly Row[],
  asked: RegionOn,
): (day: LocalDate) => RegionalFigure {
  const accumulation = accumulationOf(indicator)
  const after = countsAfter(indicator, asked.programmeOn)
  const expected = expectedIn(indicator, asked)
  const totals = totalsOf(indicator, rows)
  return (day) => regionalFigure(accumulation, totals, day, expected, after)
}

/** How many regions are asked within one: itself, or its prefectures. */
export function expectedIn(indicator: Indicator, { view, region, on }: Pick<RegionOn, 'view' | 'region' | 'on'>) {
  const within = regionsWithin(indicator, view.regions, region)
  return expectedRegions(indicator, view.units, view.regions, on).filter(({ code }) => within.has(code)).length
}

/** A province holds what it reports itself, or what its prefectures report where those are asked. */
export function regionsWithin(
  { reportingLevel }: Indicator,
  regions: CatalogueView['regions'],
  region: string,
): ReadonlySet<string> {
  const below = reportingLevel === 'prefecture' ? regions.filter(({ parent }) => parent === region) : []
  return new Set([region, ...below.map(({ code }) => code)])
}

function totalsOf(indicator: Indicator, rows: readonly Row[]) {
  const periods = new Map(rows.map(({ period, endsOn }) => [period, { code: period, endsOn }]))
  const cells = rows.map(({ unitId, ...row }) => ({ ...row, unit: unitId }))
  const totals = totalsByPeriod(accumulationOf(indicator), cells, [...periods.values()])
  return accumulationOf(indicator) === 'flow' ? monthsFilled(totals, (total) => total) : totals
}
