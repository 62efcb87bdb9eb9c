import type { ReportChart } from '../model/report-model.ts'

/**
 * A chart in charts of at most `most` rows, for a page that cannot hold it whole; a chart of lines is never divided.
 * Given to `chartSvg` together with the whole, each part is drawn on the axis of the whole.
 */
export function chartParts(chart: ReportChart, most: number): ReportChart[] {
  const { data } = chart
  if (data.draws === 'lines' || data.rows.length <= most) return [chart]
  const parts = Math.ceil(data.rows.length / most)
  const each = Math.ceil(data.rows.length / parts)
  return Array.from({ length: parts }, (_, index) => ({
    ...chart,
    data: rowsOf(data, index * each, (index + 1) * each),
  }))
}

type Rows = Exclude<ReportChart['data'], { readonly draws: 'lines' }>

function rowsOf(data: Rows, from: number, to: number): Rows {
  return data.draws === 'bars'
    ? { ...data, rows: data.rows.slice(from, to) }
    : { ...data, rows: data.rows.slice(from, to) }
}
