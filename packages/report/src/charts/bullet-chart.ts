import { statusWords, wordsIn } from '@xushi/wording'
import { wrappedText } from '../fonts/line-breaks.ts'
import type { ReportChartData } from '../model/report-model.ts'
import {
  baseOption,
  type ChartFrame,
  type Drawn,
  drawnLine,
  drawnStatus,
  drawnText,
  handDrawn,
  type LaidChart,
} from './chart-frame.ts'
import { chartColour, labelSize, smallSize, statusColour } from './chart-style.ts'

type Bullets = Extract<ReportChartData, { readonly draws: 'bullets' }>

/** Beyond this a bar is cut: the number beside it says how far it goes. */
const drawnTo = 1.12
const cutFrom = 1.1
const thick = 9
/** Of the width for names: what fourteen characters need; more where a name would take more than two lines. */
const labelShares = [0.36, 0.46]

/**
 * Attainment of targets on one axis, with the plan as a tick, so that left of the ticks is late. What is unknown leaves its track empty.
 * The status stands at the end of each row as shape, colour and word.
 */
export function bulletChart(data: Bullets, frame: ChartFrame): LaidChart {
  const { language, width, measure } = frame
  const wide = (text: string) => measure(text, labelSize)
  const wrapped = labelShares.map((share) => data.rows.map(({ label }) => wrappedText(label, width * share, wide)))
  const labels = wrapped.find((rows) => rows.every((lines) => lines.length <= 2)) ?? wrapped.at(-1) ?? []
  const lines = Math.max(1, ...labels.map((parts) => parts.length))
  const row = Math.max(22, lines * 14 + 6)
  const statusWidth = Math.max(0, ...data.rows.map(({ status }) => wide(wordsIn(statusWords, language)[status]))) + 17
  const saidWidth = Math.max(0, ...data.rows.map(({ text }) => wide(text)))
  const left = Math.max(0, ...labels.flat().map(wide)) + 10
  const grid = { left, right: statusWidth + saidWidth + 22, top: 26, bottom: 18 }
  const height = grid.top + grid.bottom + row * Math.max(1, data.rows.length)
  const max = data.rows.some(({ ratio, plan }) => (ratio ?? 0) > 1 || (plan ?? 0) > 1) ? drawnTo : 1

  const whole = (width - grid.left - grid.right) / max
  const marks = whole < 90 ? [0, 1] : whole < 160 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]

  return {
    height,
    option: {
      ...baseOption,
      grid,
      xAxis: {
        type: 'value',
        min: 0,
        max,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          fontSize: smallSize,
          color: chartColour.ink3,
          margin: 5,
          customValues: marks,
          formatter: (value: number) => `${value * 100}%`,
        },
        splitLine: { show: false },
      },
      yAxis: { type: 'value', min: 0, max: Math.max(1, data.rows.length), inverse: true, show: false },
      series: [
        handDrawn((at) => [
          ...legend(data.names, grid.left, wide),
          ...marks.map((value) => {
            const x = at(value, 0)[0]
            return drawnLine([x, grid.top, x, height - grid.bottom], chartColour.line, 0.5)
          }),
          ...data.rows.flatMap((one, index) => {
            const [zero, middle] = at(0, index + 0.5)
            const x = width - statusWidth
            return [
              drawnText((labels[index] ?? []).join('\n'), left - 8, middle, { size: labelSize, align: 'right' }),
              ...track(zero, at(1, 0)[0], middle, one.ratio === null),
              ...(one.ratio === null ? [] : bar(one.ratio, (ratio) => at(ratio, 0)[0], middle)),
              ...(one.plan === null ? [] : tick(at(Math.min(Math.max(one.plan, 0), max), 0)[0], middle)),
              drawnText(one.text, x - 12, middle, {
                size: labelSize,
                align: 'right',
                colour: one.ratio === null ? chartColour.ink3 : chartColour.ink,
              }),
              drawnStatus(one.status, statusColour[one.status], x, middle - 5.5, 11),
              drawnText(wordsIn(statusWords, language)[one.status], x + 15, middle, {
                size: labelSize,
                colour: statusColour[one.status],
              }),
            ]
          }),
        ]),
      ],
    },
  }
}

function legend(names: Bullets['names'], left: number, wide: (text: string) => number): Drawn[] {
  const second = left + 24 + wide(names.ratio) + 18
  return [
    { type: 'rect', shape: { x: left, y: 5, width: 18, height: 8 }, style: { fill: chartColour.actual } },
    drawnText(names.ratio, left + 23, 9, { size: smallSize }),
    drawnLine([second, 3, second, 15], chartColour.ink, 2.6),
    drawnText(names.plan, second + 7, 9, { size: smallSize }),
  ]
}

/** The way from nothing to the target; dashed and empty where nothing is known. */
function track(from: number, to: number, middle: number, unknown: boolean): Drawn[] {
  const shape = { x: from, y: middle - thick / 2, width: to - from, height: thick }
  const style = unknown
    ? { fill: chartColour.paper, stroke: chartColour.line2, lineWidth: 0.7, lineDash: [3, 2] }
    : { fill: chartColour.track }
  return [{ type: 'rect', shape, style }]
}

function bar(ratio: number, at: (ratio: number) => number, middle: number): Drawn[] {
  const zero = at(0)
  if (ratio < 0) {
    // What moved away from its target is an arrow that points back from the start, of no length.
    const points = [
      [zero - 7, middle],
      [zero, middle - 5],
      [zero, middle + 5],
    ]
    return [
      {
        type: 'path',
        shape: { pathData: `M${points.map((point) => point.join(' ')).join('L')}z` },
        style: { fill: chartColour.actual },
      },
    ]
  }
  const cut = ratio > cutFrom
  const end = at(cut ? drawnTo : ratio)
  const shape = { x: zero, y: middle - thick / 2, width: end - zero, height: thick }
  const whole: Drawn = { type: 'rect', shape, style: { fill: chartColour.actual } }
  if (!cut) return [whole]
  const x = at(1 + (drawnTo - 1) / 2)
  const gap = (shift: number) =>
    drawnLine([x + shift - 2, middle + thick / 2 + 1, x + shift + 2, middle - thick / 2 - 1], chartColour.paper, 1.6)
  return [whole, gap(-1.5), gap(3)]
}

function tick(x: number, middle: number): Drawn[] {
  const line = (width: number, colour: string) => drawnLine([x, middle - 8, x, middle + 8], colour, width)
  return [line(5, chartColour.paper), line(2.6, chartColour.ink)]
}
