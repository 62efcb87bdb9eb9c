import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { securityEventsQuery } from '../api/queries.ts'
import { shanghaiTime } from '../figure/format-figure.ts'
import { useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { usersWords } from './users.words.ts'

/** 登录失败记录: who was tried, from where and when, newest first. */
export function SecurityEvents() {
  const says = useWords(usersWords)
  const [cursor, setCursor] = useState<string | null>(null)
  const query = useQuery(securityEventsQuery(cursor))
  return (
    <section id="failures" className="security-log" aria-busy={query.isPlaceholderData}>
      <div className="section-head">
        <h2>{says.failures}</h2>
        <span className="label">{says.failuresHint}</span>
      </div>
      <QueryState query={query}>
        {({ events, next }) =>
          events.length === 0 ? (
            <Notice kind="empty" title={says.noFailures} />
          ) : (
            <>
              <div className="scroll-x">
                <table className="security-events">
                  <thead>
                    <tr>
                      <th scope="col">{says.at}</th>
                      <th scope="col">{says.origin}</th>
                      <th scope="col">{says.tried}</th>
                      <th scope="col">{says.what}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {events.map(({ id, at, origin, username, what }) => (
                      <tr key={id}>
                        <td className="label">{shanghaiTime(at)}</td>
                        <td>{origin}</td>
                        <td>{username ?? <span className="second">{says.notAName}</span>}</td>
                        <td>{says.because[what]}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
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
          )
        }
      </QueryState>
    </section>
  )
}
