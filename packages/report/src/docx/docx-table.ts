import { xmlCharacters } from '@xushi/contract'
import type { Status, Text } from '@xushi/domain'
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun } from 'docx'
import type { ReportCell, ReportTable } from '../model/report-model.ts'
import { numberedCaption } from '../pdf/report-words.ts'
import { page } from './docx-geometry.ts'

/** Shapes of statuses that every Chinese face has. */
const shapes: Readonly<Record<Status, string>> = {
  overdue: '■',
  behind: '▼',
  'slightly-behind': '▽',
  'on-schedule': '◎',
  achieved: '●',
  'not-started': '◇',
  'no-data': '□',
  'not-judged': '○',
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const rule = (size: number, color = '000000') => ({ style: BorderStyle.SINGLE, size, color })

/** A table with its caption above and its note below: three rules, a head that comes again on each page, rows that are never split. */
export function tableBlocks(table: ReportTable, number: number, language: keyof Text): (Paragraph | Table)[] {
  const widths = columnWidths(table)
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ header, align }, index) =>
      cell({ text: header }, { align, width: widths[index] ?? 0, bold: true, below: rule(6) }),
    ),
  })
  const rows = table.rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        children: row.map((one, index) =>
          cell(one, {
            align: table.columns[index]?.align ?? 'start',
            width: widths[index] ?? 0,
            bold: false,
            below: at === table.rows.length - 1 ? rule(12) : rule(4, '999999'),
          }),
        ),
      }),
  )
  const caption = `${numberedCaption(language, 'table', number)}${table.caption}`
  return [
    new Paragraph({ style: 'Caption', keepNext: true, text: xmlCharacters(caption) }),
    new Table({
      columnWidths: [...widths],
      width: { size: page.textWidth, type: 'dxa' },
      layout: TableLayoutType.FIXED,
      borders: {
        top: rule(12),
        bottom: rule(12),
        left: none,
        right: none,
        insideHorizontal: none,
        insideVertical: none,
      },
      margins: { left: 40, right: 40, top: 30, bottom: 30 },
      rows: [head, ...rows],
    }),
    new Paragraph({ style: 'Note', text: xmlCharacters(table.note) }),
  ]
}

/** Whole twips that fill the width of the text, by the shares of the columns. */
function columnWidths({ columns }: ReportTable): readonly number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((page.textWidth * width) / all))
  const left = page.textWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + left : width))
}

type CellForm = {
  readonly align: 'start' | 'end'
  readonly width: number
  readonly bold: boolean
  readonly below: ReturnType<typeof rule>
}

function cell({ text, status }: ReportCell, { align, width, bold, below }: CellForm): TableCell {
  const shown = status === undefined ? text : `${shapes[status]} ${text}`
  return new TableCell({
    width: { size: width, type: 'dxa' },
    borders: { top: none, left: none, right: none, bottom: below },
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text: xmlCharacters(shown), bold })],
      }),
    ],
  })
}
