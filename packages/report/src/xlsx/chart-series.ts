import { dateSerial } from '../beijing-time.ts'
import { chartColour, lineStyles, lineSymbols } from '../charts/chart-style.ts'
import type { ReportChartData, ReportSeriesRole } from '../model/report-model.ts'
import { element, type Xml } from '../office/xml-element.ts'
import { columnLetters, dateFormat } from './cell-xml.ts'
import { drawingUnits, lineXml, noFill, noLine, solidFill, textLook } from './chart-text.ts'
import type { BoundChart, BoundSeries, BoundValue } from './sheet.ts'
import { quotedName } from './sheet-xml.ts'

const val = (name: string, value: string | number): Xml => element(name, { val: value })

/** Cells of one column, from one row to another, both from 0: 'Charts'!$B$5:$B$14 */
function cells(sheet: string, column: number, from: number, to = from): string {
  const letters = columnLetters(column)
  const first = `${quotedName(sheet)}!$${letters}$${from + 1}`
  return from === to ? first : `${first}:$${letters}$${to + 1}`
}

const point = (index: number, value: string, formatCode?: string): Xml =>
  element('c:pt', { idx: index, formatCode }, [element('c:v', {}, value)])

const texts = (reference: string, values: readonly string[]): Xml =>
  element('c:strRef', {}, [
    element('c:f', {}, reference),
    element('c:strCache', {}, [val('c:ptCount', values.length), ...values.map((value, index) => point(index, value))]),
  ])

/** Numbers of cells, with what they are now, for programs that show a chart without its sheet. An empty cell has no point. */
function numbers(reference: string, values: readonly BoundValue[]): Xml {
  const format = values.find((value) => value !== null)?.format ?? 'General'
  return element('c:numRef', {}, [
    element('c:f', {}, reference),
    element('c:numCache', {}, [
      element('c:formatCode', {}, format),
      val('c:ptCount', values.length),
      ...values.flatMap((value, index) =>
        value === null ? [] : [point(index, String(value.value), value.format === format ? undefined : value.format)],
      ),
    ]),
  ])
}

type Own = { readonly look: readonly Xml[]; readonly labels?: readonly Xml[]; readonly end?: readonly Xml[] }

/** A series of a chart, bound to its head, its labels and its values. */
function series(
  sheet: string,
  bound: BoundChart,
  one: BoundSeries,
  index: number,
  { look, labels = [], end = [] }: Own,
) {
  const { head, rows, chart } = bound
  const [from, to] = [head + 1, head + rows]
  return element('c:ser', {}, [
    val('c:idx', index),
    val('c:order', index),
    element('c:tx', {}, [texts(cells(sheet, one.column, head), [one.name])]),
    ...look,
    ...labels,
    element('c:cat', {}, [categories(cells(sheet, 0, from, to), chart.data)]),
    element('c:val', {}, [numbers(cells(sheet, one.column, from, to), one.values)]),
    ...end,
  ])
}

function categories(reference: string, data: ReportChartData): Xml {
  if (data.draws !== 'lines') {
    return texts(
      reference,
      data.rows.map(({ label }) => label),
    )
  }
  return numbers(
    reference,
    data.dates.map((date) => ({ value: dateSerial(date), format: dateFormat })),
  )
}

/** Lines in the colours, dashes and marks of their roles. */
export function lineSeries(sheet: string, bound: BoundChart): Xml[] {
  const { data } = bound.chart
  if (data.draws !== 'lines') return []
  return bound.series.map((one, index) => {
    const role = data.series[index]?.role ?? 'actual'
    return series(sheet, bound, one, index, { look: lineLook(role), end: [val('c:smooth', 0)] })
  })
}

function lineLook(role: ReportSeriesRole): readonly Xml[] {
  const { colour, width, dash, joined } = lineStyles[role]
  const { symbol, size, hollow } = lineSymbols[role]
  const line = joined ? lineXml({ width, colour, dash: dashOf(dash) }) : noLine()
  const mark =
    symbol === 'none'
      ? [val('c:symbol', 'none')]
      : [
          val('c:symbol', symbol === 'rect' ? 'square' : symbol),
          val('c:size', Math.max(2, Math.round(size))),
          element('c:spPr', {}, [
            solidFill(hollow ? chartColour.paper : colour),
            lineXml({ width: role === 'published' ? 2 : 1.2, colour }),
          ]),
        ]
  return [element('c:spPr', {}, [line]), element('c:marker', {}, mark)]
}

/** The dash of a role as drawings name it: long for a plan, short beside, dots for what is forecast. */
function dashOf([length = 0]: readonly number[]): string {
  if (length === 0) return 'solid'
  if (length < 2) return 'sysDot'
  return length < 5 ? 'sysDash' : 'dash'
}

/** Bars, and for targets their plan as a frame around them: what does not fill its frame is late. */
export function barSeries(sheet: string, bound: BoundChart): Xml[] {
  return bound.series.map((one, index) => {
    const isPlan = index > 0
    const shape = isPlan
      ? [noFill(), lineXml({ width: 1.3, colour: chartColour.ink })]
      : [solidFill(chartColour.actual), noLine()]
    const look = [element('c:spPr', {}, shape), val('c:invertIfNegative', 0)]
    return series(sheet, bound, one, index, { look, labels: isPlan ? [] : [valueLabels()] })
  })
}

const shown = { val: 1 }
const hidden = { val: 0 }

/** The values at the ends of their bars, in the formats of their cells: ≥90.5% */
const valueLabels = (): Xml =>
  element('c:dLbls', {}, [
    element('c:numFmt', { formatCode: 'General', sourceLinked: 1 }),
    element('c:spPr', {}, [noFill(), element('a:ln', { w: drawingUnits(0.75) }, [noFill()])]),
    textLook({ colour: chartColour.ink }),
    val('c:dLblPos', 'outEnd'),
    element('c:showLegendKey', hidden),
    element('c:showVal', shown),
    element('c:showCatName', hidden),
    element('c:showSerName', hidden),
    element('c:showPercent', hidden),
    element('c:showBubbleSize', hidden),
  ])
