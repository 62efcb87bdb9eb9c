import type { Text } from '@xushi/domain'
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  XAxis,
  YAxis,
} from 'recharts'
import { boundWord, shortAmount } from '../figure/format-figure.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { axisSteps, dayOf, type ProgressPoint, type ProgressSeries } from './progress-series.ts'

export type ProgressChartProps = {
  readonly title: string
  readonly unit: Text
  readonly decimals: number
  readonly on: string
  readonly series: ProgressSeries
  readonly counts: 'national' | 'regions' | 'register' | null
}

/** Actual against plan and target over the days. A missing period is a gap, never a zero; a partial total is hollow. */
export function ProgressChart({ title, unit, decimals, on, series, counts }: ProgressChartProps) {
  const says = useWords(indicatorWords)
  const { language } = useLanguage()
  const text = useText()
  const { points, target, from, to, hasRegional } = series
  const today = dayOf(on)
  const steps = axisSteps(series)
  const regionalColour = counts === 'regions' ? 'var(--actual)' : 'var(--beside)'
  const tick = (value: number) => shortAmount(value, decimals, language)
  // Only ends of periods: a published figure between two of them must not look like a missing period.
  const periods = points.filter(({ isPeriodEnd }) => isPeriodEnd)
  return (
    <figure className="progress-chart">
      <figcaption className="label">
        {title}（{text(unit)}）
      </figcaption>
      <div role="img" aria-label={describe(series, title, says.planColumn)}>
        <ResponsiveContainer width="100%" height={380} initialDimension={{ width: 860, height: 380 }}>
          <ComposedChart data={[...points]} margin={{ top: 28, right: 96, bottom: 8, left: 8 }} accessibilityLayer>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            {today < to && <ReferenceArea x1={Math.max(today, from)} x2={to} fill="var(--sub)" fillOpacity={1} />}
            <XAxis
              dataKey="day"
              type="number"
              domain={[from, to]}
              ticks={monthTicks(from, to)}
              tickFormatter={(day: number) => monthLabel(day, language)}
              stroke="var(--line2)"
              tick={{ fontSize: 12, fill: 'var(--ink2)' }}
            />
            <YAxis
              tickFormatter={tick}
              axisLine={false}
              tickLine={false}
              width={72}
              tick={{ fontSize: 12, fill: 'var(--ink2)' }}
              domain={[0, steps.at(-1) ?? 1]}
              ticks={[...steps]}
            />
            {target !== null && (
              <ReferenceLine
                segment={[
                  { x: from, y: target.value },
                  { x: Math.min(dayOf(target.on), to), y: target.value },
                ]}
                stroke="var(--target)"
                strokeWidth={1.4}
                label={{
                  value: `${says.target} ${tick(target.value)}`,
                  position: 'insideTopLeft',
                  fill: 'var(--ink)',
                  fontSize: 12,
                  fontWeight: 700,
                }}
                ifOverflow="extendDomain"
              />
            )}
            {target !== null && dayOf(target.on) <= to && (
              <ReferenceDot x={dayOf(target.on)} y={target.value} shape={<Diamond />} ifOverflow="visible" />
            )}
            {today >= from && today <= to && (
              <ReferenceLine
                x={today}
                stroke="var(--ink)"
                label={{
                  value: `${says.asOf} ${on}`,
                  position: 'top',
                  fill: 'var(--ink)',
                  fontSize: 12,
                  fontWeight: 700,
                }}
              />
            )}
            <Line
              data={points.filter(({ plan }) => plan !== null)}
              dataKey="plan"
              name={says.planColumn}
              stroke="var(--plan)"
              strokeWidth={1.6}
              strokeDasharray="7 4"
              dot={false}
              isAnimationActive={false}
              connectNulls
            />
            {hasRegional && (
              <Line
                data={periods}
                dataKey="regional"
                name={says.regional}
                stroke={regionalColour}
                strokeWidth={2}
                dot={<SquareDot colour={regionalColour} />}
                isAnimationActive={false}
                connectNulls={false}
              />
            )}
            {hasRegional && (
              <Line
                data={periods}
                dataKey="partial"
                name={says.regional}
                stroke={regionalColour}
                strokeWidth={1.6}
                strokeDasharray="3 3"
                dot={<HollowDot colour={regionalColour} />}
                isAnimationActive={false}
                connectNulls={false}
              />
            )}
            <Scatter
              dataKey="published.value"
              name={says.published}
              shape={<PublishedMark decimals={decimals} />}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <Legend colour={regionalColour} hasRegional={hasRegional} />
    </figure>
  )
}

/** The target at its due date. */
function Diamond({ cx, cy }: { cx?: number; cy?: number }) {
  if (cx === undefined || cy === undefined) return null
  return <path d={`M${cx} ${cy - 6}l6 6-6 6-6-6z`} fill="var(--bg)" stroke="var(--target)" strokeWidth="1.4" />
}

type DotProps = { cx?: number; cy?: number; payload?: ProgressPoint; colour: string }

function SquareDot({ cx, cy, payload, colour }: DotProps) {
  if (cx === undefined || cy === undefined || payload?.regional === null) return null
  return <rect x={cx - 4} y={cy - 4} width="8" height="8" fill={colour} />
}

/** A total that lacks somebody. The point it shares with the solid line is drawn there. */
function HollowDot({ cx, cy, payload, colour }: DotProps) {
  if (cx === undefined || cy === undefined || payload?.partial === null || payload?.regional !== null) return null
  return <rect x={cx - 4} y={cy - 4} width="8" height="8" fill="var(--bg)" stroke={colour} strokeWidth="1.6" />
}

const ring = { primary: 2.4, secondary: 1.3, weak: 1.3 } as const

function PublishedMark({
  cx,
  cy,
  payload,
  decimals,
}: {
  cx?: number
  cy?: number
  payload?: ProgressPoint
  decimals: number
}) {
  const { language } = useLanguage()
  const said = payload?.published
  if (cx === undefined || cy === undefined || said === undefined || said === null) return null
  const label = `${boundWord(said.bound ?? undefined, language)}${shortAmount(said.value, decimals, language)}`
  return (
    <g>
      <circle
        cx={cx}
        cy={cy}
        r="6"
        fill="var(--bg)"
        stroke="var(--actual)"
        strokeWidth={ring[said.confidence]}
        strokeDasharray={said.confidence === 'weak' ? '2 2' : undefined}
      />
      {said.bound === 'above' && (
        <path d={`M${cx} ${cy - 7}v-10m-3 4l3-4 3 4`} fill="none" stroke="var(--actual)" strokeWidth="1.6" />
      )}
      <text x={cx - 10} y={cy + 4} textAnchor="end" style={{ fill: 'var(--actual)', fontWeight: 700, fontSize: 13 }}>
        {label}
      </text>
    </g>
  )
}

function Legend({ colour, hasRegional }: { colour: string; hasRegional: boolean }) {
  const says = useWords(indicatorWords)
  const { language } = useLanguage()
  const zh = language === 'zh'
  return (
    <ul className="legend second">
      <li>
        <svg width="16" height="14" aria-hidden="true">
          <circle cx="8" cy="7" r="5" fill="var(--bg)" stroke="var(--actual)" strokeWidth="2" />
        </svg>
        {says.published}
        {zh ? '（箭头＝下限）' : ' (arrow: lower bound)'}
      </li>
      <li>
        <svg width="24" height="14" aria-hidden="true">
          <path d="M0 7h24" stroke="var(--plan)" strokeWidth="1.6" strokeDasharray="7 4" />
        </svg>
        {says.planColumn}
      </li>
      {hasRegional && (
        <li>
          <svg width="40" height="14" aria-hidden="true">
            <rect x="2" y="3" width="8" height="8" fill={colour} />
            <rect x="24" y="3" width="8" height="8" fill="var(--bg)" stroke={colour} strokeWidth="1.6" />
          </svg>
          {says.regional}
          {zh ? '（空心＝未报齐）' : ' (hollow: units missing)'}
        </li>
      )}
    </ul>
  )
}

function monthTicks(from: number, to: number): number[] {
  const ticks: number[] = []
  const span = to - from
  const step = span > 1500 ? 12 : span > 500 ? 3 : 1
  const [year = 2020, month = 1] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' })
    .format(from * 86_400_000)
    .split('-')
    .map(Number)
  for (let index = month; ; index += step) {
    const day = Math.round(Date.UTC(year, index, 1) / 86_400_000)
    if (day > to) return ticks
    if (day >= from) ticks.push(day)
  }
}

function monthLabel(day: number, language: 'zh' | 'en'): string {
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format(day * 86_400_000)
  const month = Number(iso.slice(5, 7))
  if (month === 1) return iso.slice(0, 4)
  if (language === 'zh') return `${month}月`
  return new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'short' }).format(day * 86_400_000)
}

/** The chart in a sentence for those who do not see it; its values stand in the table beside. */
function describe({ points, target }: ProgressSeries, title: string, plan: string): string {
  const said = points.findLast(({ published }) => published !== null)
  const total = points.findLast(({ regional, partial }) => regional !== null || partial !== null)
  const parts = [
    title,
    said?.published ? `${said.on}: ${said.published.value}` : null,
    total === undefined ? null : `Σ ${total.on}: ${total.regional ?? total.partial}`,
    target === null ? null : `${target.on}: ${target.value}`,
    plan,
  ]
  return parts.filter((part) => part !== null).join('; ')
}
