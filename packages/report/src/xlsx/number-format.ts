import { exactNumber, type Language, scaleFor } from '@xushi/wording'
import type { ReportCell } from '../model/report-model.ts'

/** How a number with so many places is shown: 310,000,000 */
export const amountFormat = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)

/** A figure as a typed number: what stands before and behind it stays in its format, so that 至少905个 is 905 and reads as before. */
export type TypedFigure = {
  readonly value: number
  readonly as: 'amount' | 'ratio' | 'points'
  readonly decimals: number
  /** 至少, ≥, +, 超 */
  readonly before: string
  /** 个, 多个, 个左右; without 万 and 亿, since the number is written out. */
  readonly after: string
}

const oneNumber = /^(?<before>[^\d]*?)(?<sign>[+−-]?)(?<digits>\d[\d,]*)(?<part>\.\d+)?(?<percent>%?)(?<after>\D*)$/u
/** Words beyond this are a sentence; a format has 255 characters. */
const longestWords = 40

/**
 * A cell of a report as a typed number; null where it has none, or where its text is more than one number with words around it, such as
 * 1–3家／地区, or says another number.
 */
export function typedFigure({ text, number }: ReportCell, language: Language): TypedFigure | null {
  const found = oneNumber.exec(text)?.groups
  if (number === undefined || found === undefined) return null
  const { before = '', sign = '', digits = '', part = '', percent = '', after = '' } = found
  const { value, as } = number
  const places = Math.max(0, part.length - 1)
  const { word, by } = as === 'amount' ? scaleFor(value, language) : { word: '', by: as === 'ratio' ? 0.01 : 1 }
  if ((percent === '%') !== (as === 'ratio') || !after.startsWith(word)) return null
  if (`${before}${after}`.length > longestWords) return null
  const said = Number(`${digits.replaceAll(',', '')}${part}`) * by * (/[−-]/.test(sign) ? -1 : 1)
  // Rounded in its last place, or cut where it is said in 万 and 亿; never further off.
  const off = Math.abs(said - value) / (10 ** -places * by)
  if (off > (word === '' ? 0.500001 : 1)) return null
  return {
    value,
    as,
    decimals: as === 'amount' ? number.decimals : places,
    before: `${before}${as === 'amount' && sign === '+' ? '+' : ''}`,
    after: after.slice(word.length),
  }
}

/** The format in which a figure reads as in the report, but in full digits; with the true minus. */
export function figureFormat({ as, decimals, before, after }: TypedFigure): string {
  const digits = as === 'amount' ? amountFormat(decimals) : `0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`
  const core = as === 'ratio' ? `${digits}%` : digits
  const shown = (sign: string) => `${literal(`${before}${sign}`)}${core}${literal(after)}`
  return `${shown(as === 'points' ? '+' : '')};${shown('−')};${shown('')}`
}

/** A figure as its cell shows it, for the width that it needs. */
export function shownFigure({ value, as, decimals, before, after }: TypedFigure): string {
  const digits = exactNumber(as === 'ratio' ? value * 100 : value, decimals)
  return `${before}${digits}${'0'.repeat(decimals)}${as === 'amount' ? after : '+%'}`
}

function literal(text: string): string {
  if (text === '') return ''
  return text
    .split('"')
    .map((piece) => (piece === '' ? '' : `"${piece}"`))
    .join('\\"')
}
