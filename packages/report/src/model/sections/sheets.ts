import { dateCell, end, reasonText, start, targetCell, textCell } from '../cells.ts'
import type { ReportTable } from '../report-model.ts'
import type { Telling } from '../told.ts'

/** What a workbook carries besides: every approved entry, and what each indicator is. */
export function reportSheets(telling: Telling): readonly ReportTable[] {
  return [entriesSheet(telling), definitionsSheet(telling)]
}

function entriesSheet({ material, says, language }: Telling): ReportTable {
  const { columns } = says
  return {
    id: 'entries',
    caption: says.tables.entries,
    columns: [
      start(columns.goal, 4),
      start(columns.target, 12),
      start(columns.region, 6),
      start(columns.unit, 12),
      start(columns.period, 6),
      end(columns.value, 8),
      start(columns.absence, 6),
      start(columns.recorder, 6),
      start(columns.approver, 6),
      start(columns.approvedOn, 6),
    ],
    rows: material.entries.map((entry) => [
      textCell(entry.goal),
      textCell(`${entry.name[language]}（${entry.unit[language]}）`),
      textCell(entry.region[language]),
      textCell(entry.reporter[language]),
      textCell(entry.period),
      entry.value === null
        ? textCell('')
        : { text: String(entry.value), number: { value: entry.value, decimals: entry.decimals, as: 'amount' } },
      textCell(entry.absence === null ? '' : reasonText(entry.absence, language)),
      textCell(entry.recorder),
      textCell(entry.approver),
      dateCell(entry.approvedOn),
    ]),
    note: '',
  }
}

function definitionsSheet({ material, says, language }: Telling): ReportTable {
  const { columns } = says
  return {
    id: 'definitions',
    caption: says.tables.definitions,
    columns: [
      start(columns.goal, 4),
      start(columns.target, 12),
      start(columns.unit, 5),
      start(columns.targetValue, 8),
      start(columns.due, 6),
      start(columns.source, 12),
      start(columns.definition, 30),
    ],
    rows: material.dashboard.indicators.map((target) => [
      textCell(target.goal),
      textCell(target.name[language]),
      textCell(target.unit[language]),
      targetCell(target, language),
      dateCell(target.due?.on ?? null),
      textCell(target.sourceOfRecord === null ? '—' : says.sourceNames[target.sourceOfRecord]),
      textCell(target.clause.quote),
    ]),
    note: '',
  }
}
