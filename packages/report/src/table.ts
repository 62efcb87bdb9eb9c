import type { Instant, LocalDate } from '@xushi/domain'

/** A cell before it is written: its kind decides how a sheet shows it and how a text file writes it. */
export type Cell =
  | { readonly is: 'empty' }
  | { readonly is: 'text'; readonly text: string }
  /** In smallest units, with the places of its unit. */
  | { readonly is: 'number'; readonly value: number; readonly decimals: number }
  | { readonly is: 'date'; readonly on: LocalDate }
  | { readonly is: 'moment'; readonly at: Instant }

/** A table to write: its columns, and its rows in pages, in the order in which they are written. */
export type Table<Row> = {
  /** The name of the sheet: at most 31 characters without `: \ / ? * [ ]`. */
  readonly name: string
  readonly columns: readonly {
    readonly header: string
    /** Width of the column in a sheet, in characters. */
    readonly width: number
    readonly cell: (row: Row) => Cell
  }[]
  readonly pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>
}
