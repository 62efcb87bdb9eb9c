import type { Text } from '@xushi/domain'
import { statusShapes } from '../charts/status-shape.ts'
import { type ComposedLine, composedText, type Faces, textWidth } from '../fonts/composed-line.ts'
import type { ReportCell, ReportTable } from '../model/report-model.ts'
import type { Box, Rows } from './box.ts'
import { columnWidths, type WantedColumn, widestPiece } from './column-widths.ts'
import { page, tableType } from './page-geometry.ts'
import { continuedTable, tableNumber } from './report-words.ts'
import { baselineIn, drawLine, drawRule, drawShape, type Sheet } from './sheet.ts'
import type { Tag } from './structure.ts'
import { captionSetting, noteSetting, textBoxes } from './text-boxes.ts'

type Layout = {
  readonly table: ReportTable
  readonly widths: readonly number[]
  readonly size: number
  readonly line: number
  readonly faces: Faces
}

/** A cell in lines; the shape of its status stands before the first. */
type SetCell = {
  readonly lines: readonly ComposedLine[]
  readonly status: ReportCell['status']
  /** Where its lines begin, and where the shape stands, from the left of the column. */
  readonly shift: number
  readonly shape: number
}

const shapeWidth = 15

/**
 * A table as caption, head, rows and note. Caption, head and first row stay together, and the note with the last row. A row is never
 * divided, but for one that is higher than a page.
 */
export function tableBoxes(
  table: ReportTable,
  { number, language, parent, faces }: { number: number; language: keyof Text; parent: Tag; faces: Faces },
): Box[] {
  const layout = layoutOf(table, faces)
  const tag: Tag = { name: 'Table', parent }
  const caption: Tag = { name: 'Caption', parent: tag }
  const head = headBox(layout, tag)
  const rows: Rows = {
    again: againBox(layout, continuedTable(language, number)),
    foot: footBox(),
  }
  const all = table.rows.flatMap((row) => rowBoxes(layout, row, tag))
  return [
    ...textBoxes(`${tableNumber(language, number)}${table.caption}`, captionSetting(true, 6), caption, faces),
    { ...head, rows, opens: true, keep: all.length > 0 },
    ...all.map((box, index) => ({ ...box, rows, keep: heldRow(index, all.length, table.note !== '') })),
    ...(table.note === '' ? [] : textBoxes(table.note, { ...noteSetting, gap: 4 }, { name: 'P', parent }, faces)),
    { height: 0, gap: 8, keep: false, draw: () => undefined },
  ]
}

/** No row stands alone at the foot or the head of a page; the last stays with its note. */
function heldRow(index: number, rows: number, noted: boolean): boolean {
  return index === rows - 1 ? noted : index === 0 || index === rows - 2
}

/**
 * The largest size in which no word is torn and no figure parted from its unit; then the largest in which figures may be parted. What
 * is wider still is set in the smallest size, with words torn.
 */
function layoutOf(table: ReportTable, faces: Faces): Layout {
  const tried = [
    ...[11, 10.5, 10, 9.5, 9, 8.5, 8].map((size) => ({ size, whole: true })),
    { size: 8, whole: false },
    smallest,
  ]
  const layouts = tried.map(({ size, whole }) => ({ size, columns: wantedColumns(table, { size, whole, faces }) }))
  const fits = (columns: readonly WantedColumn[]) =>
    columns.reduce((sum, { least }) => sum + least + cellPadding, 0) <= page.textWidth
  const fitting = layouts.find(({ columns }) => fits(columns)) ?? layouts.at(-1)
  const { size, columns } = fitting ?? { size: tableType.size, columns: [] }
  const line = (tableType.line * size) / tableType.size
  return { table, widths: columnWidths(columns, page.textWidth, cellPadding), size, line, faces }
}

const smallest = { size: 7, whole: false } as const

function wantedColumns(
  { columns, rows }: ReportTable,
  { size, whole, faces }: { readonly size: number; readonly whole: boolean; readonly faces: Faces },
): WantedColumn[] {
  const measure = (text: string) => textWidth(text, 'serif', size, faces)
  const heads = (text: string) => textWidth(text, 'sans-bold', headSize(size), faces)
  return columns.map(({ header, width, align }, index) => {
    const apart = apartFrom(columns, index)
    const texts = [heads(header) + apart]
    const short = heads(header) <= 5 * size
    let least = short ? heads(header) : widestPiece(header, heads)
    let widest = heads(header)
    for (const row of rows) {
      const { text, status } = row[index] ?? { text: '', status: undefined }
      const shape = status === undefined ? 0 : shapeWidth
      const wide = text.split('\n').reduce((most, line) => Math.max(most, measure(line)), 0)
      const unparted = status !== undefined || (whole && align === 'end' && wide <= 7 * size)
      least = Math.max(least, (unparted ? wide : widestPiece(text, measure)) + shape)
      widest = Math.max(widest, wide + shape)
      texts.push(wide + shape + apart)
    }
    // A name is not set one character below the other.
    if (align === 'start') least = Math.max(least, Math.min(widest, 4 * size))
    return { share: width, least: Math.min(least + apart, page.textWidth / 2), texts }
  })
}

/** What a column keeps free at both sides, with a hair to spare. */
const cellPadding = 2 * tableType.padding + 0.1

/** What a column that begins at its left keeps from one that ends at its right. */
function apartFrom(columns: ReportTable['columns'], index: number): number {
  return columns[index]?.align === 'start' && columns[index - 1]?.align === 'end' ? 7 : 0
}

function headSize(size: number): number {
  return Math.min(size, tableType.headSize)
}

function setCell(cell: ReportCell, column: number, { table, widths, size, faces }: Layout, head: boolean): SetCell {
  const shape = cell.status === undefined ? 0 : shapeWidth
  const shift = shape + apartFrom(table.columns, column)
  const style = {
    face: head ? ('sans-bold' as const) : ('serif' as const),
    size: head ? headSize(size) : size,
    width: (widths[column] ?? 0) - 2 * tableType.padding - shift,
    align: table.columns[column]?.align ?? 'start',
  }
  return { lines: composedText(cell.text, style, faces), status: cell.status, shift, shape: shift - shape }
}

function headBox(layout: Layout, table: Tag): Box {
  const cells = layout.table.columns.map(({ header }, index) => setCell({ text: header }, index, layout, true))
  const row: Tag = { name: 'TR', parent: table }
  const tags = cells.map((): Tag => ({ name: 'TH', parent: row }))
  const height = cellsHeight(cells, layout)
  return {
    height,
    gap: 0,
    keep: true,
    draw: (sheet, x, y) => {
      drawHeadRules(sheet, x, y, height)
      drawCells(sheet, cells, layout, { x, y, head: true, tags })
    },
  }
}

/** The head once more, under 续表1, as an aside: it was read where the table began. */
function againBox(layout: Layout, caption: string): Box {
  const cells = layout.table.columns.map(({ header }, index) => setCell({ text: header }, index, layout, true))
  const height = cellsHeight(cells, layout)
  const [line] = composedText(caption, { face: 'sans', size: 10.5, width: page.textWidth, align: 'end' }, layout.faces)
  return {
    height: height + 20,
    gap: 0,
    keep: true,
    draw: (sheet, x, y) => {
      sheet.structure.aside(() => {
        if (line !== undefined) drawLine(sheet, line, { x, baseline: baselineIn(y, 18, 10.5), size: 10.5 })
      })
      drawHeadRules(sheet, x, y + 20, height)
      drawCells(sheet, cells, layout, { x, y: y + 20, head: true, tags: null })
    },
  }
}

function drawHeadRules(sheet: Sheet, x: number, y: number, height: number): void {
  sheet.structure.aside(() => {
    drawRule(sheet, x, x + page.textWidth, y, { width: 1.2, colour: '#000000' })
    drawRule(sheet, x, x + page.textWidth, y + height, { width: 0.6, colour: '#000000' })
  })
}

function footBox(): Box {
  return {
    height: 0,
    gap: 0,
    keep: false,
    draw: (sheet, x, y) =>
      sheet.structure.aside(() => drawRule(sheet, x, x + page.textWidth, y, { width: 1.2, colour: '#000000' })),
  }
}

function cellsHeight(cells: readonly SetCell[], { line }: Layout): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * line + 2 * tableType.rowPadding
}

function rowBoxes(layout: Layout, row: readonly ReportCell[], table: Tag): Box[] {
  const cells = row.map((cell, index) => setCell(cell, index, layout, false))
  const tag: Tag = { name: 'TR', parent: table }
  const tags = cells.map((): Tag => ({ name: 'TD', parent: tag }))
  // A page less the repeated head, with room to spare.
  const most = Math.max(1, Math.floor((page.textHeight - 120) / layout.line))
  const pieces = Math.max(1, ...cells.map(({ lines }) => Math.ceil(lines.length / most)))
  return Array.from({ length: pieces }, (_, piece) => {
    const part = cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(piece * most, (piece + 1) * most),
      status: piece === 0 ? cell.status : undefined,
    }))
    const height = cellsHeight(part, layout)
    return {
      height,
      gap: 0,
      keep: false,
      draw: (sheet: Sheet, x: number, y: number) => {
        drawCells(sheet, part, layout, { x, y, head: false, tags })
        sheet.structure.aside(() =>
          drawRule(sheet, x, x + page.textWidth, y + height, { width: 0.3, colour: '#999999' }),
        )
      },
    }
  })
}

function drawCells(
  sheet: Sheet,
  cells: readonly SetCell[],
  { widths, line, size }: Layout,
  at: { readonly x: number; readonly y: number; readonly head: boolean; readonly tags: readonly Tag[] | null },
): void {
  let left = at.x
  for (const [index, { lines, status, shift, shape }] of cells.entries()) {
    const x = left + tableType.padding
    const top = at.y + tableType.rowPadding
    const draw = () => {
      if (status !== undefined) {
        drawShape(sheet, statusShapes[status], { x: x + shape + 1, y: top + (line - 9) / 2, size: 9 })
      }
      const textSize = at.head ? headSize(size) : size
      for (const [row, one] of lines.entries()) {
        drawLine(sheet, one, { x: x + shift, baseline: baselineIn(top + row * line, line, textSize), size: textSize })
      }
    }
    const tag = at.tags?.[index]
    if (tag === undefined) sheet.structure.aside(draw)
    else sheet.structure.mark(tag, draw)
    left += widths[index] ?? 0
  }
}
