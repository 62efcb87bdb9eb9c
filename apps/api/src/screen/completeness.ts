import type { Completeness } from '@xushi/contract'
import {
  type AskedCell,
  addDays,
  completenessByRegion,
  deadlineOf,
  expectedRegions,
  isPrefecture,
  type LocalDate,
  type Period,
  type Programme,
  periodsOfRule,
  ruleOf,
} from '@xushi/domain'
import { approvedBetween, nation, type Reading } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { provinceOf } from '../figures/register-count.ts'

/** A wall looks back over a year; older periods are in the reports. */
const daysBack = 365

type Asked = {
  readonly programme: Programme
  readonly view: CatalogueView
  readonly on: LocalDate
  readonly region?: string | undefined
}

/**
 * 各地填报率 on a date: approved cells of those that the regions were asked for in the last year of the programme, in periods whose
 * deadline has passed. What is approved now counts, so that the answer changes with the figures and not with every draft.
 */
export async function completenessOn(reading: Reading, asked: Asked): Promise<Completeness> {
  const { programme, view, on, region } = asked
  const indicators = view.indicatorsOf(programme.id).filter(({ typed }) => typed?.region != null)
  const from = [programme.publishedOn, addDays(on, -daysBack)].sort().at(-1) ?? on
  const due = indicators.flatMap((indicator) =>
    periodsDue(indicator, asked, from).map(({ endsOn }) => ({ indicator, endsOn })),
  )
  const ids = indicators.map(({ id }) => id)
  const approved = new Set((await approvedBetween(reading, ids, from, on)).map(keyOf))
  const rows = completenessByRegion(
    due.flatMap(({ indicator, endsOn }) => cellsOf(indicator, view, endsOn)),
    ({ indicator, place, endsOn }) => approved.has(keyOf({ indicatorId: indicator, region: place, endsOn })),
  )
  const days = due.map(({ endsOn }) => endsOn).sort()
  return {
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    regions: view.regions
      .filter((one) => one.code !== nation && !isPrefecture(one) && (region === undefined || one.code === region))
      .map(({ code, shortName }) => ({
        ...(rows.find((row) => row.region === code) ?? nothing),
        region: code,
        name: shortName,
      })),
  }
}

const nothing = { expected: 0, counted: 0, periods: 0, full: 0 }

function periodsDue(indicator: Indicator, { programme, view, on }: Asked, from: LocalDate): readonly Period[] {
  const rule = ruleOf(indicator, programme, 'region')
  return periodsOfRule(from, on, rule).filter((period) => deadlineOf(period, rule, view.years) < on)
}

/** What is asked of the regions for one period. `place` is where it is typed: a prefecture counts in its province. */
type PlacedCell = AskedCell & { readonly place: string }

function cellsOf(indicator: Indicator, view: CatalogueView, endsOn: LocalDate): readonly PlacedCell[] {
  return expectedRegions(indicator, view.units, view.regions, endsOn).map(({ code }) => ({
    indicator: indicator.id,
    region: provinceOf(code, view),
    place: code,
    endsOn,
  }))
}

const keyOf = (cell: { readonly indicatorId: string; readonly region: string; readonly endsOn: LocalDate }) =>
  `${cell.indicatorId} ${cell.region} ${cell.endsOn}`
