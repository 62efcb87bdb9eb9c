import { Link } from '@tanstack/react-router'
import type { IndicatorPage, Series } from '@xushi/contract'
import { useId } from 'react'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { boundSign, exactNumber, shortAmount } from '../figure/format-figure.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { linePath, sparkPlaces } from '../sparkline/sparkline.tsx'
import { indicatorWords } from './indicator.words.ts'
import {
  boundedShareText,
  comparedPeriod,
  hasMissing,
  type RegionLine,
  regionLines,
  wholeShares,
} from './region-series.ts'

export type RegionMultiplesProps = {
  readonly page: IndicatorPage
  readonly series: Series
  readonly what: 'cumulative' | 'value'
}

/** Each region's line in a small chart of its own, the largest first, all on one scale of time. */
export function RegionMultiples({ page, series, what }: RegionMultiplesProps) {
  const says = useWords(indicatorWords)
  const { language } = useLanguage()
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
      </figcaption>
      <ul>
        {lines.map((line, index) => (
          <li key={line.region}>
            <Small
              line={line}
              periods={series.periods.slice(0, line.value.length)}
              share={
                isSum && line.last !== null
                  ? boundedShareText(shares[index] ?? null, line.last, isPartial, language)
                  : ''
              }
              page={page}
              most={most}
            />
          </li>
        ))}
      </ul>
    </figure>
  )
}

type SmallProps = {
  line: RegionLine
  periods: readonly string[]
  share: string
  page: IndicatorPage
  most: number
}

function Small({ line, periods, share, page, most }: SmallProps) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const hatch = useId()
  const { region, name, last, on, value } = line
  const box = { width: 96, height: 26, edge: 4, axis: { from: 0, to: most } }
  const places = sparkPlaces(on, value, box)
  const end = places.at(-1)
  // Where each date stands, whether or not it has a value.
  const days = sparkPlaces(
    on,
    on.map(() => 0),
    box,
  )
  const lastKnown = value.findLastIndex((one) => one !== null)
  const isSilent = lastKnown < value.length - 1
  const from = lastKnown < 0 ? 0 : (days[lastKnown]?.x ?? 0)
  const exact = value.map((one, index) => {
    const said = one === null ? says.notReported : exactNumber(one, page.judgement.decimals)
    return `${periods[index]} ${boundSign(line.bound[index] ?? undefined, language)}${said}`
  })
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
        {last?.value === 0 && last.bound === null && <span className="label"> {says.zeroReport}</span>}
      </b>
      <svg viewBox="0 0 96 26" aria-hidden="true">
        <title>{exact.join(says.clauseStop)}</title>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
          <path d="M0 0V5" stroke="var(--line2)" strokeWidth="1" />
        </pattern>
        {isSilent && <rect x={from} y="16" width={96 - from} height="9" fill={`url(#${hatch})`} />}
        <path d="M0 25.5h96" stroke="var(--line)" />
        <path d={linePath(on, value, box)} fill="none" stroke="var(--actual)" strokeWidth="1.6" />
        {end !== undefined && (
          <circle
            cx={end.x}
            cy={end.y}
            r="2.6"
            fill={isSilent || line.bound[lastKnown] ? 'var(--bg)' : 'var(--actual)'}
            stroke="var(--actual)"
          />
        )}
      </svg>
      <span className="label small-dates">
        <span>{periods[0]}</span>
        <span>{periods.at(-1)}</span>
      </span>
      <span className="label small-note">
        {share !== '' && `${says.share}${says.gapBefore}${share}`}
        {isSilent && <span>{says.silentSince(periods[lastKnown + 1] ?? '')}</span>}
      </span>
    </Link>
  )
}
