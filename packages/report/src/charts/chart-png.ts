import { fontFile, sansFamily } from '../fonts/embedded-fonts.ts'
import type { ChartDrawing } from './chart-svg.ts'

/** A chart as a picture of twice its size in points. */
export type ChartPicture = { readonly png: Buffer; readonly width: number; readonly height: number }

/** A drawing of `chartSvg` as PNG on white, for files that take no SVG. No font of the system is asked. */
export async function chartPng(drawing: ChartDrawing): Promise<ChartPicture> {
  const { Resvg } = await import('@resvg/resvg-js')
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
