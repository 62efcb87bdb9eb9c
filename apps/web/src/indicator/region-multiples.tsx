import type { IndicatorPage, Series } from '@xushi/contract'
import { shortAmount } from '@xushi/wording'
import { useId } from 'react'
import { useLanguage, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { boundedShareText, comparedPeriod, hasMissing, regionLines, wholeShares } from './region-series.ts'
import { SmallChart } from './small-chart.tsx'

export type RegionMultiplesProps = {
  readonly page: IndicatorPage
  readonly series: Series
  readonly what: 'cumulative' | 'value'
}

/** Each region's line in a small chart of its own, the largest first, all on one scale of time; each is read period by period. */
export function RegionMultiples({ page, series, what }: RegionMultiplesProps) {
  const says = useWords(indicatorWords)
  const { language } = useLanguage()
  const hint = useId()
  const lines = regionLines(series, page.on, what)
  const isSum = page.aggregation.regions === 'sum'
  const shares = wholeShares(lines.map(({ share }) => share))
  const period = comparedPeriod(series, page.on)
  const isPartial = hasMissing(lines)
  const most = Math.max(0, ...lines.flatMap(({ value }) => value.map((one) => one ?? 0)))
  return (
    <figure className="multiples">
      <figcaption className="label">
        {says.multiples(
          what === 'value' && period !== null ? says.scaled(says.scales[what], period) : says.scales[what],
          shortAmount(most, series.decimals, language),
        )}
        <span id={hint} className="no-print">
          {says.clauseStop}
          {says.readSmall}
        </span>
      </figcaption>
      <ul>
        {lines.map((line, index) => (
          <li key={line.region}>
            <SmallChart
              line={line}
              periods={series.periods.slice(0, line.value.length)}
              share={
                isSum && line.last !== null
                  ? boundedShareText(shares[index] ?? null, line.last, isPartial, language)
                  : ''
              }
              page={page}
              most={most}
              hint={hint}
            />
          </li>
        ))}
      </ul>
    </figure>
  )
}
