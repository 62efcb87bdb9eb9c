import type { Judgement } from '@xushi/contract'
import { type Language, wordsIn } from '@xushi/wording'
import { forecastWords } from './forecast.words.ts'
import { amountOf, estimateText, missingText, statedText } from './forecast-amount.ts'
import { spanText } from './forecast-sentence.ts'

export type ForecastRow = { readonly by: string; readonly says: string }
type RowOf = Pick<Judgement, 'forecast' | 'target' | 'baseline' | 'due' | 'unit' | 'decimals'>

/**
 * A row's forecast in two short lines (照近3个月速度 / 到期约148个，差2个); the day instead where the target is reached by the due date.
 * Where there is none, the reason alone.
 */
export function forecastRow(
  { forecast, target, baseline, due, unit, decimals }: RowOf,
  language: Language,
): ForecastRow {
  const says = wordsIn(forecastWords, language)
  if (!forecast.known) {
    const { why, points } = forecast
    return { by: '', says: why === 'too-few-points' ? says.tooFew(points) : says.none[why] }
  }
  const by = says.rowBy(spanText(forecast, says))
  const { expected, reachedOn } = forecast
  const level = levelOf(target, baseline)
  const of = amountOf(Math.max(Math.abs(expected.value), Math.abs(level ?? 0)), {
    decimals,
    language,
    unit: unit[language],
  })
  if (!reachedOn.known && reachedOn.why === 'reached') return { by, says: says.rowReached }
  if (level === null || target === null) return { by, says: says.expectedShort(estimateText(expected.value, of)) }
  const isFalling = target.comparator === 'at-most'
  const verb = target.comparator === 'more-than' ? says.goal.pass : isFalling ? says.goal.fall : says.goal.reach
  if (reachedOn.known && due !== null && reachedOn.on <= due.on) {
    return { by, says: says.rowOn(reachedOn.on, verb(statedText(level, of))) }
  }
  const missing = isFalling ? expected.value - level : level - expected.value
  // "More than 1000" lacks one at 1000; the number alone would say that nothing is missing.
  const least = target.comparator === 'more-than' ? 10 ** -decimals : 0
  return { by, says: says.rowShort(estimateText(expected.value, of), missingText(Math.max(0, missing + least), of)) }
}

/** The number that is promised as the value itself; null for an increment on an unknown baseline. */
function levelOf(target: RowOf['target'], baseline: RowOf['baseline']): number | null {
  if (target === null) return null
  const own = target.from ?? target.value
  if (target.basis === 'level') return own
  return baseline.known ? baseline.value + own : null
}
