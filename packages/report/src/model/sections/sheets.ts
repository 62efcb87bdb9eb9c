import { dateCell, reasonText, targetCell, textCell } from '../cells.ts'
import type { ReportTable } from '../report-model.ts'
import { end, start, tableOf } from '../table-of.ts'
import type { Telling } from '../told.ts'

/** What a workbook carries besides: every approved entry, and what each indicator is. */
export const reportSheets = (telling: Telling): readonly ReportTable[] => [
  entriesSheet(telling),
  definitionsSheet(telling),
]

function entriesSheet({ material, says, language }: Telling): ReportTable {
  const { columns } = says
  return tableOf({ id: 'entries', caption: says.tables.entries }, material.entries, [
    start(columns.goal, 4, ({ goal }) => textCell(goal)),
    start(columns.target, 12, ({ name, unit }) => textCell(says.inPlace(name[language], unit[language]))),
    start(columns.region, 6, ({ region }) => textCell(region[language])),
    start(columns.unit, 12, ({ reporter }) => textCell(reporter[language])),
    start(columns.period, 6, ({ period }) => textCell(period)),
    end(columns.value, 8, ({ value, decimals }) =>
      value === null ? textCell('') : { text: String(value), number: { value, decimals, as: 'amount' } },
    ),
    start(columns.absence, 6, ({ absence }) => textCell(absence === null ? '' : reasonText(absence, language))),
    start(columns.recorder, 6, ({ recorder }) => textCell(recorder)),
    start(columns.approver, 6, ({ approver }) => textCell(approver)),
    start(columns.approvedOn, 6, ({ approvedOn }) => dateCell(approvedOn)),
  ])
}

function definitionsSheet({ material, says, language }: Telling): ReportTable {
  const { columns } = says
  return tableOf({ id: 'definitions', caption: says.tables.definitions }, material.dashboard.indicators, [
    start(columns.goal, 4, ({ goal }) => textCell(goal)),
    start(columns.target, 12, ({ name }) => textCell(name[language])),
    start(columns.unit, 5, ({ unit }) => textCell(unit[language])),
    start(columns.targetValue, 8, (target) => targetCell(target, language)),
    start(columns.due, 6, ({ due }) => dateCell(due?.on ?? null)),
    start(columns.source, 12, ({ sourceOfRecord }) =>
      textCell(sourceOfRecord === null ? '—' : says.sourceNames[sourceOfRecord]),
    ),
    start(columns.definition, 30, ({ clause }) => textCell(clause.quote)),
  ])
}
