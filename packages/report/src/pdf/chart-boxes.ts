import type { Text } from '@xushi/domain'
import { chartParts } from '../charts/chart-parts.ts'
import { type ChartDrawing, chartSvg } from '../charts/chart-svg.ts'
import type { Faces } from '../fonts/composed-line.ts'
import type { ReportChart } from '../model/report-model.ts'
import type { Box } from './box.ts'
import { drawSvg } from './drawn-svg.ts'
import { page } from './page-geometry.ts'
import { figureNumber } from './report-words.ts'
import type { Tag } from './structure.ts'
import { captionSetting, textBoxes } from './text-boxes.ts'

/** What a caption of two lines leaves of a page. */
const mostHeight = page.textHeight - 60

/** A figure with its caption below; one that is higher than a page in parts, each a figure with its caption. */
export async function chartBoxes(
  chart: ReportChart,
  { number, language, parent, faces }: { number: number; language: keyof Text; parent: Tag; faces: Faces },
): Promise<Box[]> {
  const whole = await chartSvg(chart, language, page.textWidth)
  const parts = whole.height <= mostHeight ? [chart] : chartParts(chart, rowsOnPage(chart, whole.height))
  const drawings =
    parts.length === 1
      ? [whole]
      : await Promise.all(parts.map((part) => chartSvg(part, language, page.textWidth, chart)))

  return drawings.flatMap((drawing, index) => {
    const figure: Tag = { name: 'Figure', parent, alt: chart.sentence }
    const caption = `${figureNumber(language, number, { number: index + 1, of: drawings.length })}${chart.caption}`
    return [
      figureBox(drawing, figure),
      ...textBoxes(caption, captionSetting(true, 2), { name: 'Caption', parent: figure }, faces),
      { height: 0, gap: 8, keep: false, draw: () => undefined },
    ]
  })
}

function rowsOnPage({ data }: ReportChart, height: number): number {
  if (data.draws === 'lines') return 1
  const head = 44
  return Math.max(1, Math.floor(((mostHeight - head) * data.rows.length) / (height - head)))
}

function figureBox(drawing: ChartDrawing, figure: Tag): Box {
  return {
    height: drawing.height,
    gap: 10,
    keep: true,
    draw: (sheet, x, y) => sheet.structure.mark(figure, () => drawSvg(sheet, drawing.svg, x, y)),
  }
}
