import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ProgressEntry } from '@xushi/contract'
import { useState } from 'react'
import { dashboardQuery, entriesQuery, sessionQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { shanghaiTime } from '../figure/format-figure.ts'
import { OpenFilings } from '../filings/open-filings.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { Decision } from './decision.tsx'
import { EntryDetail } from './entry-detail.tsx'
import { reviewWords } from './review.words.ts'
import './review.css'

/** 审核: what waits on the left, one entry in the middle, the decision on the right. */
export function ReviewPage() {
  const says = useWords(reviewWords)
  const session = useQuery(sessionQuery)
  useTitle(says.title)
  return (
    <AntFrame>
      <h1>{says.title}</h1>
      <QueryState query={session}>
        {({ user }) => {
          if (user === null)
            return (
              <Notice kind="empty" title={says.signInFirst}>
                {' '}
                <Link to="/sign-in">→</Link>
              </Notice>
            )
          return user.actions.includes('progress:approve') ? (
            <>
              <Queue />
              <OpenFilings of="toReview" />
            </>
          ) : (
            <Notice kind="empty" title={says.noRight} />
          )
        }}
      </QueryState>
    </AntFrame>
  )
}

/** Names of indicators for lists of entries: goal, name, unit and decimals by slug. */
export function useIndicators() {
  const dashboard = useQuery(dashboardQuery({}))
  return new Map(dashboard.data?.indicators.map((indicator) => [indicator.id, indicator]))
}

function Queue() {
  const says = useWords(reviewWords)
  const submitted = useQuery(entriesQuery({ state: 'submitted', limit: 100 }))
  const reviewed = useQuery(entriesQuery({ state: 'unit-reviewed', limit: 100 }))
  const [chosen, setChosen] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  return (
    <QueryState query={submitted}>
      {({ entries }) => {
        const all = [...(reviewed.data?.entries ?? []), ...entries]
        const mine = all.filter(({ moves }) => moves.includes('approval'))
        const current = mine.find(({ id }) => id === chosen) ?? mine[0]
        return (
          <>
            {done !== null && <Notice kind="done" title={done} />}
            {current === undefined ? (
              <Notice kind="empty" title={says.empty}>
                <p>{says.emptyHint}</p>
              </Notice>
            ) : (
              <div className="review-desk">
                <section>
                  <div className="section-head">
                    <h2>{says.waiting}</h2>
                    <span className="label">{says.count(mine.length)}</span>
                  </div>
                  <ul className="queue">
                    {mine.map((entry) => (
                      <QueueLine
                        key={entry.id}
                        entry={entry}
                        isChosen={entry.id === current.id}
                        choose={() => {
                          setDone(null)
                          setChosen(entry.id)
                        }}
                      />
                    ))}
                  </ul>
                </section>
                <EntryDetail id={current.id} key={`${current.id} detail`} />
                <Decision entry={current} key={`${current.id} ${current.version}`} settled={setDone} />
              </div>
            )}
          </>
        )
      }}
    </QueryState>
  )
}

function QueueLine({ entry, isChosen, choose }: { entry: ProgressEntry; isChosen: boolean; choose: () => void }) {
  const text = useText()
  const indicator = useIndicators().get(entry.indicator)
  return (
    <li>
      <button type="button" aria-current={isChosen} onClick={choose}>
        <span>
          <b>{text(entry.unit.name)}</b> {entry.demo && <Demo />}
          <span className="label block">
            {indicator?.goal} {indicator === undefined ? entry.indicator : text(indicator.name)} · {entry.period}
          </span>
          <EntryStateMark state={entry.state} />
        </span>
        <span className="number">
          <b>
            {entry.value === null || indicator === undefined ? (
              <WhyText why={entry.absence ?? 'unknown'} />
            ) : (
              <AmountText figure={{ known: true, value: entry.value }} of={indicator} />
            )}
          </b>
          <span className="label block">{entry.submittedAt !== null && shanghaiTime(entry.submittedAt)}</span>
        </span>
      </button>
    </li>
  )
}
