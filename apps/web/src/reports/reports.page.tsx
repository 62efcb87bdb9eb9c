import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Report } from '@xushi/contract'
import { type ReportKind, reportKinds } from '@xushi/domain'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { NewReport } from './new-report.tsx'
import { reportsQuery, tongue } from './reports.queries.ts'
import { reportsWords } from './reports.words.ts'
import { type ReportsSearch, reportsSearchOf } from './reports-search.ts'
import { Schedules } from './schedules.tsx'
import './reports.css'

/** 报告: the archive of status reports, and a new one. */
export function ReportsPage() {
  const says = useWords(reportsWords)
  useTitle(says.title)
  return (
    <AntFrame>
      <h1>{says.title}</h1>
      <PeopleOnly action="report:read" noRight={says.noRight}>
        {({ actions }) => (
          <Archive mayMake={actions.includes('report:make')} maySchedule={actions.includes('report:schedule')} />
        )}
      </PeopleOnly>
    </AntFrame>
  )
}

function Archive({ mayMake, maySchedule }: { mayMake: boolean; maySchedule: boolean }) {
  const says = useWords(reportsWords)
  const search = reportsSearchOf(useSearch({ strict: false }))
  const query = useInfiniteQuery(reportsQuery(search))
  const [adding, setAdding] = useState(false)
  const isNarrowed = Object.values(search).some((value) => value !== undefined)
  return (
    <>
      <p className="second reports-intro">{says.intro}</p>
      <p className="reports-acts no-print">
        {mayMake && !adding && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {says.add}
          </Button>
        )}
        <Link to="/reports/verify">{says.verify}</Link>
      </p>
      {adding && <NewReport regions={query.data?.pages[0]?.mayMake ?? null} close={() => setAdding(false)} />}
      {maySchedule && <Schedules />}
      <Filters search={search} />
      <QueryState query={query}>
        {({ pages }) => {
          const reports = pages.flatMap((page) => page.reports)
          if (reports.length === 0) return <Notice kind="empty" title={isNarrowed ? says.noneFound : says.none} />
          return <ReportTable reports={reports} />
        }}
      </QueryState>
      {query.hasNextPage && (
        <p>
          <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {says.more}
          </Button>
        </p>
      )}
    </>
  )
}

function Filters({ search }: { search: ReportsSearch }) {
  const says = useWords(reportsWords)
  const navigate = useNavigate()
  const narrow = (change: ReportsSearch) =>
    navigate({ to: '/reports', search: { ...search, ...change }, replace: true })
  const states = (['draft', 'submitted', 'issued', 'withdrawn'] as const).map((value) => ({
    value,
    label: says.states[value],
  }))
  const kinds = reportKinds.map((value) => ({ value, label: says.kinds[value] }))
  return (
    <div className="reports-filters no-print">
      <Select<ReportKind | ''>
        aria-label={says.kind}
        value={search.kind ?? ''}
        onChange={(kind) => narrow({ kind: kind === '' ? undefined : kind })}
        options={[{ value: '', label: says.everyKind }, ...kinds]}
        popupMatchSelectWidth={false}
      />
      <Select<Report['state'] | ''>
        aria-label={says.state}
        value={search.state ?? ''}
        onChange={(state) => narrow({ state: state === '' ? undefined : state })}
        options={[{ value: '', label: says.everyState }, ...states]}
        popupMatchSelectWidth={false}
      />
      <Input.Search
        aria-label={says.search}
        placeholder={says.search}
        defaultValue={search.search}
        maxLength={100}
        allowClear
        onSearch={(typed) => narrow({ search: typed.trim() === '' ? undefined : typed.trim() })}
      />
    </div>
  )
}

function ReportTable({ reports }: { reports: readonly Report[] }) {
  const says = useWords(reportsWords)
  return (
    <div className="scroll-x">
      <table className="reports">
        <thead>
          <tr>
            <th>{says.name}</th>
            <th>{says.number}</th>
            <th>{says.region}</th>
            <th>{says.period}</th>
            <th>{says.on}</th>
            <th>{says.state}</th>
            <th>{says.author}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ReportRow({ report }: { report: Report }) {
  const says = useWords(reportsWords)
  const text = useText()
  const { id, title, kind, language, period, number, regionName, on, state, making, author } = report
  return (
    <tr className={state === 'withdrawn' ? 'second' : undefined}>
      <td>
        <Link to="/reports/$id" params={{ id }} lang={title === null ? undefined : tongue(language)}>
          {title ?? says.unnamed(says.kinds[kind], period)}
        </Link>
      </td>
      <td className="nowrap" data-label={says.number} lang={number === null ? undefined : 'zh-CN'}>
        {number ?? '—'}
      </td>
      <td className="nowrap" data-label={says.region}>
        {regionName === null ? says.nation : text(regionName)}
      </td>
      <td className="nowrap" data-label={says.period}>
        {period}
      </td>
      <td className="nowrap" data-label={says.on}>
        {on}
      </td>
      <td className="nowrap" data-label={says.state}>
        {says.states[state]}
        {making.state !== 'ready' && <span className="second"> · {says.makings[making.state]}</span>}
      </td>
      <td data-label={says.author}>{author.name}</td>
    </tr>
  )
}
