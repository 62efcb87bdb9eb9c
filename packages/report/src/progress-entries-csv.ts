import { beijingText } from './beijing-time.ts'
import { decimalText } from './decimal-text.ts'
import { type Cell, entryColumns } from './entry-columns.ts'
import type { ExportedEntry, Language } from './exported-entry.ts'
import { inPieces } from './in-pieces.ts'
import { csvText } from './text-cell.ts'

const byteOrderMark = '\ufeff'

/**
 * Progress entries as CSV (RFC 4180, UTF-8 with a byte-order mark: without it Excel reads Chinese text wrongly), one line
 * each, in pieces of about 64 KiB.
 *
 * @param pages entries in pages, in the order in which they are written
 */
export function progressEntriesCsv(
  pages: AsyncIterable<readonly ExportedEntry[]>,
  language: Language,
): AsyncGenerator<Buffer> {
  return inPieces(lines(pages, language))
}

async function* lines(pages: AsyncIterable<readonly ExportedEntry[]>, language: Language): AsyncGenerator<string> {
  yield `${byteOrderMark}${entryColumns.map(({ header }) => csvText(header[language])).join(',')}\r\n`
  for await (const page of pages) {
    let text = ''
    let count = 0
    for (const entry of page) {
      text += `${entryColumns.map((column) => csvCell(column.cell(entry, language))).join(',')}\r\n`
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
