import type { LocalDate } from '@xushi/domain'
import type { ReportChart } from '../model/report-model.ts'

/** The kinds of writing in a workbook. */
export type SheetFont = 'text' | 'bold' | 'title' | 'heading' | 'caption' | 'note' | 'link' | 'computed'

/** How a cell looks; cells of one look share a style. */
export type CellStyle = {
  readonly font?: SheetFont
  readonly align?: 'start' | 'end'
  readonly wrap?: boolean
  /** A cell of a table has lines, the head of one a ground. */
  readonly box?: 'cell' | 'head'
  /** A text that is kept from being read as a formula by a mark of its own. */
  readonly quoted?: boolean
  /** Colour of the text, as RRGGBB, in place of that of its font. */
  readonly colour?: string
  /** A number format (ECMA-376 18.8.31); that of texts without one. */
  readonly format?: string
}

export type SheetCell = { readonly style: CellStyle } & (
  | { readonly is: 'empty' }
  /** `link` is the name of a sheet of the workbook. */
  | { readonly is: 'text'; readonly text: string; readonly link?: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'date'; readonly on: LocalDate }
)

export type SheetRow = readonly SheetCell[]

/** A chart beside its data: where it stands, and which cells it is bound to. Rows and columns are counted from 0. */
export type BoundChart = {
  readonly chart: ReportChart
  /** 图1 */
  readonly number: string
  readonly column: number
  readonly row: number
  /** In points. */
  readonly width: number
  readonly height: number
  /** The row of the heads of its data; one row for each date or label follows. */
  readonly head: number
  readonly rows: number
  /** The columns of its values; the first column has the dates or labels. */
  readonly series: readonly BoundSeries[]
}

export type BoundSeries = {
  readonly column: number
  readonly name: string
  readonly values: readonly BoundValue[]
}

/** A value with the number format of its cell; null is an empty cell. */
export type BoundValue = { readonly value: number; readonly format: string } | null

/** A sheet of a workbook before it is written. */
export type Sheet = {
  readonly name: string
  /** Widths of columns in digits. */
  readonly widths: readonly number[]
  readonly rows: readonly SheetRow[]
  /** The row of the head of its table, from 0: it stays in sight with all above it, stands on every page, and is filtered by. */
  readonly head: number | null
  /** How many columns stay in sight. */
  readonly frozenColumns: number
  /** How many rows its table has below its head. */
  readonly tableRows: number
  readonly landscape: boolean
  /** A new page begins at these rows. */
  readonly breaks: readonly number[]
  readonly charts: readonly BoundChart[]
  /** The least height of its rows in points, where charts are measured by them. */
  readonly rowHeight: number | null
}
