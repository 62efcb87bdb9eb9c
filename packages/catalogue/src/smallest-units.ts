/** Why a number cannot be kept as whole smallest units. */
export type NotWhole = 'too-many-places' | 'too-large'

/**
 * A value in the indicator's own unit as a whole count of its smallest unit: `value x 10^decimals`.
 *
 * The digits are shifted, not multiplied: 99.99 x 100 is 9998.999... in binary arithmetic.
 *
 * @param value    in the indicator's unit, as written in the YAML
 * @param decimals decimal places that the indicator's values may have
 * @returns the count, or why there is none: more places than `decimals`, or not a safe integer
 */
export function smallestUnits(value: number, decimals: number): number | NotWhole {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  const shift = Number(exponent) + decimals - fraction.length
  const digits = BigInt(whole + fraction)
  if (shift < 0) return digits === 0n ? 0 : 'too-many-places'

  const count = Number(`${sign}${digits * 10n ** BigInt(shift)}`)
  return Number.isSafeInteger(count) ? count : 'too-large'
}
