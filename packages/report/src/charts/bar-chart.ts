import { wordsIn } from '@xushi/wording'
import { wrappedText } from '../fonts/line-breaks.ts'
import type { ReportChartData } from '../model/report-model.ts'
import { baseOption, type ChartFrame, drawnLine, drawnText, handDrawn, type LaidChart } from './chart-frame.ts'
import { chartColour, chartWords, labelSize, smallSize } from './chart-style.ts'
import { marksOf, type ValueAxis, valueAxis } from './value-axis.ts'

type Bars = Extract<ReportChartData, { readonly draws: 'bars' }>

/** Rows of one line stand closer where there are many: all provinces of the country fit on one page. */
const manyRows = 24
const closeRow = 16

/**
 * Bars beside each other. What is not reported has no bar, only its word; a zero is a mark on the line, so that the two are not mistaken
 * for each other.
 *
 * @param scale whose values the axis holds, where `data` is a part of a longer chart
 */
export function barChart(data: Bars, frame: ChartFrame, scale: Bars = data): LaidChart {
  const { language, width, measure } = frame
  const wide = (text: string) => measure(text, labelSize)
  const labels = data.rows.map(({ label }) => wrappedText(label, width * 0.3, wide))
  const lines = Math.max(1, ...labels.map((parts) => parts.length))
  const row = lines === 1 && data.rows.length > manyRows ? closeRow : Math.max(20, lines * 14 + 5)
  const left = Math.max(0, ...labels.flat().map(wide)) + 10
  const right = Math.max(20, ...data.rows.map(({ text }) => wide(text))) + 10
  const negative = scale.rows.some(({ value }) => value !== null && value < 0)
  const grid = { left: left + (negative ? right : 0), right, top: 24, bottom: 18 }
  const values = scale.rows.flatMap(({ value }) => (value === null ? [] : [value]))
  const axis = roomyAxis(values, width - grid.left - right, frame)
  const height = grid.top + grid.bottom + row * Math.max(1, data.rows.length)
  const thick = Math.min(12, row - 8)

  return {
    height,
    option: {
      ...baseOption,
      grid,
      xAxis: {
        type: 'value',
        min: axis.min,
        max: axis.max,
        interval: axis.interval,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { fontSize: smallSize, color: chartColour.ink3, formatter: axis.say, margin: 5 },
        splitLine: { lineStyle: { color: chartColour.line, width: 0.5 } },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: Math.max(1, data.rows.length),
        inverse: true,
        show: false,
      },
      series: [
        handDrawn((at) => [
          drawnText(`${wordsIn(chartWords, language).unit}${axis.scale}${data.unit}`, width, 8, {
            size: smallSize,
            colour: chartColour.ink3,
            align: 'right',
          }),
          ...data.rows.flatMap(({ value, text }, index) => {
            const [zero, middle] = at(0, index + 0.5)
            const name = drawnText((labels[index] ?? []).join('\n'), left - 8, middle, {
              size: labelSize,
              align: 'right',
            })
            if (value === null) {
              return [name, drawnText(text, zero + 6, middle, { size: labelSize, colour: chartColour.ink3 })]
            }
            const [end] = at(value, index + 0.5)
            // A reported zero is a mark of no length, thicker than the line it stands on.
            const length = value === 0 ? 2.5 : Math.abs(end - zero)
            const shape = { x: Math.min(zero, end), y: middle - thick / 2, width: length, height: thick }
            const said = drawnText(text, value < 0 ? end - 6 : end + 6, middle, {
              size: labelSize,
              align: value < 0 ? 'right' : 'left',
            })
            return [name, { type: 'rect' as const, shape, style: { fill: chartColour.actual } }, said]
          }),
          drawnLine([at(0, 0)[0], grid.top, at(0, 0)[0], height - grid.bottom], chartColour.ink, 1),
        ]),
      ],
    },
  }
}

/** The axis with as many marks as stand beside each other without touching. */
function roomyAxis(values: readonly number[], room: number, { language, measure }: ChartFrame): ValueAxis {
  const axes = [4, 3, 2, 1].map((steps) => valueAxis(values, language, true, steps))
  const fits = (axis: ValueAxis) => {
    const each = (room * axis.interval) / (axis.max - axis.min)
    return marksOf(axis).every((value) => measure(axis.say(value), smallSize) + 8 < each)
  }
  return axes.find(fits) ?? valueAxis(values, language, true, 1)
}
