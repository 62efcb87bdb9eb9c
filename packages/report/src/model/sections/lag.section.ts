import { dateCell, textCell } from '../cells.ts'
import type { ReportCell, ReportSection } from '../report-model.ts'
import { start, tableOf, tableSection } from '../table-of.ts'
import type { Telling } from '../told.ts'
import { isBehind } from './summary.section.ts'
import { answerable } from './supervision.section.ts'

type Row = {
  readonly goal: string
  readonly name: string
  readonly region: string
  readonly cause: string
  readonly remedy: string
  readonly responsible: string
  readonly newDate: ReportCell
}

/**
 * 滞后原因: cause, remedy, unit and new date, of the nation and of every region that handed one in; and everything behind schedule that
 * owes its reason.
 */
export function lagSection(telling: Telling): ReportSection {
  const { material, says, language } = telling
  const { columns } = says
  const given = material.lags.map(
    ({ goal, name, region, cause, newDate, ...texts }): Row => ({
      goal,
      name: name[language],
      region: region === null ? says.nation : region[language],
      cause: cause[language],
      ...texts,
      newDate: dateCell(newDate),
    }),
  )
  const owed = withoutReason(telling).map(
    ({ id, goal, name }): Row => ({
      goal,
      name: name[language],
      region: (material.region ?? { zh: says.nation, en: says.nation })[language],
      cause: says.causeMissing,
      remedy: '—',
      responsible: answerable(id, null, telling),
      newDate: dateCell(null),
    }),
  )
  const rows = [...given, ...owed].toSorted(byKindAndNumber)
  const table = tableOf({ id: 'lag', caption: says.tables.lag }, rows, [
    start(columns.goal, 3, ({ goal }) => textCell(goal)),
    start(columns.target, 7, ({ name }) => textCell(name)),
    start(columns.region, 4, ({ region }) => textCell(region)),
    start(columns.cause, 6, ({ cause }) => textCell(cause)),
    start(columns.remedy, 11, ({ remedy }) => textCell(remedy)),
    start(columns.responsible, 7, ({ responsible }) => textCell(responsible)),
    start(columns.newDate, 6, ({ newDate }) => newDate),
  ])
  return tableSection({ id: 'lag', heading: says.headings.lag }, table, telling)
}

/** Targets that are behind and, of the nation, milestones that are overdue, without a reason on record. */
function withoutReason({ material: { dashboard, region } }: Telling) {
  const targets = dashboard.indicators.filter((target) => isBehind(target) && target.lag === null)
  const milestones = dashboard.milestones.filter(({ standing, lag }) => standing?.state === 'overdue' && lag === null)
  return [...targets, ...(region === null ? milestones : [])]
}

/** Targets (T) before milestones (M), each by its number. */
function byKindAndNumber({ goal: a }: Row, { goal: b }: Row): number {
  return a[0] === b[0] ? a.localeCompare(b, 'en', { numeric: true }) : b.localeCompare(a, 'en')
}
