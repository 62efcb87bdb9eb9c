import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ProgressEntry, RecordingDesk } from '@xushi/contract'
import { openFilingsQuery } from '../api/queries.ts'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { FilingLine } from '../filings/open-filings.tsx'
import { useText, useWords } from '../language/language.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { recordingWords } from './recording.words.ts'

/** 待更正: what one is asked to correct, numbers first. Nothing where nobody asks. */
export function ToCorrect({ desk }: { desk: RecordingDesk }) {
  const says = useWords(recordingWords)
  const { data } = useQuery(openFilingsQuery)
  const filings = data?.toCorrect ?? []
  if (desk.toCorrect.length + filings.length === 0) return null
  return (
    <section className="open-filings to-correct">
      <div className="section-head">
        <h2>{says.toCorrect}</h2>
        <span className="label">{says.toCorrectHint}</span>
      </div>
      <ul>
        {desk.toCorrect.map((entry) => (
          <EntryLine key={entry.id} entry={entry} desk={desk} />
        ))}
        {filings.map((filing) => (
          <FilingLine key={filing.filing} filing={filing} />
        ))}
      </ul>
    </section>
  )
}

function EntryLine({ entry, desk }: { entry: ProgressEntry; desk: RecordingDesk }) {
  const text = useText()
  const assignment = desk.assignments.find(({ indicator }) => indicator === entry.indicator)
  const of = { unit: assignment?.unitOfMeasure ?? { zh: '', en: '' }, decimals: assignment?.decimals ?? 0 }
  return (
    <li>
      <span>
        <Link to="/entries/$id" params={{ id: entry.id }}>
          {assignment?.goal} {assignment === undefined ? entry.indicator : text(assignment.name)} {entry.period}
        </Link>
        <span className="label block">{text(entry.unit.name)}</span>
        {entry.correctionAsked !== null && <span className="wrong second block">{entry.correctionAsked.reason}</span>}
      </span>
      <span className="number">
        {entry.value === null ? (
          <WhyText why={entry.absence ?? 'not-reported'} />
        ) : (
          <AmountText figure={{ known: true, value: entry.value }} of={of} />
        )}
        <span className="block">
          <EntryStateMark state={entry.state} />
        </span>
      </span>
    </li>
  )
}
