import type { Series } from '@xushi/contract'
import { boundSign, exactNumber, type Language, shortAmount } from '@xushi/wording'
import { Fragment, useId } from 'react'
import { useIsPhone } from '../app/media.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { ChartReader, type ReadMark } from './chart-reader.tsx'
import { indicatorWords } from './indicator.words.ts'
import { axisTop, type PeriodBar, periodBars } from './period-bars.ts'
import { monthLabel } from './progress-axis.ts'
import { dayOf } from './progress-gaps.ts'
import type { DayRange } from './progress-view.ts'

const sizes = {
  wide: { width: 820, height: 316, left: 68, right: 12, top: 24, bottom: 60 },
  phone: { width: 358, height: 276, left: 52, right: 4, top: 24, bottom: 60 },
}

export type PeriodChartProps = {
  readonly series: Series
  readonly on: string
  readonly span: DayRange | null
  readonly colour: string
}

/**
 * Each period's own value as a bar: hollow where units are missing, hatched where nothing is there; never a zero for a gap. Each says its
 * exact value to the pointer and by the arrow keys.
 */
export function PeriodChart({ series, on, span, colour }: PeriodChartProps) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const size = useIsPhone() ? sizes.phone : sizes.wide
  const hatch = useId()
  const bars = periodBars(series, on, span)
  const top = axisTop(bars.map(({ value }) => value))
  const { width, height, left, right, bottom } = size
  const step = (width - left - right) / Math.max(bars.length, 1)
  const y = (value: number) => height - bottom - ((height - bottom - size.top) * value) / top
  const words = bars.map((bar) => says.bar(bar.period, wordOf(bar, says, series.decimals), bar.reported, bar.expected))
  const [everyLabel, everyValue] = [34, 58].map((room) => Math.max(1, Math.ceil(room / step))) as [number, number]
  const unit = text(series.unit)
  // The drawing is as wide as the page has room, and no wider than it was made.
  const marks = (shown: number): readonly ReadMark[] =>
    bars.map((bar, index) => ({
      key: bar.period,
      x: ((left + (index + 0.5) * step) * shown) / width,
      y: (y(Math.max(bar.value ?? 0, 0)) * shown) / width,
      on: bar.period,
      value: bar.value === null ? wordOf(bar, says, series.decimals) : `${wordOf(bar, says, series.decimals)} ${unit}`,
      source: says.joined[series.source] + (bar.isFuture ? '' : ` ${bar.reported}/${bar.expected}`),
    }))
  return (
    <figure className="progress-chart">
      <figcaption className="label">{says.perPeriod(says.joined[series.source], unit)}</figcaption>
      <div className="chart-stage">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className="period-chart"
          role="img"
          aria-label={words.join(says.clauseStop)}
        >
          <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
            <path d="M0 0V8" stroke="var(--line2)" strokeWidth="1.2" />
          </pattern>
          {[0, 0.5, 1].map((part) => (
            <Fragment key={part}>
              <path
                d={`M${left} ${y(top * part)}H${width - right}`}
                stroke={part === 0 ? 'var(--line2)' : 'var(--line)'}
              />
              <text x={left - 8} y={y(top * part) + 4} textAnchor="end">
                {shortAmount(top * part, series.decimals, language)}
              </text>
            </Fragment>
          ))}
          {bars.map((bar, index) => {
            const x = left + index * step
            const isNamed = (bars.length - 1 - index) % everyLabel === 0
            const isValued = (bars.length - 1 - index) % everyValue === 0
            return (
              <g key={bar.period}>
                <Bar bar={bar} x={x + step * 0.18} width={step * 0.64} y={y} colour={colour} hatch={hatch} />
                {bar.value !== null && isValued && (
                  <text x={x + step / 2} y={y(bar.value) - 6} textAnchor="middle" className="bar-value">
                    {boundSign(bar.isPartial ? 'above' : undefined, language)}
                    {shortAmount(bar.value, series.decimals, language)}
                  </text>
                )}
                {isNamed && (
                  <text x={x + step / 2} y={height - bottom + 18} textAnchor="middle">
                    {bars.length > 24 ? bar.period : periodLabel(bar.period, language)}
                  </text>
                )}
                {bars.length <= 24 && (index === 0 || bar.period.slice(5) === '01') && (
                  <text x={x + step / 2} y={height - bottom + (step > 30 ? 50 : 34)} textAnchor="middle">
                    {bar.period.slice(0, 4)}
                  </text>
                )}
                {isNamed && step > 30 && (
                  <text x={x + step / 2} y={height - bottom + 34} textAnchor="middle" className="bar-count">
                    {bar.isFuture ? says.notDue : `${bar.reported}/${bar.expected}`}
                  </text>
                )}
              </g>
            )
          })}
        </svg>
        <ChartReader marks={marks} />
      </div>
    </figure>
  )
}

function Bar({
  bar: { value, isPartial },
  x,
  width,
  y,
  colour,
  hatch,
}: {
  bar: PeriodBar
  x: number
  width: number
  y: (value: number) => number
  colour: string
  hatch: string
}) {
  if (value === null) return <rect x={x} y={y(0) - 14} width={width} height="14" fill={`url(#${hatch})`} />
  const height = Math.max(y(0) - y(Math.max(value, 0)), 1)
  return isPartial ? (
    <rect
      x={x + 0.75}
      y={y(0) - height}
      width={Math.max(width - 1.5, 1)}
      height={height}
      fill="var(--bg)"
      stroke={colour}
      strokeWidth="1.5"
      strokeDasharray="4 3"
    />
  ) : (
    <rect x={x} y={y(0) - height} width={width} height={height} fill={colour} />
  )
}

/** 3月 or Mar of a month, Q3 of a quarter; the year stands once below. */
const periodLabel = (period: string, language: Language): string =>
  /^\d{4}-\d{2}$/.test(period) ? monthLabel(dayOf(`${period}-01`), language) : period.slice(5) || period

type Says = ReturnType<typeof useWords<(typeof indicatorWords)['zh']>>

const wordOf = ({ value, isFuture, isPartial }: PeriodBar, says: Says, decimals: number): string =>
  value === null
    ? isFuture
      ? says.notDue
      : says.notReported
    : `${isPartial ? '≥' : ''}${exactNumber(value, decimals)}`
