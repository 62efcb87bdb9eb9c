import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Dashboard } from '@xushi/contract'
import { byAspect, filtered, overdueCount } from '@xushi/wording'
import { useRef } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { useDashboard } from '../app/address.ts'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { Attention } from './attention.tsx'
import { Changes } from './changes.tsx'
import { overviewWords } from './overview.words.ts'
import { OverviewFilter, useFilter } from './overview-filter.tsx'
import { ReportingPanel } from './reporting-panel.tsx'
import { StatusStrip } from './status-strip.tsx'
import { SummarySentence } from './summary-sentence.tsx'
import { TargetTree } from './target-tree.tsx'
import { TargetsDownload } from './targets-download.tsx'
import './overview.css'

/** 总览: a sentence, the counts, what needs somebody now, and every target under its aspect. One request. */
export function OverviewPage() {
  const says = useWords(overviewWords)
  const query = useDashboard()
  useTitle(says.title)
  return <QueryState query={query}>{(dashboard) => <Overview dashboard={dashboard} />}</QueryState>
}

function Overview({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const text = useText()
  const session = useQuery(sessionQuery)
  const filter = useFilter()
  const targets = filtered(dashboard, filter)
  const aspects = byAspect(dashboard, targets)
  const tree = useRef<HTMLDivElement>(null)
  const narrowed = filter.aspect !== undefined || filter.status !== undefined || (filter.q ?? '') !== ''
  return (
    <>
      <div className="overview-head">
        <h1>{says.title}</h1>
        <SummarySentence dashboard={dashboard} />
      </div>
      <p className="label programme-line">
        {text(dashboard.programme.name)}
        {'　'}
        {dashboard.programme.documentNumber}
        <span>{`　${dashboard.onDefaulted ? says.onDefault(dashboard.on) : says.asOf(dashboard.on)}`}</span>
      </p>
      {session.data?.user === null && (
        <Notice kind="empty" title={says.publicNote}>
          {' '}
          <Link to="/sign-in">{says.signIn}</Link>
        </Notice>
      )}
      <StatusStrip targets={dashboard.indicators} overdueMilestones={overdueCount(dashboard)} />
      <div className="overview-top">
        <Attention dashboard={dashboard} />
        <div>
          <Changes dashboard={dashboard} />
          <ReportingPanel dashboard={dashboard} />
        </div>
      </div>
      <div className="filter-line">
        <OverviewFilter dashboard={dashboard} />
        <div className="aspects-head">
          <h2>{says.aspects(aspects.length)}</h2>
          <span className="label">{says.aspectsHint}</span>
        </div>
        {targets.length > 0 && <TargetsDownload dashboard={dashboard} aspects={aspects} chart={tree} />}
      </div>
      {targets.length === 0 ? (
        <Notice kind="empty" title={says.nothing}>
          {' '}
          <Link to="." search={({ on, knownAt }) => ({ on, knownAt })}>
            {says.reset}
          </Link>
        </Notice>
      ) : (
        <div ref={tree}>
          <TargetTree dashboard={dashboard} aspects={aspects} narrowed={narrowed} />
        </div>
      )}
      <Footer dashboard={dashboard} />
    </>
  )
}

function Footer({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const text = useText()
  const { thresholds } = dashboard.programme
  return (
    <footer className="overview-foot">
      <span>
        {says.dataOn} {dashboard.on} · {says.ledger(dashboard.knownAt.seq)}
      </span>
      <span>
        {says.thresholds(
          thresholds.onSchedule.toFixed(1),
          thresholds.slightlyBehind.toFixed(1),
          text(thresholds.author),
        )}
      </span>
      <span>{says.legend}</span>
    </footer>
  )
}
