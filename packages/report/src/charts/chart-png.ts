import type { Text } from '@xushi/domain'
import { fontFile, sansFamily } from '../fonts/embedded-fonts.ts'
import type { ReportChart } from '../model/report-model.ts'
import { chartSvg } from './chart-svg.ts'

/** A chart as a picture of twice its size in points. */
export type ChartPicture = { readonly png: Buffer; readonly width: number; readonly height: number }

/** The same drawing as `chartSvg`, as PNG on white for files that take no SVG. No font of the system is asked. */
export async function chartPng(
  chart: ReportChart,
  language: keyof Text,
  width: number,
  whole = chart,
): Promise<ChartPicture> {
  const [{ Resvg }, drawing] = await Promise.all([import('@resvg/resvg-js'), chartSvg(chart, language, width, whole)])
  const picture = new Resvg(drawing.svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: 2 },
    font: {
      fontFiles: [fontFile('sans'), fontFile('sans-bold')],
      loadSystemFonts: false,
      defaultFontFamily: sansFamily,
    },
  }).render()
  return { png: picture.asPng(), width: drawing.width, height: drawing.height }
}
