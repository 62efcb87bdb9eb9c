import type { Judgement } from '@xushi/contract'
import type { Bound, LocalDate, Status } from '@xushi/domain'
import {
  amount,
  boundSign,
  type Language,
  percent,
  points,
  statusWords,
  targetText,
  whyWord,
  whyWords,
  wordsIn,
} from '@xushi/wording'
import type { ReportCell } from './report-model.ts'

/** Figures of a report are written by the same words as on the pages. */
type Known = { readonly value: number; readonly bound?: Bound | undefined }
type Measured = Pick<Judgement, 'unit' | 'decimals' | 'coverageUnit' | 'sourceOfRecord'>

export const textCell = (text: string): ReportCell => ({ text })
export const dateCell = (on: LocalDate | null): ReportCell => (on === null ? { text: '—' } : { text: on, date: on })
export const wholeCell = (value: number): ReportCell => ({
  text: String(value),
  number: { value, decimals: 0, as: 'amount' },
})

/** Why there is no figure, as a cell says it. */
export const reasonText = (why: string, language: Language): string => whyWord(why, wordsIn(whyWords, language))

/** 超55亿个, 至少905个; the reason where nothing is known. */
export function actualText(judgement: Measured & Pick<Judgement, 'actual'>, language: Language): string {
  const { actual } = judgement
  return actual.known ? amountText(actual, judgement, language) : reasonText(actual.why, language)
}

/** An amount in the unit of its indicator. A total that lacks somebody is 至少, a published lower bound is 超. */
export function amountText(figure: Known, judgement: Measured, language: Language, signed = false): string {
  const unit = (judgement.coverageUnit ?? judgement.unit)[language]
  const sense = judgement.sourceOfRecord === 'national' ? 'published' : 'total'
  const text = amount(figure, unit, { decimals: judgement.decimals, language, sense, signed })
  return language === 'zh' || unit === '' ? text : `${text} ${unit}`
}

export function actualCell(judgement: Measured & Pick<Judgement, 'actual'>, language: Language): ReportCell {
  const { actual, decimals } = judgement
  const text = actualText(judgement, language)
  return actual.known ? { text, number: { value: actual.value, decimals, as: 'amount' } } : { text }
}

export function amountCell(figure: Judgement['attainment'], judgement: Measured, language: Language): ReportCell {
  if (!figure.known) return { text: reasonText(figure.why, language) }
  const { value } = figure
  return {
    text: amountText(figure, judgement, language),
    number: { value, decimals: judgement.decimals, as: 'amount' },
  }
}

export function targetCell(judgement: Judgement, language: Language): ReportCell {
  const text = targetText(judgement, language)
  const { target, decimals } = judgement
  return target === null ? { text } : { text, number: { value: target.value, decimals, as: 'amount' } }
}

/** ≥90.5%; — where there is none. */
export function ratioCell(figure: Judgement['attainment'], language: Language): ReportCell {
  if (!figure.known) return { text: '—' }
  const text = `${boundSign(figure.bound, language)}${percent(figure.value)}`
  return { text, number: { value: figure.value, decimals: 1, as: 'ratio' } }
}

/** A value that every source has in one way, such as one that was published. */
export const publishedCell = (figure: Known, judgement: Measured, language: Language): ReportCell => ({
  text: amountText(figure, { ...judgement, coverageUnit: null, sourceOfRecord: 'national' }, language),
  number: { value: figure.value, decimals: judgement.decimals, as: 'amount' },
})

/** A share of 0 to 1; null where nothing was due. */
export const shareCell = (share: number | null): ReportCell =>
  share === null ? { text: '—' } : { text: percent(share), number: { value: share, decimals: 1, as: 'ratio' } }

/** Percentage points ahead or behind: +62.0, −24.6. */
export function pointsCell(figure: Judgement['attainment'], language: Language): ReportCell {
  if (!figure.known) return { text: '—' }
  const text = `${boundSign(figure.bound, language)}${points(figure.value)}`
  return { text, number: { value: figure.value, decimals: 1, as: 'points' } }
}

export const statusCell = (status: Status, language: Language): ReportCell => ({
  text: wordsIn(statusWords, language)[status],
  status,
})
