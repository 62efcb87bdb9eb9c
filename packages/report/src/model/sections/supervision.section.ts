import type { LocalDate, Text } from '@xushi/domain'
import { dateCell, pointsCell, statusCell, textCell } from '../cells.ts'
import type { ReportBlock, ReportCell, ReportSection, ReportTable } from '../report-model.ts'
import { end, start, tableOf } from '../table-of.ts'
import type { Telling } from '../told.ts'
import { behindOf, paragraph } from './summary.section.ts'
import { actualAgainst, type Target } from './target-sentence.ts'

type Lag = Target['lag']

/** Only what is behind, for those who have to answer for it: targets, then milestones past their day. */
export function supervisedSection(telling: Telling): ReportSection {
  const { material, says } = telling
  const behind = behindOf(material.dashboard.indicators, material.request.on)
  const blocks: readonly ReportBlock[] =
    behind.length === 0 ? [paragraph(says.noneBehind)] : [{ is: 'table', table: targetsTable(behind, telling) }]
  const late = material.dashboard.milestones.filter(({ standing }) => standing?.state === 'overdue')
  const milestones: readonly ReportBlock[] =
    late.length === 0 ? [] : [{ is: 'table', table: milestonesTable(late, telling) }]
  return { id: 'behind', level: 1, heading: says.headings.behind, blocks: [...blocks, ...milestones] }
}

function targetsTable(targets: readonly Target[], telling: Telling): ReportTable {
  const { says, language } = telling
  const { columns } = says
  return tableOf({ id: 'supervised', caption: says.tables.supervised, note: says.notes.supervised }, targets, [
    start(columns.goal, 3, ({ goal }) => textCell(goal)),
    start(columns.target, 6, ({ name }) => textCell(name[language])),
    start(columns.status, 4, ({ status }) => statusCell(status, language)),
    start(columns.actualAgainst, 6, (target) => textCell(actualAgainst(target, telling))),
    end(columns.ahead, 4, ({ percentagePoints }) => pointsCell(percentagePoints, language)),
    start(columns.due, 5, ({ due }) => dateCell(due?.on ?? null)),
    start(columns.responsible, 6, ({ id, lag }) => textCell(answerable(id, lag, telling))),
    start(columns.cause, 5, ({ lag }) => causeCell(lag, telling)),
    start(columns.remedy, 8, ({ lag }) => textCell(lag === null ? '—' : lag.remedy)),
    start(columns.newDate, 5, ({ lag }) => dateCell(lag === null ? null : lag.newDate)),
  ])
}

type Milestone = Telling['material']['dashboard']['milestones'][number]

function milestonesTable(milestones: readonly Milestone[], telling: Telling): ReportTable {
  const { says, language } = telling
  const { columns } = says
  const expected = ({ standing }: Milestone): LocalDate | null => standing?.expectedOn ?? null
  return tableOf({ id: 'supervised-milestones', caption: says.tables.supervisedMilestones }, milestones, [
    start(columns.goal, 3, ({ goal }) => textCell(goal)),
    start(columns.milestone, 8, ({ name }) => textCell(name[language])),
    start(columns.expectedOn, 5, (milestone) => dateCell(expected(milestone))),
    start(columns.responsible, 7, ({ id, lag }) => textCell(answerable(id, lag, telling))),
    start(columns.cause, 6, ({ lag }) => causeCell(lag, telling)),
    start(columns.remedy, 9, ({ lag }) => textCell(lag === null ? '—' : lag.remedy)),
    start(columns.newDate, 5, ({ lag }) => dateCell(lag === null ? null : lag.newDate)),
  ])
}

/** Who answers for a goal: whom the reason names, else whom the notice names. */
export function answerable(id: string, lag: Lag, { material, language }: Telling): string {
  if (lag !== null && lag.responsible !== '') return lag.responsible
  const named: Text | undefined =
    material.indicators.find(({ page }) => page.judgement.id === id)?.page.responsible ??
    material.milestones.milestones.find((milestone) => milestone.id === id)?.responsible
  return named?.[language] ?? '—'
}

const causeCell = (lag: Lag, { says, language }: Telling): ReportCell =>
  textCell(lag === null ? says.causeMissing : lag.cause[language])
