import type { Bound, Figure } from '@xushi/domain'
import type { Language } from '../language/language.tsx'

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

/** The sign of a bound in a table: ≥ 90.5%, ≤ 10.2%. */
export function boundSign(bound: Bound | undefined, language: Language): string {
  if (bound === undefined) return ''
  return { above: '≥', below: '≤', about: language === 'zh' ? '约' : '~' }[bound]
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

/**
 * An amount for the eye: 万 and 亿 in Chinese, million and billion in English, at most two decimals; below ten thousand exact. The
 * exact number belongs in the title and to assistive technology.
 */
export function shortAmount(value: number, decimals: number, language: Language): string {
  const size = Math.abs(value)
  const steps: readonly (readonly [number, string])[] =
    language === 'zh'
      ? [
          [1e8, '亿'],
          [1e4, '万'],
        ]
      : [
          [1e9, ' billion'],
          [1e6, ' million'],
        ]
  const step = steps.find(([least]) => size >= least)
  const grouped = language === 'en'
  if (step === undefined) return exactNumber(value, decimals, grouped)
  return `${exactNumber(value / step[0], 2, grouped)}${step[1]}`
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
 * A ratio as a percentage with one decimal: 78.0%, 140% where it is exact. Never 100% or 0% unless it is: 99.96% stays 99.96%.
 */
export function percent(ratio: number): string {
  const value = ratio * 100
  const whole = Math.round(value)
  if (Math.abs(value - whole) < 1e-9) return `${whole}%`.replace('-', minus)
  for (let places = 1; places < 6; places += 1) {
    const text = value.toFixed(places)
    if (Number(text) !== 100 && Number(text) !== 0) return `${text}%`.replace('-', minus)
  }
  return (value < 100 ? `<${whole}%` : `>${whole}%`).replace('-', minus)
}

/** A percentage with the sign of its bound. */
export function percentWithBound(figure: Figure, language: Language): string | null {
  return figure.known ? `${boundSign(figure.bound, language)}${percent(figure.value)}` : null
}

/** Percentage points ahead (+) or behind (−), one decimal: +62.0, −24.6. */
export function points(value: number): string {
  const text = Math.abs(value).toFixed(1)
  if (Number(text) === 0) return text
  return `${value > 0 ? '+' : minus}${text}`
}

/** A date in short within the year asked about: 10-29 in 2020, else the whole date. */
export function shortDate(date: string, year: string): string {
  return date.startsWith(`${year}-`) ? date.slice(5) : date
}

/** An instant in China's time, to the minute: 2020-10-29 15:20. */
export function shanghaiTime(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
  return parts.format(Date.parse(instant))
}
