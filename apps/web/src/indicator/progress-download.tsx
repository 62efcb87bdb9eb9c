import type { IndicatorPage, Series } from '@xushi/contract'
import type { RefObject } from 'react'
import { ChartDownload } from '../chart-download/chart-download.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { progressFileTable } from './progress-file-table.ts'
import type { ProgressSeries } from './progress-series.ts'
import type { ChartScale, ChartView, DayRange } from './progress-view.ts'

export type ProgressDownloadProps = {
  readonly page: IndicatorPage
  readonly series: Series | null
  readonly shown: ProgressSeries
  readonly scale: ChartScale
  readonly view: ChartView
  readonly span: DayRange | null
  /** Where the chart is drawn. */
  readonly chart: RefObject<HTMLElement | null>
}

/** The chart as it is looked at now, as a file: with its source, both times and the rule by which it adds up. */
export function ProgressDownload({ page, series, shown, scale, view, span, chart }: ProgressDownloadProps) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const { judgement, aggregation } = page
  const { goal, name, unit, sourceOfRecord } = judgement
  const sources = [
    sourceOfRecord === null ? null : says.sources[sourceOfRecord],
    series === null ? null : says.joined[series.source],
  ]
  const over = says.regionRules[aggregation.regions as keyof typeof says.regionRules] ?? aggregation.regions
  const time = says.timeRules[aggregation.time as keyof typeof says.timeRules] ?? aggregation.time
  return (
    <ChartDownload
      title={`${goal} ${text(name)} ${view === 'nation' ? says.chartScales[scale === 'gain' && shown.scale === 'value' ? 'level' : scale] : says.chartViews[view]}`}
      unit={text(unit)}
      source={[...new Set(sources.filter((source) => source !== null))].join(says.listComma)}
      on={page.on}
      knownAt={page.knownAt}
      rule={`${says.time}${time}${says.listComma}${says.over}${over}`}
      demo={judgement.demo}
      chart={() => drawing(chart.current, view)}
      table={progressFileTable({ page, series, shown, scale, view, span }, says, language)}
    />
  )
}

/** A chart of the nation is one drawing; small charts side by side are laid out by the page. */
function drawing(place: HTMLElement | null, view: ChartView): HTMLElement | SVGSVGElement | null {
  const figure = place?.querySelector('figure') ?? null
  return view === 'nation' ? (figure?.querySelector('svg') ?? null) : figure
}
