import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Derivation } from '@xushi/contract'
import { targetText } from '@xushi/wording'
import { useState } from 'react'
import { derivationQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { QuestionLink } from '../clause/clause-button.tsx'
import { ClauseInEnglish, ClauseSentence } from '../clause/clause-words.tsx'
import { Downloads } from '../indicator/downloads.tsx'
import { EntryRows } from '../indicator/entries-table.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { QueryState } from '../states/states.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { derivationWords } from './derivation.words.ts'
import { PeriodSums, PublishedStandings } from './derivation-tables.tsx'
import { RegisterCases } from './register-cases.tsx'
import { StepTable } from './step-table.tsx'
import '../indicator/indicator.css'
import './derivation.css'

/** Two periods of the regions, about; the rest on demand. */
const firstEntries = 64

/** Where a figure comes from, step by step: for the auditor, and for anybody who doubts. */
export function DerivationPage() {
  const { indicator } = useParams({ from: '/indicators/$indicator/derivation' })
  const query = useQuery(derivationQuery(indicator, useTimes()))
  return <QueryState query={query}>{(derivation) => <Content derivation={derivation} />}</QueryState>
}

function Content({ derivation }: { derivation: Derivation }) {
  const says = useWords(derivationWords)
  const text = useText()
  const { judgement } = derivation
  const title = says.title(text(judgement.name))
  useTitle(title)
  return (
    <article className="indicator">
      <p className="label">
        <Link to="/indicators/$indicator" params={{ indicator: judgement.id }}>
          ‹ {says.back}
        </Link>
      </p>
      <div className="indicator-head">
        <h1>{title}</h1>
        {judgement.role === 'target' && <StatusMark status={judgement.status} size={18} />}
        {judgement.demo && <Demo />}
      </div>
      <p className="second">
        {says.hint}　{says.asOf(derivation.on)} · {says.known(derivation.knownAt.seq)}
      </p>
      <blockquote className="clause">
        <span className="label">
          <QuestionLink question={judgement.clause.question} />
        </span>
        <ClauseSentence clause={judgement.clause} />
        <Promised derivation={derivation} />
        <ClauseInEnglish clause={judgement.clause} />
      </blockquote>
      <StepTable derivation={derivation} />
      <PublishedStandings derivation={derivation} />
      <PeriodSums derivation={derivation} />
      {derivation.register !== null && <RegisterCases register={derivation.register} of={judgement} />}
      {derivation.entries.length > 0 && <Entries derivation={derivation} />}
    </article>
  )
}

/** The approved entries, the newest first; the older ones of those told here on demand. */
function Entries({ derivation: { entries, entriesTotal, judgement } }: { derivation: Derivation }) {
  const says = useWords(derivationWords)
  const [all, setAll] = useState(false)
  const shown = all ? entries : entries.slice(0, firstEntries)
  const rest = entries.length - shown.length
  return (
    <section id="entries">
      <div className="section-head">
        <h2>{says.entries}</h2>
        <span className="label">{says.of(shown.length, entriesTotal)}</span>
        <span className="spacer" />
        <Downloads indicator={judgement.id} />
      </div>
      <EntryRows entries={shown} of={judgement} />
      {rest > 0 && (
        <button type="button" className="button quiet no-print" onClick={() => setAll(true)}>
          {says.more(rest)}
        </button>
      )}
    </section>
  )
}

/** What the clause is read as: the target, and by when. */
function Promised({ derivation: { judgement } }: { derivation: Derivation }) {
  const says = useWords(derivationWords)
  const text = useText()
  const { language } = useLanguage()
  const { due, target } = judgement
  if (target === null && due === null) return null
  const inferred = due?.reason === undefined ? says.inferredShort : says.inferred(text(due.reason))
  return (
    <span className="second">
      {says.toTarget}
      <b>{targetText(judgement, language)}</b>
      {due !== null && `${says.listComma}${says.due(due.on)}${due.stated ? '' : inferred}`}
    </span>
  )
}
