/**
 * A value in decimal notation without a detour through floating point: 12345 with two decimals is `123.45`.
 *
 * @param value    whole smallest units, a safe integer
 * @param decimals places of the indicator's unit, at least 0
 */
export function decimalText(value: number, decimals: number): string {
  if (decimals === 0) return `${value}`

  const digits = `${Math.abs(value)}`.padStart(decimals + 1, '0')
  const sign = value < 0 ? '-' : ''
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
