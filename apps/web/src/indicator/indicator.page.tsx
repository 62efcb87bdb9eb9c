import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { IndicatorPage as Page } from '@xushi/contract'
import { statusReasonOf, statusReasonWords } from '@xushi/wording'
import { indicatorQuery, seriesQuery, sessionQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { CorrectedNote } from '../corrected/corrected.tsx'
import { useText, useWords } from '../language/language.tsx'
import { StageTrack } from '../overview/stage-track.tsx'
import { Timing } from '../overview/target-row.tsx'
import { QueryState, Waiting } from '../states/states.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { ReadingsTable, RulesTable } from './about.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { ClauseQuote } from './clause.tsx'
import { Downloads } from './downloads.tsx'
import { EntriesTable } from './entries-table.tsx'
import { indicatorWords } from './indicator.words.ts'
import { KeyFigures } from './key-figures.tsx'
import { ProgressSection } from './progress-section.tsx'
import { useShownSeries } from './province-series.ts'
import { PublishedTable } from './published-table.tsx'
import { RegionTable } from './region-table.tsx'
import './indicator.css'

/** One indicator: what is promised, where it stands, and everything behind the number. */
export function IndicatorPage() {
  const { indicator } = useParams({ from: '/indicators/$indicator' })
  const times = useTimes()
  const query = useQuery(indicatorQuery(indicator, times))
  // Asked for together with the page. Drawn without it, everything below the chart would move when it comes.
  const series = useQuery({ ...seriesQuery(indicator, times), enabled: false })
  // Once it failed, the part that wants it says so and asks again; the page does not wait for that.
  const isComing = series.isLoading && series.errorUpdateCount === 0
  return <QueryState query={query}>{(page) => (isComing ? <Waiting /> : <Content page={page} />)}</QueryState>
}

function Content({ page }: { page: Page }) {
  const { judgement } = page
  const text = useText()
  const says = useWords(indicatorWords)
  const session = useQuery(sessionQuery)
  const mayRead = session.data?.user?.actions.includes('figures:read') ?? false
  const isRecorded = mayRead && page.typed !== null
  const hasSeries = mayRead && (page.typed !== null || judgement.kind === 'counted')
  useTitle(text(judgement.name))
  return (
    <article className="indicator">
      <Breadcrumb page={page} />
      <div className="indicator-head">
        <h1>{text(judgement.name)}</h1>
        {judgement.role === 'target' && <StatusMark status={judgement.status} size={18} />}
        {judgement.role === 'target' && <StatusReason page={page} />}
        <Timing target={judgement} />
        {judgement.demo && <Demo />}
        <span className="spacer" />
        {judgement.kind === 'counted' && (
          <Link to="/registers/$register" params={{ register: judgement.id }} className="button">
            {says.register}
          </Link>
        )}
        {judgement.role !== 'context' && (
          <Link to="/goals/$goal" params={{ goal: judgement.id }} className="button">
            {says.inWords}
          </Link>
        )}
        <Link to="/indicators/$indicator/derivation" params={{ indicator: judgement.id }} className="button">
          {says.derivation}
        </Link>
        {isRecorded && <Downloads indicator={judgement.id} />}
      </div>
      <ClauseQuote page={page} />
      {judgement.role === 'target' ? <KeyFigures page={page} /> : <p className="second">{says.milestone}</p>}
      {page.corrected !== undefined && (
        <p className="second corrected-line">
          <CorrectedNote of={judgement} corrected={page.corrected} />
        </p>
      )}
      {judgement.stages !== null && <StageTrack stages={judgement.stages} />}
      <ProgressSection page={page} mayRead={hasSeries} />
      <div className="indicator-columns">
        <div>
          <PublishedTable page={page} />
          {hasSeries && <ReadingsTable page={page} />}
        </div>
        <RulesTable page={page} />
      </div>
      {hasSeries && <Regions page={page} />}
      {isRecorded && <EntriesTable page={page} />}
    </article>
  )
}

/** Why the status is what it is, in words, where the figures below do not say so themselves. */
function StatusReason({ page: { judgement } }: { page: Page }) {
  const says = useWords(statusReasonWords)
  const reason = statusReasonOf(judgement)
  return reason !== null && <span className="second status-reason">{says[reason].full}</span>
}

function Regions({ page }: { page: Page }) {
  const series = useShownSeries(page)
  return <QueryState query={series}>{(data) => <RegionTable page={page} series={data} />}</QueryState>
}
