import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Case } from '@xushi/contract'
import { useRef } from 'react'
import { Demo } from '../app/demo.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { type Column, sortedBy } from './case-list.ts'
import { useRowsInView } from './window-rows.ts'

const rowHeight = 40

const sortable = ['name', 'region', 'state', 'validFrom', 'updated']

/** Thousands of cases as a table of which only the rows near the screen are drawn. */
export function CaseTable({ cases, columns }: { cases: readonly Case[]; columns: readonly Column[] }) {
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
            <tr key={one.id} aria-rowindex={first + index + 2} className={one.inForce ? '' : 'quiet-row'}>
              {columns.map((column) => (
                <td key={column.id} data-label={column.name}>
                  <CaseCell one={one} column={column} />
                </td>
              ))}
            </tr>
          ))}
          {end < cases.length && <tr style={{ height: (cases.length - end) * rowHeight }} />}
        </tbody>
      </table>
    </div>
  )
}

function CaseCell({ one, column }: { one: Case; column: Column }) {
  if (column.id === 'state') return <EntryStateMark state={one.state} />
  if (column.id !== 'name') return column.text(one)
  return (
    <>
      <Link to="/cases/$id" params={{ id: one.id }}>
        {one.title === '' ? '—' : one.title}
      </Link>{' '}
      {one.demo && <Demo />}
    </>
  )
}

function ColumnHead({ column }: { column: Column }) {
  const search = useSearch({ from: '/registers/$register' })
  const navigate = useNavigate({ from: '/registers/$register' })
  if (!sortable.includes(column.id)) return <th>{column.name}</th>
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
