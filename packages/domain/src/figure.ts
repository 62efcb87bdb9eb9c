/** How a stated value relates to the true one: 超/至少 (above), 近/不足 (below), 约 (about). Exact figures carry none. */
export type Bound = 'above' | 'below' | 'about'

/** A value in whole smallest units of its indicator (`10^-decimals` of the unit), or a unitless ratio. */
export type Known = { readonly known: true; readonly value: number; readonly bound?: Bound }

/** Why there is no value. Absence is a value with a name, never zero and never an exception. */
export type Unknown<Why extends string = string> = { readonly known: false; readonly why: Why }

/** A derived figure (完成值, 完成率, ...): a known value, perhaps with a bound, or why it is not known. */
export type Figure<Why extends string = string> = Known | Unknown<Why>

/** A known figure; leaves `bound` out when it is exact. */
export function known(value: number, bound?: Bound): Known {
  return bound === undefined ? { known: true, value } : { known: true, value, bound }
}

/** An absent figure and its reason. */
export function unknown<Why extends string>(why: Why): Unknown<Why> {
  return { known: false, why }
}

/**
 * The sum of two figures. A lower bound plus an exact number is a lower bound; bounds of both directions make `about`.
 * An unknown summand makes the sum unknown, with the first reason.
 *
 * Source: docs/methods/figure.md
 */
export function add<Why extends string>(a: Figure<Why>, b: Figure<Why>): Figure<Why> {
  if (!a.known) return a
  return b.known ? known(a.value + b.value, boundOfSum(a.bound, b.bound)) : b
}

/** The difference of two figures: `a - b`. A difference of two lower bounds is `about`. Source: docs/methods/figure.md */
export function subtract<Why extends string>(a: Figure<Why>, b: Figure<Why>): Figure<Why> {
  if (!a.known) return a
  return b.known ? known(a.value - b.value, boundOfSum(a.bound, opposite(b.bound))) : b
}

/**
 * A figure divided by an exact number other than 0, as a unitless ratio. Dividing by a negative number (a falling target) turns a
 * lower bound into an upper one.
 */
export function divide<Why extends string>(a: Figure<Why>, by: number): Figure<Why> {
  if (!a.known) return a
  // 0 / -20 is -0 in binary arithmetic; nobody means a negative zero.
  const ratio = a.value / by
  return known(ratio === 0 ? 0 : ratio, by < 0 ? opposite(a.bound) : a.bound)
}

/** The bound of a sum, from the bounds of its parts. */
export function boundOfSum(a: Bound | undefined, b: Bound | undefined): Bound | undefined {
  if (a === undefined || a === b) return b
  return b === undefined ? a : 'about'
}

/** The bound of a number that falls as this one rises: its negative, or what it divides. */
export function opposite(bound: Bound | undefined): Bound | undefined {
  if (bound === 'above') return 'below'
  return bound === 'below' ? 'above' : bound
}
