import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { auditQuery } from '../api/queries.ts'
import { useTitle } from '../app/title.ts'
import { shanghaiTime } from '../figure/format-figure.ts'
import { useWords } from '../language/language.tsx'
import { QueryState } from '../states/states.tsx'
import { usersWords } from './users.words.ts'
import './users.css'

/** 台账: what happened, newest first. */
export function AuditPage() {
  const says = useWords(usersWords)
  const [before, setBefore] = useState<number | undefined>(undefined)
  const query = useQuery(auditQuery(before))
  useTitle(says.audit)
  return (
    <>
      <h1>{says.audit}</h1>
      <p className="second">{says.auditHint}</p>
      <QueryState query={query}>
        {({ events, next, head }) => (
          <>
            <p className="label chain-head">
              #{head.seq}　<code>{head.hash}</code>
            </p>
            <div className="scroll-x">
              <table>
                <thead>
                  <tr>
                    <th className="number">#</th>
                    <th>{says.at}</th>
                    <th>{says.actor}</th>
                    <th>{says.action}</th>
                    <th>{says.subject}</th>
                    <th>{says.hash}</th>
                  </tr>
                </thead>
                <tbody>
                  {events.map((event) => (
                    <tr key={event.seq}>
                      <td className="number">{event.seq}</td>
                      <td className="nowrap">{shanghaiTime(event.at)}</td>
                      <td className="nowrap" title={event.actor}>
                        {event.actorName}
                      </td>
                      <td>{event.action}</td>
                      <td className="second">
                        {event.subjectKind} {event.subjectId}
                      </td>
                      <td className="label">
                        <code title={event.hash}>{event.hash.slice(0, 12)}</code>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p className="choices">
              {before !== undefined && (
                <button type="button" className="button" onClick={() => setBefore(undefined)}>
                  {says.newest}
                </button>
              )}
              {next !== null && (
                <button type="button" className="button" onClick={() => setBefore(next)}>
                  {says.older}
                </button>
              )}
            </p>
          </>
        )}
      </QueryState>
    </>
  )
}
