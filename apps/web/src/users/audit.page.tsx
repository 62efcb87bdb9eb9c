import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AuditFilter, auditQuery } from '../api/queries.ts'
import { DateField } from '../app/date-field.tsx'
import { useTitle } from '../app/title.ts'
import { shanghaiTime } from '../figure/format-figure.ts'
import { differences } from '../filings/filing-history.tsx'
import { actionText, filingWords } from '../filings/filings.words.ts'
import { useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { usersWords } from './users.words.ts'
import './users.css'

/** 审计日志: what happened, newest first, with what it changed; to filter and to take away. */
export function AuditPage() {
  const says = useWords(usersWords)
  const filing = useWords(filingWords)
  const [filter, setFilter] = useState<AuditFilter>({})
  const [before, setBefore] = useState<number | undefined>(undefined)
  const query = useQuery(auditQuery(before, filter))
  useTitle(says.audit)
  return (
    <>
      <h1>{says.audit}</h1>
      <p className="second">{says.auditHint}</p>
      <Filters
        filter={filter}
        choose={(change) => {
          setBefore(undefined)
          setFilter({ ...filter, ...change })
        }}
      />
      <QueryState query={query}>
        {({ events, next, head, key }) => (
          <>
            <p className="label chain-head">
              #{head.seq}　<code>{head.hash}</code>
              <br />
              {says.key} <code>{key}</code>
            </p>
            {events.length === 0 && <Notice kind="empty" title={says.noEvents} />}
            <div className="scroll-x">
              <table>
                <thead>
                  <tr>
                    <th className="number">#</th>
                    <th>{says.at}</th>
                    <th>{says.actor}</th>
                    <th>{says.action}</th>
                    <th>{says.subject}</th>
                    <th>{says.changes}</th>
                    <th>{says.hash}</th>
                  </tr>
                </thead>
                <tbody>
                  {events.map((event) => (
                    <tr key={event.seq}>
                      <td className="number">{event.seq}</td>
                      <td className="nowrap" title={event.at}>
                        {shanghaiTime(event.at)}
                      </td>
                      <td className="nowrap">
                        <button
                          type="button"
                          className="sort"
                          onClick={() => setFilter({ ...filter, actor: event.actor })}
                        >
                          {event.actorName}
                        </button>
                      </td>
                      <td className="nowrap">{actionText(event.action, filing)}</td>
                      <td className="second">
                        <button
                          type="button"
                          className="sort"
                          title={event.subjectId}
                          onClick={() =>
                            setFilter({ ...filter, subjectKind: event.subjectKind, subjectId: event.subjectId })
                          }
                        >
                          {event.subjectKind} {event.subjectId.slice(0, 24)}
                        </button>
                      </td>
                      <td className="second">
                        {differences(event.before, event.after).map(({ key: field, from, to }) => (
                          <span key={field} className="block">
                            {field}：{from} → {to}
                          </span>
                        ))}
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

type FilterProps = { readonly filter: AuditFilter; readonly choose: (change: AuditFilter) => void }

function Filters({ filter, choose }: FilterProps) {
  const says = useWords(usersWords)
  const day = (key: 'from' | 'to') => (
    <span>
      {says[key]}{' '}
      <DateField
        label={says[key]}
        calendarLabel={says.calendar}
        value={filter[key] ?? ''}
        onChoose={(on) => choose({ [key]: on === '' ? undefined : on })}
      />
    </span>
  )
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  return (
    <div className="choices no-print">
      {day('from')}
      {day('to')}
      <label>
        {says.action}{' '}
        <input
          className="plain-input"
          defaultValue={filter.action ?? ''}
          placeholder="case-approved"
          onBlur={({ target }) => choose({ action: target.value.trim() === '' ? undefined : target.value.trim() })}
        />
      </label>
      {isNarrowed && (
        <button
          type="button"
          className="button"
          onClick={() =>
            choose({
              from: undefined,
              to: undefined,
              actor: undefined,
              action: undefined,
              subjectKind: undefined,
              subjectId: undefined,
            })
          }
        >
          {says.all}
        </button>
      )}
      <a className="button" href="/api/audit-events?format=ndjson" download>
        {says.exportLedger}
      </a>
    </div>
  )
}
