import { headingNumbers } from '../layout/heading-numbers.ts'
import type { ReportModel } from '../model/report-model.ts'
import { missingOfChart } from './missing-chart-data.ts'
import type { MissingPart } from './missing-parts.ts'
import { missingOfTable, saysText } from './missing-table-rows.ts'
import { partsOfReport, type ReportPart } from './report-parts.ts'
import { plainText } from './said-by-cell.ts'
import { readXlsx, type XlsxSheet } from './xlsx-text.ts'

/**
 * Reads a workbook again and names what of its report does not stand in it: words on its first sheet in their order, each table with each of
 * its rows, the sheets that only a workbook has, and each chart with the data that it is drawn from. It starts from the report and knows
 * nothing of how a workbook is laid out but that a table has a sheet with its caption, and a chart its sentence.
 */
export async function missingFromXlsx(model: ReportModel, bytes: Uint8Array): Promise<MissingPart[]> {
  const { sheets } = await readXlsx(bytes)
  const { language } = model.request
  const free = new Set(sheets.slice(1))
  const charts = new Set(sheets.flatMap((sheet) => sheet.charts))
  const sheetOf = (caption: string): XlsxSheet | undefined => {
    const found = [...free].find(({ rows }) => [...rows.values()].slice(0, 1).some((row) => saysText(row, caption)))
    if (found !== undefined) free.delete(found)
    return found
  }
  return [
    ...missingWords(model, sheets[0]),
    ...model.sections.flatMap(({ id: section, blocks }) =>
      blocks.flatMap((block) => {
        if (block.is === 'chart') return missingOfChart(block.chart, { sheets, section, free: charts })
        if (block.is !== 'table') return []
        return missingOfTable(block.table, { sheet: sheetOf(block.table.caption), section, language })
      }),
    ),
    ...model.sheets.flatMap((table) =>
      missingOfTable(table, { sheet: sheetOf(table.caption), section: null, language }),
    ),
  ]
}

const words: ReadonlySet<ReportPart['part']> = new Set([
  'title',
  'subtitle',
  'heading',
  'paragraph',
  'caption',
  'sentence',
])

/** Title, headings with their numbers, paragraphs and captions that the first sheet does not say in the order of the report. */
function missingWords(model: ReportModel, first: XlsxSheet | undefined): MissingPart[] {
  const cells = [...(first?.rows.values() ?? [])].flatMap((row) => [...row.values()])
  const told = plainText(cells.map(({ text }) => text).join(''))
  const numbers = headingNumbers(
    model.sections.map(({ level }) => level),
    model.request.language,
  )
  let from = 0
  let headings = 0
  return [...partsOfReport(model)].filter(({ part, text }) => {
    if (!words.has(part)) return false
    const number = part === 'heading' ? (numbers[headings++] ?? '') : ''
    const wanted = plainText(`${number}${text}`)
    // A chart is named before its sentence here.
    const place = told.indexOf(wanted, part === 'caption' || part === 'sentence' ? 0 : from)
    if (place === -1) return true
    from = Math.max(from, place + wanted.length)
    return false
  })
}
