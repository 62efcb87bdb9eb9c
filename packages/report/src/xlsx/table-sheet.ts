import type { Language } from '@xushi/wording'
import type { ReportTable } from '../model/report-model.ts'
import { shownFigure, typedFigure } from './number-format.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'
import { type ColumnTexts, columnWidths, sum } from './sheet-widths.ts'
import { typedTable } from './typed-table.ts'

export type TableSheetWords = {
  readonly name: string
  readonly caption: string
  readonly marks: string
  readonly language: Language
}

/** A table on a sheet of its own: its caption, the marks of the report, its head, one row for each row, and its note. */
export function tableSheet(table: ReportTable, { name, caption, marks, language }: TableSheetWords): Sheet {
  const { head, rows } = typedTable(table, language)
  const widths = columnWidths(head.map((header, column) => columnTexts(table, { header, rows, column }, language)))
  const landscape = sum(widths) > portraitWidth
  return {
    name,
    widths,
    rows: [
      [{ is: 'text', text: caption, style: { font: 'caption' } }],
      [{ is: 'text', text: marks, style: { font: 'note' } }],
      head,
      ...rows,
      ...noteRows(table.note),
    ],
    head: 2,
    frozenColumns: landscape ? leadingColumns(table) : 0,
    tableRows: rows.length,
    landscape,
    breaks: [],
    charts: [],
    rowHeight: null,
  }
}

const textOf = (cell: SheetCell | undefined): string => (cell?.is === 'text' ? cell.text : '')

type WrittenColumn = { readonly header: SheetCell; readonly rows: readonly SheetRow[]; readonly column: number }

/** What a column shows: figures in full digits, where the report says 超55亿个. */
function columnTexts(table: ReportTable, { header, rows, column }: WrittenColumn, language: Language): ColumnTexts {
  const said = table.rows.map((row) => row[column])
  const figures = said.flatMap((cell) => (cell === undefined ? [] : (typedFigure(cell, language) ?? [])))
  const isFigure = (index: number) => rows[index]?.[column]?.is === 'number'
  const words = said.flatMap((cell, index) => (isFigure(index) ? [] : [cell?.text ?? textOf(rows[index]?.[column])]))
  return { header: textOf(header), words, figures: figures.map(shownFigure) }
}

const noteRows = (note: string): readonly SheetRow[] =>
  note === '' ? [] : [[], ...note.split('\n').map((text): SheetRow => [{ is: 'text', text, style: { font: 'note' } }])]

/** The columns that name a row: those of words before the first of figures, two at most. */
function leadingColumns({ columns }: ReportTable): number {
  const first = columns.findIndex(({ align }) => align === 'end')
  return Math.min(2, first === -1 ? 1 : first)
}

/** What fits on the width of an upright page without being made small, in digits. */
const portraitWidth = 100
