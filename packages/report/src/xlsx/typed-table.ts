import { type Language, wordsIn } from '@xushi/wording'
import { statusColour } from '../charts/chart-style.ts'
import { statusGlyph } from '../docx/status-glyph.ts'
import type { ReportCell, ReportColumn } from '../model/report-model.ts'
import { figureFormat, type TypedFigure, typedFigure } from './number-format.ts'
import type { CellStyle, SheetCell, SheetRow } from './sheet.ts'
import { workbookWords } from './workbook.words.ts'

/** A table as cells of a sheet: its head, and its rows with typed figures. */
export type TypedTable = { readonly head: SheetRow; readonly rows: readonly SheetRow[] }

type Column = Pick<ReportColumn, 'align'> & { readonly name: string; readonly header: string; readonly unit: string }
type Table = {
  readonly columns: readonly Pick<ReportColumn, 'header' | 'align'>[]
  readonly rows: readonly (readonly ReportCell[])[]
}

/**
 * Units stand in the heads of columns where all figures of a column have one. What figures say beyond their typed value and unit (至少905个,
 * 超55亿个, a unit of their own) is written out in a last column: a format is lost when a value is copied, and a bound must not be.
 *
 * @param drawn whether a chart is bound to the columns of figures: there a cell without a number is empty, since a chart draws a text as zero
 */
export function typedTable(table: Table, language: Language, drawn = false): TypedTable {
  const says = wordsIn(workbookWords, language)
  const columns = unitColumns(table, language)
  const written = table.rows.map((row) =>
    columns
      .flatMap((column, index) => {
        const cell = row[index]
        const more = cell !== undefined && saysMore(cell, column, { language, drawn })
        return more ? [says.asWrittenOf(column.name, cell.text)] : []
      })
      .join(says.between),
  )
  const hasWritten = written.some((text) => text !== '')
  const headers = columns.map(({ header, align }) => headCell(header, drawn ? align : 'start'))
  return {
    head: hasWritten ? [...headers, headCell(says.asWritten, 'start')] : headers,
    rows: table.rows.map((row, index) => {
      const cells = columns.map((column, place) => typedCell(row[place] ?? { text: '' }, column, { language, drawn }))
      return hasWritten ? [...cells, noteCell(written[index] ?? '')] : cells
    }),
  }
}

export const headCell = (text: string, align: 'start' | 'end'): SheetCell => ({
  is: 'text',
  text,
  style: { font: 'bold', box: 'head', wrap: true, align },
})

function noteCell(text: string): SheetCell {
  const style = { box: 'cell', align: 'start', font: 'note', wrap: true } as const
  return text === '' ? { is: 'empty', style } : { is: 'text', text, style }
}

/** The word behind each figure of a column, where it is one for all. Percentages keep their sign. */
function unitColumns({ columns, rows }: Table, language: Language): Column[] {
  const says = wordsIn(workbookWords, language)
  return columns.map(({ header, align }, index) => {
    const figures = rows.flatMap((row) => typedFigure(row[index] ?? { text: '' }, language) ?? [])
    const units = new Set(figures.map(({ as, after }) => (as === 'points' ? says.points : after)))
    const unit = units.size === 1 ? [...units].join('') : ''
    const named = unit.trim() === '' || header.includes(unit.trim()) ? header : says.inUnit(header, unit.trim())
    return { align, name: header, unit, header: named }
  })
}

type Way = { readonly language: Language; readonly drawn: boolean }

function typedCell(cell: ReportCell, { align, unit }: Column, { language, drawn }: Way): SheetCell {
  const { text, date, status } = cell
  const style: CellStyle = { box: 'cell', align, wrap: true }
  const figure = typedFigure(cell, language) ?? (drawn ? bareFigure(cell) : null)
  if (figure !== null) {
    const format = figureFormat(figure.after === unit ? { ...figure, after: '' } : figure)
    return { is: 'number', value: figure.value, style: { box: 'cell', align: 'end', format } }
  }
  if (date !== undefined && date === text) return { is: 'date', on: date, style: { box: 'cell', align: 'start' } }
  if (text === '' || (drawn && align === 'end')) return { is: 'empty', style }
  return { is: 'text', text, style: status === undefined ? style : { ...style, ...statusStyle(status) } }
}

/** The number of a cell whose text says more than one; it is written out beside it. */
const bareFigure = ({ number }: ReportCell): TypedFigure | null =>
  number === undefined ? null : { ...number, before: '', after: '' }

/** The shape of a status stands in the format of its cell, so that a filter lists the plain word. */
const statusStyle = (status: NonNullable<ReportCell['status']>): CellStyle => ({
  colour: statusColour[status],
  format: `"${statusGlyph[status]} "@`,
})

function saysMore(cell: ReportCell, { align, unit }: Column, { language, drawn }: Way): boolean {
  const figure = typedFigure(cell, language)
  if (figure === null) return drawn && align === 'end' && cell.text !== ''
  return figure.before !== '' || (figure.as === 'amount' && figure.after !== unit)
}
