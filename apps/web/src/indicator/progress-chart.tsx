import type { Text } from '@xushi/domain'
import { type Language, shortAmount } from '@xushi/wording'
import { CartesianGrid, LineChart, XAxis, YAxis } from 'recharts'
import { useIsPhone } from '../app/media.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { ChartReader, type ReadMark } from './chart-reader.tsx'
import { indicatorWords } from './indicator.words.ts'
import { axisSteps, monthLabel, monthTicks, yearLabel } from './progress-axis.ts'
import { ProgressMarks } from './progress-marks.tsx'
import { progressReadings } from './progress-readings.ts'
import { progressSentence } from './progress-sentence.ts'
import type { ProgressSeries } from './progress-series.ts'
import type { DayRange } from './progress-view.ts'

export type ProgressChartProps = {
  readonly title: string
  readonly unit: Text
  readonly decimals: number
  readonly on: string
  readonly series: ProgressSeries
  readonly counts: 'national' | 'regions' | 'register' | null
  /** A span was chosen by dragging over the chart; null wants all of the time. */
  readonly onZoom: (range: DayRange | null) => void
}

const height = 380
const edge = { top: 28, right: 12, bottom: 8 }
/** Months, and the year below the first of them. */
const axisHeight = 42

/**
 * Actual against plan and target over the days. A missing period is a gap with a word, never a zero; a partial total is hollow.
 * Recharts measures the space and draws the axes; the marks are ours, so that no chart code is loaded that is not drawn.
 */
export function ProgressChart({ title, unit, decimals, on, series, counts, onZoom }: ProgressChartProps) {
  const { language } = useLanguage()
  const text = useText()
  const says = useWords(indicatorWords)
  const isPhone = useIsPhone()
  const { from, to } = series
  const steps = axisSteps(series, decimals)
  const [first = 0, last = 1] = [steps[0], steps.at(-1)]
  const ticks = monthTicks(from, to)
  const colour = counts === series.source ? 'var(--actual)' : 'var(--beside)'
  const room = isPhone ? 0 : language === 'zh' ? 116 : 148
  const left = isPhone ? 52 : 68
  const right = room + edge.right
  const readings = progressReadings(series, { says, language, decimals, unit: text(unit) })
  const marks = (width: number): readonly ReadMark[] =>
    readings.map((reading) => ({
      ...reading,
      x: left + ((reading.day - from) / (to - from)) * (width - left - right),
      y: edge.top + (1 - (reading.at - first) / (last - first)) * (height - edge.top - edge.bottom - axisHeight),
    }))
  const dayAt = (x: number, width: number) => Math.round(from + ((x - left) / (width - left - right)) * (to - from))
  const tick = { fontSize: 12, fill: 'var(--ink2)' }
  return (
    <figure className="progress-chart">
      <figcaption className="label">
        {text({ zh: `${title}（${text(unit)}）`, en: `${title} (${text(unit)})` })}
        {first > 0 && (
          <span className="axis-note">
            {says.clauseStop}
            {says.axisFrom(shortAmount(first, decimals, language))}
          </span>
        )}
      </figcaption>
      <div className="chart-stage">
        <div role="img" aria-label={progressSentence(series, { title, unit: text(unit), decimals, language })}>
          <LineChart
            responsive
            style={{ width: '100%', height }}
            margin={{ top: edge.top, right, bottom: edge.bottom, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="day"
              type="number"
              domain={[from, to]}
              allowDataOverflow
              ticks={ticks}
              height={axisHeight}
              stroke="var(--line2)"
              tick={({ x, y, payload: { value } }) => (
                <DayTick x={Number(x)} y={Number(y)} day={Number(value)} ticks={ticks} language={language} />
              )}
            />
            <YAxis
              tickFormatter={(value: number) => shortAmount(value, decimals, language)}
              axisLine={false}
              tickLine={false}
              // A mark at the beginning of the axis has room beside the number of its height.
              tickMargin={isPhone ? 2 : 6}
              width={left}
              tick={tick}
              domain={[first, last]}
              allowDataOverflow
              ticks={[...steps]}
            />
            <ProgressMarks series={series} on={on} decimals={decimals} colour={colour} room={room} />
          </LineChart>
        </div>
        <ChartReader
          marks={marks}
          onSelect={(span) =>
            onZoom(span === null ? null : { from: dayAt(span.from, span.width), to: dayAt(span.to, span.width) })
          }
        />
      </div>
      <Legend colour={colour} series={series} />
    </figure>
  )
}

function DayTick({
  x,
  y,
  day,
  ticks,
  language,
}: {
  x: number
  y: number
  day: number
  ticks: readonly number[]
  language: Language
}) {
  const year = yearLabel(day, ticks)
  return (
    <text x={x} y={y + 10} textAnchor="middle" fontSize="12" fill="var(--ink2)">
      <tspan x={x}>{monthLabel(day, language)}</tspan>
      {year !== null && (
        <tspan x={x} dy="15">
          {year}
        </tspan>
      )}
    </text>
  )
}

/** Marks alone: lines are named at their ends. Only what the chart has is explained. */
function Legend({ colour, series }: { colour: string; series: ProgressSeries }) {
  const says = useWords(indicatorWords)
  const { points, hasRegional, hasRecorded, source, gaps, forecasts, band, earlierPlans } = series
  const bounds = new Set(points.map(({ published }) => published?.bound))
  const arrows = (['above', 'below'] as const).filter((bound) => bounds.has(bound))
  const hasPublished = points.some(({ published }) => published !== null)
  const ahead = forecasts[0]
  return (
    <ul className="legend second">
      {hasPublished && (
        <li>
          <svg width="16" height="14" aria-hidden="true">
            <circle cx="8" cy="7" r="5" fill="var(--bg)" stroke="var(--actual)" strokeWidth="2" />
          </svg>
          {[says.legendPublished, ...arrows.map((bound) => says.legendArrow[bound])].join(says.listComma)}
        </li>
      )}
      {hasRecorded && (
        <li>
          <svg width="24" height="14" aria-hidden="true">
            <path d="M0 7h24" stroke="var(--actual)" strokeWidth="2" />
            <circle cx="12" cy="7" r="4" fill="var(--actual)" />
          </svg>
          {says.legendRecorded}
        </li>
      )}
      {hasRegional && (
        <li>
          <svg width="40" height="14" aria-hidden="true">
            <rect x="2" y="3" width="8" height="8" fill={colour} />
            <rect x="24" y="3" width="8" height="8" fill="var(--bg)" stroke={colour} strokeWidth="1.6" />
          </svg>
          {says.legendJoined[source]}
        </li>
      )}
      {ahead !== undefined && (
        <li>
          <svg width="28" height="14" aria-hidden="true">
            <rect y="3" width="28" height="8" fill={ahead.counts ? 'var(--actual-soft)' : 'var(--beside-soft)'} />
            <path
              d="M0 7h28"
              stroke={ahead.counts ? 'var(--actual)' : 'var(--beside)'}
              strokeWidth="1.6"
              strokeDasharray="2 3"
            />
          </svg>
          {says.legendForecast}
        </li>
      )}
      {band !== null && (
        <li>
          <svg width="24" height="14" aria-hidden="true">
            <rect y="3" width="24" height="8" fill="var(--track)" stroke="var(--line2)" />
          </svg>
          {says.legendBand}
        </li>
      )}
      {earlierPlans.length > 0 && (
        <li>
          <svg width="28" height="14" aria-hidden="true">
            <path d="M0 7h28" stroke="var(--line2)" strokeWidth="1.6" strokeDasharray="7 4" />
          </svg>
          {says.legendEarlier}
        </li>
      )}
      {gaps.length > 0 && (
        <li>
          <svg width="24" height="14" aria-hidden="true">
            <path d="M0 14L8 0M8 14L16 0M16 14L24 0" stroke="var(--line2)" strokeWidth="1" />
          </svg>
          {says.legendGap}
        </li>
      )}
    </ul>
  )
}
