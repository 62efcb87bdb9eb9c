import { percent } from '@xushi/wording'
import { useLanguage, useWords } from '../language/language.tsx'
import { calledAfter, chosenOf, type Source } from './group-model.ts'
import { groupsWords } from './groups.words.ts'

/** How many were put forward out of a source, what share of it that is, and how many of them were chosen. */
export function PutForward({ source: { member, cases } }: { source: Source }) {
  const says = useWords(groupsWords)
  const { language } = useLanguage()
  if (cases === null) return null
  const called = calledAfter(member, language)
  if (cases.length === 0) return <>{says.none(called)}</>
  const { actual } = member
  // A lower bound below the line makes the share an upper one.
  const sign = actual.known && actual.bound === 'above' ? '≤' : ''
  const share = actual.known && actual.value > 0 ? says.share(sign + percent(cases.length / actual.value)) : null
  const chosen = chosenOf(cases).length
  return (
    <>
      {[says.put(called, cases.length), share, chosen > 0 ? says.chosenFrom(chosen) : null]
        .filter((part) => part !== null)
        .join(language === 'zh' ? '，' : ', ')}
    </>
  )
}
