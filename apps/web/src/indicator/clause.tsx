import type { IndicatorPage } from '@xushi/contract'
import { useProgramme } from '../app/address.ts'
import { ClauseSource, QuestionLink } from '../clause/clause-button.tsx'
import { ClauseInEnglish, ClauseSentence } from '../clause/clause-words.tsx'
import { useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'

/** The clause as a quotation with its counted words underlined, and the readings that were chosen for it. */
export function ClauseQuote({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const programme = useProgramme(page.programme)
  const { clause, ambiguities } = page.judgement
  const readings = programme?.ambiguities.filter(({ number }) => ambiguities.includes(number)) ?? []
  return (
    <blockquote className="clause" id="clause">
      <span className="label">
        <QuestionLink question={clause.question} />
      </span>
      <ClauseSentence clause={clause} />
      <span className="spacer" />
      {readings.map(({ number, ambiguity }) => (
        <a key={number} href={`#reading-${number}`} className="second" title={text(ambiguity)}>
          {says.reading(number)}
        </a>
      ))}
      <ClauseSource />
      <ClauseInEnglish clause={clause} />
    </blockquote>
  )
}
