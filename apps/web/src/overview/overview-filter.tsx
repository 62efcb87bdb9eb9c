import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Dashboard } from '@xushi/contract'
import { type Filter, statusOrder, statusWords } from '@xushi/wording'
import { useText, useWords } from '../language/language.tsx'
import { overviewWords } from './overview.words.ts'

/** The filter stands in the address, so that a link shows the same. */
export function useFilter(): Filter {
  const { aspect, status, q, question } = useSearch({ strict: false })
  return { aspect, status, q, question }
}

export function OverviewFilter({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const states = useWords(statusWords)
  const text = useText()
  const filter = useFilter()
  const navigate = useNavigate()
  const choose = (change: Filter) =>
    navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
  return (
    <form className="filter no-print" aria-label={says.filter} onSubmit={(event) => event.preventDefault()}>
      <input
        type="search"
        placeholder={says.search}
        aria-label={says.search}
        value={filter.q ?? ''}
        onChange={({ target }) => choose({ q: target.value === '' ? undefined : target.value })}
      />
      <select
        aria-label={says.aspect}
        value={filter.aspect ?? ''}
        onChange={({ target }) => choose({ aspect: target.value === '' ? undefined : target.value })}
      >
        <option value="">{says.allAspects}</option>
        {dashboard.programme.aspects.map((aspect) => (
          <option key={aspect.id} value={aspect.id}>
            {text(aspect.name)}
          </option>
        ))}
      </select>
      <select
        aria-label={says.status}
        value={filter.status ?? ''}
        onChange={({ target }) => choose({ status: target.value === '' ? undefined : target.value })}
      >
        <option value="">{says.allStatuses}</option>
        {statusOrder.map((status) => (
          <option key={status} value={status}>
            {states[status]}
          </option>
        ))}
      </select>
    </form>
  )
}
