import { exactNumber, inScale, type Language, type Scale, scaleFor, shortAmount } from '@xushi/wording'

/** How amounts of one forecast are written: all in one unit of display, so that they can be compared. */
export type AmountOf = {
  readonly scale: Scale
  readonly decimals: number
  readonly language: Language
  readonly unit: string
}

/** Below this part of the unit of display an amount would lose its digits. */
const leastShown = 0.5
/** From this many smallest units on a tenth of one is not worth saying. */
const tenthsMatterBelow = 100

export const amountOf = (largest: number, { decimals, language, unit }: Omit<AmountOf, 'scale'>): AmountOf => ({
  scale: scaleFor(largest, language),
  decimals,
  language,
  unit,
})

/**
 * An estimate: 7.32亿, 148个, 1.3个; 万 and 亿 say no unit in a sentence that names its indicator. It passes between whole numbers, so
 * that a small one has one place more than the unit has.
 */
export function estimateText(value: number, of: AmountOf): string {
  const { scale, decimals, language, unit } = of
  const isSmall = value !== 0 && Math.abs(value / scale.by) < leastShown
  const { by, word } = isSmall ? scaleFor(value, language) : scale
  const places = Math.abs(value) * 10 ** decimals < tenthsMatterBelow ? decimals + 1 : decimals
  const number = inScale(value, { by, word }, places, language)
  return `${number}${word}${word === '' && language === 'zh' ? unit : ''}`
}

/** The edges of a band, 6.69亿 and 7.95亿, 141 and 153个; in full where they would read alike. */
export function edgesText(
  { low, high }: { readonly low: number; readonly high: number },
  of: AmountOf,
): [string, string] {
  const edges = (scale: Scale): [string, string] => {
    const bare = { ...of, scale, unit: scale.word === '' ? '' : of.unit }
    return [estimateText(low, bare), estimateText(high, { ...of, scale })]
  }
  const [from, to] = edges(of.scale)
  const isOne = estimateText(low, of) === estimateText(high, of)
  return isOne && low !== high ? edges({ by: 1, word: '' }) : [from, to]
}

/** A stated number, exact where it is: 20亿, 150个. */
export function statedText(value: number, { decimals, language, unit }: AmountOf): string {
  const isPlain = scaleFor(value, language).word === ''
  return `${shortAmount(value, decimals, language)}${isPlain && language === 'zh' ? unit : ''}`
}

/** What is missing of a stated number, never said to be nothing where something is. */
export function missingText(value: number, of: AmountOf): string {
  const text = estimateText(value, of)
  return value > 0 && Number.parseFloat(text) === 0
    ? `<${exactNumber(10 ** -(of.decimals + 1), of.decimals + 1)}`
    : text
}
