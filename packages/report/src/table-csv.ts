import { csvText } from '@xushi/contract'
import { beijingText } from './beijing-time.ts'
import { decimalText } from './decimal-text.ts'
import { inPieces } from './in-pieces.ts'
import type { Cell, Table } from './table.ts'

const byteOrderMark = '\ufeff'

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte-order mark: without it Excel reads Chinese text wrongly), one line for each
 * row, in pieces of about 64 KiB.
 */
export function tableCsv<Row>(table: Table<Row>): AsyncGenerator<Buffer> {
  return inPieces(lines(table))
}

async function* lines<Row>({ columns, pages }: Table<Row>): AsyncGenerator<string> {
  yield `${byteOrderMark}${columns.map(({ header }) => csvText(header)).join(',')}\r\n`
  for await (const page of pages) {
    let text = ''
    let count = 0
    for (const row of page) {
      text += `${columns.map(({ cell }) => csvCell(cell(row))).join(',')}\r\n`
      count += 1
      if (count % 256 !== 0) continue
      yield text
      text = ''
    }
    yield text
  }
}

function csvCell(cell: Cell): string {
  switch (cell.is) {
    case 'empty':
      return ''
    case 'text':
      return csvText(cell.text)
    case 'number':
      return decimalText(cell.value, cell.decimals)
    case 'date':
      return cell.on
    case 'moment':
      return beijingText(cell.at)
    default:
      return cell satisfies never
  }
}
