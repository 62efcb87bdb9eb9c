import type { LocalDate } from './local-date.ts'

/** A cell that is asked for: a value of a unit, or its confirmation of a register, for one period; and whether it counts. */
export type AskedCell = {
  /** Whether its value is approved, or its register confirmed. What waits for a decision does not count. */
  readonly counts: boolean
}

/** How complete cells are (填报率). */
export type Completeness = {
  readonly expected: number
  readonly counted: number
  /** 0 to 1; null where nothing is asked for. */
  readonly completeness: number | null
}

/**
 * Completeness (填报率): the part of what is asked for that counts, in periods that have ended.
 *
 *     completeness = cells that count ÷ cells expected
 *
 * @param counted  cells whose value is approved, or whose register is confirmed
 * @param expected cells asked for
 * @returns a unitless ratio, 0 to 1; null where nothing is asked for
 *
 * Source: docs/methods/completeness.md
 */
export const completenessRatio = (counted: number, expected: number): number | null =>
  expected === 0 ? null : counted / expected

/** Completeness of cells, with what it is a share of. */
export function completenessOf(cells: readonly AskedCell[]): Completeness {
  const expected = cells.length
  const counted = cells.filter(({ counts }) => counts).length
  return { expected, counted, completeness: completenessRatio(counted, expected) }
}

/** A cell with the place it is asked of and the last day of its period. */
export type RegionCell = AskedCell & { readonly region: string; readonly endsOn: LocalDate }

export type RegionCompleteness = Completeness & {
  readonly region: string
  /** Periods in which something is asked for, and those of them in which nothing is missing. */
  readonly periods: number
  readonly full: number
}

/** Completeness region by region, with the periods that are whole. A region of which nothing is asked has no row. */
export function completenessByRegion(cells: readonly RegionCell[]): readonly RegionCompleteness[] {
  return [...Map.groupBy(cells, ({ region }) => region)].map(([region, own]) => {
    const missing = new Set(own.filter(({ counts }) => !counts).map(({ endsOn }) => endsOn))
    const periods = new Set(own.map(({ endsOn }) => endsOn)).size
    return { region, ...completenessOf(own), periods, full: periods - missing.size }
  })
}
