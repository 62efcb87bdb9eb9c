import type { Dashboard } from '@xushi/contract'
import { boundSign, percent, points, statusReasonOf, statusReasonWords, targetText, wordsIn } from '@xushi/wording'
import { actualText, amountText } from '../cells.ts'
import type { Telling } from '../told.ts'

export type Target = Dashboard['indicators'][number]

/** One target in a sentence: where it came from and stands, how much of it is attained, and how far from its plan. */
export function targetSentence(target: Target, telling: Telling): string {
  const { says, language } = telling
  const parts = [movement(target, telling), ...attainmentOf(target, telling), ...distanceOf(target, telling)]
  const name = target.name[language]
  return `${name}${language === 'zh' ? '' : ': '}${parts.join(says.comma)}`
}

function movement(target: Target, { says, language }: Telling): string {
  const { actual, baseline, gain } = target
  const promised = says.against(targetText(target, language))
  if (!actual.known) return `${unknownText(target, language)}${promised}`
  if (!baseline.known || !gain.known || gain.value <= 0 || baseline.value === 0) {
    return `${says.stands(actualText(target, language))}${promised}`
  }
  const [from, to] = [amountText(baseline, target, language), actualText(target, language)]
  return `${says.from(from, to, amountText(gain, target, language))}${promised}`
}

/** Why nothing is known of a target, in full where the status has a reason of its own. */
function unknownText(target: Target, language: Telling['language']): string {
  const reason = statusReasonOf(target)
  const text = actualText(target, language)
  return reason === null || text !== '—' ? text : wordsIn(statusReasonWords, language)[reason].short
}

function attainmentOf({ attainment }: Target, { says, language }: Telling): string[] {
  if (!attainment.known) return []
  return [says.attainment(`${boundSign(attainment.bound, language)}${percent(attainment.value)}`)]
}

function distanceOf({ percentagePoints: distance }: Target, { says, language }: Telling): string[] {
  if (!distance.known) return []
  if (distance.value === 0) return [says.onPlan]
  const size = points(Math.abs(distance.value)).replace('+', '')
  const bounded = `${distance.bound === 'about' ? boundSign('about', language) : ''}${size}`
  return [distance.value > 0 ? says.ahead(bounded) : says.late(bounded)]
}

/** Why a target is behind, as it was handed in; that it is missing where nothing was. */
export function lagSentence({ lag }: Pick<Target, 'lag'>, { says, language }: Telling): string {
  return lag === null ? says.reasonMissing : says.because(lag.cause[language], lag.remedy)
}
