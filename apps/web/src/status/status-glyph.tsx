import type { Status } from '@xushi/domain'
import { statusWords } from '@xushi/wording'
import { useWords } from '../language/language.tsx'
import './status.css'

/** A status as word, shape and colour, always all three. */
export function StatusMark({
  status,
  size = 14,
  quiet = false,
}: {
  status: Status | 'stale'
  size?: number
  quiet?: boolean
}) {
  const says = useWords(statusWords)
  return (
    <span className={`status status-${status}${quiet ? ' status-quiet' : ''}`}>
      <StatusShape status={status} size={size} />
      <b>{says[status]}</b>
    </span>
  )
}

/** The shape alone, beside a number whose label says the word. */
export function StatusShape({ status, size = 14 }: { status: Status | 'stale'; size?: number }) {
  return (
    <svg className={`status-${status}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[status]}
    </svg>
  )
}

const line = { fill: 'none', stroke: 'currentColor' } as const
const shapes: Readonly<Record<Status | 'stale', React.ReactNode>> = {
  achieved: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.2l2.4 2.4 4.5-5" fill="none" stroke="var(--onfill)" strokeWidth="1.8" />
    </>
  ),
  'on-schedule': (
    <>
      <circle cx="8" cy="8" r="6" {...line} strokeWidth="2" />
      <circle cx="8" cy="8" r="2.4" fill="currentColor" />
    </>
  ),
  'slightly-behind': <path d="M1.8 3.2h12.4L8 13.8z" {...line} strokeWidth="1.9" strokeLinejoin="round" />,
  behind: <path d="M1.2 2.6h13.6L8 14.6z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  overdue: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="1.5" fill="currentColor" />
      <path d="M8 3.6v5.4M8 10.8v1.9" stroke="var(--onfill)" strokeWidth="2.2" />
    </>
  ),
  'not-started': <path d="M8 1.6L14.4 8 8 14.4 1.6 8z" {...line} strokeWidth="1.7" />,
  'no-data': <rect x="2" y="2" width="12" height="12" {...line} strokeWidth="1.7" strokeDasharray="3 2" />,
  'not-judged': (
    <>
      <circle cx="8" cy="8" r="6.3" {...line} strokeWidth="1.3" />
      <path d="M4.8 8h6.4" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  stale: (
    <>
      <circle cx="8" cy="8" r="6.3" {...line} strokeWidth="1.5" />
      <path d="M8 4.2V8l2.6 2" {...line} strokeWidth="1.5" />
    </>
  ),
}
