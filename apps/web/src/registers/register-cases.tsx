import { useSearch } from '@tanstack/react-router'
import type { Case, CaseList } from '@xushi/contract'
import { useDeferredValue } from 'react'
import { useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { useCaseColumns } from './case-columns.ts'
import { CaseFilters } from './case-filters.tsx'
import { type CaseFilter, type Column, caseCsv, casesFitting } from './case-list.ts'
import { CaseTable } from './case-table.tsx'
import { registerWords } from './registers.words.ts'

/** The cases of a register, narrowed and sorted as the address says. */
export function RegisterCases({ list }: { list: CaseList }) {
  const says = useWords(registerWords)
  const search = useSearch({ from: '/registers/$register' })
  const filter: CaseFilter = search
  const fitting = useDeferredValue(casesFitting(list.cases, filter))
  const columns = useCaseColumns(list)
  const hidden = (search.columns ?? '').split(',')
  const shown = columns.filter(({ id }) => !hidden.includes(id))
  if (list.cases.length === 0)
    return (
      <Notice kind="empty" title={says.empty}>
        <p>{says.emptyHint}</p>
      </Notice>
    )
  return (
    <section>
      <CaseFilters list={list} columns={columns} hidden={hidden}>
        <span className="label" aria-live="polite">
          {says.shown(fitting.length, list.cases.length)}
        </span>
        <button type="button" className="button no-print" onClick={() => download(fitting, shown, list)}>
          {says.exportShown}
        </button>
      </CaseFilters>
      {fitting.length === 0 ? (
        <Notice kind="empty" title={says.noMatch} />
      ) : (
        <CaseTable cases={fitting} columns={shown} />
      )}
    </section>
  )
}

function download(cases: readonly Case[], columns: readonly Column[], { register, on }: CaseList): void {
  const address = URL.createObjectURL(new Blob([caseCsv(cases, columns)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${register.goal}-${register.id}-${on}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
