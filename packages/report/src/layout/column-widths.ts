import { linePieces } from '../fonts/line-breaks.ts'

export type WantedColumn = {
  /** Share of the table that the model gives it. */
  readonly share: number
  /** Width of its widest text on one line, with its padding. */
  readonly natural: number
  /** Width of its widest piece that should not be torn, with its padding. */
  readonly least: number
}

/**
 * Widths of columns that fill a table. A column that needs less than its share gives the rest to those that need more; no column is
 * narrower than its longest word as long as the table holds all of them.
 */
export function columnWidths(columns: readonly WantedColumn[], total: number): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0) || 1
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  if (least >= total) return columns.map((column) => (column.least / least) * total)

  const widths = columns.map((column) => {
    const share = (column.share / shares) * total
    return Math.max(column.least, Math.min(column.natural, share))
  })
  const used = widths.reduce((sum, width) => sum + width, 0)
  if (used > total) return narrowed(columns, widths, used - total)

  const wants = columns.map(({ natural }, index) => Math.max(0, natural - (widths[index] ?? 0)))
  const wanted = wants.reduce((sum, want) => sum + want, 0)
  const given = Math.min(1, wanted === 0 ? 0 : (total - used) / wanted)
  const left = Math.max(0, total - used - wanted)
  return widths.map(
    (width, index) => width + (wants[index] ?? 0) * given + ((columns[index]?.share ?? 0) / shares) * left,
  )
}

/** Takes what is too much from where there is more than the longest word. */
function narrowed(columns: readonly WantedColumn[], widths: readonly number[], excess: number): number[] {
  const spare = columns.map(({ least }, index) => Math.max(0, (widths[index] ?? 0) - least))
  const all = spare.reduce((sum, one) => sum + one, 0) || 1
  return widths.map((width, index) => width - ((spare[index] ?? 0) / all) * excess)
}

/** The widest piece of a text that a line does not tear. */
export function widestPiece(text: string, measure: (text: string) => number): number {
  return text
    .split('\n')
    .reduce((widest, line) => Math.max(widest, ...linePieces(line).map((piece) => measure(piece.trimEnd()))), 0)
}
