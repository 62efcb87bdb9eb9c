import type { IndicatorPage, Series } from '@xushi/contract'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { PeriodChart } from './period-chart.tsx'
import { PeriodTable } from './period-table.tsx'
import { periodSentence, regionSentence } from './picture-sentence.ts'
import { ProgressChart } from './progress-chart.tsx'
import { progressSentence } from './progress-sentence.ts'
import type { ProgressSeries } from './progress-series.ts'
import { ProgressTable } from './progress-table.tsx'
import type { ChartScale, ChartView, DayRange } from './progress-view.ts'
import { RegionLinesTable } from './region-lines-table.tsx'
import { RegionMultiples } from './region-multiples.tsx'
import { ShareBars } from './share-bars.tsx'

const whatOf = (scale: ChartScale) => (scale === 'period' ? 'value' : 'cumulative')

export type PictureProps = {
  readonly page: IndicatorPage
  readonly series: Series | null
  readonly shown: ProgressSeries
  readonly scale: ChartScale
  readonly view: ChartView
  readonly span: DayRange | null
}

/** The chart in the way of looking that is chosen. */
export function Picture({
  page,
  series,
  shown,
  scale,
  view,
  span,
  onZoom,
}: PictureProps & { readonly onZoom: (range: DayRange | null) => void }) {
  const text = useText()
  const { judgement, on } = page
  if (series !== null && view === 'region') {
    return <RegionMultiples page={page} series={series} what={whatOf(scale)} />
  }
  if (series !== null && view === 'share') return <ShareBars page={page} series={series} what={whatOf(scale)} />
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
      onZoom={onZoom}
    />
  )
}

/** What the chart draws as a table: the same values over the same span, whichever way is looked. */
export function PictureTable({ page, series, shown, scale, view, span }: PictureProps) {
  if (series !== null && view !== 'nation') {
    const isSum = page.aggregation.regions === 'sum'
    return (
      <RegionLinesTable
        series={series}
        on={page.on}
        what={whatOf(scale)}
        hasPeriods={view === 'region'}
        isSum={isSum}
      />
    )
  }
  if (series !== null && scale === 'period') return <PeriodTable series={series} on={page.on} span={span} />
  return <ProgressTable page={page} series={shown} />
}

/** Tells those who do not see the chart that another one is shown, and what it says. */
export function Heard({ page, series, shown, scale, view, span }: PictureProps) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const { judgement, on } = page
  const of = { title: text(judgement.name), unit: text(judgement.unit), decimals: judgement.decimals, language }
  const words =
    series !== null && view !== 'nation'
      ? `${says.scales[whatOf(scale)]}${says.listComma}${regionSentence(series, on, whatOf(scale), language)}`
      : series !== null && scale === 'period'
        ? `${says.chartScales.period}${says.listComma}${periodSentence(series, on, span, language)}`
        : progressSentence(shown, of)
  return (
    <p className="visually-hidden" aria-live="polite">
      {says.chartViews[view]}
      {says.listComma}
      {words}
    </p>
  )
}
