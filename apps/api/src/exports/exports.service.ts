import { DomainError, type Period, parsePeriod, serves } from '@xushi/domain'
import {
  type ExportedEntry,
  type Language,
  maximumSheetRows,
  progressEntriesCsv,
  progressEntriesXlsx,
} from '@xushi/report'
import { countExportRows, type ExportFilter, type ExportRow, exportPages } from '@xushi/store'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { Refusal } from '../problems/refusal.ts'
import { handlesNation } from '../progress-entries/entry-rights.ts'
import type { Person } from '../session/person.ts'
import { contentTypes, type Download } from './download.ts'

export type ExportAsked = {
  readonly format: 'csv' | 'xlsx'
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly indicator?: string | undefined
  readonly region?: string | undefined
}

/**
 * One row per entry that somebody may see, oldest period first, as CSV or XLSX.
 *
 * @throws DomainError unknown-period, unknown-indicator, unknown-region, too-many-rows
 */
export async function exportEntries(
  sources: Sources,
  person: Person,
  asked: ExportAsked,
  language: Language,
): Promise<Download> {
  const view = await viewNow(sources)
  const filter = filterOf(asked, view)
  const pages = exportedPages(sources, filter, person, view)
  const name = fileName(asked, language)
  const told = { type: contentTypes[asked.format], plainName: `progress-entries.${asked.format}`, name }
  if (asked.format === 'csv') return { ...told, content: progressEntriesCsv(pages, language) }

  const rows = await countExportRows(sources.store, filter)
  if (rows > maximumSheetRows) throw new DomainError('too-many-rows', { rows, most: maximumSheetRows })
  return { ...told, content: progressEntriesXlsx(pages, language) }
}

function filterOf({ from, to, indicator, region }: ExportAsked, view: CatalogueView): ExportFilter {
  const first = periodOf(from)
  const last = periodOf(to)
  if (first !== null && last !== null && first.startsOn > last.endsOn) {
    throw new Refusal('period-range', { from: first.code, to: last.code })
  }
  return {
    ...(first !== null && { from: first.startsOn }),
    ...(last !== null && { to: last.endsOn }),
    ...(indicator !== undefined && { indicatorId: view.indicator(indicator).id }),
    ...(region !== undefined && { region: view.region(region).code }),
  }
}

function periodOf(code: string | undefined): Period | null {
  if (code === undefined) return null
  const period = parsePeriod(code)
  if (period === null) throw new DomainError('unknown-period', { value: code })
  return period
}

/** Entries still under way are exported to those who handle the nation and to their own unit; settled ones to all. */
async function* exportedPages(
  { store }: Sources,
  filter: ExportFilter,
  person: Person,
  view: CatalogueView,
): AsyncGenerator<readonly ExportedEntry[]> {
  const national = handlesNation(person)
  for await (const page of exportPages(store, filter)) {
    const shown = national
      ? page
      : page.filter(({ entry }) => isSettled(entry.state) || serves(person.unitIds, entry.unitId, view.units))
    yield shown.map((row) => exportedEntry(row, view))
  }
}

const isSettled = (state: string) => ['approved', 'withdrawn', 'superseded'].includes(state)

function exportedEntry({ entry, recorder, unitReviewer, approver }: ExportRow, view: CatalogueView): ExportedEntry {
  const indicator = view.indicator(entry.indicatorId)
  return {
    id: entry.id,
    goal: indicator.goal,
    indicator: indicator.name,
    region: entry.region,
    regionName: view.region(entry.region).name,
    reportingUnit: view.unit(entry.unitId).name,
    period: entry.period,
    endsOn: entry.endsOn,
    value: entry.value,
    decimals: indicator.decimals,
    unit: indicator.unit,
    bound: null,
    absence: entry.absence,
    state: entry.state,
    note: entry.note,
    recorder,
    recordedAt: entry.createdAt,
    unitReviewer,
    approver,
    approvedAt: entry.approverId === null ? null : entry.decidedAt,
    correctionReason: entry.correctionReason,
    supersedes: entry.supersedesId,
    demo: entry.demo,
  }
}

function fileName({ format, from, to }: ExportAsked, language: Language): string {
  const words = { zh: { name: '填报数据', to: '至' }, en: { name: 'progress-entries', to: '-to-' } }[language]
  const range = [from, to].filter((code) => code !== undefined && code !== '')
  const shown = range[0] === range[1] ? range.slice(0, 1) : range
  return `${[words.name, ...(shown.length > 0 ? [shown.join(words.to)] : [])].join('_')}.${format}`
}
