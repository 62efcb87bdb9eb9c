import { divide, type Figure, unknown } from './figure.ts'

/** Why an achievement cannot be stated. Absence is a value, not an exception. */
export type NoAchievement = 'no-target' | 'no-baseline' | 'target-equals-baseline'

/**
 * How far an indicator has travelled from its baseline towards its target (较基期进展).
 *
 *     achievement = gain / (target - baseline)        gain = actual - baseline
 *
 * The sign of the denominator carries the direction, so a falling target needs no second formula. The gain comes as a figure of
 * its own, since bounds travel through the subtraction.
 *
 * @param gain     actual less baseline, in smallest units
 * @param distance target level less baseline, same unit; null when there is no target or no baseline
 * @returns a unitless ratio: 0 at baseline, 1 on target, above 1 when exceeded, below 0 when it moved away. Never clamped or
 *   rounded: both are for display.
 *
 * Source: docs/methods/achievement.md
 */
export function achievement<Why extends string>(
  gain: Figure<Why>,
  distance: Figure<NoAchievement>,
): Figure<Why | NoAchievement> {
  if (!distance.known) return distance
  if (distance.value === 0) return unknown('target-equals-baseline')
  return divide(gain, distance.value)
}
