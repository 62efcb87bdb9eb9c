import { exactNumber, inScale, type Scale, scaleFor, shortAmount } from '../figure/format-figure.ts'
import type { Language } from '../language/language.tsx'

/** How amounts of one forecast are written: all in one unit of display, so that they can be compared. */
export type AmountOf = {
  readonly scale: Scale
  readonly decimals: number
  readonly language: Language
  readonly unit: string
}

/** Below this part of the unit of display an amount would lose its digits. */
const leastShown = 0.1

export const amountOf = (largest: number, { decimals, language, unit }: Omit<AmountOf, 'scale'>): AmountOf => ({
  scale: scaleFor(largest, language),
  decimals,
  language,
  unit,
})

/** An estimate: 7.32亿, 143.7个; 万 and 亿 say no unit in a sentence that names its indicator. It passes between whole numbers, so one place more than the unit has. */
export function estimateText(value: number, { scale, decimals, language, unit }: AmountOf): string {
  const isSmall = value !== 0 && Math.abs(value / scale.by) < leastShown
  const { by, word } = isSmall ? scaleFor(value, language) : scale
  const number = inScale(value, { by, word }, decimals + 1, language)
  return `${number}${word}${word === '' && language === 'zh' ? unit : ''}`
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
