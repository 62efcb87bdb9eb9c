import type { CaseDetail } from '@xushi/contract'
import { shanghaiTime } from '../figure/format-figure.ts'
import { useWords } from '../language/language.tsx'
import { actionText, filingWords } from './filings.words.ts'

/** Every event of a filing, oldest first, with what it changed. */
export function FilingHistory({ history }: { history: CaseDetail['history'] }) {
  const says = useWords(filingWords)
  return (
    <ol className="history">
      {history.map(({ seq, at, actorName, action, before, after }) => (
        <li key={seq}>
          <span className="label">{shanghaiTime(at)}</span> {actorName} {actionText(action, says)}{' '}
          <span className="label">
            {says.seq} {seq}
          </span>
          <Changes before={before} after={after} />
        </li>
      ))}
    </ol>
  )
}

/** What differs between two states of a filing, in the words of its own fields. */
function Changes({ before, after }: { before: unknown; after: unknown }) {
  const rows = differences(before, after)
  if (rows.length === 0) return null
  return <span className="label block">{rows.map(({ key, from, to }) => `${key}: ${from} → ${to}`).join('；')}</span>
}

/** What follows from an event itself, or says nothing to a reader. */
const quiet = ['state', 'version', 'unitReviewer', 'approver', 'supersedes', 'recorder', 'thread', 'signedDigest']

export function differences(before: unknown, after: unknown) {
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return []
  const old = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([key, value]) => !quiet.includes(key) && JSON.stringify(value) !== JSON.stringify(old[key]))
    .map(([key, value]) => ({ key, from: told(old[key]), to: told(value) }))
}

const told = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
