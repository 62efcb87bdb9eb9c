import { roughHeadWidth, roughWidth } from '../docx/rough-width.ts'

/*
 * Widths of columns in digits, of which a Chinese character takes two, and heights of rows in points. They are reckoned, since a program
 * that opens a file does not make rows higher by itself everywhere.
 */

/** What a column has to show: words that may be wrapped, and figures that may not. */
export type ColumnTexts = {
  readonly header: string
  readonly words: readonly string[]
  readonly figures: readonly string[]
}

const narrowest = 7
/** Room for the lines of a cell, and in a head for the button of a filter. */
const room = 3
const button = 3.5
const widest = [48, 40, 34, 30, 26, 22]

/** What is read on a page across without a glass. */
export const mostAcross = 165

/** As wide as the longest text, but no wider than a line of reading; narrower where there are many columns. Figures always have room. */
export function columnWidths(columns: readonly ColumnTexts[]): number[] {
  const within = (most: number) => columns.map((column) => columnWidth(column, most))
  const tried = widest.map(within)
  return tried.find((widths) => sum(widths) <= mostAcross) ?? tried.at(-1) ?? []
}

export const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)

function columnWidth({ header, words, figures }: ColumnTexts, most: number): number {
  const headed = Math.min(roughHeadWidth(header, 2), 14) + button
  const worded = Math.min(most, longest(words) + room)
  return Math.round(Math.max(narrowest, headed, worded, longest(figures) + room) * 10) / 10
}

export const longest = (texts: readonly string[]): number =>
  texts.flatMap((text) => text.split('\n')).reduce((most, line) => Math.max(most, roughWidth(line, 2)), 0)

/** Latin words are not torn, so that lines are not filled. */
const filled = 0.94

/** How many lines a wrapped text takes in a column. */
export function linesIn(text: string, width: number): number {
  const across = Math.max(2, width - room / 2)
  return text.split('\n').reduce((lines, line) => {
    const wide = roughWidth(line, 2)
    return lines + (wide <= across ? 1 : Math.ceil(wide / (across * filled)))
  }, 0)
}
