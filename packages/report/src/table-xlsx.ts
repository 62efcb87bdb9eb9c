import { Readable } from 'node:stream'
import { xmlText } from '@xushi/contract'
import { ZipFile } from 'yazl'
import { beijingSerial, dateSerial } from './beijing-time.ts'
import { decimalText } from './decimal-text.ts'
import { inPieces } from './in-pieces.ts'
import type { Cell, Table } from './table.ts'
import { sheetHead, sheetPath, style, workbookParts } from './workbook-parts.ts'

/** A sheet could hold 1,048,576 rows, but nobody can work with one of that size; beyond this, CSV is the better file. */
export const maximumSheetRows = 100_000

// The same rows give the same file: the zip carries this instead of the hour in which it was written.
const writtenAt = new Date(Date.UTC(2020, 0, 1))

/**
 * A table as a workbook (XLSX): typed numbers and dates with formats, a header row that stays in sight, a filter on each
 * column. Written as it is read: memory does not grow with the rows. The caller keeps to `maximumSheetRows`.
 */
export function tableXlsx<Row>(table: Table<Row>): NodeJS.ReadableStream {
  const zip = new ZipFile()
  const options = { mtime: writtenAt, compressionLevel: 3 }
  for (const [path, xml] of workbookParts(table.name)) zip.addBuffer(Buffer.from(xml), path, options)

  const sheet = Readable.from(inPieces(sheetXml(table)), { objectMode: false })
  const output = zip.outputStream
  // A failed read of the rows must break the download off: a zip that ends early would look whole to nobody.
  sheet.once('error', (error) => Readable.prototype.destroy.call(output, error))
  zip.addReadStream(sheet, sheetPath, options)
  zip.end()
  return output
}

async function* sheetXml<Row>({ columns, pages }: Table<Row>): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnLetters(index))
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const headers = columns.map(({ header }, index) => textCell(`${letters[index]}1`, header, style.header))
  yield `${sheetHead}<sheetViews><sheetView workbookViewId="0">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
<cols>${widths.join('')}</cols><sheetData><row r="1">${headers.join('')}</row>`

  let rows = 1
  for await (const page of pages) {
    let xml = ''
    for (const row of page) {
      rows += 1
      const at = rows
      const cells = columns.map(({ cell }, index) => sheetCell(`${letters[index]}${at}`, cell(row)))
      xml += `<row r="${at}">${cells.join('')}</row>`
      if (rows % 256 !== 0) continue
      yield xml
      xml = ''
    }
    yield xml
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${rows}"/></worksheet>`
}

/** The name of a column of a sheet by its place from 0: A to Z, then AA. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnLetters(Math.floor(index / 26) - 1)}${last}`
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
