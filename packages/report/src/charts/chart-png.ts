import type { Text } from '@xushi/domain'
import type { ReportChart } from '../model/report-model.ts'
import { chartSvg } from './chart-svg.ts'
import { outlinedTexts } from './outlined-texts.ts'

/** A chart as a picture; width and height in points, of each of which it has `zoom` dots. */
export type ChartPicture = { readonly png: Buffer; readonly width: number; readonly height: number }

/**
 * The same drawing as `chartSvg`, as PNG on white for files that take no SVG. No font of the system is asked.
 */
export async function chartPng(
  chart: ReportChart,
  language: keyof Text,
  width: number,
  { whole = chart, zoom = 2 } = {},
): Promise<ChartPicture> {
  const [{ Resvg }, drawing] = await Promise.all([import('@resvg/resvg-js'), chartSvg(chart, language, width, whole)])
  const picture = new Resvg(await outlinedTexts(drawing.svg), {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false },
  }).render()
  return { png: picture.asPng(), width: drawing.width, height: drawing.height }
}
