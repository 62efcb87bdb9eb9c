import type { Bound, Figure } from '@xushi/domain'
import type { Language } from './language.ts'

const minus = '−'
/** Spoken of a published figure, or of a total that lacks somebody: 超55亿, 至少905个. */
export type BoundSense = 'published' | 'total'

const boundWords: Readonly<Record<Language, Readonly<Record<BoundSense, Readonly<Record<Bound, string>>>>>> = {
  zh: { published: { above: '超', below: '近', about: '约' }, total: { above: '至少', below: '不足', about: '约' } },
  en: {
    published: { above: 'over ', below: 'nearly ', about: 'about ' },
    total: { above: 'at least ', below: 'under ', about: 'about ' },
  },
}

/** The word of a bound; nothing for an exact figure. */
export function boundWord(bound: Bound | undefined, language: Language, sense: BoundSense = 'published'): string {
  return bound === undefined ? '' : boundWords[language][sense][bound]
}

/** The sign of a bound in a table: ≥90.5%, ≤10.2%; about has no sign and keeps its word. */
export function boundSign(bound: Bound | undefined, language: Language): string {
  if (bound === undefined) return ''
  return { above: '≥', below: '≤', about: boundWords[language].total.about }[bound]
}

/** Groups digits of an exact number, with the true minus sign: 310,000,000. */
export function exactNumber(value: number, decimals = 0, useGrouping = true): string {
  const digits = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: 0,
    maximumFractionDigits: decimals,
    useGrouping,
  })
  return digits.format(value).replace('-', minus)
}

/** A unit of display: what a number is divided by, and the word behind it. */
export type Scale = { readonly by: number; readonly word: string }

const scales: Readonly<Record<Language, readonly Scale[]>> = {
  zh: [
    { by: 1e8, word: '亿' },
    { by: 1e4, word: '万' },
  ],
  en: [
    { by: 1e9, word: ' billion' },
    { by: 1e6, word: ' million' },
  ],
}
const asItIs: Scale = { by: 1, word: '' }

/** The unit of display that fits a value: 亿 from 1e8, 万 from 1e4; billion and million in English; below that the value itself. */
export function scaleFor(value: number, language: Language): Scale {
  return scales[language].find(({ by }) => Math.abs(value) >= by) ?? asItIs
}

/**
 * A number in a unit of display that its column names, so that the digits of a column stand under each other.
 *
 * @param places the same for the whole column; none in the unit itself means as many as `decimals`
 */
export function inScale(value: number, { by }: Scale, decimals: number, language: Language): string {
  if (by === 1) return exactNumber(value, decimals, language === 'en')
  const format = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: language === 'en',
  })
  return format.format(value / by).replace('-', minus)
}

/**
 * An amount for the eye: 万 and 亿 in Chinese, million and billion in English, at most two decimals; below ten thousand exact. What
 * is not quite a whole 万 or 亿 is cut, not rounded up to one: 1,999,999,999 of 20亿 is not there yet. The exact number belongs in
 * the title and to assistive technology.
 */
export function shortAmount(value: number, decimals: number, language: Language): string {
  const grouped = language === 'en'
  const { by, word } = scaleFor(value, language)
  if (by === 1) return exactNumber(value, decimals, grouped)
  const scaled = value / by
  const rounded = Number(scaled.toFixed(2))
  const shown = Number.isInteger(rounded) && rounded !== scaled ? Math.trunc(scaled * 100) / 100 : rounded
  return `${exactNumber(shown, 2, grouped)}${word}`
}

/** An amount with its bound and unit: 超55亿个, over 5.5 billion. English leaves the unit to the label beside it. */
export function amount(
  figure: { readonly value: number; readonly bound?: Bound | undefined },
  unit: string,
  {
    decimals,
    language,
    sense = 'published',
    signed = false,
  }: { decimals: number; language: Language; sense?: BoundSense; signed?: boolean },
): string {
  const plus = signed && figure.value > 0 ? '+' : ''
  const number = `${boundWord(figure.bound, language, sense)}${plus}${shortAmount(figure.value, decimals, language)}`
  return language === 'zh' ? `${number}${unit}` : number
}

/**
 * A ratio as a percentage with one decimal: 78.0%; 0% and whole percentages from 100% up stand without it where they are exact:
 * 140%. Never 100% or 0% unless it is: 99.96% stays 99.96%.
 */
export function percent(ratio: number): string {
  const value = ratio * 100
  const whole = Math.round(value)
  const isWhole = Math.abs(value - whole) < 1e-9
  if (isWhole && (whole === 0 || whole >= 100)) return `${whole}%`
  for (let places = 1; places < 6; places += 1) {
    const text = value.toFixed(places)
    if (isWhole || (Number(text) !== 100 && Number(text) !== 0)) return `${text}%`.replace('-', minus)
  }
  return (value < 100 ? `<${whole}%` : `>${whole}%`).replace('-', minus)
}

/** A percentage with the sign of its bound. */
export function percentWithBound(figure: Figure, language: Language): string | null {
  return figure.known ? `${boundSign(figure.bound, language)}${percent(figure.value)}` : null
}

/** Percentage points ahead (+) or behind (−), one decimal: +62.0, −24.6; 0.0 only where it is exactly so. */
export function points(value: number): string {
  const size = Math.abs(value)
  const places = [1, 2, 3].find((count) => Number(size.toFixed(count)) !== 0) ?? 1
  const text = size.toFixed(places)
  if (Number(text) === 0) return text
  return `${value > 0 ? '+' : minus}${text}`
}

/** A date in short within the year asked about: 10-29 in 2020, else the whole date. */
export function shortDate(date: string, year: string): string {
  return date.startsWith(`${year}-`) ? date.slice(5) : date
}

/** An instant in China's time, to the minute: 2020-10-29 15:20. */
export function shanghaiTime(instant: string): string {
  return shanghaiFormat.format(Date.parse(instant))
}

// Made once: making one costs more than a hundred uses.
const shanghaiFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})
