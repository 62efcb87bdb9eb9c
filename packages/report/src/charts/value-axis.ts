import { type Language, scaleFor } from '@xushi/wording'

/** An axis of values: what is printed at its marks is the value divided by `divisor`. */
export type ValueAxis = {
  readonly min: number
  readonly max: number
  readonly interval: number
  readonly divisor: number
  /** 万 or 亿 (million, billion), which stands with the unit; empty for none. */
  readonly scale: string
  say(value: number): string
}

/**
 * The axis on which values stand: from 0, unless all of them lie so close together that nothing could be told apart; with steps of 1, 2,
 * 2.5 or 5.
 *
 * @param values  in the unit of the chart; nothing but zeros and none at all give an axis from 0 to 4
 * @param fromZero whether lengths are compared, as with bars
 * @param steps    how many steps are wanted, as many as there is room for
 */
export function valueAxis(values: readonly number[], language: Language, fromZero: boolean, steps = 4): ValueAxis {
  const highest = values.length === 0 ? 0 : Math.max(...values)
  const lowest = values.length === 0 ? 0 : Math.min(...values)
  const close = lowest > 0 && highest > lowest && highest - lowest < 0.2 * highest
  const from = close && !fromZero ? lowest : Math.min(0, lowest)
  const to = Math.max(highest, from, 0) || (from === 0 ? 4 : 0)
  const interval = niceStep((to - from) / steps)
  const min = exact(Math.floor(exact(from / interval)) * interval)
  const max = exact(Math.ceil(exact(to / interval)) * interval)
  const top = Math.max(Math.abs(min), Math.abs(max))
  const { by, word } = scaleFor(top, language)
  return {
    min,
    max,
    interval,
    divisor: by,
    scale: language === 'zh' || word === '' ? word : `${word.trim()} `,
    say: (value) => plainNumber(exact(value / by), exact(interval / by)),
  }
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].find((candidate) => exact(rough / power) <= candidate) ?? 10
  return exact(step * power)
}

/** Without the last digits of binary fractions, 0.30000000000000004. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}

/**
 * At least the decimals of the steps, and two where there are more, cut and not rounded: 1.9999 of 亿 is not 2 yet. − for negative, groups
 * of three from ten thousand on.
 */
function plainNumber(value: number, step: number): string {
  const decimals = Math.max(2, String(step).split('.')[1]?.length ?? 0)
  const cut = Math.trunc(exact(Math.abs(value) * 10 ** decimals)) / 10 ** decimals
  const [whole = '', part] = String(cut).split('.')
  const grouped = cut >= 10_000 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  const text = part === undefined ? grouped : `${grouped}.${part}`
  return value < 0 && cut !== 0 ? `−${text}` : text
}

/** Where the marks of an axis stand. */
export function marksOf({ min, max, interval }: ValueAxis): number[] {
  return Array.from({ length: Math.round((max - min) / interval) + 1 }, (_, index) => min + index * interval)
}
