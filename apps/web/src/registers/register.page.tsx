import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Case, CaseList } from '@xushi/contract'
import type { Bound } from '@xushi/domain'
import { type ReactNode, useDeferredValue, useRef } from 'react'
import { casesQuery, regionsQuery, sessionQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { amount, shanghaiTime } from '../figure/format-figure.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { EntryStateMark, entryStateWords } from '../status/entry-state.tsx'
import { type CaseFilter, type Column, caseCsv, casesFitting, sortedBy, valuesOf } from './case-list.ts'
import { ConfirmPanel } from './confirm-panel.tsx'
import { registerWords } from './registers.words.ts'
import { TenPanel } from './ten-panel.tsx'
import { useRowsInView } from './window-rows.ts'
import './registers.css'

/** One register: what it counts and how whole that is, and its cases to filter, sort, search and take away. */
export function RegisterPage() {
  const says = useWords(registerWords)
  const session = useQuery(sessionQuery)
  return (
    <AntFrame>
      <QueryState query={session}>
        {({ user }) => {
          if (user === null)
            return (
              <Notice kind="empty" title={says.signInFirst}>
                {' '}
                <Link to="/sign-in">→</Link>
              </Notice>
            )
          if (!user.actions.includes('progress:read')) return <Notice kind="empty" title={says.noRight} />
          return <Content actions={user.actions} />
        }}
      </QueryState>
    </AntFrame>
  )
}

function Content({ actions }: { actions: readonly string[] }) {
  const says = useWords(registerWords)
  const text = useText()
  const { register: id } = useParams({ from: '/registers/$register' })
  const { on, knownAt } = useSearch({ from: '__root__' })
  const query = useQuery(casesQuery(id, { on, knownAt }))
  useTitle(query.data === undefined ? says.title : text(query.data.register.name))
  return (
    <QueryState query={query}>
      {(list) => (
        <>
          <RegisterHead list={list} />
          {list.register.chosenFrom.length > 0 && <TenPanel list={list} />}
          <div className="register-acts no-print">
            {list.register.chosenFrom.length === 0 && actions.includes('progress:record') && (
              <Link className="button" to="/registers/$register/new" params={{ register: id }}>
                {says.add}
              </Link>
            )}
            {list.register.chosenFrom.length === 0 &&
              actions.includes('register:confirm') &&
              list.register.opening !== null && <ConfirmPanel register={id} />}
          </div>
          <Cases list={list} />
        </>
      )}
    </QueryState>
  )
}

function RegisterHead({ list }: { list: CaseList }) {
  const says = useWords(registerWords)
  const { language } = useLanguage()
  const text = useText()
  const { register, count, reported, beside } = list
  const of = { unit: register.unitOfMeasure, decimals: 0 }
  const told = (figure: { readonly value: number; readonly bound?: Bound | undefined }) =>
    amount(figure, text(of.unit), { decimals: 0, language })
  return (
    <header className="register-head">
      <p className="label">
        <Link to="/registers">{says.title}</Link> › {register.goal}{' '}
        <Link to="/indicators/$indicator" params={{ indicator: register.id }}>
          {text(register.indicator)}
        </Link>
      </p>
      <h1>{text(register.name)}</h1>
      <p className="register-count">
        {count.known ? (
          <b>
            <AmountText figure={count} of={of} sense="total" />
          </b>
        ) : (
          <WhyText why={count.why} />
        )}
        <span className="second">
          {register.chosenFrom.length > 0 ? says.chosenWhole : says.confirmedOf(reported.units, reported.expected)}
        </span>
        {register.opening !== null && (
          <span className="second">
            {says.openedOn(register.opening.openedOn)}，
            {says.balance(told({ value: register.opening.balance }), register.opening.balanceSource)}
          </span>
        )}
      </p>
      {beside?.figure.known && (
        <p className="beside-note">
          {says.besideHint(told(beside.figure), beside.on, beside.difference.known ? told(beside.difference) : '—')}
        </p>
      )}
    </header>
  )
}

const rowHeight = 40

function Cases({ list }: { list: CaseList }) {
  const says = useWords(registerWords)
  const search = useSearch({ from: '/registers/$register' })
  const filter: CaseFilter = search
  const fitting = useDeferredValue(casesFitting(list.cases, filter))
  const columns = useColumns(list)
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
      <Filters list={list} columns={columns} hidden={hidden}>
        <span className="label" aria-live="polite">
          {says.shown(fitting.length, list.cases.length)}
        </span>
        <button type="button" className="button no-print" onClick={() => download(fitting, shown, list)}>
          {says.exportShown}
        </button>
      </Filters>
      {fitting.length === 0 ? <Notice kind="empty" title={says.noMatch} /> : <Rows cases={fitting} columns={shown} />}
    </section>
  )
}

function useColumns({ register }: CaseList): readonly Column[] {
  const says = useWords(registerWords)
  const states = useWords(entryStateWords)
  const text = useText()
  const regions = useQuery(regionsQuery)
  const nameOf = new Map(regions.data?.regions.map(({ code, shortName }) => [code, text(shortName)]))
  const stageOf = new Map(register.stages.map(({ id, name }) => [id, text(name)]))
  const fields = register.fields.slice(1).map((field) => {
    const choices = new Map(field.choices.map(({ id, name }) => [id, text(name)]))
    const told = (one: Case) => String(one.fields[field.id] ?? '')
    return { id: `field-${field.id}`, name: text(field.name), text: (one: Case) => choices.get(told(one)) ?? told(one) }
  })
  return [
    { id: 'name', name: says.name, text: ({ title }) => title },
    ...fields,
    { id: 'region', name: says.region, text: ({ region }) => nameOf.get(region) ?? region },
    { id: 'stage', name: says.stage, text: ({ stage }) => (stage === null ? '' : (stageOf.get(stage) ?? stage)) },
    { id: 'state', name: says.state, text: ({ state }) => states[state] },
    { id: 'validFrom', name: says.validFrom, text: ({ validFrom }) => validFrom ?? '' },
    { id: 'validTo', name: says.validTo, text: ({ validTo }) => validTo ?? '' },
    { id: 'recorder', name: says.recorder, text: ({ recorder }) => recorder.name },
    { id: 'approver', name: says.approver, text: ({ approver }) => approver?.name ?? '' },
    { id: 'updated', name: says.updated, text: ({ updatedAt }) => shanghaiTime(updatedAt) },
  ]
}

type FilterProps = {
  readonly list: CaseList
  readonly columns: readonly Column[]
  readonly hidden: readonly string[]
  readonly children: ReactNode
}

function Filters({ list, columns, hidden, children }: FilterProps) {
  const says = useWords(registerWords)
  const states = useWords(entryStateWords)
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
  const stageName = (id: string) => {
    const stage = list.register.stages.find((candidate) => candidate.id === id)
    return stage === undefined ? id : text(stage.name)
  }
  const choice = (
    key: 'region' | 'stage' | 'state',
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
        valuesOf(list.cases, ({ region }) => region),
        nameOf,
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
        valuesOf(list.cases, ({ state }) => state),
        (state) => states[state as Case['state']],
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

const sortable = ['name', 'region', 'state', 'validFrom', 'updated']

function Rows({ cases, columns }: { cases: readonly Case[]; columns: readonly Column[] }) {
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

function download(cases: readonly Case[], columns: readonly Column[], { register, on }: CaseList): void {
  const address = URL.createObjectURL(new Blob([caseCsv(cases, columns)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${register.goal}-${register.id}-${on}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
