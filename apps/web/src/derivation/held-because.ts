import type { Derivation } from '@xushi/contract'
import { amount, boundSign, type Language, percent, targetText, type Words } from '@xushi/wording'
import { derivationWords } from './derivation.words.ts'
import type { StatusRule } from './status-rules.ts'
import { indexText } from './step-sentence.ts'

/** The figures on which a rule of the status held; null where its reason or the stages above say it already. */
export function heldBecause(rule: StatusRule, { judgement, on }: Derivation, language: Language): string | null {
  const { target, actual, gain, due, scheduleIndex, achievement, stages, unit, decimals } = judgement
  const says = derivationWords[language] as Words<(typeof derivationWords)['zh']>['en']
  if (rule === 'overdue') return due === null ? null : says.isPast(on, due.on)
  if (rule === 'achieved') {
    const progress = target?.basis === 'increment' ? gain : actual
    if (!progress.known) return null
    return says.reaches(amount(progress, unit[language], { decimals, language }), targetText(judgement, language))
  }
  if (rule !== 'index') return null
  // A selection whose list is out has no plan any more: its progress is measured against the promise itself.
  if (stages !== null) return achievement.known ? says.byProgress(percent(achievement.value)) : null
  if (!scheduleIndex.known) return null
  return says.byIndex(`${boundSign(scheduleIndex.bound, language)}${indexText(scheduleIndex.value)}`)
}
