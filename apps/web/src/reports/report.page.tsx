import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReportPage as ReportWire } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { ReportBody } from './report-body.tsx'
import { ReportFiles } from './report-files.tsx'
import { ReportMaking } from './report-making.tsx'
import { ReportMoves } from './report-moves.tsx'
import { ReportTexts } from './report-texts.tsx'
import { reportQuery, tongue } from './reports.queries.ts'
import { reportsWords } from './reports.words.ts'
import './reports.css'

/** One report: how far it is, its files, what it says, and what may be done with it. */
export function ReportPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(reportQuery(id))
  const says = useWords(reportsWords)
  useTitle(query.data?.title ?? says.title)
  return (
    <AntFrame>
      <QueryState query={query}>{(report) => <Opened report={report} />}</QueryState>
    </AntFrame>
  )
}

function Opened({ report }: { report: ReportWire }) {
  const says = useWords(reportsWords)
  const { title, kind, period, number, state, demo, returnReason, withdrawal, making, texts, id, version } = report
  return (
    <article className="report">
      <p className="second no-print">
        <Link to="/reports">{says.toList}</Link>
      </p>
      <header>
        <h1 lang={title === null ? undefined : tongue(report.language)}>
          {title ?? says.unnamed(says.kinds[kind], period)}
        </h1>
        <p className="report-marks">
          <span className={`report-state report-${state}`}>{says.states[state]}</span>
          {number !== null && <b lang="zh-CN">{number}</b>}
          {state !== 'issued' && state !== 'withdrawn' && <span className="second">{says.generated}</span>}
          {demo && <span className="second">{says.demo}</span>}
        </p>
      </header>
      {state === 'draft' && returnReason !== null && <Notice kind="warning" title={says.returned(returnReason)} />}
      {withdrawal !== null && (
        <Notice
          kind="warning"
          title={says.withdrawn(withdrawal.by.name, shanghaiTime(withdrawal.at), withdrawal.reason)}
        />
      )}
      <ReportFacts report={report} />
      <ReportMaking report={report} />
      <ReportFiles report={report} />
      <ReportMoves report={report} />
      {(report.moves.includes('edit') || Object.keys(texts).length > 0) && report.places.length > 0 && (
        <ReportTexts key={`${id} ${version}`} report={report} />
      )}
      {making.state === 'ready' && <ReportBody report={report} />}
    </article>
  )
}

function ReportFacts({ report }: { report: ReportWire }) {
  const says = useWords(reportsWords)
  const text = useText()
  const { regionName, period, on, knownAt, author, issuer, issuedAt, submittedAt, digest, comparedWith } = report
  const facts: readonly (readonly [string, string])[] = [
    [says.kind, says.kinds[report.kind]],
    [says.region, regionName === null ? says.nation : text(regionName)],
    [says.period, period],
    [says.on, on],
    [says.comparedOn, comparedWith.on],
    [says.knownAt, String(knownAt)],
    [says.author, author.unit === null ? author.name : `${author.name}（${text(author.unit)}）`],
    ...(submittedAt === null ? [] : [[says.submit, shanghaiTime(submittedAt)] as const]),
    ...(issuer === null || issuedAt === null
      ? []
      : [[says.issuer, `${issuer.name} ${shanghaiTime(issuedAt)}`] as const]),
    ...(digest === null ? [] : [[says.digest, digest] as const]),
  ]
  return (
    <dl className="report-facts">
      {facts.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}
