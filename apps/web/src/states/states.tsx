import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { words } from '@xushi/wording'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { CallFailed } from '../api/call.ts'
import { useWords } from '../language/language.tsx'
import './states.css'

const says = words(
  {
    waiting: '正在取数',
    failed: '没有取到',
    noAnswer: '服务器没有应答。已存的内容都在，您填的内容在本机，未丢。请稍后再试。',
    again: '再试',
    stale: '连接已断，显示的是此前取到的数。',
    signedOut: '登录已过期，显示的是此前取到的数。',
    signInAgain: '重新登录',
  },
  {
    waiting: 'Loading',
    failed: 'Not loaded',
    noAnswer: 'The server did not answer. What was saved is safe and what you typed is still here. Please try again.',
    again: 'Try again',
    stale: 'The connection is lost; these are the figures loaded before.',
    signedOut: 'The session has ended; these are the figures loaded before.',
    signInAgain: 'Sign in again',
  },
)

/** Why what is shown is what was loaded before: no answer came, the session has ended, or the server refused. */
type Old = 'no-answer' | 'signed-out' | 'refused'

const WhyOld = createContext<Old | null>(null)

/** Why what is shown around here grew old, once that was found out; said once, however many queries are nested. */
export const useWhyOld = (): Old | null => useContext(WhyOld)

function whyOld(error: unknown): Old {
  const problem = error instanceof CallFailed ? error.problem : null
  if (problem === null) return 'no-answer'
  return problem.status === 401 ? 'signed-out' : 'refused'
}

/** The states of a query, each by hand: waiting, problem, content (with a notice when it grew old). Empty is the content's own. */
export function QueryState<Data>({
  query,
  children,
  saidWithin = false,
}: {
  query: UseQueryResult<Data>
  /** Whether what it holds says itself that the session has ended. */
  saidWithin?: boolean
  children: (data: Data) => ReactNode
}) {
  const word = useWords(says)
  const above = useWhyOld()
  const why = query.isError ? whyOld(query.error) : null
  if (query.data !== undefined) {
    const saysIt = above === null && (why === 'no-answer' || (why === 'signed-out' && !saidWithin))
    return (
      <WhyOld value={above ?? why}>
        {why === 'refused' && above === null && <ProblemState error={query.error} />}
        {saysIt && (
          <Notice kind="warning" title={why === 'signed-out' ? word.signedOut : word.stale}>
            {why === 'signed-out' ? <Link to="/sign-in">{word.signInAgain}</Link> : <RetryButton query={query} />}
          </Notice>
        )}
        {children(query.data)}
      </WhyOld>
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
