import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Change, Dashboard } from '@xushi/contract'
import { changeSentence, shanghaiTime } from '@xushi/wording'
import { useState } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { Demo } from '../app/demo.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { overviewWords } from './overview.words.ts'

const shown = 4

/** 自上次查看以来: what moved the figures of this page since its reader was here before; without a last time, the newest changes. */
export function Changes({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const session = useQuery(sessionQuery)
  const [all, setAll] = useState(false)
  const lastVisitAt = session.data?.user?.lastVisitAt ?? null
  const { changes, demo } = dashboard
  // The year that stands in the heading needs no repeating; every other one is told.
  const knownYear = lastVisitAt === null ? null : shanghaiTime(lastVisitAt).slice(0, 4)
  const fresh = lastVisitAt === null ? changes : changes.filter(({ at }) => at > lastVisitAt)
  const rows = all ? changes : (fresh.length > 0 ? fresh : changes).slice(0, shown)
  return (
    <section className="changes">
      <div className="section-head">
        <h2>{lastVisitAt === null ? says.changesLately : says.changes}</h2>
        {lastVisitAt !== null && <span className="label">{shanghaiTime(lastVisitAt)}</span>}
        <span className="spacer" />
        {demo && <Demo />}
      </div>
      {lastVisitAt !== null && fresh.length === 0 && (
        <p className="second quiet-line">
          {says.noChanges}
          {changes.length > 0 && says.beforeThat}
        </p>
      )}
      {changes.length === 0 && lastVisitAt === null && <p className="second quiet-line">{says.noChangesYet}</p>}
      {rows.length > 0 && (
        <ul>
          {rows.map((change) => (
            <ChangeRow key={change.seq} change={change} isOld={!fresh.includes(change)} knownYear={knownYear} />
          ))}
        </ul>
      )}
      {changes.length > rows.length && (
        <button type="button" className="plain-link no-print" onClick={() => setAll(true)}>
          {says.moreChanges(changes.length - rows.length)}
        </button>
      )}
    </section>
  )
}

function ChangeRow({ change, isOld, knownYear }: { change: Change; isOld: boolean; knownYear: string | null }) {
  const { language } = useLanguage()
  const text = useText()
  const says = useWords(overviewWords)
  const { indicator, at } = change
  const time = shanghaiTime(at)
  return (
    <li className={isOld ? 'old' : undefined}>
      <time className="label nowrap" dateTime={at} title={time}>
        {time.slice(0, 4) === knownYear ? time.slice(5) : time.slice(0, 10)}
      </time>
      <span>
        {indicator === null ? (
          <b>{says.wholeProgramme}</b>
        ) : (
          <Link to="/indicators/$indicator" params={{ indicator: indicator.id }} className="strong">
            {indicator.goal} {text(indicator.name)}
          </Link>
        )}
        {'　'}
        {changeSentence(change, language)}
      </span>
    </li>
  )
}
