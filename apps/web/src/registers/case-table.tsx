import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type Case, type CaseColumn, correctionAskedName, entryStateNames } from '@xushi/contract'
import { memo, useRef } from 'react'
import { Demo } from '../app/demo.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { shownValue } from './case-columns.ts'
import { sortedBy } from './case-list.ts'
import { registerWords } from './registers.words.ts'
import { useRowsInView } from './window-rows.ts'

const rowHeight = 40

/** Thousands of cases as a table of which only the rows near the screen are drawn. */
export function CaseTable({ cases, columns }: { cases: readonly Case[]; columns: readonly CaseColumn[] }) {
  const table = useRef<HTMLTableElement>(null)
  const { first, end } = useRowsInView(table, rowHeight, cases.length)
  return (
    <div className="scroll-x">
      <table ref={table} className="cases" aria-rowcount={cases.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr style={{ height: first * rowHeight }} />}
          {cases.slice(first, end).map((one, index) => (
            <CaseRow key={one.id} one={one} columns={columns} place={first + index + 2} />
          ))}
          {end < cases.length && <tr style={{ height: (cases.length - end) * rowHeight }} />}
        </tbody>
      </table>
    </div>
  )
}

type CaseRowProps = { readonly one: Case; readonly columns: readonly CaseColumn[]; readonly place: number }

/** Drawn once while it stays in sight: scrolling adds rows at one end and leaves the others alone. */
const CaseRow = memo(function CaseRow({ one, columns, place }: CaseRowProps) {
  return (
    <tr aria-rowindex={place} className={one.inForce ? '' : 'quiet-row'}>
      {columns.map((column) => (
        <td key={column.id} data-label={column.name}>
          <CaseCell one={one} column={column} />
        </td>
      ))}
    </tr>
  )
})

function CaseCell({ one, column }: { one: Case; column: CaseColumn }) {
  const says = useWords(registerWords)
  const text = useText()
  const { language } = useLanguage()
  if (column.id === 'state')
    return (
      <>
        <EntryStateMark state={one.state} />
        {one.underway !== null && <span className="second"> {says.underway(text(entryStateNames[one.underway]))}</span>}
        {one.underway === null && one.correctionAsked !== null && (
          <span className="wrong second"> {correctionAskedName[language]}</span>
        )}
      </>
    )
  if (column.id !== 'name') return shownValue(column.value(one))
  return (
    <>
      <Link to="/cases/$id" params={{ id: one.id }}>
        {one.title === '' ? '—' : one.title}
      </Link>{' '}
      {one.demo && <Demo />}
    </>
  )
}

function ColumnHead({ column }: { column: CaseColumn }) {
  const search = useSearch({ from: '/registers/$register' })
  const navigate = useNavigate({ from: '/registers/$register' })
  const [key, direction] = (search.sort ?? 'updated.down').split('.')
  const isSorted = key === column.id
  return (
    <th aria-sort={isSorted ? (direction === 'up' ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        className="sort"
        onClick={() =>
          navigate({ search: (before) => ({ ...before, sort: sortedBy(search.sort, column.id) }), replace: true })
        }
      >
        {column.name}
        <span aria-hidden="true">{isSorted ? (direction === 'up' ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  )
}
