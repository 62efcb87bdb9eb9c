import { dateCell, start, textCell } from '../cells.ts'
import type { ReportSection } from '../report-model.ts'
import type { Telling } from '../told.ts'
import { paragraph } from './summary.section.ts'

/** 滞后原因: cause, remedy, unit and new date, of the nation and of every region that handed one in. */
export function lagSection({ material, says, language }: Telling): ReportSection {
  const { columns } = says
  const rows = material.lags.map(({ goal, name, region, cause, remedy, responsible, newDate }) => [
    textCell(goal),
    textCell(name[language]),
    textCell(region === null ? says.nation : region[language]),
    textCell(cause[language]),
    textCell(remedy),
    textCell(responsible),
    dateCell(newDate),
  ])
  const table = {
    id: 'lag',
    caption: says.tables.lag,
    columns: [
      start(columns.goal, 3),
      start(columns.target, 7),
      start(columns.region, 4),
      start(columns.cause, 6),
      start(columns.remedy, 11),
      start(columns.responsible, 7),
      start(columns.newDate, 6),
    ],
    rows,
    note: '',
  }
  return {
    id: 'lag',
    level: 1,
    heading: says.headings.lag,
    blocks: rows.length === 0 ? [paragraph(says.nothing)] : [{ is: 'table', table }],
  }
}
