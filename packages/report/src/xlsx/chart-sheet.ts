import { exactNumber, type Language } from '@xushi/wording'
import type { ReportChart, ReportChartData } from '../model/report-model.ts'
import { type ChartCells, chartCells } from './chart-data.ts'
import type { BoundChart, Sheet, SheetRow } from './sheet.ts'
import { longest } from './sheet-widths.ts'

export type NumberedChart = { readonly chart: ReportChart; readonly number: string }

/** In points; the widths of columns in digits. */
const rowHeight = 18
const leastWidth = 12
const mostWidth = 36
const gapWidth = 3
const chartWidth = 560

/** All charts on one sheet, each on a page: its data at the left, and beside them the chart that is bound to them. */
export function chartSheet(
  charts: readonly NumberedChart[],
  { name, marks, language }: { readonly name: string; readonly marks: string; readonly language: Language },
): Sheet {
  const all = charts.map((one) => ({ ...one, cells: chartCells(one.chart.data, language) }))
  const columns = Math.max(...all.map(({ cells }) => cells.head.length))
  const rows: SheetRow[] = [[{ is: 'text', text: marks, style: { font: 'note' } }]]
  const breaks: number[] = []
  const bound = all.map(({ chart, number, cells }, index): BoundChart => {
    if (index > 0) {
      rows.push([])
      breaks.push(rows.length)
    }
    rows.push([{ is: 'text', text: `${number}${chart.caption}`, style: { font: 'caption' } }])
    const head = rows.length
    const height = chartHeight(chart.data)
    rows.push(cells.head, ...cells.rows)
    if (cells.note !== '') rows.push([{ is: 'text', text: cells.note, style: { font: 'note' } }])
    while (rows.length <= head + Math.ceil(height / rowHeight)) rows.push([])
    const place = { column: columns + 1, row: head, width: chartWidth, height }
    return { chart, number: number.trim(), ...place, head, rows: cells.rows.length, series: cells.series }
  })
  return {
    name,
    widths: [...Array.from({ length: columns }, (_, column) => widthOf(all, column)), gapWidth],
    rows,
    head: null,
    frozenColumns: 0,
    tableRows: 0,
    landscape: true,
    breaks,
    charts: bound,
    rowHeight,
  }
}

/** A column of all data that stand below each other, as wide as what it shows in any. */
function widthOf(all: readonly { readonly cells: ChartCells }[], column: number): number {
  const texts = all.flatMap(({ cells: { head, rows } }) =>
    [head, ...rows].flatMap((row) => {
      const cell = row[column]
      return cell?.is === 'text' ? [cell.text] : cell?.is === 'number' ? [exactNumber(cell.value, 2)] : []
    }),
  )
  return Math.round(Math.min(mostWidth, Math.max(leastWidth, longest(texts) + 4)))
}

/** Rows of bars need room for their labels; lines are as high as a page is read. */
function chartHeight(data: ReportChartData): number {
  if (data.draws === 'lines') return 17 * rowHeight
  return 100 + Math.max(3, data.rows.length) * (data.draws === 'bullets' ? 30 : 16)
}
