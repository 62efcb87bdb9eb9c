import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { beijingSerial, dateSerial } from '../beijing-time.ts'
import { decimalText } from '../decimal-text.ts'
import { inPieces } from '../in-pieces.ts'
import { element } from '../office/xml-element.ts'
import { zipEntry } from '../office/zip-package.ts'
import type { Cell, Table } from '../table.ts'
import { columnLetters, dateFormat, numberXml, textXml } from './cell-xml.ts'
import { amountFormat } from './number-format.ts'
import { sheetStart, viewsXml, widthsXml } from './sheet-xml.ts'
import { styleBook, textFormat } from './style-book.ts'
import { sheetPath, workbookParts } from './workbook-parts.ts'

/** A sheet could hold 1,048,576 rows, but nobody can work with one of that size; beyond this, CSV is the better file. */
export const maximumSheetRows = 100_000

/** Places that a number style exists for; an indicator has at most six. */
const mostDecimals = 6

/** The styles of a table, which are written before its first row is read. */
function tableStyles() {
  const book = styleBook('zh')
  const numbers = Array.from({ length: mostDecimals + 1 }, (_, places) => book.of({ format: amountFormat(places) }))
  return {
    text: book.of({ format: textFormat }),
    header: book.of({ format: textFormat, font: 'bold', box: 'head' }),
    date: book.of({ format: dateFormat }),
    moment: book.of({ format: `${dateFormat}\\ hh:mm:ss` }),
    number: (decimals: number) => numbers[Math.min(decimals, mostDecimals)] ?? 0,
    xml: book.xml(),
  }
}

type TableStyles = ReturnType<typeof tableStyles>

/**
 * A table as a workbook (XLSX): typed numbers and dates with formats, a header row that stays in sight, a filter on each
 * column. Written as it is read: memory does not grow with the rows. The same rows give the same bytes. The caller keeps to
 * `maximumSheetRows`.
 */
export function tableXlsx<Row>(table: Table<Row>): NodeJS.ReadableStream {
  const zip = new ZipFile()
  const options = { ...zipEntry(), compressionLevel: 3 }
  const styles = tableStyles()
  const parts = workbookParts({ sheets: [table.name] }).set('xl/styles.xml', styles.xml)
  for (const [path, xml] of parts) zip.addBuffer(Buffer.from(xml), path, options)

  const sheet = Readable.from(inPieces(sheetXml(table, styles)), { objectMode: false })
  const output = zip.outputStream
  // A failed read of the rows must break the download off: a zip that ends early would look whole to nobody.
  sheet.once('error', (error) => Readable.prototype.destroy.call(output, error))
  zip.addReadStream(sheet, sheetPath(1), options)
  zip.end()
  return output
}

async function* sheetXml<Row>({ columns, pages }: Table<Row>, styles: TableStyles): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnLetters(index))
  const headers = columns.map(({ header }, index) => textXml(`${letters[index]}1`, header, styles.header))
  const view = viewsXml({ rows: 1, columns: 0, selected: true, gridLines: true })
  yield `${sheetStart}${view}${widthsXml(columns.map(({ width }) => width))}<sheetData>`
  yield element('row', { r: 1 }, headers)

  let rows = 1
  for await (const page of pages) {
    let xml = ''
    for (const row of page) {
      rows += 1
      const at = rows
      xml += element(
        'row',
        { r: at },
        columns.flatMap(({ cell }, index) => sheetCell(`${letters[index]}${at}`, cell(row), styles)),
      )
      if (rows % 256 !== 0) continue
      yield xml
      xml = ''
    }
    yield xml
  }
  yield `</sheetData>${element('autoFilter', { ref: `A1:${letters.at(-1)}${rows}` })}</worksheet>`
}

function sheetCell(at: string, cell: Cell, styles: TableStyles) {
  switch (cell.is) {
    case 'empty':
      return []
    case 'text':
      return [textXml(at, cell.text, styles.text)]
    case 'number':
      return [numberXml(at, decimalText(cell.value, cell.decimals), styles.number(cell.decimals))]
    case 'date':
      return [numberXml(at, String(dateSerial(cell.on)), styles.date)]
    case 'moment':
      return [numberXml(at, String(beijingSerial(cell.at)), styles.moment)]
    default:
      return cell satisfies never
  }
}
