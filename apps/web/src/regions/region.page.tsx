import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { Dashboard, Region } from '@xushi/contract'
import { daysBetween } from '@xushi/domain'
import { regionsQuery, sessionQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { PercentText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { LateReports } from './late-reports.tsx'
import { Prefectures } from './prefectures.tsx'
import { regionWords } from './region.words.ts'
import { RegionIndicators } from './region-indicators.tsx'
import { isAsked, newestDay, pendingOf, type RegionRow, reportsOf } from './region-summary.ts'
import { regionQuery } from './regions.queries.ts'
import './regions.css'

/** One region with everything it reports: value, share, its own target where one was decided, and how it reports. */
export function RegionPage() {
  const says = useWords(regionWords)
  const text = useText()
  const { region: code } = useParams({ from: '/regions/$region' })
  const query = useQuery(regionsQuery)
  const region = query.data?.regions.find((candidate) => candidate.code === code)
  useTitle(region === undefined ? code : text(region.name))
  return (
    <div className="regions">
      <p className="no-print">
        <Link to="/regions" search={{ region: code }}>
          ‹ {says.back}
        </Link>
      </p>
      <QueryState query={query}>
        {() =>
          region === undefined || region.level === 'nation' ? (
            <>
              <h1>{code}</h1>
              <Notice kind="problem" title={says.unknown} />
            </>
          ) : (
            <Reporting region={region} />
          )
        }
      </QueryState>
    </div>
  )
}

function Reporting({ region }: { region: Region }) {
  const says = useWords(regionWords)
  const text = useText()
  const { programme } = useSearch({ strict: false })
  const query = useQuery({ ...regionQuery(region.code, { ...useTimes(), programme }), enabled: region.reporting })
  const user = useQuery(sessionQuery).data?.user
  const own = user?.unit.region
  const may = (action: string) => own === region.code && (user?.actions.includes(action) ?? false)
  return (
    <>
      <div className="region-title">
        <h1>{text(region.name)}</h1>
        <span className="label">{region.code}</span>
        {own === region.code && <span className="second">{says.own}</span>}
        {query.data !== undefined && <span className="label">{says.asOf(query.data.on)}</span>}
        <span className="spacer" />
        {query.data?.demo && <Demo />}
        {may('progress:record') && (
          <Link to="/recording" className="desk-link no-print">
            {says.record}
          </Link>
        )}
        {may('progress:approve') && (
          <Link to="/review" className="desk-link no-print">
            {says.review}
          </Link>
        )}
      </div>
      {region.reporting ? (
        <QueryState query={query}>{(dashboard) => <Content region={region} dashboard={dashboard} />}</QueryState>
      ) : (
        <Notice kind="empty" title={says.notReporting(text(region.name))} />
      )}
    </>
  )
}

function Content({ region, dashboard }: { region: Region; dashboard: Dashboard }) {
  const says = useWords(regionWords)
  const session = useQuery(sessionQuery)
  const asked = dashboard.indicators.filter(isAsked)
  const isHidden = session.data?.user === null
  const byPrefecture = asked.filter(({ regional }) => regional?.byPrefecture === true)
  return (
    <>
      {isHidden ? (
        <Notice kind="empty" title={says.hidden}>
          {' '}
          <Link to="/sign-in">{says.signIn}</Link>
        </Notice>
      ) : (
        <>
          <Newest rows={asked} on={dashboard.on} />
          <KeyFacts dashboard={dashboard} />
          {!asked.some(({ regional }) => regional?.figure.known) && <Notice kind="empty" title={says.noData} />}
        </>
      )}
      <RegionIndicators rows={asked} year={dashboard.on.slice(0, 4)} />
      {!isHidden && (
        <>
          <LateReports rows={asked} programme={dashboard.programme} />
          {byPrefecture.map((row) => (
            <Prefectures key={row.id} province={region.code} row={row} on={dashboard.on} />
          ))}
        </>
      )}
    </>
  )
}

/** That the date asked for lies far beyond what was reported, as the default date does once the reporting has stopped; and the way back. */
function Newest({ rows, on }: { rows: readonly RegionRow[]; on: string }) {
  const says = useWords(regionWords)
  const newest = newestDay(rows)
  if (newest === null || daysBetween(newest, on) <= mostDaysOld) return null
  return (
    <Notice kind="empty" title={says.newest(on, newest)}>
      {' '}
      <Link to="." search={(before) => ({ ...before, on: newest })}>
        {says.lookAt(newest)}
      </Link>
    </Notice>
  )
}

/** A quarter and the days of its deadline: nothing is old before that. */
const mostDaysOld = 120

function KeyFacts({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(regionWords)
  const asked = dashboard.indicators.filter(isAsked)
  const { counted, expected, onTime, timed, completeness, timeliness } = reportsOf(asked)
  const { waiting, returned, owed } = pendingOf(asked)
  const share = (value: number | null) => (value === null ? '—' : <PercentText figure={{ known: true, value }} />)
  return (
    <dl className="region-facts region-facts-page">
      <div>
        <dt>{says.asked}</dt>
        <dd>
          {asked.length}
          <small> {says.askedOf(asked.filter(({ regional }) => regional?.figure.known).length)}</small>
        </dd>
      </div>
      <div>
        <dt title={says.completenessHint}>{says.completeness}</dt>
        <dd>
          {share(completeness)}
          <small> {says.counts(counted, expected)}</small>
        </dd>
      </div>
      <div>
        <dt>{says.timeliness}</dt>
        <dd>
          {share(timeliness)}
          <small> {says.timed(onTime, timed)}</small>
        </dd>
      </div>
      <div>
        <dt>{says.pending}</dt>
        <dd className="region-no-target">{says.pendingOf(waiting, returned, owed)}</dd>
      </div>
    </dl>
  )
}
