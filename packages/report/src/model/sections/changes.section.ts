import type { Change } from '@xushi/contract'
import { changeSentence, statusWords, wordsIn } from '@xushi/wording'
import { end, start, statusCell, textCell, wholeCell } from '../cells.ts'
import type { ChangeLine } from '../report-material.ts'
import type { ReportSection, ReportTable } from '../report-model.ts'
import type { Telling } from '../told.ts'
import { statusMoves } from './status-moves.ts'
import { paragraph } from './summary.section.ts'

const revised: readonly Change['kind'][] = ['correction', 'withdrawal', 'exit', 'merger']

/**
 * 变动: status moves with their cause, revised and withdrawn values with who and why, decisions, and all else that moved figures
 * between the two stands that are compared.
 */
export function changesSections(telling: Telling, level: 1 | 2): readonly ReportSection[] {
  const { says, material } = telling
  const of = (isKind: (kind: Change['kind']) => boolean) => material.changes.filter(({ change }) => isKind(change.kind))
  const parts = [
    { id: 'status-moves', heading: says.headings.statusMoves, table: movesTable(telling) },
    {
      id: 'revisions',
      heading: says.headings.revisions,
      table: linesTable(
        'revisions',
        says.tables.revisions,
        of((kind) => revised.includes(kind)),
        telling,
      ),
    },
    {
      id: 'rebased',
      heading: says.headings.rebased,
      table: linesTable(
        'rebased',
        says.tables.rebased,
        of((kind) => kind === 'decision'),
        telling,
      ),
    },
    {
      id: 'other-changes',
      heading: says.headings.others,
      table: countsTable(
        of((kind) => kind !== 'decision' && !revised.includes(kind)),
        telling,
      ),
    },
  ]
  return parts.map(({ id, heading, table }) => ({
    id,
    level,
    heading,
    blocks: table.rows.length === 0 ? [paragraph(says.nothing)] : [{ is: 'table', table }],
  }))
}

/** A status that moved, with the changes of its target in between as the cause. */
function movesTable({ material, says, language }: Telling): ReportTable {
  const { columns } = says
  const states = wordsIn(statusWords, language)
  const causeOf = (id: string) => {
    const own = material.changes.filter(({ change }) => change.indicator?.id === id)
    const told = own.slice(0, 3).map(({ change }) => changeSentence(change, language))
    return told.length === 0 ? '—' : told.join(says.semicolon)
  }
  return {
    id: 'status-moves',
    caption: says.tables.statusMoves,
    columns: [
      start(columns.goal, 3),
      start(columns.target, 9),
      start(columns.was, 5),
      start(columns.now, 5),
      start(columns.why, 15),
    ],
    rows: statusMoves(material).map(({ target, before }) => [
      textCell(target.goal),
      textCell(target.name[language]),
      { text: states[before], status: before },
      statusCell(target.status, language),
      textCell(causeOf(target.id)),
    ]),
    note: '',
  }
}

function linesTable(
  id: string,
  caption: string,
  lines: readonly ChangeLine[],
  { says, language }: Telling,
): ReportTable {
  const { columns } = says
  return {
    id,
    caption,
    columns: [start(columns.day, 6), start(columns.goal, 3), start(columns.what, 20), start(columns.who, 6)],
    rows: lines.map(({ change, who }) => [
      textCell(change.at.slice(0, 10)),
      textCell(change.indicator?.goal ?? '—'),
      textCell(changeSentence(change, language)),
      textCell(who),
    ]),
    note: '',
  }
}

/** All else that moved figures, counted by goal and kind: new entries and cases are told by name in their own tables. */
function countsTable(lines: readonly ChangeLine[], { says, language }: Telling): ReportTable {
  const { columns } = says
  const groups = Map.groupBy(lines, ({ change }) => `${change.indicator?.goal ?? ''} ${change.kind}`)
  const rows = [...groups.values()].flatMap((own) => {
    const change = own[0]?.change
    if (change === undefined) return []
    return [
      [
        textCell(change.indicator?.goal ?? '—'),
        textCell(change.indicator?.name[language] ?? '—'),
        textCell(says.kinds[change.kind]),
        wholeCell(own.length),
      ],
    ]
  })
  return {
    id: 'other-changes',
    caption: says.tables.others,
    columns: [start(columns.goal, 3), start(columns.target, 14), start(columns.what, 6), end(columns.count, 4)],
    rows: rows.toSorted((a, b) => (a[0]?.text ?? '').localeCompare(b[0]?.text ?? '', 'en', { numeric: true })),
    note: '',
  }
}
