import type { IndicatorPage, Series } from '@xushi/contract'
import type { Bound } from '@xushi/domain'
import { boundSign, type Language, type Words } from '@xushi/wording'
import type { ChartTable } from '../chart-download/chart-file.ts'
import type { indicatorWords } from './indicator.words.ts'
import { periodBars } from './period-bars.ts'
import type { ProgressSeries } from './progress-series.ts'
import type { ChartScale, ChartView, DayRange } from './progress-view.ts'
import { regionLines } from './region-series.ts'

type Says = Words<(typeof indicatorWords)['zh']>['en']

export type FileTableAsked = {
  readonly page: IndicatorPage
  readonly series: Series | null
  readonly shown: ProgressSeries
  readonly scale: ChartScale
  readonly view: ChartView
  readonly span: DayRange | null
}

/** The values of the chart as it is looked at, in the indicator's unit; what is not known is empty, and a bound has a column of its own. */
export function progressFileTable(
  { page, series, shown, scale, view, span }: FileTableAsked,
  says: Says,
  language: Language,
): ChartTable {
  const sign = (bound: Bound | null | undefined) => boundSign(bound ?? undefined, language)
  if (series !== null && view !== 'nation') {
    const what = scale === 'period' ? 'value' : 'cumulative'
    const lines = regionLines(series, page.on, what)
    const isSum = page.aggregation.regions === 'sum'
    const periods = view === 'region' ? series.periods.slice(0, lines[0]?.value.length ?? 0) : []
    return {
      columns: [says.region, says.bound, says.scales[what], ...(isSum ? [says.share] : []), ...periods.toReversed()],
      rows: lines.map(({ name, last, share, value }) => [
        name[language],
        sign(last?.bound),
        last?.value ?? null,
        ...(isSum ? [share] : []),
        ...periods.map((_, index) => value[index] ?? null).toReversed(),
      ]),
    }
  }
  if (series !== null && scale === 'period') {
    return {
      columns: [says.period, says.bound, says.joined[series.source], says.reported],
      rows: periodBars(series, page.on, span).map(({ period, value, isPartial, reported, expected }) => [
        period,
        value !== null && isPartial ? sign('above') : '',
        value,
        `${reported}/${expected}`,
      ]),
    }
  }
  const own = shown.hasRecorded
  return {
    columns: [
      says.asOf,
      says.bound,
      says.published,
      ...(own ? [says.bound, says.recorded] : []),
      says.planLine,
      says.bound,
      says.joined[shown.source],
    ],
    rows: shown.points
      .filter(({ day }) => day >= shown.from && day <= shown.to)
      .map(({ on, published, recorded, plan, regional, partial, regionalBound }) => [
        on,
        sign(published?.bound),
        published?.value ?? null,
        ...(own ? [sign(recorded?.bound), recorded?.value ?? null] : []),
        plan,
        sign(regionalBound),
        regional ?? partial,
      ]),
  }
}
