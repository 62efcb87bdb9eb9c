import type { Language } from '@xushi/wording'
import type { FileChild, IRunOptions, Paragraph, TableCell } from 'docx'
import { tableNumber } from '../layout/report-words.ts'
import { apartFrom, tableColumns } from '../layout/table-columns.ts'
import type { ReportCell, ReportColumn, ReportTable } from '../model/report-model.ts'
import { docxPage, twips } from './docx-page.ts'
import { type Docx, lineRuns, oneLine, paragraphsOf } from './docx-text.ts'
import { cellSize } from './paragraph-styles.ts'
import { roughHeadWidth, roughWidth } from './rough-width.ts'
import { statusGlyph } from './status-glyph.ts'
import { styleId } from './style-names.ts'

type Layout = {
  readonly docx: Docx
  readonly language: Language
  readonly columns: readonly ReportColumn[]
  /** Widths of the columns in twips. */
  readonly widths: readonly number[]
  /** What each column keeps from the one before it, in twips. */
  readonly apart: readonly number[]
  /** Size of the text in half points, where it differs from that of the style. */
  readonly size: number | undefined
}

/**
 * A table as caption, table and note. Its head is repeated on each page, no row is divided; the caption stays with the head, the head with
 * the first row, and the last row with the note and the row before it.
 */
export function tableParts(docx: Docx, table: ReportTable, number: number, language: Language): FileChild[] {
  const { Paragraph, Table, TableRow } = docx
  const caption = new Paragraph({
    style: styleId.caption,
    keepNext: table.columns.length > 0,
    children: oneLine(docx, `${tableNumber(language, number)}${table.caption}`, language),
  })
  if (table.columns.length === 0) return [caption, ...noteParts(docx, table, language)]

  const layout = layoutOf(docx, table, language)
  const head = new TableRow({ tableHeader: true, cantSplit: true, keepNext: true, children: headCells(layout) })
  const last = table.rows.length - 1
  const rows = table.rows.map((row, index) => {
    const held = index === last ? table.note !== '' : index === 0 || index === last - 1
    return new TableRow({ cantSplit: true, keepNext: held, children: rowCells(layout, row) })
  })
  return [
    caption,
    new Table({
      style: styleId.table,
      layout: 'fixed',
      width: { size: docxPage.textWidth, type: 'dxa' },
      columnWidths: layout.widths,
      borders: {},
      tableLook: {
        firstRow: true,
        firstColumn: false,
        lastRow: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: [head, ...rows],
    }),
    ...noteParts(docx, table, language),
  ]
}

/** Two tables without a paragraph between them would become one. */
function noteParts(docx: Docx, { note }: ReportTable, language: Language): Paragraph[] {
  const lines = paragraphsOf(note)
  if (lines.length === 0) return [new docx.Paragraph({ style: styleId.gap })]
  return lines.map((line) => new docx.Paragraph({ style: styleId.note, children: oneLine(docx, line, language) }))
}

function layoutOf(docx: Docx, table: ReportTable, language: Language): Layout {
  const { size, widths } = tableColumns(table, { text: roughWidth, head: roughHeadWidth })
  // Rounded widths must still fill the table.
  let edge = 0
  const rounded = widths.map((width) => {
    edge += width
    return twips(edge)
  })
  return {
    docx,
    language,
    columns: table.columns,
    widths: rounded.map((right, index) => right - (rounded[index - 1] ?? 0)),
    apart: table.columns.map((_, index) => twips(apartFrom(table.columns, index))),
    size: size >= cellSize ? undefined : size * 2,
  }
}

function headCells(layout: Layout): TableCell[] {
  const { docx, columns } = layout
  const rule = { style: 'single', size: 5, color: '000000' } as const
  return columns.map(
    ({ header, align }, index) =>
      new docx.TableCell({
        width: { size: layout.widths[index] ?? 0, type: 'dxa' },
        borders: { bottom: rule },
        verticalAlign: 'center',
        children: [
          new docx.Paragraph({
            style: styleId.headCell,
            ...(align === 'end' ? { alignment: 'right' } : {}),
            ...indentOf(layout, index),
            ...spacingOf(layout),
            children: cellRuns(layout, { text: header }),
          }),
        ],
      }),
  )
}

/** Cells for all columns: a row of another length would not fit the grid, and Word would not open the file. */
function rowCells(layout: Layout, row: readonly ReportCell[]): TableCell[] {
  const { docx, columns } = layout
  return columns.map(
    ({ align }, index) =>
      new docx.TableCell({
        width: { size: layout.widths[index] ?? 0, type: 'dxa' },
        children: [
          new docx.Paragraph({
            style: align === 'end' ? styleId.figureCell : styleId.cell,
            ...indentOf(layout, index),
            ...spacingOf(layout),
            children: cellRuns(layout, row[index] ?? { text: '' }),
          }),
        ],
      }),
  )
}

function indentOf({ apart }: Layout, column: number) {
  const left = apart[column] ?? 0
  return left === 0 ? {} : { indent: { left } }
}

/** Small text stands in lower lines. */
function spacingOf({ size }: Layout) {
  return size === undefined ? {} : { spacing: { line: size * 15, lineRule: 'atLeast' as const } }
}

function cellRuns({ docx, language, size }: Layout, { text, status }: ReportCell) {
  const rest: IRunOptions = size === undefined ? {} : { size }
  const shape =
    status === undefined
      ? []
      : [
          { ...rest, style: styleId.shape, text: statusGlyph[status] },
          { ...rest, text: ' ' },
        ]
  return [...shape, ...lineRuns(text, language, rest)].map((run) => new docx.TextRun(run))
}
