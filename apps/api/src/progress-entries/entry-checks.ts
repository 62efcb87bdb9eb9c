import type { EntryChecks } from '@xushi/contract'
import {
  type Figure,
  judgeRegionalTarget,
  type LocalDate,
  type PeriodTotal,
  ruleChecks,
  totalsAround,
} from '@xushi/domain'
import { accumulationOf, countedEntries, type EntryRow, nation, type Reading } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { type EntrySources, entrySources, isRegional } from '../figures/evidence.ts'
import { measuredWire } from '../figures/figure.wire.ts'
import { judged } from '../figures/judged.ts'
import { figureOfRegion, regionsWithin } from '../figures/regional-figure.ts'
import { comparisonsOf, regionsOn } from './entry-comparisons.ts'
import { checkedBeside, findingWire, pastOf } from './submission.ts'

/** One entry with everything its checks look at. */
export type Checked = {
  readonly reading: Reading
  readonly entry: EntryRow
  readonly indicator: Indicator
  readonly view: CatalogueView
  /** The day as of which total and status are told. */
  readonly on: LocalDate
  /** What counts now. */
  readonly rows: readonly EntryRow[]
  readonly sources: EntrySources
  readonly totals: { readonly before: readonly PeriodTotal[]; readonly after: readonly PeriodTotal[] }
}

/** 核对: what the rules say of an entry now, how it stands beside other sources, and what its approval would move. */
export async function entryChecks(
  reading: Reading,
  entry: EntryRow,
  view: CatalogueView,
  today: LocalDate,
): Promise<EntryChecks> {
  const indicator = view.indicator(entry.indicatorId)
  const { lastDueOn } = view.programme(indicator.programme)
  const rows = await countedEntries(reading, { indicatorId: indicator.id, knownSeq: null })
  const sources = (await entrySources(reading, [indicator], view, null)).get(indicator.id)
  if (sources === undefined) throw new Error('an indicator that was asked for has its sources')
  const cells = rows.filter(({ region }) => region !== nation).map(cellOf)
  const totals =
    entry.region === nation || isEmpty(entry)
      ? { before: sources.totals, after: sources.totals }
      : totalsAround(accumulationOf(indicator), cells, cellOf(entry))
  const on = today < lastDueOn ? today : lastDueOn
  const checked = { reading, entry, indicator, view, on, rows, sources, totals }
  return {
    id: entry.id,
    on,
    rules: await rulesOf(checked),
    beside: comparisonsOf(checked),
    total: totalOf(checked),
    statuses: [nationalStatus(checked), regionalStatus(checked)].filter((status) => status !== null),
  }
}

/** A draft that says nothing yet moves nothing. */
const isEmpty = ({ value, absence }: EntryRow) => value === null && absence === null

const cellOf = ({ region, unitId, period, endsOn, value, absence }: EntryRow) => ({
  region,
  unit: unitId,
  period,
  endsOn,
  value,
  absence,
})

async function rulesOf({ reading, entry, indicator }: Checked): Promise<EntryChecks['rules']> {
  const { value } = entry
  const beside = await checkedBeside(reading, entry, indicator, await pastOf(reading, entry))
  if (value === null || beside === null) return []
  return ruleChecks(indicator.rules ?? [], value, beside).map(({ is, finding, isCompared }) => ({
    is,
    result: finding !== null ? 'found' : isCompared ? 'passed' : 'not-compared',
    finding: finding === null ? null : findingWire(finding, indicator.decimals),
  }))
}

function totalOf(checked: Checked): EntryChecks['total'] {
  const { entry, indicator, totals, on } = checked
  if (entry.region === nation || !isRegional(indicator)) return null
  const [before, after] = [regionsOn(checked, totals.before, on), regionsOn(checked, totals.after, on)]
  const wire = (figure: Figure) => measuredWire(figure, indicator.decimals)
  return { before: wire(before.figure), after: wire(after.figure), reported: after.reported }
}

type StatusRow = EntryChecks['statuses'][number]

function nationalStatus({ entry, indicator, view, on, sources, totals }: Checked): StatusRow | null {
  if (indicator.target === null) return null
  const programme = view.programme(indicator.programme)
  const statusOf = (of: EntrySources) => judged(indicator, { programme, view, on }, of).judgement.status
  const { id, period, endsOn, value, demo } = entry
  const others = sources.national.filter((one) => one.period !== period)
  const national = [...others, { id, period, endsOn, value, demo }].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
  const after =
    entry.region === nation
      ? { ...sources, national }
      : { ...sources, totals: totals.after.map((total) => ({ ...total, demo: false })) }
  return { of: 'nation', before: statusOf(sources), after: statusOf(after), source: indicator.sourceOfRecord }
}

function regionalStatus({ entry, indicator, view, on, rows }: Checked): StatusRow | null {
  const target = view.regionalTarget(indicator.id, entry.region)
  if (target === undefined) return null
  const { publishedOn: programmeOn, thresholds } = view.programme(indicator.programme)
  const within = regionsWithin(indicator, view.regions, entry.region)
  const terms = { on, programmeOn, thresholds, addsUp: accumulationOf(indicator) === 'flow' }
  const statusOf = (counted: readonly EntryRow[]) => {
    const { figure } = figureOfRegion(indicator, counted, { region: entry.region, on, view, programmeOn })
    return judgeRegionalTarget(target, figure, terms).status
  }
  const now = rows.filter(({ region, endsOn }) => within.has(region) && endsOn <= on)
  const isSame = (row: EntryRow) =>
    row.unitId === entry.unitId && row.region === entry.region && row.period === entry.period
  const later = [...now.filter((row) => !isSame(row)), entry].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
  return { of: 'region', before: statusOf(now), after: statusOf(later), source: null }
}
