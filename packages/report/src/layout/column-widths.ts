import { linePieces } from '../fonts/line-breaks.ts'

export type WantedColumn = {
  /** Share of the table that the model gives it. */
  readonly share: number
  /** Width of its widest piece that should not be torn. */
  readonly least: number
  /** Width of each of its texts on one line, head first; as many as the other columns have. */
  readonly texts: readonly number[]
}

/** How finely room is handed out. */
const steps = 120

/** Rows that are looked at; a longer table is judged by these, spread over it. */
const mostRows = 150

/**
 * Widths of columns that fill a table and make it as short as may be: each has the room of its longest word, and what is left goes, a
 * little at a time, to the column that makes the rows lower. When no row can be lower the rest is divided by the shares.
 *
 * @param padding what each column keeps free
 */
export function columnWidths(columns: readonly WantedColumn[], total: number, padding: number): number[] {
  const least = columns.map((column) => column.least + padding)
  const needed = least.reduce((sum, width) => sum + width, 0)
  if (needed >= total) return least.map((width) => (width / needed) * total)

  const widths = [...least]
  const rows = sampled(columns)
  const step = (total - needed) / steps
  for (let given = 0; given < steps; given += 1) {
    const gains = gainsOf(rows, widths, step, padding)
    const most = Math.max(...gains)
    if (most <= 1e-9) return shared(columns, widths, total)
    const index = gains.indexOf(most)
    widths[index] = (widths[index] ?? 0) + step
  }
  return widths
}

/** How many lines the rows of a table take in columns of these widths, head and all; of a long table, those that are looked at. */
export function linesIn(columns: readonly WantedColumn[], widths: readonly number[], padding: number): number {
  const lines = (text: number, index: number) => Math.max(1, Math.ceil(height(text, (widths[index] ?? 0) - padding)))
  return sampled(columns).reduce((sum, row) => sum + Math.max(1, ...row.map(lines)), 0)
}

/** Texts row by row. */
function sampled(columns: readonly WantedColumn[]): number[][] {
  const rows = columns[0]?.texts.length ?? 0
  const every = Math.max(1, Math.ceil(rows / mostRows))
  return Array.from({ length: Math.ceil(rows / every) }, (_, index) =>
    columns.map(({ texts }) => texts[index * every] ?? 0),
  )
}

/** Of two columns that are as high as each other neither makes a row lower by itself: each step towards it counts a little. */
const towards = 1e-3

/** How much lower all rows together become when a column is one step wider. */
function gainsOf(
  rows: readonly (readonly number[])[],
  widths: readonly number[],
  step: number,
  padding: number,
): number[] {
  const gains = widths.map(() => 0)
  for (const row of rows) {
    const heights = row.map((text, index) => height(text, (widths[index] ?? 0) - padding))
    const highest = Math.max(1, ...heights)
    if (highest === 1) continue
    const tallest = heights.indexOf(highest)
    const second = Math.max(1, ...heights.filter((_, index) => index !== tallest))
    const lower = height(row[tallest] ?? 0, (widths[tallest] ?? 0) + step - padding)
    gains[tallest] = (gains[tallest] ?? 0) + highest - Math.max(second, lower) + towards * (highest - lower)
  }
  return gains
}

/** Lines of a text, as a number that falls steadily, with a fall more where the last but one goes. */
function height(text: number, width: number): number {
  return text <= width ? 1 : text / width + 0.5
}

function shared(columns: readonly WantedColumn[], widths: readonly number[], total: number): number[] {
  const left = total - widths.reduce((sum, width) => sum + width, 0)
  const shares = columns.reduce((sum, { share }) => sum + share, 0) || 1
  return widths.map((width, index) => width + ((columns[index]?.share ?? 0) / shares) * left)
}

/** The widest piece of a text that a line does not tear. */
export function widestPiece(text: string, measure: (text: string) => number): number {
  const pieces = text.split('\n').flatMap(linePieces)
  return pieces.reduce((widest, piece) => Math.max(widest, measure(piece.trimEnd())), 0)
}
