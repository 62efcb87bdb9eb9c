import { useSearch } from '@tanstack/react-router'
import { type CaseList, listedCases, shownColumns } from '@xushi/contract'
import { useDeferredValue, useMemo } from 'react'
import { useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { useCaseColumns } from './case-columns.ts'
import { CaseFilters } from './case-filters.tsx'
import { CaseTable } from './case-table.tsx'
import { ExportShown } from './export-shown.tsx'
import { InForceCounts } from './in-force-counts.tsx'
import { registerWords } from './registers.words.ts'

/** The cases of a register, narrowed and sorted as the address says. */
export function RegisterCases({ list }: { list: CaseList }) {
  const says = useWords(registerWords)
  const {
    q,
    region,
    industry,
    stage,
    state,
    inForce,
    sort,
    columns: hidden,
  } = useSearch({ from: '/registers/$register' })
  const columns = useCaseColumns(list.register)
  // Typing stays ahead of the list: the search is answered when the keys give time for it.
  const wanted = useDeferredValue(q)
  const fitting = useMemo(
    () => listedCases(list.cases, { q: wanted, region, industry, stage, state, inForce, sort }, columns),
    [list.cases, columns, wanted, region, industry, stage, state, inForce, sort],
  )
  const shown = useMemo(() => shownColumns(columns, { columns: hidden }), [columns, hidden])
  if (list.cases.length === 0)
    return (
      <Notice kind="empty" title={says.empty}>
        <p>{says.emptyHint}</p>
      </Notice>
    )
  return (
    <section>
      <InForceCounts list={list} />
      <CaseFilters list={list} columns={columns} hidden={(hidden ?? '').split(',')}>
        <span className="label" aria-live="polite">
          {says.shown(fitting.length, list.cases.length)}
        </span>
        <ExportShown list={list} />
      </CaseFilters>
      {fitting.length === 0 ? (
        <Notice kind="empty" title={says.noMatch} />
      ) : (
        <CaseTable cases={fitting} columns={shown} />
      )}
    </section>
  )
}
