import { amount, type Language } from '@xushi/wording'
import { type Choosing, calledAfter, chosenOf } from './group-model.ts'
import type { groupsWords } from './groups.words.ts'

type Says = (typeof groupsWords)['en']['sentence']

/** The drawing of a choice in a sentence: each source with those put forward, and the list. There is no sum in it. */
export function choiceSentence({ chooser, sources }: Choosing, language: Language, says: Says): string {
  const told = sources.flatMap(({ member, cases }) => {
    if (cases === null || !member.actual.known) return []
    const { actual, unit, decimals } = member
    const count = amount(actual, unit[language], { decimals, language, sense: 'total' })
    return [says.source(calledAfter(member, language), count, cases.length)]
  })
  if (sources.some(({ cases }) => cases === null)) return says.hidden
  const chosen = sources.flatMap(({ cases }) => chosenOf(cases)).length
  const places = chooser.target === null ? '' : `${chooser.target.value}${language === 'zh' ? chooser.unit.zh : ''}`
  const called = calledAfter(chooser, language)
  const end = chosen === 0 ? says.open(called, places) : says.published(called, chosen, places)
  const sentence = told.join(says.between) + end
  return told.length === 0 ? sentence.replace(/^[；;]\s*/, '') : sentence
}
