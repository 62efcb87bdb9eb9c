import type { Completeness } from '@xushi/contract'
import { completenessByRegion, isPrefecture, type LocalDate, type Programme, type RegionCell } from '@xushi/domain'
import { handedInBetween, listConfirmations, nation, type Reading } from '@xushi/store'
import { type CellsAsked, firstHandedIn } from '../calendar/owed-cells.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { isAnsweredByRegions, owedIn } from '../dashboard/region-reports.ts'
import { periodsFor } from '../figures/region-held.ts'
import { provinceOf } from '../figures/register-count.ts'

type Asked = {
  readonly programme: Programme
  readonly view: CatalogueView
  readonly on: LocalDate
  readonly region?: string | undefined
}

/**
 * Completeness (填报率) region by region on a date, over the same cells as the page of each region. What is approved now counts, so that
 * the answer changes with the figures and not with every draft.
 */
export async function completenessOn(reading: Reading, asked: Asked): Promise<Completeness> {
  const { view, region } = asked
  const cells = await cellsOn(reading, asked)
  const rows = new Map(completenessByRegion(cells).map((row) => [row.region, row]))
  const days = cells.map(({ endsOn }) => endsOn).sort()
  return {
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    regions: view.regions
      .filter((one) => one.code !== nation && !isPrefecture(one) && (region === undefined || one.code === region))
      .map(({ code, shortName }) => ({ ...(rows.get(code) ?? nothing), region: code, name: shortName })),
  }
}

const nothing = { expected: 0, counted: 0, completeness: null, periods: 0, full: 0 }

/** Every cell that is asked of the regions up to the date, in its province. */
async function cellsOn(reading: Reading, { programme, view, on }: Asked): Promise<readonly RegionCell[]> {
  const indicators = view.indicatorsOf(programme.id).filter(isAnsweredByRegions)
  const ids = indicators.filter(({ typed }) => typed?.region != null).map(({ id }) => id)
  const periods = new Map(indicators.map((indicator) => [indicator.id, periodsFor(indicator, view, on)]))
  const from = [...periods.values()].flatMap(([first]) => first?.startsOn ?? []).sort()[0] ?? on
  // Neither deadlines nor exceptions bear on whether a cell counts.
  const times = { until: null, knownSeq: null }
  const cells: CellsAsked = { programme, view, today: on, openedOn: on, exceptions: [], ...times }
  const handedIn = firstHandedIn(await handedInBetween(reading, ids, from, on), times)
  const asked: RegionCell[] = []
  for (const indicator of indicators) {
    const confirmations =
      view.registerOf(indicator.id) === undefined ? [] : await listConfirmations(reading, indicator.id)
    for (const period of periods.get(indicator.id) ?? []) {
      for (const { cell, counts } of owedIn(indicator, period, handedIn, confirmations, cells)) {
        asked.push({ region: provinceOf(cell.region, view), endsOn: period.endsOn, counts })
      }
    }
  }
  return asked
}
