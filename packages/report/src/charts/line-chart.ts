import { dayNumber } from '@xushi/domain'
import { wordsIn } from '@xushi/wording'
import { wrappedText } from '../fonts/line-breaks.ts'
import type { ReportChartData, ReportSeriesRole } from '../model/report-model.ts'
import { apart } from './apart.ts'
import {
  baseOption,
  type ChartFrame,
  type Drawn,
  drawnLine,
  drawnText,
  handDrawn,
  type LaidChart,
} from './chart-frame.ts'
import { chartColour, chartWords, labelSize, lineStyles, lineSymbols, smallSize } from './chart-style.ts'
import { dateMarks } from './date-axis.ts'
import { marksOf, type ValueAxis, valueAxis } from './value-axis.ts'

type Lines = Extract<ReportChartData, { readonly draws: 'lines' }>
type Series = Lines['series'][number]
type Point = { readonly day: number; readonly value: number }

const plotHeight = 148

/**
 * Values over time. A line breaks where a value is missing and never falls to zero; a value between two gaps is a dot. What was published
 * is hollow rings that no line joins. The names stand at the ends of the lines.
 */
export function lineChart(data: Lines, frame: ChartFrame): LaidChart {
  const { language, width, measure } = frame
  const series = data.series.map((one) => ({ ...one, points: pointsOf(data, one) }))
  const known = series.flatMap(({ points }) => points.map(({ value }) => value))
  const axis = valueAxis(known, language, false)
  const days = data.dates.map(dayNumber)
  const [first, last] = days.length === 0 ? [0, 1] : [Math.min(...days), Math.max(...days)]
  const [from, to] = first === last ? [first - 15, last + 15] : [first, last]
  const left = Math.max(...marksOf(axis).map((value) => measure(axis.say(value), smallSize))) + 12
  const named = series.filter(({ role, points }) => role !== 'published' && points.length > 0)
  const names = named.map((one) => wrappedText(nameOf(one, axis), width * 0.24, (text) => measure(text, labelSize)))
  const right = Math.max(14, ...names.flat().map((name) => measure(name, labelSize) + 14))
  const grid = { left, right, top: 28, bottom: 34 }
  const rows = names.reduce((sum, parts) => sum + labelHeight(parts), 0)
  const height = grid.top + grid.bottom + Math.max(plotHeight, rows - 16)
  const perDay = (width - left - right) / (to - from)
  const marks = dateMarks(data.dates, language, (text) => (measure(text, smallSize) + 6) / perDay)

  return {
    height,
    option: {
      ...baseOption,
      grid,
      xAxis: {
        type: 'value',
        min: from,
        max: to,
        axisLine: { onZero: false, lineStyle: { color: chartColour.line2, width: 1 } },
        axisTick: { customValues: marks.map(({ day }) => day), lineStyle: { color: chartColour.line2 }, length: 3 },
        axisLabel: {
          customValues: marks.map(({ day }) => day),
          formatter: (value: number) => marks.find(({ day }) => day === Math.round(value))?.text ?? '',
          fontSize: smallSize,
          lineHeight: 12,
          color: chartColour.ink3,
          hideOverlap: false,
          margin: 6,
        },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        min: axis.min,
        max: axis.max,
        interval: axis.interval,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { formatter: axis.say, fontSize: smallSize, color: chartColour.ink3, margin: 6 },
        splitLine: { lineStyle: { color: chartColour.line, width: 0.5 } },
      },
      series: [
        ...series.map((one) => drawnSeries(one, data)),
        handDrawn((at) => [
          drawnText(`${wordsIn(chartWords, language).unit}${axis.scale}${data.unit}`, 0, 9, {
            size: smallSize,
            colour: chartColour.ink3,
          }),
          ...rings(series, width, measure),
          ...(known.length === 0
            ? [
                drawnText(wordsIn(chartWords, language).noData, (left + width - right) / 2, 90, {
                  size: labelSize,
                  align: 'center',
                  colour: chartColour.ink3,
                }),
              ]
            : []),
          ...endLabels(named, names, { at, edge: width - right, top: grid.top, bottom: height - grid.bottom }),
        ]),
      ],
    },
  }
}

function pointsOf({ dates }: Lines, { values }: Series): Point[] {
  return values
    .flatMap((value, index) => {
      const date = dates[index]
      return value === null || date === undefined ? [] : [{ day: dayNumber(date), value }]
    })
    .sort((a, b) => a.day - b.day)
}

function labelHeight(lines: readonly string[]): number {
  return 14 * lines.length + 1
}

/** 实际 75: what was measured is read at the line, plan and target at the axis. */
function nameOf({ name, role, points }: Series & { readonly points: readonly Point[] }, axis: ValueAxis): string {
  const last = points.at(-1)
  return role === 'actual' && last !== undefined ? `${name} ${axis.say(last.value)}` : name
}

function drawnSeries({ role, points, values }: Series & { readonly points: readonly Point[] }, { dates }: Lines) {
  const style = lineStyles[role]
  const { symbol, size, hollow } = lineSymbols[role]
  const all = dates.map((date, index) => [dayNumber(date), values[index] ?? null] as const)
  const data = all.toSorted((a, b) => a[0] - b[0]).map(([day, value]) => [day, value])
  const end = points.at(-1)
  const mark = {
    color: hollow ? chartColour.paper : style.colour,
    ...(hollow ? { borderColor: style.colour, borderWidth: role === 'published' ? 2 : 1.2 } : {}),
  }
  return {
    type: 'line' as const,
    data:
      role === 'target' ? data.map((point) => ({ value: point, symbolSize: point[0] === end?.day ? size : 0 })) : data,
    symbol,
    symbolSize: size,
    showSymbol: symbol !== 'none',
    showAllSymbol: true,
    connectNulls: style.overGaps,
    clip: false,
    silent: true,
    itemStyle: mark,
    lineStyle: style.joined
      ? {
          color: style.colour,
          width: style.width,
          type: style.dash.length === 0 ? ('solid' as const) : [...style.dash],
        }
      : { width: 0, opacity: 0 },
    z: role === 'published' ? 5 : role === 'actual' ? 4 : 2,
    emphasis: { disabled: true },
  }
}

/** The legend of what has no line to carry its name: the published rings. */
function rings(series: readonly Series[], width: number, measure: ChartFrame['measure']): Drawn[] {
  const drawn: Drawn[] = []
  let right = width
  for (const { name } of series.filter(({ role }) => role === 'published').toReversed()) {
    drawn.push(drawnText(name, right, 9, { size: smallSize, align: 'right' }))
    right -= measure(name, smallSize) + 10
    const style = { fill: chartColour.paper, stroke: chartColour.actual, lineWidth: 2 }
    drawn.push({ type: 'circle', shape: { cx: right, cy: 9, r: 3.6 }, style })
    right -= 18
  }
  return drawn
}

type Edge = {
  at(x: number, y: number): readonly [number, number]
  readonly edge: number
  readonly top: number
  readonly bottom: number
}

/** Names at the ends of the lines, moved apart where they would touch, each with a thin line to its end. */
function endLabels(
  named: readonly { readonly role: ReportSeriesRole; readonly points: readonly Point[] }[],
  names: readonly (readonly string[])[],
  { at, edge, top, bottom }: Edge,
): Drawn[] {
  const ends = named.map(({ points }) => {
    const last = points.at(-1)
    return last === undefined ? ([0, 0] as const) : at(last.day, last.value)
  })
  const places = apart(
    ends.map(([, y], index) => ({ middle: y, height: labelHeight(names[index] ?? []) })),
    top - 8,
    bottom + 8,
  )
  return named.flatMap(({ role }, index) => {
    const [x, y] = ends[index] ?? [0, 0]
    const middle = places[index] ?? y
    const colour = lineStyles[role].colour
    const lead =
      edge - x > 6 || Math.abs(middle - y) > 2 ? [drawnLine([x + 5, y, edge + 8, middle], chartColour.line2, 0.5)] : []
    return [...lead, drawnText((names[index] ?? []).join('\n'), edge + 11, middle, { size: labelSize, colour })]
  })
}
