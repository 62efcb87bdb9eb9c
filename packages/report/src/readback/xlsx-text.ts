import { type OfficeParts, propertiesOf, relatedTo } from './office-package.ts'
import { UnreadableFileError } from './unreadable-file.ts'
import { type XlsxRows, xlsxCells } from './xlsx-cells.ts'
import { drawnCharts, type XlsxChart, xlsxChart } from './xlsx-charts.ts'
import { cellFormats, sharedTexts, sheetList } from './xlsx-parts.ts'
import { zipParts } from './zip-parts.ts'

export type XlsxSheet = { readonly name: string; readonly rows: XlsxRows; readonly charts: readonly XlsxChart[] }

/** What a workbook says, and what it says of itself. */
export type XlsxFile = {
  readonly sheets: readonly XlsxSheet[]
  /** Title, subject and language, and the product's own properties by their names. */
  readonly properties: Readonly<Record<string, string>>
}

/**
 * Reads a workbook: its cells and what its charts are drawn from; one that another program wrote again is read as well.
 *
 * @throws UnreadableFileError when it is no workbook
 */
export async function readXlsx(bytes: Uint8Array): Promise<XlsxFile> {
  const parts = await zipParts(bytes, (name) => /\.(?:xml|rels)$/.test(name))
  const workbookPath = (await relatedTo(parts, '')).find(({ type }) => type === 'officeDocument')?.path
  const workbook = workbookPath === undefined ? undefined : parts.get(workbookPath)
  if (workbookPath === undefined || workbook === undefined) throw new UnreadableFileError('no-document')

  const related = await relatedTo(parts, workbookPath)
  const partOf = (kind: string) => parts.get(related.find(({ type }) => type === kind)?.path ?? '')
  const shared = { texts: await sharedTexts(partOf('sharedStrings')), formats: await cellFormats(partOf('styles')) }
  const sheets: XlsxSheet[] = []
  for (const { name, id } of await sheetList(workbook)) {
    const path = related.find((one) => one.id === id && one.type === 'worksheet')?.path
    const part = path === undefined ? undefined : parts.get(path)
    if (path === undefined || part === undefined) continue
    sheets.push({ name, rows: await xlsxCells(part, shared), charts: await chartsOf(parts, path) })
  }
  if (sheets.length === 0) throw new UnreadableFileError('no-document')
  return { sheets, properties: await propertiesOf(parts) }
}

async function chartsOf(parts: OfficeParts, sheet: string): Promise<XlsxChart[]> {
  const charts: XlsxChart[] = []
  for (const { type, path } of await relatedTo(parts, sheet)) {
    const drawing = parts.get(path)
    if (type !== 'drawing' || drawing === undefined) continue
    const related = await relatedTo(parts, path)
    for (const { id, sentence } of await drawnCharts(drawing)) {
      const part = parts.get(related.find((one) => one.id === id)?.path ?? '')
      if (part !== undefined) charts.push(await xlsxChart(part, sentence))
    }
  }
  return charts
}
