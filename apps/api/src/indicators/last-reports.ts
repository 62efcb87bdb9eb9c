import type { CountedEntry, LastReport } from '@xushi/contract'
import { expectedRegions, expectedUnits, type LocalDate } from '@xushi/domain'
import { countedEntries, type EntryRow, nation, type Reading } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import type { EntrySources } from '../figures/evidence.ts'
import { valueWire } from '../figures/figure.wire.ts'
import type { IndicatorAsked } from '../figures/indicator-asked.ts'
import { type People, peopleOf } from '../progress-entries/people.ts'

type LastPeriod = { readonly period: string; readonly endsOn: LocalDate }

/**
 * The entries behind the number: for the nation and for the regions, the last period that ended by `on` and for which entries
 * counted at the moment of knowledge, with who has not reported it. A level that never reported is left out.
 */
export async function lastReports(
  reading: Reading,
  { national, totals }: EntrySources,
  { indicator, times, view }: IndicatorAsked,
): Promise<LastReport[]> {
  const past = ({ endsOn }: LastPeriod) => endsOn <= times.on
  const reported = totals.filter((total) => total.reported > 0)
  const wanted = [
    { level: 'nation', last: national.findLast(past) },
    { level: 'region', last: reported.findLast(past) },
  ] as const
  const reports: LastReport[] = []
  for (const { level, last } of wanted) {
    if (last === undefined) continue
    const filter = { indicatorId: indicator.id, knownSeq: times.knownSeq, period: last.period }
    const rows = (await countedEntries(reading, filter)).filter(
      ({ region }) => (region === nation) === (level === 'nation'),
    )
    const people = await peopleOf(reading, rows, view)
    reports.push({
      level,
      period: last.period,
      endsOn: last.endsOn,
      entries: rows.map((row) => countedWire(row, indicator, view, people)),
      missing: missingFrom(rows, level, last.endsOn, indicator, view),
    })
  }
  return reports
}

function countedWire(row: EntryRow, { decimals }: Indicator, view: CatalogueView, people: People): CountedEntry {
  const optional = (id: string | null) => (id === null ? null : people.person(id))
  return {
    id: row.id,
    region: row.region,
    unit: { id: row.unitId, name: view.unit(row.unitId).name },
    period: row.period,
    value: row.value === null ? null : valueWire(row.value, decimals),
    absence: row.absence,
    recorder: people.person(row.recorderId),
    unitReviewer: optional(row.unitReviewerId),
    approver: optional(row.approverId),
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    correctionReason: row.correctionReason,
    demo: row.demo,
  }
}

/** Who was expected for a period and has no entry that counts: regions that lack one, named by the unit that reports for them. */
function missingFrom(
  rows: readonly EntryRow[],
  level: LastReport['level'],
  endsOn: LocalDate,
  indicator: Indicator,
  { units, regions }: CatalogueView,
): LastReport['missing'] {
  // The nation's value is recorded once, by whichever of its units.
  if (level === 'nation') return []
  const reporting = new Set(rows.map(({ region }) => region))
  const own = new Map(
    expectedUnits(indicator, 'region', units, regions, endsOn).map((unit) => [unit.region, unit.name]),
  )
  return expectedRegions(indicator, units, regions, endsOn)
    .filter(({ code }) => !reporting.has(code))
    .map(({ code, name }) => ({ region: code, name: own.get(code) ?? name }))
}
