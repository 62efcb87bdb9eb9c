import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { endOtherSessions, endSession } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { call } from '../api/call.ts'
import { sessionsQuery } from '../api/queries.ts'
import { useWords } from '../language/language.tsx'
import { ProblemState, QueryState } from '../states/states.tsx'
import { sessionWords } from './session.words.ts'

/** Where one is signed in, and how to end it there. */
export function OwnSessions() {
  const says = useWords(sessionWords)
  const client = useQueryClient()
  const query = useQuery(sessionsQuery)
  const ending = useMutation({
    mutationFn: (id: string | null) =>
      id === null ? call(endOtherSessions, {}) : call(endSession, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  return (
    <section className="own-sessions">
      <div className="section-head">
        <h2>{says.sessions}</h2>
      </div>
      <QueryState query={query}>
        {({ sessions }) => (
          <>
            <ul>
              {sessions.map(({ id, origin, createdAt, lastSeenAt, current }) => (
                <li key={id}>
                  <span>
                    {current ? <b>{says.thisOne}</b> : origin}
                    <span className="label">
                      {current && `${origin}　`}
                      {says.sessionTimes(shanghaiTime(createdAt), shanghaiTime(lastSeenAt))}
                    </span>
                  </span>
                  {!current && (
                    <button type="button" className="button quiet" onClick={() => ending.mutate(id)}>
                      {says.end}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {ending.isError && <ProblemState error={ending.error} />}
            {sessions.length > 1 && (
              <button type="button" className="button" onClick={() => ending.mutate(null)}>
                {says.endOthers}
              </button>
            )}
          </>
        )}
      </QueryState>
    </section>
  )
}
