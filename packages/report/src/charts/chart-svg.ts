/// <reference path="./echarts-parts.d.ts" />
import { xmlText } from '@xushi/contract'
import type { Text } from '@xushi/domain'
import { measuredFace } from '../fonts/embedded-fonts.ts'
import { MissingGlyphError, withoutGlyph } from '../fonts/missing-glyph.ts'
import type { ReportChart } from '../model/report-model.ts'
import { barChart } from './bar-chart.ts'
import { bulletChart } from './bullet-chart.ts'
import type { ChartFrame, LaidChart } from './chart-frame.ts'
import { lineChart } from './line-chart.ts'

/** A chart as a drawing, in points. Its height follows from its rows. */
export type ChartDrawing = { readonly svg: string; readonly width: number; readonly height: number }

/**
 * A chart of a report as SVG, the same text for the same chart: without scripts, styles or addresses, all texts as text in the sans face
 * of the report. Its title is the caption, its description the sentence.
 *
 * @throws MissingGlyphError when the face lacks a character of a label
 * @param width in points; the width of the text of a page is 442
 * @param whole the chart of which this is a part, see `chartParts`
 */
export async function chartSvg(
  chart: ReportChart,
  language: keyof Text,
  width: number,
  whole = chart,
): Promise<ChartDrawing> {
  const [echarts, sans] = await Promise.all([drawing(), measuredFace('sans')])
  const missing = withoutGlyph(chartTexts(chart).join(''), sans.has)
  if (missing !== null) {
    throw new MissingGlyphError(missing, { part: 'chart', section: null, id: chart.id, row: null, column: null })
  }

  const frame: ChartFrame = { language, width, measure: (text, size) => sans.width(text) * size }
  const { height, option } = laidChart(chart, frame, whole)
  echarts.setPlatformAPI({ measureText: (text, font) => ({ width: sans.width(text) * sizeOf(font) }) })
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    instance.setOption(option)
    return { svg: settled(instance.renderToSVGString({ useViewBox: true }), chart), width, height }
  } finally {
    instance.dispose()
  }
}

async function drawing() {
  const [core, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/renderers'),
    import('echarts/lib/chart/line.js'),
    import('echarts/lib/chart/custom.js'),
    import('echarts/lib/component/gridSimple.js'),
  ])
  core.use([renderers.SVGRenderer])
  return core
}

/** All texts that are written into the drawing of a chart. */
function chartTexts({ data }: ReportChart): string[] {
  switch (data.draws) {
    case 'bullets':
      return [data.names.ratio, data.names.plan, ...data.rows.flatMap(({ label, text }) => [label, text])]
    case 'lines':
      return [data.unit, ...data.series.map(({ name }) => name)]
    case 'bars':
      return [data.unit, ...data.rows.flatMap(({ label, text }) => [label, text])]
    default:
      return data satisfies never
  }
}

function laidChart({ data }: ReportChart, frame: ChartFrame, { data: scale }: ReportChart): LaidChart {
  switch (data.draws) {
    case 'bullets':
      return bulletChart(data, frame)
    case 'lines':
      return lineChart(data, frame)
    case 'bars':
      return barChart(data, frame, scale.draws === 'bars' ? scale : data)
    default:
      return data satisfies never
  }
}

function sizeOf(font: string | undefined): number {
  return Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12)
}

/** Without what the drawing counts up from one drawing to the next, and with what is said to those who do not see it. */
function settled(svg: string, { caption, sentence }: ReportChart): string {
  const head = `<title>${xmlText(caption)}</title><desc>${xmlText(sentence)}</desc>`
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<defs><\/defs>/g, '')
    .replace(/<path d="[^"]*" fill="none" pointer-events="visible"><\/path>\n?/g, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, 'chart-')
    .replace(/^(<svg[^>]*>)/, (start) => `${start}${head}`)
}
