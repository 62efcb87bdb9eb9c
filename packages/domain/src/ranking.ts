import type { IndicatorDefinition } from './definition.ts'
import type { Figure } from './figure.ts'

/**
 * Why regions are not put in an order of merit (不作名次): what is encouraged is nobody's duty (鼓励); what is counted is chosen for
 * its quality (质量优先、宁缺毋滥); what is promised to each region is met or not; a yes or no has no more; a promise with an upper end is
 * not better kept by more; and what does not add up has no share.
 */
export type UnfairRanking = 'encouraged' | 'quality-first' | 'per-region' | 'yes-no' | 'upper-end' | 'not-a-sum'

/**
 * Whether it is fair to rank regions by an indicator.
 *
 * @returns null where it is fair, else the first reason why not
 *
 * Source: docs/methods/ranking.md
 */
export function unfairRanking({
  kind,
  modality,
  target,
  aggregation,
}: Pick<IndicatorDefinition, 'kind' | 'modality' | 'target' | 'aggregation'>): UnfairRanking | null {
  if (modality === 'encourage') return 'encouraged'
  if (kind === 'yes-no') return 'yes-no'
  if (kind === 'counted') return 'quality-first'
  if (target?.perRegion === true) return 'per-region'
  const comparator = target?.comparator.is
  if (comparator === 'equal' || comparator === 'about' || comparator === 'range') return 'upper-end'
  return aggregation.regions === 'sum' ? null : 'not-a-sum'
}

/**
 * Ranks (名次) of figures, 1 for the most, equal ones alike. Only exact figures have one, and only while every figure is exact: a lower
 * bound may stand anywhere above, and so would move the others.
 *
 * Source: docs/methods/ranking.md
 */
export function ranksOf(figures: readonly Figure[]): readonly (number | null)[] {
  const values = figures.flatMap((figure) => (figure.known && figure.bound === undefined ? [figure.value] : []))
  if (values.length < figures.length) return figures.map(() => null)
  return values.map((value) => 1 + values.filter((other) => other > value).length)
}
