import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { CallFailed } from '../api/call.ts'
import { useWords, words } from '../language/language.tsx'
import './states.css'

const says = words(
  {
    waiting: '正在取数',
    failed: '没有取到',
    noAnswer: '服务器没有应答。已存的内容都在，您填的内容在本机，未丢。请稍后再试。',
    again: '再试',
    stale: '连接已断，显示的是此前取到的数。',
  },
  {
    waiting: 'Loading',
    failed: 'Not loaded',
    noAnswer: 'The server did not answer. What was saved is safe and what you typed is still here. Please try again.',
    again: 'Try again',
    stale: 'The connection is lost; these are the figures loaded before.',
  },
)

/** The states of a query, each by hand: waiting, problem, content (with a notice when it grew old). Empty is the content's own. */
export function QueryState<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data>
  children: (data: Data) => ReactNode
}) {
  const word = useWords(says)
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && (
          <Notice kind="warning" title={word.stale}>
            <RetryButton query={query} />
          </Notice>
        )}
        {children(query.data)}
      </>
    )
  }
  if (query.isError) {
    return (
      <ProblemState error={query.error}>
        <RetryButton query={query} />
      </ProblemState>
    )
  }
  return <Waiting />
}

function RetryButton({ query }: { query: { refetch: () => unknown } }) {
  const word = useWords(says)
  return (
    <button type="button" className="button quiet" onClick={() => query.refetch()}>
      {word.again}
    </button>
  )
}

/** Rows of a page that is on its way. */
const waitingRows = Array.from({ length: 12 }, (_, row) => row)

/** Bars of track colour in place of a page, its title first; after 300 ms, so that a quick answer does not flash. */
export function Waiting({ after = 300 }: { after?: number }) {
  const word = useWords(says)
  const [shown, setShown] = useState(after === 0)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), after)
    return () => clearTimeout(timer)
  }, [after])
  return (
    <div className="waiting" role="status" aria-label={word.waiting} data-shown={shown}>
      {waitingRows.map((row) => (
        <i key={row} />
      ))}
    </div>
  )
}

/** What happened, what is safe and what to do, in the sentence of the api. */
export function ProblemState({ error, children }: { error: unknown; children?: ReactNode }) {
  const word = useWords(says)
  const problem = error instanceof CallFailed ? error.problem : null
  return (
    <Notice kind="problem" title={problem?.title ?? word.failed}>
      <p>{problem?.detail ?? word.noAnswer}</p>
      {problem?.errors !== undefined && (
        <ul>
          {problem.errors.map(({ pointer, detail }) => (
            <li key={pointer + detail}>{detail}</li>
          ))}
        </ul>
      )}
      {children}
    </Notice>
  )
}

/** A box that means: answer this. */
export function Notice({
  kind,
  title,
  children,
}: {
  kind: 'problem' | 'warning' | 'done' | 'empty'
  title: string
  children?: ReactNode
}) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      <b>{title}</b>
      {children}
    </div>
  )
}
