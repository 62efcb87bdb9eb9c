import type { Finding as FindingWire } from '@xushi/contract'
import {
  type CheckedBeside,
  DomainError,
  type Finding,
  findingsOf,
  judgeRegionalTarget,
  type LagReason,
  needsLagReason,
  type PastValue,
  submissionFault,
  type Typed,
} from '@xushi/domain'
import { accumulationOf, countedEntries, type EntryRow, nation, type Reading } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { entrySources } from '../figures/evidence.ts'
import { valueWire } from '../figures/figure.wire.ts'
import { judged } from '../figures/judged.ts'
import { figureOfRegion, regionsWithin } from '../figures/regional-figure.ts'
import { checkLag } from './lag-check.ts'

/** A value in its cell, before or after it is recorded. */
export type CellValue = Pick<EntryRow, 'indicatorId' | 'region' | 'unitId' | 'period' | 'startsOn' | 'endsOn' | 'value'>

/** What is typed for a region, or for the nation. */
export const typedFor = ({ typed }: Indicator, region: string): Typed | null =>
  (region === nation ? typed?.nation : typed?.region) ?? null

/**
 * Checks that an entry can be handed in: no hard rule broken, a note where a soft one is, and 滞后原因 where its goal is behind.
 *
 * @throws DomainError rule-broken, explanation-required, lag-reason-required, lag-cause-unknown, lag-date-past
 */
export async function checkedSubmission(
  reading: Reading,
  entry: EntryRow,
  view: CatalogueView,
  lag: LagReason | null,
): Promise<{ readonly findings: readonly Finding[]; readonly lag: LagReason | null }> {
  const indicator = view.indicator(entry.indicatorId)
  const past = await pastOf(reading, entry)
  const findings = await entryFindings(reading, entry, indicator, past)
  // The reason of a correction explains its value as well as a note does.
  const fault = submissionFault(findings, `${entry.note}${entry.correctionReason ?? ''}`)
  if (fault !== null) throw new DomainError(fault)
  const isNeeded = await isBehind(reading, entry, view)
  const causes = view.programme(indicator.programme).lagCauses.map(({ id }) => id)
  checkLag(lag, { isNeeded, causes, spokenOn: entry.endsOn })
  return { findings, lag }
}

/** What a unit reported before in a cell, oldest first. */
export async function pastOf(reading: Reading, cell: CellValue): Promise<readonly PastValue[]> {
  const { indicatorId, region, unitId, startsOn } = cell
  const rows = await countedEntries(reading, { indicatorId, region, to: startsOn, knownSeq: null })
  return rows.filter((row) => row.unitId === unitId).map(({ period, value }) => ({ period, value }))
}

/** What the rules find in a value, beside what the unit reported before. */
export async function entryFindings(
  reading: Reading,
  cell: Pick<CellValue, 'value' | 'period' | 'region'>,
  indicator: Indicator,
  past: readonly PastValue[],
): Promise<readonly Finding[]> {
  const beside = await checkedBeside(reading, cell, indicator, past)
  return cell.value === null || beside === null ? [] : findingsOf(indicator.rules ?? [], cell.value, beside)
}

/** What a value is checked beside; null where there is nothing to check. */
export async function checkedBeside(
  reading: Reading,
  { value, period, region }: Pick<CellValue, 'value' | 'period' | 'region'>,
  indicator: Indicator,
  past: readonly PastValue[],
): Promise<CheckedBeside | null> {
  const typed = typedFor(indicator, region)
  // A catalogue known from before there were rules has none.
  const rules = indicator.rules ?? []
  if (value === null || typed === null || rules.length === 0) return null
  const compared = rules.flatMap((rule) => (rule.is === 'at-most' ? rule.of : []))
  const others: Record<string, number> = {}
  for (const other of compared) {
    const rows = await countedEntries(reading, { indicatorId: other, region, period, knownSeq: null })
    const values = rows.flatMap((row) => (row.value === null ? [] : [row.value]))
    if (values.length > 0) others[other] = values.reduce((sum, one) => sum + one, 0)
  }
  const isYesNo = indicator.kind === 'yes-no'
  return { period, typed, isYesNo, unit: 10 ** indicator.decimals, past, others }
}

/** Whether the goal is behind, or overdue, if this value counts: the nation's, or a region's own part of it (分解目标). */
export async function isBehind(reading: Reading, cell: CellValue, view: CatalogueView): Promise<boolean> {
  const indicator = view.indicator(cell.indicatorId)
  if (cell.value === null || indicator.kind === 'yes-no') return false
  return cell.region === nation
    ? nationBehind(reading, cell, indicator, view)
    : regionBehind(reading, cell, indicator, view)
}

async function nationBehind(reading: Reading, cell: CellValue, indicator: Indicator, view: CatalogueView) {
  if (indicator.sourceOfRecord !== 'national' || indicator.target === null) return false
  const programme = view.programme(indicator.programme)
  const sources = (await entrySources(reading, [indicator], view, null)).get(indicator.id)
  if (sources === undefined) return false
  const { period, endsOn, value } = cell
  const others = sources.national.filter((entry) => entry.period !== period)
  const national = [...others, { id: 'this', period, endsOn, value, demo: false }]
  const { judgement } = judged(indicator, { programme, view, on: endsOn }, { ...sources, national })
  return needsLagReason(judgement.status)
}

async function regionBehind(reading: Reading, cell: CellValue, indicator: Indicator, view: CatalogueView) {
  const target = view.regionalTarget(indicator.id, cell.region)
  if (target === undefined) return false
  const { publishedOn, thresholds } = view.programme(indicator.programme)
  const within = regionsWithin(indicator, view.regions, cell.region)
  const filter = { indicatorId: indicator.id, knownSeq: null, to: cell.endsOn }
  const rows = (await countedEntries(reading, filter)).filter(
    (row) =>
      within.has(row.region) &&
      !(row.unitId === cell.unitId && row.region === cell.region && row.period === cell.period),
  )
  const { figure } = figureOfRegion(indicator, [...rows, { ...cell, absence: null }], {
    region: cell.region,
    on: cell.endsOn,
    view,
    programmeOn: publishedOn,
  })
  const addsUp = accumulationOf(indicator) === 'flow'
  const terms = { on: cell.endsOn, programmeOn: publishedOn, thresholds, addsUp }
  return needsLagReason(judgeRegionalTarget(target, figure, terms).status)
}

/** What a rule found, in the indicator's unit. */
export function findingWire(finding: Finding, decimals: number): FindingWire {
  const wire = (value: number) => valueWire(value, decimals)
  const optional = (value: number | null) => (value === null ? null : wire(value))
  switch (finding.is) {
    case 'range':
      return { ...finding, minimum: optional(finding.minimum), maximum: optional(finding.maximum) }
    case 'not-falling':
      return { ...finding, before: wire(finding.before) }
    case 'jump': {
      const [median, from, to] = [finding.median, finding.from, finding.to].map((value) => wire(Math.round(value)))
      return { ...finding, median: median ?? 0, from: from ?? 0, to: to ?? 0 }
    }
    case 'at-most':
      return { ...finding, of: [...finding.of], sum: wire(finding.sum) }
    default:
      return finding satisfies never
  }
}
