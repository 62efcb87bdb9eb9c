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
  return `${name}${language === 'zh' ? '' : ': '}${parts.join(says.comma)}`
}

function movement(target: Target, telling: Telling): string {
  const { says, language } = telling
  const { actual, baseline, gain } = target
  const promised = promiseOf(target, telling)
  if (!actual.known) return `${unknownText(target, language)}${promised}`
  if (!baseline.known || !gain.known || gain.value <= 0 || baseline.value === 0) {
    return `${says.stands(actualText(target, language))}${promised}`
  }
  const [from, to] = [amountText(baseline, target, language), actualText(target, language)]
  return `${says.from(from, to, amountText(gain, target, language))}${promised}`
}

/** （目标≥150个）; the words of the clause where they name no number; nothing where there is no promise, as in a region without a target. */
function promiseOf(target: Target, { says, language, material }: Telling): string {
  if (target.target === null && material.region !== null) return ''
  const text = targetText(target, language)
  if (text === '—') return ''
  return target.target === null ? says.inTheText(text) : says.against(text)
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
