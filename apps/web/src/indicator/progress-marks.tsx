import { useId } from 'react'
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import { useLanguage, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { hatchTop, progressLabels } from './progress-labels.ts'
import {
  brokenPath,
  type ProgressLayout,
  type PublishedSpot,
  progressLayout,
  type Space,
  type Spot,
} from './progress-layout.ts'
import type { ProgressSeries } from './progress-series.ts'
import { TotalLines, TotalMarks } from './total-marks.tsx'

export type ProgressMarksProps = {
  readonly series: ProgressSeries
  readonly on: string
  readonly decimals: number
  /** Colour of the total of the regions: as data where it counts, as a source beside where it does not. */
  readonly colour: string
  /** Room right of the axis for the words at its end. */
  readonly room: number
}

/** Everything of the chart but its axes: gaps, plan, target, totals, published figures, the date asked for, and their words. */
export function ProgressMarks({ series, on, decimals, colour, room }: ProgressMarksProps) {
  const says = useWords(indicatorWords)
  const { language } = useLanguage()
  const space = useSpace()
  const clip = useId()
  if (space === null) return null
  const layout = progressLayout(series, on, space)
  const labels = progressLabels(series, layout, space, { says, language, decimals, room })
  return (
    <g className="progress-marks">
      <clipPath id={clip}>
        <rect
          x={space.left}
          y={space.top}
          width={Math.max(space.right - space.left, 0)}
          height={Math.max(space.bottom - space.top, 0)}
        />
      </clipPath>
      <Background layout={layout} space={space} />
      <g clipPath={`url(#${clip})`}>
        {layout.band !== null && <SoftTarget band={layout.band} left={space.left} />}
        {layout.earlierPlans.map(({ untilOn, line }) => (
          <path
            key={untilOn}
            d={brokenPath(line)}
            fill="none"
            stroke="var(--line2)"
            strokeWidth="1.6"
            strokeDasharray="7 4"
          />
        ))}
        {layout.forecasts.map(({ counts, line, band }) => (
          <Ahead key={String(counts)} line={line} band={band} counts={counts} />
        ))}
      </g>
      {layout.target !== null && (
        <path d={`M${space.left} ${layout.target.y}H${layout.target.x}`} stroke="var(--target)" strokeWidth="1.4" />
      )}
      <g clipPath={`url(#${clip})`}>
        <path d={brokenPath(layout.plan)} fill="none" stroke="var(--plan)" strokeWidth="1.6" strokeDasharray="7 4" />
        <TotalLines points={series.points} at={layout.at} colour={colour} />
        <path d={brokenPath(layout.recorded)} fill="none" stroke="var(--actual)" strokeWidth="2" />
      </g>
      <TotalMarks points={series.points} at={layout.at} colour={colour} space={space} />
      <Today layout={layout} space={space} words={`${says.asOf} ${on}`} />
      <Standing layout={layout} />
      {layout.recorded.map(({ on: day, x, y }) => (
        <circle key={day} cx={x} cy={y} r="4" fill="var(--actual)" />
      ))}
      {layout.published.map((spot) => (
        <PublishedMark key={spot.point.on} spot={spot} />
      ))}
      {labels.map(({ key, lines, x, y, anchor }) => (
        <text key={`${key}-${x}-${y}`} textAnchor={anchor} className={`chart-label label-${key}`}>
          {lines.map((line, index) => (
            <tspan
              key={line}
              x={x}
              y={y + index * 16}
              className={index === 0 ? 'first' : undefined}
              style={key === 'total' ? { fill: colour } : undefined}
            >
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  )
}

/** Between which values a soft target is met. */
function SoftTarget({
  band: { right, top, bottom },
  left,
}: {
  band: NonNullable<ProgressLayout['band']>
  left: number
}) {
  return (
    <rect
      x={left}
      y={top}
      width={Math.max(right - left, 0)}
      height={Math.max(bottom - top, 1)}
      fill="var(--track)"
      opacity=".7"
    />
  )
}

/** Where a source is going: dotted, in the soft band of its colour. */
function Ahead({ line, band, counts }: { line: readonly Spot[]; band: readonly Spot[]; counts: boolean }) {
  const [soft, colour] = counts ? ['var(--actual-soft)', 'var(--actual)'] : ['var(--beside-soft)', 'var(--beside)']
  return (
    <>
      <path d={`${brokenPath(band)}Z`} fill={soft} />
      <path d={brokenPath(line)} fill="none" stroke={colour} strokeWidth="1.6" strokeDasharray="2 3" />
    </>
  )
}

/** The space that the axes leave; null until the chart was measured. */
function useSpace(): Space | null {
  const [x, y, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()]
  if (x === undefined || y === undefined || area === undefined) return null
  const [left, top, right, bottom] = [area.x, area.y, area.x + area.width, area.y + area.height]
  return { x: (day) => x(day) ?? left, y: (value) => y(value) ?? bottom, left, top, right, bottom }
}

/** The future, and hatch where nothing is there. */
function Background({ layout: { future, gaps }, space }: { layout: ProgressLayout; space: Space }) {
  const hatch = useId()
  const { top, right, bottom } = space
  return (
    <>
      <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
        <path d="M0 0V8" stroke="var(--line2)" strokeWidth="1.2" />
      </pattern>
      {future !== null && (
        <rect x={future} y={top} width={Math.max(right - future, 0)} height={bottom - top} fill="var(--sub)" />
      )}
      {gaps.map(({ from, to, why }, index) => (
        <rect
          key={`${why}-${from}`}
          x={from}
          y={hatchTop(gaps, index, top)}
          width={Math.max(to - from, 0)}
          height="14"
          fill={`url(#${hatch})`}
        />
      ))}
    </>
  )
}

function Today({ layout, space, words }: { layout: ProgressLayout; space: Space; words: string }) {
  const { today } = layout
  if (today === null) return null
  const isNearEnd = today > space.right - 60
  return (
    <>
      <path d={`M${today} ${space.top}V${space.bottom}`} stroke="var(--ink)" />
      <text x={today} y={space.top - 10} textAnchor={isNearEnd ? 'end' : 'middle'} className="chart-label">
        <tspan className="first">{words}</tspan>
      </text>
    </>
  )
}

/** 应到 on the day that is judged, the difference to it, and the target at its date. */
function Standing({ layout: { bracket, due, target } }: { layout: ProgressLayout }) {
  return (
    <>
      {bracket !== null && due !== null && (
        <path
          d={`M${due.x < bracket.x ? bracket.x - 5 : bracket.x + 5} ${bracket.from}H${bracket.x}V${bracket.to}h${due.x < bracket.x ? -5 : 5}`}
          fill="none"
          stroke="var(--ink2)"
          strokeWidth="1.2"
        />
      )}
      {target?.isInside && (
        <path
          d={`M${target.x} ${target.y - 6}l6 6-6 6-6-6z`}
          fill="var(--bg)"
          stroke="var(--target)"
          strokeWidth="1.4"
        />
      )}
      {due !== null && <circle cx={due.x} cy={due.y} r="4" fill="var(--ink)" stroke="var(--bg)" />}
    </>
  )
}

const ring = { primary: 2.4, secondary: 1.3, weak: 1.3 } as const

function PublishedMark({ spot: { x, y, said } }: { spot: PublishedSpot }) {
  return (
    <g stroke="var(--actual)">
      <circle
        cx={x}
        cy={y}
        r="6"
        fill="var(--bg)"
        strokeWidth={ring[said.confidence]}
        strokeDasharray={said.confidence === 'weak' ? '2 2' : undefined}
      />
      {said.bound === 'above' && <path d={`M${x} ${y - 7}v-10m-3 4l3-4 3 4`} fill="none" strokeWidth="1.6" />}
      {said.bound === 'below' && <path d={`M${x} ${y + 7}v10m-3-4l3 4 3-4`} fill="none" strokeWidth="1.6" />}
    </g>
  )
}
