import { xmlCharacters } from '@xushi/contract'
import { canonicalJson } from '@xushi/domain'
import { AlignmentType, Document, DocumentGridType, HeadingLevel, ImageRun, Packer, Paragraph, type Table } from 'docx'
import { chartPng } from '../charts/chart-png.ts'
import { drawnChart } from '../charts/drawn-chart.ts'
import type { ReportBlock, ReportChart, ReportImprint, ReportModel } from '../model/report-model.ts'
import { headingNumbers } from '../pdf/heading-numbers.ts'
import { figureNumber, imprintNote } from '../pdf/report-words.ts'
import { pageFooter, pageHeader } from './docx-furniture.ts'
import { linePitch, page } from './docx-geometry.ts'
import { reportStyles } from './docx-styles.ts'
import { tableBlocks } from './docx-table.ts'
import { normalisedPackage } from './normalised-package.ts'

/** A chart is as wide as the text, and with its caption no higher than a page; in points. */
const drawnWithin = { width: page.textWidth / 20, mostHeight: page.textHeight / 20 - 60 }
const pixels = (points: number) => Math.round((points / 72) * 96)

/**
 * A report as a Word document in the layout of a 公文: real headings, styles, captions and tables, charts as pictures with their sentence
 * for those who do not see them. The request and the digest are in its properties. The same report gives the same bytes.
 */
export async function reportDocx(model: ReportModel, imprint: ReportImprint): Promise<Buffer> {
  const { request } = model
  const { language } = request
  const document = new Document({
    title: xmlCharacters(model.title),
    subject: xmlCharacters(model.subtitle),
    creator: '序时 Xushi',
    lastModifiedBy: '序时 Xushi',
    customProperties: [
      { name: 'XushiRequest', value: canonicalJson(request) },
      { name: 'XushiDigest', value: imprint.digest },
      { name: 'XushiReport', value: imprint.report ?? '' },
      { name: 'XushiBuild', value: imprint.build },
    ],
    evenAndOddHeaderAndFooters: true,
    styles: reportStyles(language),
    sections: [
      {
        properties: {
          page: { size: { width: page.width, height: page.height }, margin: page.margin },
          grid: { linePitch, type: DocumentGridType.LINES },
        },
        headers: { default: pageHeader(model, imprint), even: pageHeader(model, imprint) },
        footers: { default: pageFooter(model, imprint, 'odd'), even: pageFooter(model, imprint, 'even') },
        children: await bodyOf(model, imprint),
      },
    ],
  })
  return normalisedPackage(await Packer.toBuffer(document), `${request.on}T00:00:00Z`)
}

type Child = Paragraph | Table

async function bodyOf(model: ReportModel, imprint: ReportImprint): Promise<Child[]> {
  const { language } = model.request
  const numbers = headingNumbers(
    model.sections.map(({ level }) => level),
    language,
  )
  const count = { table: 0, chart: 0 }
  const children: Child[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, text: xmlCharacters(model.title) }),
    new Paragraph({ style: 'Subtitle', text: xmlCharacters(model.subtitle) }),
  ]
  for (const [index, { level, heading, blocks }] of model.sections.entries()) {
    const text = xmlCharacters(`${numbers[index]}${heading}`)
    children.push(new Paragraph({ heading: headings[level], text }))
    for (const block of blocks) children.push(...(await blockOf(block, language, count)))
  }
  const { heading, lines } = imprintNote(model, imprint)
  const notes = [heading, ...lines].map((text) => new Paragraph({ style: 'Note', text: xmlCharacters(text) }))
  return [...children, ...notes]
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

async function blockOf(
  block: ReportBlock,
  language: ReportModel['request']['language'],
  count: { table: number; chart: number },
): Promise<Child[]> {
  switch (block.is) {
    case 'paragraph':
      return [bodyText(block.text)]
    case 'authored':
      return block.text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [bodyText(line)]))
    case 'table':
      count.table += 1
      return tableBlocks(block.table, count.table, language)
    case 'chart':
      count.chart += 1
      return chartBlocks(block.chart, count.chart, language)
    default:
      return block satisfies never
  }
}

const bodyText = (text: string) => new Paragraph({ style: 'Body', text: xmlCharacters(text) })

async function chartBlocks(
  chart: ReportChart,
  number: number,
  language: ReportModel['request']['language'],
): Promise<Child[]> {
  const drawings = await drawnChart(chart, language, drawnWithin)
  const figures = drawings.map(async (drawing, index) => {
    const { png, width, height } = await chartPng(drawing)
    const caption = `${figureNumber(language, number, { number: index + 1, of: drawings.length })}${chart.caption}`
    const picture = new ImageRun({
      type: 'png',
      data: png,
      transformation: { width: pixels(width), height: pixels(height) },
      altText: {
        // The package counts them over all documents that it ever made.
        id: String(number * 100 + index),
        name: `figure-${number}-${index + 1}`,
        title: xmlCharacters(chart.caption),
        description: xmlCharacters(chart.sentence),
      },
    })
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { line: 240, lineRule: 'auto', before: 120 },
        children: [picture],
      }),
      new Paragraph({ style: 'Caption', text: xmlCharacters(caption) }),
    ]
  })
  return (await Promise.all(figures)).flat()
}
