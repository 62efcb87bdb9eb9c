import { dateCell, textCell } from '../cells.ts'
import type { ReportSection } from '../report-model.ts'
import { start, tableOf, tableSection } from '../table-of.ts'
import type { Telling } from '../told.ts'

/** 滞后原因: cause, remedy, unit and new date, of the nation and of every region that handed one in. */
export function lagSection(telling: Telling): ReportSection {
  const { material, says, language } = telling
  const { columns } = says
  const table = tableOf({ id: 'lag', caption: says.tables.lag }, material.lags, [
    start(columns.goal, 3, ({ goal }) => textCell(goal)),
    start(columns.target, 7, ({ name }) => textCell(name[language])),
    start(columns.region, 4, ({ region }) => textCell(region === null ? says.nation : region[language])),
    start(columns.cause, 6, ({ cause }) => textCell(cause[language])),
    start(columns.remedy, 11, ({ remedy }) => textCell(remedy)),
    start(columns.responsible, 7, ({ responsible }) => textCell(responsible)),
    start(columns.newDate, 6, ({ newDate }) => dateCell(newDate)),
  ])
  return tableSection({ id: 'lag', heading: says.headings.lag }, table, telling)
}
