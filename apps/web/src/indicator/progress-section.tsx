import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { IndicatorPage, Series } from '@xushi/contract'
import { useRef } from 'react'
import { seriesQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { Demo } from '../app/demo.tsx'
import { ForecastSentence } from '../forecast/forecast-sentence.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { BesideTable, ReadingsTable } from './about.tsx'
import { indicatorWords } from './indicator.words.ts'
import { PeriodChart } from './period-chart.tsx'
import { ProgressChart } from './progress-chart.tsx'
import { ProgressDownload } from './progress-download.tsx'
import { progressSentence } from './progress-sentence.ts'
import { type ProgressSeries, progressSeries } from './progress-series.ts'
import { ProgressSwitch } from './progress-switch.tsx'
import { ProgressTable } from './progress-table.tsx'
import {
  type ChartScale,
  type ChartSearch,
  type ChartView,
  type DayRange,
  within,
  zoomOf,
  zoomText,
} from './progress-view.ts'
import { zoomed } from './progress-zoom.ts'
import { RegionMultiples } from './region-multiples.tsx'
import { ShareBars } from './share-bars.tsx'
import { ZoomBar } from './zoom-bar.tsx'

/** 进展: the chart in the way of looking that the address says, the same data as a table, what stands beside, and where it is going. */
export function ProgressSection({ page, mayRead }: { page: IndicatorPage; mayRead: boolean }) {
  const says = useWords(indicatorWords)
  const look = useLook()
  const past = look.later === 'shown'
  const picture = useRef<HTMLDivElement>(null)
  const series = useQuery({ ...seriesQuery(page.judgement.id, useTimes()), enabled: mayRead }).data ?? null
  const { judgement } = page
  const isIncrement = judgement.target?.basis === 'increment' && judgement.baseline.known
  // A stock has no value of a period of its own: it is what it is at its end.
  const addsUp = page.aggregation.time === 'sum' || series?.source === 'register'
  const hasPeriods = addsUp && (series?.total.flow.some((value) => value !== null) ?? false)
  const scales: readonly ChartScale[] = [
    ...(isIncrement ? (['gain', 'whole'] as const) : (['gain'] as const)),
    ...(hasPeriods ? (['period'] as const) : []),
  ]
  const scale = scales.find((one) => one === look.chart) ?? 'gain'
  const hasRegions = (series?.regions?.length ?? 0) > 0
  const isSum = page.aggregation.regions === 'sum'
  const views: readonly ChartView[] = hasRegions
    ? isSum
      ? ['nation', 'region', 'share']
      : ['nation', 'region']
    : ['nation']
  const view = views.find((one) => one === look.by) ?? 'nation'
  const whole = progressSeries(page, series, { past, whole: scale === 'whole' })
  const all = { from: whole.from, to: whole.to }
  const span = within(zoomOf(look.zoom), all)
  const shown = zoomed(whole, span)
  const isEmpty = whole.points.every(
    ({ published, regional, partial }) => published === null && regional === null && partial === null,
  )
  if (isEmpty && whole.target === null && !hasPeriods) {
    return (
      <>
        <BesideTable page={page} />
        {!mayRead && <ReadingsTable page={page} />}
      </>
    )
  }
  const isOver = judgement.due !== null && judgement.due.on < page.on
  return (
    <section className="progress">
      <div className="progress-main">
        <div className="section-head">
          <h2>{says.progress}</h2>
          <ProgressSwitch
            label={says.chartScale}
            choices={scales.map((choice) => ({
              choice,
              name: says.chartScales[choice === 'gain' && !isIncrement ? 'total' : choice],
            }))}
            chosen={scale}
            onChoose={(choice) => look.choose({ chart: choice === 'gain' ? undefined : choice })}
          />
          <ProgressSwitch
            label={says.chartView}
            choices={views.map((choice) => ({ choice, name: says.chartViews[choice] }))}
            chosen={view}
            onChoose={(choice) => look.choose({ by: choice === 'nation' ? undefined : choice })}
          />
          {isOver && view === 'nation' && (
            <button
              type="button"
              className="button no-print"
              aria-pressed={past}
              onClick={() => look.choose({ later: past ? undefined : 'shown' })}
            >
              {past ? says.chartDue : says.chartLater}
            </button>
          )}
          <span className="spacer" />
          {series?.demo && <Demo />}
          <ProgressDownload
            page={page}
            series={series}
            shown={shown}
            scale={scale}
            view={view}
            span={span}
            chart={picture}
          />
        </div>
        <div ref={picture}>
          <Picture page={page} series={series} shown={shown} scale={scale} view={view} span={span} />
        </div>
        {view === 'nation' && all.to - all.from > 60 && (
          <Zoom
            all={all}
            span={span}
            onChange={(range) => look.choose({ zoom: range === null ? undefined : zoomText(range) })}
          />
        )}
        <ForecastSentence page={page} />
        <EarlierPlans page={page} />
      </div>
      <div className="progress-aside">
        <ProgressTable page={page} series={whole} />
        <BesideTable page={page} />
        {!mayRead && <ReadingsTable page={page} />}
      </div>
      <Heard shown={shown} page={page} view={view} scale={scale} />
    </section>
  )
}

/** How the chart is looked at, from the address, and the way to change that. */
function useLook() {
  const { chart, by, zoom, later } = useSearch({ from: '/indicators/$indicator' })
  const navigate = useNavigate({ from: '/indicators/$indicator' })
  const choose = (change: ChartSearch) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
  }
  return { chart, by, zoom, later, choose }
}

type PictureProps = {
  readonly page: IndicatorPage
  readonly series: Series | null
  readonly shown: ProgressSeries
  readonly scale: ChartScale
  readonly view: ChartView
  readonly span: DayRange | null
}

function Picture({ page, series, shown, scale, view, span }: PictureProps) {
  const text = useText()
  const { judgement, on } = page
  if (series !== null && view === 'region') {
    return <RegionMultiples page={page} series={series} what={scale === 'period' ? 'value' : 'cumulative'} />
  }
  if (series !== null && view === 'share') return <ShareBars page={page} series={series} />
  if (series !== null && scale === 'period') {
    const colour = judgement.sourceOfRecord === series.source ? 'var(--actual)' : 'var(--beside)'
    return <PeriodChart series={series} on={on} span={span} colour={colour} />
  }
  return (
    <ProgressChart
      title={text(judgement.name)}
      unit={judgement.coverageUnit ?? judgement.unit}
      decimals={judgement.decimals}
      on={on}
      series={shown}
      counts={judgement.sourceOfRecord}
    />
  )
}

function Zoom({
  all,
  span,
  onChange,
}: {
  all: DayRange
  span: DayRange | null
  onChange: (range: DayRange | null) => void
}) {
  const says = useWords(indicatorWords)
  return (
    <div className="zoom no-print">
      <ZoomBar all={all} range={span ?? all} onChange={(range) => onChange(within(range, all))} />
      <button type="button" className="plain-link" disabled={span === null} onClick={() => onChange(null)}>
        {says.zoomAll}
      </button>
    </div>
  )
}

/** Why the plan is not the one that held before: the grey lines of the chart in words. */
function EarlierPlans({ page: { earlierPlans } }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  if (earlierPlans.length === 0) return null
  return (
    <ul className="earlier-plans second">
      {earlierPlans.map(({ untilOn, who, reason, documentNumber }) => (
        <li key={untilOn}>{says.rebased(untilOn, who, reason, documentNumber)}</li>
      ))}
    </ul>
  )
}

/** Tells those who do not see the chart that another one is shown. */
function Heard({ shown, page, view, scale }: Pick<PictureProps, 'shown' | 'page' | 'view' | 'scale'>) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const { judgement } = page
  const of = { title: text(judgement.name), unit: text(judgement.unit), decimals: judgement.decimals, language }
  const words = view === 'nation' && scale !== 'period' ? progressSentence(shown, of) : says.chartScales[scale]
  return (
    <p className="visually-hidden" aria-live="polite">
      {says.chartViews[view]}
      {says.listComma}
      {words}
    </p>
  )
}
