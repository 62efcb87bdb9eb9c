import type { Change } from '@xushi/contract'
import { changeSentence } from '@xushi/wording'
import { statusCell, textCell, wholeCell } from '../cells.ts'
import type { ChangeLine } from '../report-material.ts'
import type { ReportSection, ReportTable } from '../report-model.ts'
import { end, start, tableOf, tableSection } from '../table-of.ts'
import type { Telling } from '../told.ts'
import { moveCause } from './move-cause.ts'
import { type StatusMove, statusMoves } from './status-moves.ts'

/** What takes back or changes what was said before. */
const revising: readonly Change['kind'][] = ['correction', 'withdrawal', 'exit', 'merger']

/**
 * 变动: status moves with their cause, revised and withdrawn values with who and why, decisions, and all else that moved figures
 * between the two stands that are compared.
 */
export function changesSections(telling: Telling, level: 1 | 2): readonly ReportSection[] {
  const { says, material } = telling
  const { headings, tables } = says
  const of = (isKind: (kind: Change['kind']) => boolean) => material.changes.filter(({ change }) => isKind(change.kind))
  const revisions = of((kind) => revising.includes(kind))
  const decisions = of((kind) => kind === 'decision')
  const others = of((kind) => kind !== 'decision' && !revising.includes(kind))
  const section = (id: string, heading: string, table: ReportTable) =>
    tableSection({ id, heading, level }, table, telling)
  return [
    section('status-moves', headings.statusMoves, movesTable(statusMoves(material), telling)),
    section('revisions', headings.revisions, linesTable('revisions', tables.revisions, revisions, telling)),
    section('rebased', headings.rebased, linesTable('rebased', tables.rebased, decisions, telling)),
    section('other-changes', headings.others, countsTable(others, telling)),
  ]
}

/** A status that moved, with the changes of its target in between as the cause. */
function movesTable(moves: readonly StatusMove[], telling: Telling): ReportTable {
  const { says, language } = telling
  const { columns } = says
  return tableOf({ id: 'status-moves', caption: says.tables.statusMoves }, moves, [
    start(columns.goal, 3, ({ target }) => textCell(target.goal)),
    start(columns.target, 9, ({ target }) => textCell(target.name[language])),
    start(columns.was, 5, ({ before }) => statusCell(before, language)),
    start(columns.now, 5, ({ target }) => statusCell(target.status, language)),
    start(columns.why, 15, (move) => textCell(moveCause(move, telling))),
  ])
}

function linesTable(id: string, caption: string, lines: readonly ChangeLine[], telling: Telling): ReportTable {
  const { says, language } = telling
  const { columns } = says
  return tableOf({ id, caption }, lines, [
    start(columns.day, 6, ({ change }) => textCell(change.at)),
    start(columns.goal, 3, ({ change }) => textCell(change.indicator?.goal ?? '—')),
    start(columns.what, 20, ({ change }) => textCell(changeSentence(change, language))),
    start(columns.who, 6, ({ who }) => textCell(who)),
  ])
}

/** All else that moved figures, counted by goal and kind: new entries and cases are told by name in their own tables. */
function countsTable(lines: readonly ChangeLine[], { says, language }: Telling): ReportTable {
  const { columns } = says
  const groups = Map.groupBy(lines, ({ change }) => `${change.indicator?.goal ?? ''} ${change.kind}`)
  const counted = [...groups.values()].flatMap((own) => {
    const [first] = own
    return first === undefined ? [] : [{ ...first.change, lines: own.length }]
  })
  const goalOf = ({ indicator }: Pick<Change, 'indicator'>) => indicator?.goal ?? '—'
  const sorted = counted.toSorted((a, b) => goalOf(a).localeCompare(goalOf(b), 'en', { numeric: true }))
  return tableOf({ id: 'other-changes', caption: says.tables.others }, sorted, [
    start(columns.goal, 3, (change) => textCell(goalOf(change))),
    start(columns.target, 14, ({ indicator }) => textCell(indicator?.name[language] ?? '—')),
    start(columns.what, 6, ({ kind }) => textCell(says.kinds[kind])),
    end(columns.count, 4, (change) => wholeCell(change.lines)),
  ])
}
