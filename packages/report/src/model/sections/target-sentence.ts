import type { Dashboard } from '@xushi/contract'
import type { Bound } from '@xushi/domain'
import {
  boundSign,
  type Language,
  percent,
  points,
  statusReasonOf,
  statusReasonWords,
  targetText,
  wordsIn,
} from '@xushi/wording'
import { actualText, amountText } from '../cells.ts'
import { reportWords } from '../report.words.ts'
import type { Telling } from '../told.ts'

export type Target = Dashboard['indicators'][number]

/** One target in a sentence: where it came from and stands, how much of it is attained, and how far from its plan. */
export function targetSentence(target: Target, telling: Telling): string {
  const { says, language } = telling
  const distance = distanceText(target.percentagePoints, language)
  const parts = [movement(target, telling), ...attainmentOf(target, telling), ...(distance === null ? [] : [distance])]
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

/** How far from its plan, as a sentence says it: 低于序时进度至少2.9个百分点 is ≤−2.9 in the table. Null where nothing is known. */
export function distanceText(distance: Target['percentagePoints'], language: Language): string | null {
  if (!distance.known) return null
  const { value, bound } = distance
  const says = wordsIn(reportWords, language)
  if (value === 0 && bound === undefined) return says.onPlan
  const isAhead = value >= 0
  const word = bound === undefined ? '' : says.bounds[isAhead ? bound : mirrored[bound]]
  const size = `${word}${points(Math.abs(value)).replace('+', '')}`
  return isAhead ? says.ahead(size) : says.late(size)
}

/** What is at least 3 points below zero is at most −3. */
const mirrored = { above: 'below', below: 'above', about: 'about' } as const satisfies Readonly<Record<Bound, Bound>>

/** Why a target is behind, as it was handed in; that it is missing where nothing was. */
export function lagSentence({ lag }: Pick<Target, 'lag'>, { says, language }: Telling): string {
  return lag === null ? says.reasonMissing : says.because(lag.cause[language], lag.remedy)
}
