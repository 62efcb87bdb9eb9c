import type { IndicatorPage, Series } from '@xushi/contract'
import { laterCode } from '../app/later-code.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { periodSentence, regionSentence } from './picture-sentence.ts'
import { ProgressChart } from './progress-chart.tsx'
import { progressSentence } from './progress-sentence.ts'
import type { ProgressSeries } from './progress-series.ts'
import { ProgressTable } from './progress-table.tsx'
import { type ChartScale, type ChartView, type DayRange, whatOf } from './progress-view.ts'

/** The others, which nobody sees before a press of a button: fetched once the page stands. */
const useOtherPictures = laterCode(() => import('./other-pictures.tsx'))

/** Whether another picture than the chart of the nation over time is looked at. */
const isOther = ({ series, scale, view }: PictureProps) => series !== null && (view !== 'nation' || scale === 'period')

export type PictureProps = {
  readonly page: IndicatorPage
  readonly series: Series | null
  readonly shown: ProgressSeries
  readonly scale: ChartScale
  readonly view: ChartView
  readonly span: DayRange | null
}

/** The chart in the way of looking that is chosen. */
export function Picture({ onZoom, ...looked }: PictureProps & { readonly onZoom: (range: DayRange | null) => void }) {
  const text = useText()
  const others = useOtherPictures(isOther(looked))
  const { page, series, shown } = looked
  const { judgement, on } = page
  if (series !== null && isOther(looked)) {
    return others === null ? (
      <div className="picture-waiting" aria-hidden="true" />
    ) : (
      <others.OtherPicture {...looked} series={series} />
    )
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
export function PictureTable(looked: PictureProps) {
  const others = useOtherPictures(isOther(looked))
  const { page, series, shown } = looked
  if (series !== null && isOther(looked)) {
    return others === null ? null : <others.OtherTable {...looked} series={series} />
  }
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
      ? `${says.scales[whatOf(scale)]}${says.listComma}${regionSentence(series, { on, what: whatOf(scale), isSum: page.aggregation.regions === 'sum' }, language)}`
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
