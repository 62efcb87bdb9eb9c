import { xmlCharacters } from '@xushi/contract'
import type { Status, Text } from '@xushi/domain'
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun } from 'docx'
import type { ReportCell, ReportTable } from '../model/report-model.ts'
import { columnWidths, widestPiece } from '../pdf/column-widths.ts'
import { tableNumber } from '../pdf/report-words.ts'
import { signStyle } from '../readback/docx-text.ts'
import { halfPoints, page } from './docx-geometry.ts'

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
  const widths = widthsOf(table)
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
  const caption = `${tableNumber(language, number)}${table.caption}`
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
      margins: { left: cellMargin, right: cellMargin, top: 30, bottom: 30 },
      rows: [head, ...rows],
    }),
    new Paragraph({ style: 'Note', text: xmlCharacters(table.note) }),
  ]
}

/** Whole twips that fill the width of the text, so shared that the table is as short as may be. */
function widthsOf({ columns, rows }: ReportTable): readonly number[] {
  const wanted = columns.map(({ header, width }, index) => {
    const texts = [header, ...rows.map((row) => shownText(row[index] ?? { text: '' }))]
    const least = Math.max(...texts.map((text) => widestPiece(text, measured)), 2 * em)
    return { share: width, least: Math.min(least, page.textWidth / 3), texts: texts.map(measured) }
  })
  const widths = columnWidths(wanted, page.textWidth, 2 * cellMargin + em / 4).map(Math.floor)
  const left = page.textWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + left : width))
}

/** A character of 五号, in twips. */
const em = halfPoints.table * 10
const cellMargin = 40
const isNarrow = /[!-\u024f\u2000-\u206f ]/u

/** Width of a text of unknown faces: a full character for each, half a one for Latin letters and digits. */
const measured = (text: string): number =>
  [...text].reduce((width, character) => width + (isNarrow.test(character) ? em * 0.55 : em), 0)

const shownText = ({ text, status }: ReportCell) => (status === undefined ? text : `${shapes[status]} ${text}`)

type CellForm = {
  readonly align: 'start' | 'end'
  readonly width: number
  readonly bold: boolean
  readonly below: ReturnType<typeof rule>
}

function cell(one: ReportCell, { align, width, bold, below }: CellForm): TableCell {
  return new TableCell({
    width: { size: width, type: 'dxa' },
    borders: { top: none, left: none, right: none, bottom: below },
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [
          ...(one.status === undefined ? [] : [new TextRun({ text: `${shapes[one.status]} `, style: signStyle })]),
          new TextRun({ text: xmlCharacters(one.text), bold }),
        ],
      }),
    ],
  })
}
