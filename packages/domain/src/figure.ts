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
