import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { dashboardQuery, type Times } from '../api/queries.ts'
import { useWords } from '../language/language.tsx'
import { shellWords } from './shell.words.ts'

/** The two times from the address; every page of figures asks with them. */
export function useTimes(): Times {
  const { on, knownAt } = useSearch({ strict: false })
  return { on, knownAt }
}

/** 截至, always in sight, and 知晓于, which most people never need. Native date fields: by keyboard, by touch, in every language. */
export function TimePickers() {
  const says = useWords(shellWords)
  const times = useTimes()
  const navigate = useNavigate()
  // Most pages of figures hold this answer already; it says which date the default became.
  const dashboard = useQuery(dashboardQuery(times))
  const choose = (change: Times) => navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true })
  return (
    <div className="times no-print">
      <label className="time-field" title={times.on === undefined ? says.onDefault : undefined}>
        <i>{says.on}</i>
        <input
          type="date"
          value={times.on ?? dashboard.data?.on ?? ''}
          onChange={({ target }) => choose({ on: target.value === '' ? undefined : target.value })}
        />
        {times.on !== undefined && (
          <button type="button" className="clear" aria-label={says.onReset} onClick={() => choose({ on: undefined })}>
            ×
          </button>
        )}
      </label>
      <details className="known-at">
        <summary>
          <i>{says.knownAt}</i> {times.knownAt ?? says.now}
        </summary>
        <label>
          <span className="second">{says.knownAtHint}</span>
          <input
            type="date"
            value={times.knownAt ?? ''}
            onChange={({ target }) => choose({ knownAt: target.value === '' ? undefined : target.value })}
          />
        </label>
      </details>
    </div>
  )
}
