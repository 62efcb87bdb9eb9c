import type { ReportTable } from '../model/report-model.ts'
import { columnWidths, linesIn, type WantedColumn, widestPiece } from './column-widths.ts'
import { page, tableType } from './page-geometry.ts'

/** How wide a text is in the cells and in the head of a table, in points. */
export type CellMeasure = {
  text(text: string, size: number): number
  head(text: string, size: number): number
}

/** What the shape of a status takes before its word. */
export const shapeWidth = 15

/**
 * Widths of the columns of a table, in points, and the size of its text: the largest in which no word is torn and no figure parted from
 * its unit, unless a smaller one that is still read well makes the table much shorter; then the largest in which figures may be parted.
 * What is wider still is set in the smallest size, with words torn.
 */
export function tableColumns(table: ReportTable, measure: CellMeasure): { size: number; widths: number[] } {
  const fitting = tried.flatMap((one) => laid(table, one, measure) ?? [])
  const [largest] = fitting
  if (largest === undefined) return { size: smallest, widths: [] }
  const readable = [largest, ...fitting.filter(({ size, whole }) => whole && size >= readableFrom)]
  const lowest = Math.min(...readable.map(({ height }) => height))
  const { size, widths } = readable.find(({ height }) => height <= lowest * muchShorter) ?? largest
  return { size, widths }
}

/** A table in one size; null where a word would be torn, but for the smallest, which takes anything. */
function laid(table: ReportTable, { size, whole }: (typeof tried)[number], measure: CellMeasure) {
  const columns = wantedColumns(table, { size, whole, measure })
  const needed = columns.reduce((sum, { least }) => sum + least + cellPadding, 0)
  if (needed > page.textWidth && size !== smallest) return null
  const widths = columnWidths(columns, page.textWidth, cellPadding)
  return { size, whole, widths, height: size * linesIn(columns, widths, cellPadding) }
}

/** Text of a table is read well from this size on. */
const readableFrom = 9
/** A larger size is kept while the table is not taller than the lowest by more than this. */
const muchShorter = 1.25

/** What a column keeps free at both sides, with a hair to spare. */
const cellPadding = 2 * tableType.padding + 0.1

const smallest = 7
const tried = [
  ...[11, 10.5, 10, 9.5, 9, 8.5, 8].map((size) => ({ size, whole: true })),
  { size: 8, whole: false },
  { size: smallest, whole: false },
]

function wantedColumns(
  { columns, rows }: ReportTable,
  { size, whole, measure }: { readonly size: number; readonly whole: boolean; readonly measure: CellMeasure },
): WantedColumn[] {
  const widthOf = (text: string) => measure.text(text, size)
  const headWidth = (text: string) => measure.head(text, headSize(size))
  return columns.map(({ header, width, align }, index) => {
    const apart = apartFrom(columns, index)
    const texts = [headWidth(header) + apart]
    const short = headWidth(header) <= 5 * size
    let least = short ? headWidth(header) : widestPiece(header, headWidth)
    let widest = headWidth(header)
    for (const row of rows) {
      const { text, status } = row[index] ?? { text: '', status: undefined }
      const shape = status === undefined ? 0 : shapeWidth
      const wide = text.split('\n').reduce((most, line) => Math.max(most, widthOf(line)), 0)
      const unparted = status !== undefined || (whole && align === 'end' && wide <= 7 * size)
      least = Math.max(least, (unparted ? wide : widestPiece(text, widthOf)) + shape)
      widest = Math.max(widest, wide + shape)
      texts.push(wide + shape + apart)
    }
    // A name is not set one character below the other.
    if (align === 'start') least = Math.max(least, Math.min(widest, 4 * size))
    return { share: width, least: Math.min(least + apart, page.textWidth / 2), texts }
  })
}

/** What a column that begins at its left keeps from one that ends at its right. */
export function apartFrom(columns: ReportTable['columns'], index: number): number {
  return columns[index]?.align === 'start' && columns[index - 1]?.align === 'end' ? 7 : 0
}

export function headSize(size: number): number {
  return Math.min(size, tableType.headSize)
}
