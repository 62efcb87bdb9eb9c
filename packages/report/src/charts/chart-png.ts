import type { ChartDrawing } from './chart-svg.ts'
import { outlinedTexts } from './outlined-texts.ts'

/** A chart as a picture; width and height in points. */
export type ChartPicture = { readonly png: Buffer; readonly width: number; readonly height: number }

/**
 * A drawing of `chartSvg` as PNG on white, for files that take no SVG. No font of the system is asked.
 *
 * @param zoom dots to the point
 */
export async function chartPng(drawing: ChartDrawing, zoom = 2): Promise<ChartPicture> {
  const { Resvg } = await import('@resvg/resvg-js')
  const picture = new Resvg(await outlinedTexts(drawing.svg), {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false },
  }).render()
  return { png: picture.asPng(), width: drawing.width, height: drawing.height }
}
