import type { LocalDate } from './local-date.ts'

/** A value that is asked of a region: whose, of what, for the period that ends on a day. */
export type AskedCell = { readonly region: string; readonly indicator: string; readonly endsOn: LocalDate }

/** How complete a region is (填报率). */
export type RegionCompleteness = {
  readonly region: string
  /** Cells that are asked for, and those of them that are there. */
  readonly expected: number
  readonly counted: number
  /** Periods in which something is asked for, and those of them in which nothing is missing. */
  readonly periods: number
  readonly full: number
}

/**
 * Completeness (填报率) of regions over several periods: cells that count, of those that are asked for; and periods that are whole. A
 * region of which nothing is asked has no row, rather than a rate of nothing.
 *
 * @param counts whether a cell is there
 *
 * Source: docs/methods/calendar.md
 */
export function completenessByRegion<Cell extends AskedCell>(
  cells: readonly Cell[],
  counts: (cell: Cell) => boolean,
): readonly RegionCompleteness[] {
  return [...Map.groupBy(cells, ({ region }) => region)].map(([region, own]) => {
    const missing = new Set(own.filter((cell) => !counts(cell)).map(({ endsOn }) => endsOn))
    const periods = new Set(own.map(({ endsOn }) => endsOn)).size
    const counted = own.filter((cell) => counts(cell)).length
    return { region, expected: own.length, counted, periods, full: periods - missing.size }
  })
}
