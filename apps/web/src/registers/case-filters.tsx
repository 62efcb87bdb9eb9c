import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Case, type CaseColumn, type CaseList, entryStateNames } from '@xushi/contract'
import type { ReactNode } from 'react'
import { regionsQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { valuesOf } from './case-list.ts'
import { registerWords } from './registers.words.ts'

type FilterProps = {
  readonly list: CaseList
  readonly columns: readonly CaseColumn[]
  readonly hidden: readonly string[]
  readonly children: ReactNode
}

/** What the list is narrowed by and which columns it shows, all kept in the address. */
export function CaseFilters({ list, columns, hidden, children }: FilterProps) {
  const says = useWords(registerWords)
  const text = useText()
  const search = useSearch({ from: '/registers/$register' })
  const navigate = useNavigate({ from: '/registers/$register' })
  const regions = useQuery(regionsQuery)
  const choose = (change: Record<string, string | undefined>) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const nameOf = (code: string) => {
    const region = regions.data?.regions.find((candidate) => candidate.code === code)
    return region === undefined ? code : text(region.shortName)
  }
  const industries = list.register.fields.find(({ id }) => id === 'industry')?.choices ?? []
  const stageName = (id: string) => {
    const stage = list.register.stages.find((candidate) => candidate.id === id)
    return stage === undefined ? id : text(stage.name)
  }
  const choice = (
    key: 'region' | 'industry' | 'stage' | 'state',
    all: string,
    values: readonly string[],
    told: (value: string) => string,
  ) => (
    <select
      aria-label={all}
      value={search[key] ?? ''}
      onChange={({ target }) => choose({ [key]: target.value === '' ? undefined : target.value })}
    >
      <option value="">{all}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {told(value)}
        </option>
      ))}
    </select>
  )
  return (
    <div className="case-filters">
      <input
        type="search"
        aria-label={says.search}
        placeholder={says.search}
        defaultValue={search.q ?? ''}
        onChange={({ target }) => choose({ q: target.value === '' ? undefined : target.value })}
      />
      {choice(
        'region',
        says.allRegions,
        [...new Set([...list.byRegion.map(({ region }) => region), ...valuesOf(list.cases, ({ region }) => region)])],
        nameOf,
      )}
      {industries.length > 0 &&
        choice(
          'industry',
          says.allIndustries,
          valuesOf(list.cases, ({ fields }) => (fields.industry === undefined ? null : String(fields.industry))),
          (id) => {
            const industry = industries.find((one) => one.id === id)
            return industry === undefined ? id : text(industry.name)
          },
        )}
      {choice(
        'stage',
        says.allStages,
        valuesOf(list.cases, ({ stage }) => stage),
        stageName,
      )}
      {choice(
        'state',
        says.allStates,
        valuesOf(list.cases, ({ state, underway }) => [state, underway]),
        (state) => text(entryStateNames[state as Case['state']]),
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={search.inForce !== undefined}
          onChange={({ target }) => choose({ inForce: target.checked ? '1' : undefined })}
        />
        {says.onlyInForce}
      </label>
      <details className="columns no-print">
        <summary className="button">{says.columns}</summary>
        <div>
          {columns.slice(1).map(({ id, name }) => (
            <label key={id} className="tick">
              <input
                type="checkbox"
                checked={!hidden.includes(id)}
                onChange={({ target }) => {
                  const rest = hidden.filter((other) => other !== id && other !== '')
                  const next = target.checked ? rest : [...rest, id]
                  choose({ columns: next.length === 0 ? undefined : next.join(',') })
                }}
              />
              {name}
            </label>
          ))}
        </div>
      </details>
      <span className="spacer" />
      {children}
    </div>
  )
}
