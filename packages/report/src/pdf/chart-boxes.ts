import type { Text } from '@xushi/domain'
import type { ChartDrawing } from '../charts/chart-svg.ts'
import { drawnChart } from '../charts/drawn-chart.ts'
import type { Faces } from '../fonts/composed-line.ts'
import { page } from '../layout/page-geometry.ts'
import { figureNumber } from '../layout/report-words.ts'
import type { ReportChart } from '../model/report-model.ts'
import type { Box } from './box.ts'
import { drawSvg } from './drawn-svg.ts'
import type { Tag } from './structure.ts'
import { captionSetting, textBoxes } from './text-boxes.ts'

/** What a caption of two lines leaves of a page. */
const mostHeight = page.textHeight - 60

/** A figure with its caption below; one that is higher than a page in parts, each a figure with its caption. */
export async function chartBoxes(
  chart: ReportChart,
  { number, language, parent, faces }: { number: number; language: keyof Text; parent: Tag; faces: Faces },
): Promise<Box[]> {
  const drawings = await drawnChart(chart, language, { width: page.textWidth, mostHeight })
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

function figureBox(drawing: ChartDrawing, figure: Tag): Box {
  return {
    height: drawing.height,
    gap: 10,
    keep: true,
    draw: (sheet, x, y) => sheet.structure.mark(figure, () => drawSvg(sheet, drawing.svg, x, y)),
  }
}
