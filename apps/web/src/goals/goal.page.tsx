import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { IndicatorPage, MilestoneEvent, MilestoneStanding, Narrative, SignedIn } from '@xushi/contract'
import { parsePeriod } from '@xushi/domain'
import { indicatorQuery, milestoneQuery, narrativesQuery, sessionQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { ReadingsTable } from '../indicator/about.tsx'
import { Breadcrumb } from '../indicator/breadcrumb.tsx'
import { ClauseQuote } from '../indicator/clause.tsx'
import '../indicator/indicator.css'
import { LagText } from '../lag/lag-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { TrackStatus } from '../milestones/track-status.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { goalWords } from './goals.words.ts'
import { MilestoneForm } from './milestone-fields.tsx'
import { NarrativeForm } from './narrative-fields.tsx'
import { PublishedForm } from './published-fields.tsx'
import './goals.css'

/** What is recorded of a goal in words: the events of a milestone, and a narrative a period. */
export function GoalPage() {
  const says = useWords(goalWords)
  const text = useText()
  const { goal } = useParams({ from: '/goals/$goal' })
  const session = useQuery(sessionQuery)
  const { on, knownAt } = useSearch({ from: '__root__' })
  const query = useQuery(indicatorQuery(goal, { on, knownAt }))
  useTitle(query.data === undefined ? says.milestone : text(query.data.judgement.name))
  const user = session.data?.user
  return (
    <AntFrame>
      <QueryState query={query}>
        {(page) => (
          <>
            <Breadcrumb page={page} />
            <div className="indicator-head">
              <h1>{text(page.judgement.name)}</h1>
              <span className="spacer" />
              <Link to="/indicators/$indicator" params={{ indicator: page.judgement.id }} className="button">
                {says.see}
              </Link>
            </div>
            <ClauseQuote page={page} />
            <p className="second goal-responsible">{says.responsible(text(page.responsible))}</p>
            <Records page={page} user={user ?? null} />
            <ReadingsTable page={page} />
          </>
        )}
      </QueryState>
    </AntFrame>
  )
}

/** What is recorded, and the forms of those who may record. */
function Records({ page: { judgement: indicator, on: asOf }, user }: { page: IndicatorPage; user: SignedIn | null }) {
  const says = useWords(goalWords)
  const { goal } = useParams({ from: '/goals/$goal' })
  if (user === null) return <Notice kind="empty" title={says.signInFirst} />
  const mayRecord = user.actions.includes('progress:record')
  return (
    <div className="goal-columns">
      {(indicator.kind === 'milestone' || indicator.stages !== null) && <Milestone goal={goal} mayRecord={mayRecord} />}
      <Narratives goal={goal} on={asOf} mayRecord={mayRecord} />
      {user.actions.includes('published:record') && indicator.kind !== 'milestone' && (
        <PublishedForm goal={indicator.id} of={indicator} />
      )}
    </div>
  )
}

type Part = { readonly goal: string; readonly mayRecord: boolean }

function Milestone({ goal, mayRecord }: Part) {
  const says = useWords(goalWords)
  const { on, knownAt } = useSearch({ from: '__root__' })
  const query = useQuery(milestoneQuery(goal, { on, knownAt }))
  return (
    <section>
      <div className="section-head">
        <h2>{says.milestone}</h2>
      </div>
      <QueryState query={query}>
        {({ on: asOf, recurs, standing, events }) => {
          const later = events.filter((event) => event.on > asOf)
          return (
            <>
              <StandingText standing={standing} />
              {events.length === 0 && <Notice kind="empty" title={says.noEvents} />}
              <EventList events={events.filter((event) => event.on <= asOf)} />
              {later.length > 0 && (
                <details className="goal-later no-print">
                  <summary>{says.later(later.length, asOf)}</summary>
                  <EventList events={later} />
                </details>
              )}
              {mayRecord && <MilestoneForm goal={goal} recurs={recurs} />}
            </>
          )
        }}
      </QueryState>
    </section>
  )
}

function EventList({ events }: { events: readonly MilestoneEvent[] }) {
  return (
    <ol className="goal-events in-text">
      {events.map((event) => (
        <EventLine key={event.filing} event={event} />
      ))}
    </ol>
  )
}

/** How a milestone stands: its state as word and shape, the day expected, and the days expected before, struck out. */
function StandingText({ standing }: { standing: MilestoneStanding }) {
  const says = useWords(goalWords)
  const { state, expectedOn, expectedBefore, doneOn, stage, issues } = standing
  return (
    <p className="milestone-standing">
      <TrackStatus state={state} />
      {stage !== null && <span>{stage}</span>}
      {doneOn !== null && (
        <span>
          {says.doneOn} {doneOn}
        </span>
      )}
      {doneOn === null && expectedOn !== null && (
        <span>
          {says.expected} {expectedOn}
        </span>
      )}
      {expectedBefore.map((day) => (
        <span key={day} className="label">
          {says.before} <s>{day}</s>
        </span>
      ))}
      {issues > 0 && <span>{says.issues(issues)}</span>}
    </p>
  )
}

function EventLine({ event }: { event: MilestoneEvent }) {
  const says = useWords(goalWords)
  return (
    <li>
      <span className="number">{event.on}</span>
      <span>
        <Link to="/filings/$kind/$id" params={{ kind: 'milestone-event', id: event.id }}>
          {says.kinds[event.kind]}
        </Link>{' '}
        {event.stage} {event.number} {event.expectedOn} {event.documentNumber} {event.demo && <Demo />}
        {event.note !== '' && <span className="second block">{event.note}</span>}
      </span>
      <EntryStateMark state={event.state} />
    </li>
  )
}

function Narratives({ goal, on, mayRecord }: Part & { readonly on: string }) {
  const says = useWords(goalWords)
  const query = useQuery(narrativesQuery(goal))
  return (
    <section>
      <div className="section-head">
        <h2>{says.narratives}</h2>
      </div>
      <QueryState query={query}>
        {({ narratives }) => {
          const isLater = ({ period }: Narrative) => (parsePeriod(period)?.endsOn ?? '') > on
          const later = narratives.filter(isLater)
          return (
            <>
              {narratives.length === 0 && <Notice kind="empty" title={says.noNarratives} />}
              <NarrativeList narratives={narratives.filter((narrative) => !isLater(narrative))} />
              {later.length > 0 && (
                <details className="goal-later no-print">
                  <summary>{says.later(later.length, on)}</summary>
                  <NarrativeList narratives={later} />
                </details>
              )}
              {mayRecord && <NarrativeForm goal={goal} />}
            </>
          )
        }}
      </QueryState>
    </section>
  )
}

const NarrativeList = ({ narratives }: { narratives: readonly Narrative[] }) =>
  narratives.map((narrative) => <NarrativeText key={narrative.filing} narrative={narrative} />)

function NarrativeText({ narrative }: { narrative: Narrative }) {
  const says = useWords(goalWords)
  const text = useText()
  return (
    <article className="narrative in-text">
      <p>
        <Link to="/filings/$kind/$id" params={{ kind: 'narrative', id: narrative.id }}>
          {narrative.period} {text(narrative.unit.name)}
        </Link>{' '}
        <EntryStateMark state={narrative.state} /> {narrative.demo && <Demo />}
      </p>
      <dl>
        {(['progress', 'problems', 'next'] as const).map((part) => (
          <div key={part}>
            <dt>{says[part]}</dt>
            <dd>{narrative[part] === '' ? '—' : narrative[part]}</dd>
          </div>
        ))}
      </dl>
      {narrative.lag !== null && <LagText lag={narrative.lag} programme={narrative.programme} />}
    </article>
  )
}
