import type { ReportCell, ReportColumn, ReportSection, ReportTable } from './report-model.ts'
import type { Telling } from './told.ts'

/** A column of a table, and what each row says in it. */
export type ColumnOf<Row> = ReportColumn & { readonly cell: (row: Row, index: number) => ReportCell }

type CellOf<Row> = ColumnOf<Row>['cell']
type Column = <Row>(header: string, width: number, cell: CellOf<Row>) => ColumnOf<Row>

/** A column of words, and one of numbers that stand under each other. */
export const start: Column = (header, width, cell) => ({ header, width, align: 'start', cell })
export const end: Column = (header, width, cell) => ({ header, width, align: 'end', cell })

/** A table in which each row says one thing in each column. */
export function tableOf<Row>(
  { id, caption, note = '' }: { readonly id: string; readonly caption: string; readonly note?: string },
  rows: readonly Row[],
  columns: readonly ColumnOf<Row>[],
): ReportTable {
  return {
    id,
    caption,
    columns: columns.map(({ header, width, align }) => ({ header, align, width })),
    rows: rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
    note,
  }
}

/** A section that is one table; 无 where the table has no rows. */
export function tableSection(
  { id, heading, level = 1 }: { readonly id: string; readonly heading: string; readonly level?: 1 | 2 },
  table: ReportTable,
  { says }: Telling,
): ReportSection {
  const isEmpty = table.rows.length === 0
  return { id, level, heading, blocks: [isEmpty ? { is: 'paragraph', text: says.nothing } : { is: 'table', table }] }
}
