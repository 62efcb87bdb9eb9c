import { setImmediate } from 'node:timers/promises'
import type { FileChild } from 'docx'
import { headingNumbers } from '../layout/heading-numbers.ts'
import { page, titleSize } from '../layout/page-geometry.ts'
import { imprintNote, printsImprint } from '../layout/report-words.ts'
import type { ReportBlock, ReportImprint, ReportModel } from '../model/report-model.ts'
import { chartParagraphs } from './docx-chart.ts'
import { twips } from './docx-page.ts'
import { tableParts } from './docx-table.ts'
import { type Docx, oneLine, paragraphsOf } from './docx-text.ts'
import { roughWidth } from './rough-width.ts'
import { styleId } from './style-names.ts'

/** A whole report as paragraphs and tables: title, sections, and at the end how it was made. */
export async function docxBody(docx: Docx, model: ReportModel, imprint: ReportImprint): Promise<FileChild[]> {
  const { language } = model.request
  const styled = (style: string, text: string) => new docx.Paragraph({ style, children: oneLine(docx, text, language) })
  const children: FileChild[] = [
    new docx.Paragraph({
      style: styleId.title,
      ...titleIndent(model.title),
      children: oneLine(docx, model.title, language),
    }),
  ]
  if (model.subtitle !== '') children.push(styled(styleId.subtitle, model.subtitle))

  const numbers = headingNumbers(
    model.sections.map(({ level }) => level),
    language,
  )
  const count = { table: 0, chart: 0, drawings: 0 }
  for (const [index, { level, heading, blocks }] of model.sections.entries()) {
    children.push(styled(styleId.heading[level], `${numbers[index] ?? ''}${heading}`))
    for (const block of blocks) {
      children.push(...(await blockParts(block)))
      // Others are served between two blocks.
      await setImmediate()
    }
  }
  if (!printsImprint(model)) return children
  const { heading, lines } = imprintNote(model, imprint)
  return [
    ...children,
    styled(styleId.imprintHeading, heading),
    ...lines.map(
      (line, index) =>
        new docx.Paragraph({
          style: styleId.imprint,
          keepNext: index < lines.length - 1,
          children: oneLine(docx, line, language),
        }),
    ),
  ]

  async function blockParts(block: ReportBlock): Promise<FileChild[]> {
    switch (block.is) {
      case 'paragraph':
      case 'authored':
        return paragraphsOf(block.text).map((text) => styled(styleId.body, text))
      case 'table':
        count.table += 1
        return tableParts(docx, block.table, count.table, language)
      case 'chart':
        count.chart += 1
        return chartParagraphs(docx, block.chart, { number: count.chart, language, count })
      default:
        return block satisfies never
    }
  }
}

/** A title of several lines is drawn in from both sides until they are about as long as each other. */
function titleIndent(title: string) {
  const wide = roughWidth(title, titleSize)
  const lines = Math.ceil(wide / page.textWidth)
  if (lines < 2) return {}
  const side = twips(Math.max(0, (page.textWidth - wide / lines - titleSize) / 2))
  return { indent: { left: side, right: side } }
}
