import type { Dashboard } from '@xushi/contract'
import { boundSign, percent, points, statusReasonOf, statusReasonWords, targetText, wordsIn } from '@xushi/wording'
import { actualText, amountText } from '../cells.ts'
import { reportWords } from '../report.words.ts'
import type { Telling } from '../told.ts'

export type Target = Dashboard['indicators'][number]

/** One target in a sentence: where it came from and stands, how much of it is attained, and how far from its plan. */
export function targetSentence(target: Target, telling: Telling): string {
  const { says, language } = telling
  const parts = [movement(target, telling), ...attainmentOf(target, telling), ...distanceOf(target, telling)]
  const name = target.name[language]
  const isFigure = target.actual.known && ownState(target) === null
  return `${name}${isFigure ? says.beforeFigure : says.beforeWords}${parts.join(says.comma)}`
}

function movement(target: Target, telling: Telling): string {
  const { says, language } = telling
  const { actual, baseline, gain } = target
  const promised = promiseText(target, telling)
  if (!actual.known) {
    return isNotAsked(target, telling) ? says.notAsked : `${unknownText(target, language)}${promised}`
  }
  const state = ownState(target)
  if (state !== null) return says.states[state]
  if (!baseline.known || !gain.known || gain.value <= 0 || baseline.value === 0) {
    return `${says.stands(actualText(target, language))}${promised}`
  }
  const [from, to] = [amountText(baseline, target, language), actualText(target, language)]
  return `${says.from(from, to, amountText(gain, target, language))}${promised}`
}

/** （目标+20个）; where nothing is promised in numbers, why: the clause gives none, or none was divided to the region. */
function promiseText(target: Target, { says, language, material }: Telling): string {
  if (target.target !== null) return says.against(targetText(target, language))
  if (target.statusReason === 'no-number' || target.promise !== null) return says.noNumber
  return material.region === null ? '' : says.notDivided
}

/** Whether a region has what is a yes or a no; null for all that is counted, as the prefectures of a region are. */
export function ownState({ kind, regional }: Target): 'there' | 'not-there' | null {
  if (kind !== 'yes-no' || regional === undefined || regional.byPrefecture || !regional.figure.known) return null
  return regional.figure.value > 0 ? 'there' : 'not-there'
}

/** What a region does not report is not missing of it. */
const isNotAsked = ({ actual, reported, statusReason }: Target, { material }: Telling): boolean =>
  material.region !== null &&
  !actual.known &&
  actual.why === 'not-reported' &&
  reported.expected === 0 &&
  statusReason !== 'no-number'

/** 145个／≥150个: what is there, against what is promised. */
export function actualAgainst(target: Target, { says, language }: Telling): string {
  return says.actualAgainst(actualText(target, language), targetText(target, language))
}

/** Why nothing is known of a target, in full where the status has a reason of its own. */
function unknownText(target: Target, language: Telling['language']): string {
  const reason = statusReasonOf(target)
  if (reason === 'no-number') return wordsIn(reportWords, language).inWords
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
