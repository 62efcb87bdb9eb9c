import { Link } from '@tanstack/react-router'
import type { IndicatorPage, Series } from '@xushi/contract'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { linePath, sparkPlaces } from '../sparkline/sparkline.tsx'
import { indicatorWords } from './indicator.words.ts'
import { comparedPeriod, type RegionLine, regionLines, shareText, wholeShares } from './region-series.ts'

export type RegionMultiplesProps = {
  readonly page: IndicatorPage
  readonly series: Series
  readonly what: 'cumulative' | 'value'
}

/** Each region's line in a small chart of its own, the largest first, all on one scale of time. */
export function RegionMultiples({ page, series, what }: RegionMultiplesProps) {
  const says = useWords(indicatorWords)
  const lines = regionLines(series, page.on, what)
  const isSum = page.aggregation.regions === 'sum'
  const shares = wholeShares(lines.map(({ share }) => share))
  const period = comparedPeriod(series, page.on)
  const most = Math.max(0, ...lines.flatMap(({ value }) => value.map((one) => one ?? 0)))
  return (
    <figure className="multiples">
      <figcaption className="label">
        {says.multiples(what === 'value' && period !== null ? `${says.scales[what]}（${period}）` : says.scales[what])}
      </figcaption>
      <ul>
        {lines.map((line, index) => (
          <li key={line.region}>
            <Small line={line} share={isSum ? (shares[index] ?? null) : null} page={page} most={most} />
          </li>
        ))}
      </ul>
    </figure>
  )
}

type SmallProps = { line: RegionLine; share: number | null; page: IndicatorPage; most: number }

function Small({ line, share, page, most }: SmallProps) {
  const text = useText()
  const { language } = useLanguage()
  const { region, name, last, on, value } = line
  const box = { width: 96, height: 26, edge: 4, axis: { from: 0, to: most } }
  const end = sparkPlaces(on, value, box).at(-1)
  return (
    <Link to="/regions/$region" params={{ region }} className="small-chart">
      <span>{text(name)}</span>
      <b>
        {last === null ? (
          <WhyText why="not-reported" />
        ) : (
          <AmountText
            figure={{ known: true, value: last.value, ...(last.bound !== null && { bound: last.bound }) }}
            of={page.judgement}
            sense="total"
            unit={false}
          />
        )}
      </b>
      <svg viewBox="0 0 96 26" aria-hidden="true">
        <path d="M0 25.5h96" stroke="var(--line)" />
        <path d={linePath(on, value, box)} fill="none" stroke="var(--actual)" strokeWidth="1.6" />
        {end !== undefined && <circle cx={end.x} cy={end.y} r="2.6" fill="var(--actual)" />}
      </svg>
      <span className="label">{share !== null && last !== null && shareText(share, last.value, language)}</span>
    </Link>
  )
}
