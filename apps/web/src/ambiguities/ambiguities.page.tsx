import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { Ambiguities, AmbiguityStanding } from '@xushi/contract'
import { ambiguitiesQuery, sessionQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { QueryState } from '../states/states.tsx'
import { ambiguityWords } from './ambiguities.words.ts'
import { ReadingsCompared } from './readings-compared.tsx'
import '../overview/overview.css'
import './ambiguities.css'

/** 口径: every place of the source text that can be read in more than one way, and the goals under each reading side by side. */
export function AmbiguitiesPage() {
  const says = useWords(ambiguityWords)
  const { programme } = useSearch({ strict: false })
  const query = useQuery(ambiguitiesQuery({ ...useTimes(), programme }))
  useTitle(says.title)
  return <QueryState query={query}>{(answer) => <Content answer={answer} />}</QueryState>
}

function Content({ answer }: { answer: Ambiguities }) {
  const says = useWords(ambiguityWords)
  const session = useQuery(sessionQuery)
  const { ambiguities, demo } = answer
  const compared = ambiguities.filter(({ readings }) => readings.length > 0)
  const rest = ambiguities.filter(({ readings }) => readings.length === 0)
  return (
    <>
      <div className="overview-head">
        <h1>{says.title}</h1>
        <p className="summary">{says.lead(ambiguities.length, compared.length)}</p>
        <span className="spacer" />
        {demo && <Demo />}
        {session.data?.user?.actions.includes('decision:propose') && (
          <Link to="/decisions" className="button no-print">
            {says.propose}
          </Link>
        )}
      </div>
      {[...compared, ...rest].map((ambiguity) => (
        <Ambiguity key={ambiguity.number} ambiguity={ambiguity} />
      ))}
    </>
  )
}

function Ambiguity({ ambiguity }: { ambiguity: AmbiguityStanding }) {
  const says = useWords(ambiguityWords)
  const text = useText()
  const { number, questions, goals, decided, readings } = ambiguity
  return (
    <section className="ambiguity" id={`reading-${number}`}>
      <div className="section-head">
        <h2>
          <em>{says.number(number)}</em> {text(ambiguity.ambiguity)}
        </h2>
        <span className="spacer" />
        <span className="label">
          {questions.length > 0 && `${says.questions(questions.join(says.comma))}　`}
          {goals.map(({ id, goal, name }) => (
            <Link
              key={id}
              to="/indicators/$indicator"
              params={{ indicator: id }}
              title={text(name)}
              className="goal-link"
            >
              {goal}
            </Link>
          ))}
        </span>
      </div>
      <p className="in-force">
        <span className="label">{says.reading}</span> <b>{text(ambiguity.reading)}</b>{' '}
        <span className="label">
          {says.decided(text(decided.by), decided.on)}
          {decided.reason !== null && `　${says.reason(decided.reason)}`}
          {decided.documentNumber !== null && `　${says.document(decided.documentNumber)}`}
        </span>
      </p>
      {readings.length > 0 && <ReadingsCompared readings={readings} />}
    </section>
  )
}
