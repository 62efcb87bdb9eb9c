import { useNavigate, useSearch } from '@tanstack/react-router'
import type { IndicatorPage } from '@xushi/contract'
import { useRef } from 'react'
import { Demo } from '../app/demo.tsx'
import { ForecastSentence } from '../forecast/forecast-sentence.tsx'
import { useWords } from '../language/language.tsx'
import { BesideTable, ReadingsTable } from './about.tsx'
import { indicatorWords } from './indicator.words.ts'
import { Heard, Picture, PictureTable } from './picture.tsx'
import { ProgressDownload } from './progress-download.tsx'
import { progressSeries } from './progress-series.ts'
import { ProgressSwitch } from './progress-switch.tsx'
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
import { useShownSeries } from './province-series.ts'
import { ThisPeriod } from './this-period.tsx'
import { ZoomBar } from './zoom-bar.tsx'

/** 进展: the chart in the way of looking that the address says, the same data as a table, what stands beside, and where it is going. */
export function ProgressSection({ page, mayRead }: { page: IndicatorPage; mayRead: boolean }) {
  const says = useWords(indicatorWords)
  const look = useLook()
  const past = look.later === 'shown'
  const picture = useRef<HTMLDivElement>(null)
  const series = useShownSeries(page, mayRead).data ?? null
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
    ({ published, recorded, regional, partial }) =>
      published === null && recorded === null && regional === null && partial === null,
  )
  if (isEmpty && whole.target === null && !hasPeriods) {
    return (
      <>
        <BesideTable page={page} />
        {!mayRead && <ReadingsTable page={page} />}
      </>
    )
  }
  const zoomTo = (range: DayRange | null) => {
    const chosen = within(range, all)
    look.choose({ zoom: chosen === null ? undefined : zoomText(chosen) })
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
              name: says.chartScales[choice === 'gain' && !isIncrement ? 'level' : choice],
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
          <Picture page={page} series={series} shown={shown} scale={scale} view={view} span={span} onZoom={zoomTo} />
        </div>
        {view === 'nation' && all.to - all.from > 60 && <Zoom all={all} span={span} onChange={zoomTo} />}
        <ForecastSentence page={page} />
        <EarlierPlans page={page} />
      </div>
      <div className="progress-aside">
        <PictureTable page={page} series={series} shown={shown} scale={scale} view={view} span={span} />
        <BesideTable page={page} />
        {mayRead && <ThisPeriod page={page} />}
        {!mayRead && <ReadingsTable page={page} />}
      </div>
      <Heard page={page} series={series} shown={shown} scale={scale} view={view} span={span} />
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
