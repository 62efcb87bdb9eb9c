import type { Confidence, DatePrecision } from './definition.ts'
import type { Bound } from './figure.ts'
import type { LocalDate } from './local-date.ts'

/** A dated figure of the nation: someone published it, or a national entry was approved. In smallest units. */
export type NationalFigure = {
  readonly id: string
  readonly on: LocalDate
  readonly precision: DatePrecision
  readonly value: number
  readonly bound?: Bound
  readonly confidence: Confidence | 'entry'
  /** The selection round it belongs to, where the goal re-selects. */
  readonly round?: string
}

/** On one date an approved entry beats a primary figure, and that a secondary one. A weak one is shown, never counted. */
const rank: Readonly<Record<NationalFigure['confidence'], number>> = { entry: 3, primary: 2, secondary: 1, weak: 0 }

/**
 * The national figures that may count, oldest first, one for each date: without the weak ones and those of another round.
 *
 * Source: docs/methods/source-of-record.md
 */
export function countingFigures(figures: readonly NationalFigure[], round?: string): readonly NationalFigure[] {
  const best = new Map<LocalDate, NationalFigure>()
  for (const figure of figures) {
    if (rank[figure.confidence] === 0 || (round !== undefined && figure.round !== round)) continue
    const other = best.get(figure.on)
    if (other === undefined || rank[figure.confidence] > rank[other.confidence]) best.set(figure.on, figure)
  }
  return [...best.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The newest figure whose date is on or before a date; null when there is none. */
export function newestAsOf<Dated extends { readonly on: LocalDate }>(
  oldestFirst: readonly Dated[],
  on: LocalDate,
): Dated | null {
  return oldestFirst.findLast((figure) => figure.on <= on) ?? null
}
