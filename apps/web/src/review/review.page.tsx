import { useQuery } from '@tanstack/react-query'
import type { ReviewItem } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { dashboardQuery, reviewDeskQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { OpenFilings } from '../filings/open-filings.tsx'
import { useText, useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { CleanPart, shownKey } from './clean-part.tsx'
import { Decision } from './decision.tsx'
import { EntryDetail } from './entry-detail.tsx'
import { reviewWords } from './review.words.ts'
import './review.css'

/** 审核: what waits on the left, one entry in the middle, the decision on the right. */
export function ReviewPage() {
  const says = useWords(reviewWords)
  useTitle(says.title)
  return (
    <AntFrame>
      <h1>{says.title}</h1>
      <PeopleOnly action="progress:approve" noRight={says.noRight}>
        {() => (
          <>
            <Queue />
            <OpenFilings of="toReview" />
          </>
        )}
      </PeopleOnly>
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
  const query = useQuery(reviewDeskQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => new Set())
  const [done, setDone] = useState<string | null>(null)
  const { items = [], total = 0 } = query.data ?? {}
  const flagged = items.filter(isFlagged)
  const clean = items.filter((item) => !isFlagged(item))
  const ordered = [...flagged, ...clean]
  const current = ordered.find(({ entry }) => entry.id === chosen) ?? ordered[0]
  const currentKey = current === undefined ? null : shownKey(current)
  // What stands in the middle was shown; a version that came later was not.
  useEffect(() => {
    if (currentKey !== null) setSeen((before) => (before.has(currentKey) ? before : new Set(before).add(currentKey)))
  }, [currentKey])
  const choose = (id: string) => {
    setDone(null)
    setChosen(id)
  }
  const step = (by: number) => {
    const next = ordered[ordered.findIndex(({ entry }) => entry.id === current?.entry.id) + by]
    if (next !== undefined) choose(next.entry.id)
  }
  return (
    <QueryState query={query}>
      {() => (
        <>
          {done !== null && <Notice kind="done" title={done} />}
          {current === undefined ? (
            <Notice kind="empty" title={says.empty}>
              <p>{says.emptyHint}</p>
            </Notice>
          ) : (
            <>
              <p className="second">
                {says.counts(items.length, flagged.length)}　{says.keys}
                {items.length < total && <span className="block">{says.oldest(items.length, total)}</span>}
              </p>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: the letters are shortcuts of the buttons inside */}
              <div className="review-desk" onKeyDown={(event) => onDeskKey(event, step)}>
                <section>
                  <QueuePart title={says.flagged} hint={says.flaggedHint} end={String(flagged.length)}>
                    {flagged.map((item) => (
                      <li key={item.entry.id}>
                        <QueueLine item={item} isChosen={item === current} choose={() => choose(item.entry.id)} />
                      </li>
                    ))}
                  </QueuePart>
                  <CleanPart
                    items={clean}
                    seen={seen}
                    line={(item) => (
                      <QueueLine item={item} isChosen={item === current} choose={() => choose(item.entry.id)} />
                    )}
                  />
                </section>
                <EntryDetail id={current.entry.id} key={`${current.entry.id} detail`} />
                <Decision entry={current.entry} digest={current.digest} key={shownKey(current)} settled={setDone} />
              </div>
            </>
          )}
        </>
      )}
    </QueryState>
  )
}

/** Warnings, lag, corrections and late ones are looked at one by one. */
const isFlagged = ({ flags }: ReviewItem) => flags.some((flag) => flag !== 'without-evidence')

/** A and R press the buttons of the decision, arrows go through the queue; never while somebody types. */
function onDeskKey(event: KeyboardEvent<HTMLDivElement>, step: (by: number) => void): void {
  const { target } = event
  const types = target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea')
  if (types || event.ctrlKey || event.metaKey || event.altKey) return
  const act = { a: 'approve', r: 'return' }[event.key.toLowerCase()]
  if (act !== undefined) {
    event.preventDefault()
    event.currentTarget.querySelector<HTMLButtonElement>(`[data-act=${act}]`)?.click()
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
}

function QueuePart(props: { title: string; hint: string; end: string; children: ReactNode }) {
  return (
    <>
      <div className="section-head">
        <h2>
          {props.title} <span className="label">{props.hint}</span>
        </h2>
        <span className="label">{props.end}</span>
      </div>
      <ul className="queue">{props.children}</ul>
    </>
  )
}

function QueueLine({ item, isChosen, choose }: { item: ReviewItem; isChosen: boolean; choose: () => void }) {
  const says = useWords(reviewWords)
  const text = useText()
  const { entry, goal, name, flags, lateDays } = item
  const of = { unit: item.unitOfMeasure, decimals: item.decimals }
  const words = flags.map((flag) => (flag === 'late' && lateDays !== null ? says.lateBy(lateDays) : says.flags[flag]))
  return (
    <button type="button" className="queue-line" aria-current={isChosen} onClick={choose}>
      <span>
        <b>{text(entry.unit.name)}</b> {entry.demo && <Demo />}
        <span className="label block">
          {goal} {text(name)} · {text(item.regionName)} · {entry.period}
        </span>
        <span className={isFlagged(item) ? 'queue-flags flagged' : 'queue-flags'}>{words.join('，')}</span>
      </span>
      <span className="number">
        <b>
          {entry.value === null ? (
            <WhyText why={entry.absence ?? 'unknown'} />
          ) : item.yesNo ? (
            says.yesNo[entry.value === 1 ? 'yes' : 'no']
          ) : (
            <AmountText figure={{ known: true, value: entry.value }} of={of} />
          )}
        </b>
        <span className="label block">{entry.submittedAt !== null && shanghaiTime(entry.submittedAt)}</span>
      </span>
    </button>
  )
}
