import type { Bound } from '@xushi/domain'

/** What a bullet shows: achievement and plan as ratios; null where unknown. */
export type BulletFigures = {
  readonly achieved: { readonly value: number; readonly bound?: Bound | undefined } | null
  readonly plan: number | null
}

export type BulletShape = {
  /** x of 100 %; the target stands there. */
  readonly full: number
  readonly planAt: number | null
  /** Right end of the bar; null for unknown, which draws the empty track and never a zero. */
  readonly barTo: number | null
  /** Where the bar is cut because it goes beyond 100 % and is compressed. */
  readonly cutAt: number | null
  /** Hollow with a point: a lower bound of a total. Striped: about, or an upper bound. */
  readonly end: 'plain' | 'hollow' | 'striped'
}

/** Share of the width that 0 to 100 % takes; the rest holds what goes beyond, compressed. */
const fullShare = 0.76
/** A zero that was reported is drawn, as a hairline. */
const zeroWidth = 1.1

/**
 * The places of a bullet's marks. Beyond 100 % the bar grows ever more slowly and is cut; the number beside it is printed in full.
 *
 * @param width of the whole picture, in pixels
 * @param isTotal whether a lower bound comes from units that have not reported (hollow) or from a published "above" (solid)
 */
export function bulletShape({ achieved, plan }: BulletFigures, width: number, isTotal: boolean): BulletShape {
  const full = width * fullShare
  const planAt = plan === null ? null : full * Math.min(Math.max(plan, 0), 1)
  if (achieved === null) return { full, planAt, barTo: null, cutAt: null, end: 'plain' }

  const { value, bound } = achieved
  const beyond = value > 1 ? (width - full - 14) * (1 - 1 / (1 + (value - 1) * 1.2)) : 0
  const barTo = value > 1 ? full + 8 + beyond * 0.8 : Math.max(full * Math.max(value, 0), zeroWidth)
  const end = bound === 'about' || bound === 'below' ? 'striped' : bound === 'above' && isTotal ? 'hollow' : 'plain'
  return { full, planAt, barTo, cutAt: value > 1 ? full + 5 : null, end }
}
