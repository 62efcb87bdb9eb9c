import { xmlCharacters } from '@xushi/contract'
import type { Language } from '@xushi/wording'
import type { Paragraph } from 'docx'
import { type ChartPicture, chartPng } from '../charts/chart-png.ts'
import { drawnChart } from '../charts/drawn-chart.ts'
import { page } from '../layout/page-geometry.ts'
import { figureNumber } from '../layout/report-words.ts'
import type { ReportChart } from '../model/report-model.ts'
import { type Docx, oneLine } from './docx-text.ts'
import { styleId } from './style-names.ts'

/** As wide as the text, and no higher than what a caption of two lines leaves of a page; in points. */
const drawnWithin = { width: page.textWidth, mostHeight: page.textHeight - 60 }
/** 216 dots to the inch, for paper. */
const zoom = 3

/** Counts what is drawn: two drawings of one number, and Word calls the file damaged. */
export type DrawingCount = { drawings: number }

/**
 * A figure with its caption below, both on one page; one that is higher than a page in parts, each with its caption. Its sentence is said
 * to those who do not see it.
 */
export async function chartParagraphs(
  docx: Docx,
  chart: ReportChart,
  { number, language, count }: { readonly number: number; readonly language: Language; readonly count: DrawingCount },
): Promise<Paragraph[]> {
  const drawings = await drawnChart(chart, language, drawnWithin)
  const pictures: ChartPicture[] = []
  // One after the other: each takes some megabytes while it is drawn.
  for (const drawing of drawings) pictures.push(await chartPng(drawing, zoom))
  return pictures.flatMap((picture, index) => {
    count.drawings += 1
    const part = figureNumber(language, number, { number: index + 1, of: pictures.length })
    return [
      new docx.Paragraph({
        style: styleId.chart,
        children: [imageRun(docx, chart, picture, { part, id: count.drawings })],
      }),
      new docx.Paragraph({
        style: styleId.caption,
        spacing: { before: 40, after: 160 },
        children: oneLine(docx, `${part}${chart.caption}`, language),
      }),
    ]
  })
}

function imageRun(
  docx: Docx,
  { sentence }: ReportChart,
  { png, width, height }: ChartPicture,
  { part, id }: { readonly part: string; readonly id: number },
) {
  const pixels = 96 / 72
  return new docx.ImageRun({
    type: 'png',
    data: png,
    transformation: { width: width * pixels, height: height * pixels },
    altText: { id: String(id), name: part.trim(), description: xmlCharacters(sentence) },
  })
}
