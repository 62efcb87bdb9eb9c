/** Why a text is no unified social credit code (统一社会信用代码). */
export type CreditCodeFault = 'credit-code-length' | 'credit-code-characters' | 'credit-code-check-digit'

/** The alphabet of GB 32100-2015: digits and capitals without I, O, S, V and Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * What is wrong with a unified social credit code (统一社会信用代码); null when nothing is.
 *
 *     check = 31 − (Σ value(cᵢ) · 3ⁱ⁻¹ mod 31 mod 31) mod 31      for the 17 places before it
 *
 * @param code 18 characters, without spaces
 *
 * Source: docs/methods/credit-code.md (GB 32100-2015)
 */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (code.length !== 18) return 'credit-code-length'
  const values = [...code].map((letter) => alphabet.indexOf(letter))
  if (values.includes(-1)) return 'credit-code-characters'
  return values[17] === checkValue(values.slice(0, 17)) ? null : 'credit-code-check-digit'
}

/** The check digit that makes 17 characters a whole code. */
export function creditCheckDigit(first17: string): string {
  return alphabet[checkValue([...first17].map((letter) => alphabet.indexOf(letter)))] ?? ''
}

function checkValue(values: readonly number[]): number {
  let weight = 1
  let sum = 0
  for (const value of values) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31
}
