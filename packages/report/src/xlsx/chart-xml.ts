import { dayNumber } from '@xushi/domain'
import { type Language, wordsIn } from '@xushi/wording'
import { chartColour, chartWords, labelSize } from '../charts/chart-style.ts'
import { valueAxis } from '../charts/value-axis.ts'
import { element, type Xml, xmlPart } from '../office/xml-element.ts'
import { axisIds, dateAxisXml, labelAxisXml, valueAxisXml } from './chart-axes.ts'
import { barSeries, lineSeries } from './chart-series.ts'
import { chartTitle, noLine, solidFill, textLook } from './chart-text.ts'
import { chartNamespace, drawing, relationships } from './namespaces.ts'
import { amountFormat } from './number-format.ts'
import type { BoundChart } from './sheet.ts'
import { workbookWords } from './workbook.words.ts'

const val = (name: string, value: string | number): Xml => element(name, { val: value })

/** `xl/charts/chart1.xml`: a chart that a spreadsheet draws itself, from the cells beside it. Empty cells are gaps. */
export function chartXml(sheet: string, bound: BoundChart, language: Language): string {
  const { chart, number } = bound
  const drawn = chart.data.draws === 'lines' ? lineArea(sheet, bound, language) : barArea(sheet, bound, language)
  return xmlPart(
    element('c:chartSpace', { 'xmlns:c': chartNamespace, 'xmlns:a': drawing, 'xmlns:r': relationships }, [
      val('c:date1904', 0),
      val('c:roundedCorners', 0),
      element('c:chart', {}, [
        chartTitle(`${number}　${chart.caption}`, { size: 12, bold: true, colour: chartColour.ink }),
        val('c:autoTitleDeleted', 0),
        element('c:plotArea', {}, [element('c:layout'), ...drawn]),
        ...(bound.series.length > 1 ? [legend] : []),
        val('c:plotVisOnly', 1),
        val('c:dispBlanksAs', 'gap'),
      ]),
      element('c:spPr', {}, [solidFill(chartColour.paper), noLine()]),
      textLook({ size: labelSize, colour: chartColour.ink }),
    ]),
  )
}

const legend = element('c:legend', {}, [
  val('c:legendPos', 'b'),
  val('c:overlay', 0),
  textLook({ size: labelSize, colour: chartColour.ink }),
])
const axes = [val('c:axId', axisIds.labels), val('c:axId', axisIds.values)]

const unitText = (unit: string, language: Language) =>
  unit === '' ? '' : `${wordsIn(chartWords, language).unit}${unit}`

const valuesOf = ({ series }: BoundChart): number[] =>
  series.flatMap(({ values }) => values.flatMap((bound) => (bound === null ? [] : [bound.value])))

const placesOf = (interval: number): number => String(interval).split('.')[1]?.length ?? 0

function lineArea(sheet: string, bound: BoundChart, language: Language): Xml[] {
  const { data } = bound.chart
  if (data.draws !== 'lines') return []
  const axis = valueAxis(valuesOf(bound), language, false)
  const days = data.dates.map(dayNumber)
  const span = Math.max(0, ...days) - Math.min(...days, Number.MAX_SAFE_INTEGER)
  const lines = element('c:lineChart', {}, [
    val('c:grouping', 'standard'),
    val('c:varyColors', 0),
    ...lineSeries(sheet, bound),
    val('c:marker', 1),
    ...axes,
  ])
  const unit = unitText(data.unit, language)
  const format = amountFormat(placesOf(axis.interval))
  return [
    lines,
    dateAxisXml(wordsIn(workbookWords, language).date, span),
    valueAxisXml(axis, { unit, format, position: 'l' }),
  ]
}

function barArea(sheet: string, bound: BoundChart, language: Language): Xml[] {
  const { data } = bound.chart
  if (data.draws === 'lines') return []
  const axis = valueAxis(valuesOf(bound), language, true)
  const isRatio = data.draws === 'bullets'
  const bars = element('c:barChart', {}, [
    val('c:barDir', 'bar'),
    val('c:grouping', 'clustered'),
    val('c:varyColors', 0),
    ...barSeries(sheet, bound),
    val('c:gapWidth', 50),
    val('c:overlap', 100),
    ...axes,
  ])
  const unit = isRatio ? `${data.names.ratio}（%）` : unitText(data.unit, language)
  const format = isRatio ? '0%' : amountFormat(placesOf(axis.interval))
  return [bars, labelAxisXml(), valueAxisXml(axis, { unit, format, position: 'b' })]
}
