import { useQuery } from '@tanstack/react-query'
import type { SecurityEvent } from '@xushi/contract'
import { type SecurityEventGroup, securityEventGroups } from '@xushi/domain'
import { shanghaiTime } from '@xushi/wording'
import { useState } from 'react'
import { securityEventsQuery } from '../api/queries.ts'
import { useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { usersWords } from './users.words.ts'

// The groups as they are written there.
const groups = Object.keys(securityEventGroups) as SecurityEventGroup[]

/** 登录记录: who signed in or tried to, whose sessions were ended and by whom, from where and when, newest first. */
export function SecurityEvents() {
  const says = useWords(usersWords)
  const [of, setOf] = useState<SecurityEventGroup | null>(null)
  const [cursor, setCursor] = useState<string | null>(null)
  const query = useQuery(securityEventsQuery(of, cursor))
  const show = (group: SecurityEventGroup | null) => {
    setOf(group)
    setCursor(null)
  }
  return (
    <section id="sign-ins" className="security-log" aria-busy={query.isPlaceholderData}>
      <div className="section-head">
        <h2>{says.log}</h2>
        <span className="label">{says.logHint}</span>
      </div>
      <fieldset className="choices no-print">
        <legend className="visually-hidden">{says.logOf}</legend>
        {[null, ...groups].map((group) => (
          <button
            key={group ?? 'all'}
            type="button"
            className="button"
            aria-pressed={of === group}
            onClick={() => show(group)}
          >
            {group === null ? says.logAll : says.logGroups[group]}
          </button>
        ))}
      </fieldset>
      <QueryState query={query}>
        {({ events, next }) => (
          <>
            {events.length === 0 ? <Notice kind="empty" title={says.logEmpty} /> : <Lines events={events} />}
            <p className="choices no-print">
              {cursor !== null && (
                <button type="button" className="button" onClick={() => setCursor(null)}>
                  {says.newest}
                </button>
              )}
              {next !== null && (
                <button type="button" className="button" onClick={() => setCursor(next)}>
                  {says.older}
                </button>
              )}
            </p>
          </>
        )}
      </QueryState>
    </section>
  )
}

function Lines({ events }: { events: readonly SecurityEvent[] }) {
  const says = useWords(usersWords)
  return (
    <div className="scroll-x">
      <table className="security-events">
        <thead>
          <tr>
            <th scope="col">{says.at}</th>
            <th scope="col">{says.person}</th>
            <th scope="col">{says.what}</th>
            <th scope="col">{says.origin}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, at, origin, username, name, by, what }) => (
            <tr key={id}>
              <td className="label">{shanghaiTime(at)}</td>
              <td>
                {name !== null && `${name} `}
                <span className="second" translate="no">
                  {username ?? says.notAName}
                </span>
              </td>
              <td>
                {says.because[what]}
                {by !== null && <span className="second">{says.by(by)}</span>}
              </td>
              <td>{origin}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
