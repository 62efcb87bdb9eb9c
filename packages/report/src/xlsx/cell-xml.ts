import { dateSerial } from '../beijing-time.ts'
import { element, type Xml } from '../office/xml-element.ts'
import type { SheetCell } from './sheet.ts'
import { type StyleBook, textFormat } from './style-book.ts'

/** The name of a column of a sheet by its place from 0: A to Z, then AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnLetters(Math.floor(index / 26) - 1)}${last}`
}

/** What a cell holds, in UTF-16 units (ECMA-376 18.18.93 and what Excel takes). */
export const longestText = 32_767
/** Beyond it, some programs show a cell of the format of texts as ####. */
const longestOfTextFormat = 255

export function cellXml(at: string, cell: SheetCell, styles: StyleBook): Xml {
  switch (cell.is) {
    case 'empty':
      return element('c', { r: at, s: styles.of(cell.style) })
    case 'text': {
      const { format, ...style } = cell.style
      if (cell.text.length > longestOfTextFormat) return textXml(at, cell.text, styles.of({ ...style, quoted: true }))
      return textXml(at, cell.text, styles.of({ ...style, format: format ?? textFormat }))
    }
    case 'number':
      return numberXml(at, String(cell.value), styles.of(cell.style))
    case 'date':
      return numberXml(at, String(dateSerial(cell.on)), styles.of({ ...cell.style, format: dateFormat }))
    default:
      return cell satisfies never
  }
}

export const dateFormat = 'yyyy\\-mm\\-dd'

/** As an inline string a text is a text for every reader, whatever it begins with. */
export function textXml(at: string, text: string, style: number): Xml {
  const said = inCell(text)
  return element('c', { r: at, s: style, t: 'inlineStr' }, [
    element('is', {}, [element('t', { 'xml:space': 'preserve' }, said)]),
  ])
}

export const numberXml = (at: string, value: string, style: number): Xml =>
  element('c', { r: at, s: style }, [element('v', {}, value)])

/** A cell reads _x0041_ as A (ECMA-376 22.9.2.19), so the underscore of such a text is written by its number. */
function inCell(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .slice(0, longestText)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
