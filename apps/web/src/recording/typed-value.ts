/** What a person's keystrokes mean: nothing yet, a number in the indicator's unit, or why they are not one. */
export type TypedValue =
  | { readonly is: 'empty' }
  | { readonly is: 'value'; readonly value: number }
  | {
      readonly is: 'refused'
      readonly why: 'not-a-number' | 'too-many-places' | 'too-large' | 'negative'
      readonly at?: string
    }

const multiples: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/**
 * Reads a typed number exactly, without passing through binary fractions: `31,000`, `３１０００`, `3.1亿`, `3100万`.
 * An exponent (`1e400`), a letter that looks like a digit, or more places than the unit has is refused, never rounded.
 *
 * @param text     as typed; spaces and grouping commas are ignored
 * @param decimals places after the point that the indicator's unit allows
 */
export function readTypedValue(text: string, decimals: number): TypedValue {
  const plain = halfWidth(text).replace(/[\s,]/g, '')
  if (plain === '') return { is: 'empty' }

  const match = /^([-−]?)(\d+)(?:\.(\d+))?([万亿]?)$/.exec(plain)
  if (match === null) {
    const strange = /[^\d.万亿-]/.exec(plain)?.[0]
    return strange === undefined
      ? { is: 'refused', why: 'not-a-number' }
      : { is: 'refused', why: 'not-a-number', at: strange }
  }
  const [, sign = '', whole = '', fraction = '', multiple = ''] = match
  if (sign !== '') return { is: 'refused', why: 'negative' }

  const shift = multiples[multiple] ?? 0
  const digits = whole + fraction.padEnd(shift, '0').slice(0, shift)
  const places = fraction.slice(shift).replace(/0+$/, '')
  if (places.length > decimals) return { is: 'refused', why: 'too-many-places' }

  const scaled = BigInt(digits + places.padEnd(decimals, '0'))
  if (scaled > BigInt(Number.MAX_SAFE_INTEGER)) return { is: 'refused', why: 'too-large' }
  return { is: 'value', value: Number(places === '' ? digits : `${digits}.${places}`) }
}

function halfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/．/g, '.')
    .replace(/[，、]/g, ',')
    .replace(/　/g, ' ')
}
