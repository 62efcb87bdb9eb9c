import type { Text } from '@xushi/domain'
import type { ReportChart } from '../model/report-model.ts'
import { chartParts } from './chart-parts.ts'
import { type ChartDrawing, chartSvg } from './chart-svg.ts'

/** Height of what stands above and below the rows of a chart. */
const frame = 44

/** A chart drawn whole, or in parts on one axis where it is higher than a page holds. Lengths in points. */
export async function drawnChart(
  chart: ReportChart,
  language: keyof Text,
  { width, mostHeight }: { readonly width: number; readonly mostHeight: number },
): Promise<readonly ChartDrawing[]> {
  const whole = await chartSvg(chart, language, width)
  if (whole.height <= mostHeight) return [whole]
  const parts = chartParts(chart, rowsWithin(chart, whole.height, mostHeight))
  return parts.length === 1 ? [whole] : Promise.all(parts.map((part) => chartSvg(part, language, width, chart)))
}

function rowsWithin({ data }: ReportChart, height: number, mostHeight: number): number {
  if (data.draws === 'lines') return 1
  return Math.max(1, Math.floor(((mostHeight - frame) * data.rows.length) / (height - frame)))
}
