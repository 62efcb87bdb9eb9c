import type { Target } from './definition.ts'
import { divide, type Figure, unknown } from './figure.ts'

export type NoAttainment = 'no-target' | 'target-is-zero' | 'falls-by-level'

/**
 * The headline ratio (完成率): for an increment how much of it is gained, for a rising level how much of it is there.
 *
 *     increment: attainment = gain / target        28 new nodes of 20: 1.4
 *     level:     attainment = actual / target      135 platforms of 150: 0.9
 *
 * @param actual value at the date asked for, in smallest units
 * @param gain   actual less baseline, same unit
 * @returns a unitless ratio, never clamped or rounded; unknown for a falling level, whose ratio would praise standing still
 *
 * Source: docs/methods/attainment.md
 */
export function attainment<Why extends string>(
  target: Target | null,
  actual: Figure<Why>,
  gain: Figure<Why>,
): Figure<Why | NoAttainment> {
  if (target === null) return unknown('no-target')
  if (target.comparator.value === 0) return unknown('target-is-zero')
  if (target.comparator.is === 'at-most') return unknown('falls-by-level')
  return divide(target.basis === 'increment' ? gain : actual, target.comparator.value)
}
