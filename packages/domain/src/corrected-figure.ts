import type { Figure } from './figure.ts'

/**
 * Whether a figure is marked 已更正: what an issued report told of a day is not what is known of the same day now. Value or bound differs,
 * or one of the two is known and the other is not. Two unknown figures are the same, whatever their reasons.
 *
 * @param told what the report told, in any unit
 * @param now  what is known of the same day, in the same unit
 *
 * Source: docs/methods/corrected-figure.md
 */
export function isCorrected(told: Figure, now: Figure): boolean {
  if (!told.known || !now.known) return told.known !== now.known
  return told.value !== now.value || told.bound !== now.bound
}
