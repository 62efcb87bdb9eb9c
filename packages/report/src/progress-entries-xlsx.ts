import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { beijingSerial, dateSerial } from './beijing-time.ts'
import { decimalText } from './decimal-text.ts'
import { type Cell, entryColumns } from './entry-columns.ts'
import type { ExportedEntry, Language } from './exported-entry.ts'
import { inPieces } from './in-pieces.ts'
import { xmlText } from './text-cell.ts'
import { sheetHead, sheetPath, style, workbookParts } from './workbook-parts.ts'

/** A sheet could hold 1,048,576 rows, but nobody can work with one of that size; beyond this, CSV is the better file. */
export const maximumSheetRows = 100_000

const sheetName = { zh: '填报数据', en: 'Progress entries' } as const
// The same rows give the same file: the zip carries this instead of the hour in which it was written.
const writtenAt = new Date(Date.UTC(2020, 0, 1))
/** Names of the columns: A, B, C. There are fewer than 27. */
const letters = entryColumns.map((_, index) => String.fromCharCode(65 + index))

/**
 * Progress entries as a workbook (XLSX): typed numbers and dates with formats, a header row that stays in sight, a filter
 * on each column. Written as it is read: memory does not grow with the rows. The caller keeps to `maximumSheetRows`.
 *
 * @param pages entries in pages, in the order in which they are written
 */
export function progressEntriesXlsx(
  pages: AsyncIterable<readonly ExportedEntry[]>,
  language: Language,
): NodeJS.ReadableStream {
  const zip = new ZipFile()
  const options = { mtime: writtenAt, compressionLevel: 3 }
  for (const [path, xml] of workbookParts(sheetName[language])) zip.addBuffer(Buffer.from(xml), path, options)

  const sheet = Readable.from(inPieces(sheetXml(pages, language)), { objectMode: false })
  const output = zip.outputStream
  // A failed read of the rows must break the download off: a zip that ends early would look whole to nobody.
  sheet.once('error', (error) => Readable.prototype.destroy.call(output, error))
  zip.addReadStream(sheet, sheetPath, options)
  zip.end()
  return output
}

async function* sheetXml(pages: AsyncIterable<readonly ExportedEntry[]>, language: Language): AsyncGenerator<string> {
  const widths = entryColumns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const headers = entryColumns.map(({ header }, index) =>
    textCell(`${letters[index]}1`, header[language], style.header),
  )
  yield `${sheetHead}<sheetViews><sheetView workbookViewId="0">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
<cols>${widths.join('')}</cols><sheetData><row r="1">${headers.join('')}</row>`

  let rows = 1
  for await (const page of pages) {
    let xml = ''
    for (const entry of page) {
      rows += 1
      xml += sheetRow(entry, rows, language)
      if (rows % 256 !== 0) continue
      yield xml
      xml = ''
    }
    yield xml
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${rows}"/></worksheet>`
}

function sheetRow(entry: ExportedEntry, row: number, language: Language): string {
  let cells = ''
  for (const [index, column] of entryColumns.entries()) {
    cells += sheetCell(`${letters[index]}${row}`, column.cell(entry, language))
  }
  return `<row r="${row}">${cells}</row>`
}

function sheetCell(at: string, cell: Cell): string {
  switch (cell.is) {
    case 'empty':
      return ''
    case 'text':
      return textCell(at, cell.text, style.text)
    case 'number':
      return `<c r="${at}" s="${style.number(cell.decimals)}"><v>${decimalText(cell.value, cell.decimals)}</v></c>`
    case 'date':
      return `<c r="${at}" s="${style.date}"><v>${dateSerial(cell.on)}</v></c>`
    case 'moment':
      return `<c r="${at}" s="${style.moment}"><v>${beijingSerial(cell.at)}</v></c>`
    default:
      return cell satisfies never
  }
}

// As an inline string a text is a text for every reader, whatever it begins with.
const textCell = (at: string, text: string, styleIndex: number) =>
  `<c r="${at}" s="${styleIndex}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
