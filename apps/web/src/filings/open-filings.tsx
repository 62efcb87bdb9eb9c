import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WaitingFiling } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { openFilingsQuery } from '../api/queries.ts'
import { Demo } from '../app/demo.tsx'
import { useText, useWords } from '../language/language.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { filingWords } from './filings.words.ts'
import './filings.css'

/** Filings beside the numbers: those that wait for this person, or this person's own. */
export function OpenFilings({ of }: { of: 'toReview' | 'own' }) {
  const says = useWords(filingWords)
  const { data } = useQuery(openFilingsQuery)
  if (data === undefined || data[of].length === 0) return null
  const [shown, total] = [data[of].length, data.totals[of]]
  return (
    <section className="open-filings">
      <div className="section-head">
        <h2>{of === 'toReview' ? says.waiting : says.open}</h2>
        <span className="label">{says.waitingHint}</span>
        {shown < total && <span className="label">{says[of === 'toReview' ? 'oldest' : 'newest'](shown, total)}</span>}
      </div>
      <ul>
        {data[of].map((filing) => (
          <FilingLine key={filing.filing} filing={filing} />
        ))}
      </ul>
    </section>
  )
}

export function FilingLine({ filing }: { filing: WaitingFiling }) {
  const says = useWords(filingWords)
  const text = useText()
  const about = filing.subjectName === null ? filing.subject : text(filing.subjectName)
  return (
    <li>
      <span>
        <span className="label">{says.kinds[filing.kind]}</span> <FilingLink filing={filing} />{' '}
        {filing.demo && <Demo />}
        <span className="label block">
          {filing.goal} {about} · {text(filing.unit.name)} · {filing.recorder.name}
        </span>
        {filing.correctionAsked !== null && <span className="wrong second block">{filing.correctionAsked.reason}</span>}
        {filing.returnReason !== null && <span className="wrong second block">{filing.returnReason}</span>}
      </span>
      <span className="number">
        <EntryStateMark state={filing.state} />
        <span className="label block">{shanghaiTime(filing.updatedAt)}</span>
      </span>
    </li>
  )
}

/** Each kind of filing has its own page. */
function FilingLink({ filing: { kind, id, title } }: { filing: WaitingFiling }) {
  const shown = title === '' ? '—' : title
  if (kind === 'case' || kind === 'promotion')
    return (
      <Link to="/cases/$id" params={{ id }}>
        {shown}
      </Link>
    )
  if (kind === 'decision') return <Link to="/decisions">{shown}</Link>
  return (
    <Link to="/filings/$kind/$id" params={{ kind, id }}>
      {shown}
    </Link>
  )
}
