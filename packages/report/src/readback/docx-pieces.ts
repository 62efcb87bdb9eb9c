import type { ParagraphKind } from './paragraph-kinds.ts'
import { readXml, type XmlElement } from './xml-events.ts'

/** What a Word file says, piece by piece in the order in which it is read. */
export type DocxPiece =
  | ({ readonly is: 'paragraph'; readonly text: string } & ParagraphKind)
  | { readonly is: 'row'; readonly cells: readonly string[]; readonly repeated: boolean }
  /** A picture, by what is said to those who do not see it. */
  | { readonly is: 'picture'; readonly text: string }

type OpenParagraph = { style: string | null; text: string }
/** A field of Word: its instruction, and whether its result is being read. */
type OpenField = { instruction: string; result: boolean }
type OpenRow = { readonly cells: string[]; repeated: boolean }

/** What is in a file and not said by it: deleted text, old formats, and the second drawing for programs that lack the first. */
const unsaid = new Set(['del', 'moveFrom', 'pPrChange', 'rPrChange', 'Fallback'])

/** Numbers of pages are what a program made of them last; they are no part of what the file says. */
const pageNumber = /^\s*(?:PAGE|NUMPAGES)\b/

/** Reads a part of a Word file: its document, a header or a footer. */
export async function docxPieces(
  part: Uint8Array,
  kindOf: (style: string | null) => ParagraphKind,
): Promise<DocxPiece[]> {
  const pieces: DocxPiece[] = []
  const paragraphs: OpenParagraph[] = []
  const rows: OpenRow[] = []
  const fields: OpenField[] = []
  let skipped = 0
  let runs = 0
  let spoken = false
  let instructed = false

  await readXml(part, {
    open: (element) => {
      if (unsaid.has(element.name)) skipped += 1
      if (skipped > 0) return
      opened(element)
    },
    close: ({ name }) => {
      if (unsaid.has(name)) skipped -= 1
      else if (skipped === 0) closed(name)
    },
    text: (text) => {
      const paragraph = paragraphs.at(-1)
      const field = fields.at(-1)
      if (instructed && field !== undefined) field.instruction += text
      if (spoken && skipped === 0 && paragraph !== undefined && !fields.some(isPageNumber)) paragraph.text += text
    },
  })
  return pieces

  function opened({ name, attributes }: XmlElement): void {
    const paragraph = paragraphs.at(-1)
    if (name === 'p') paragraphs.push({ style: null, text: '' })
    else if (name === 'pStyle' && paragraph !== undefined) paragraph.style = attributes.val ?? null
    else if (name === 'tr') rows.push({ cells: [], repeated: false })
    else if (name === 'tc') rows.at(-1)?.cells.push('')
    else if (name === 'tblHeader' && rows.length > 0) markRepeated(attributes.val)
    else if (name === 'docPr' && attributes.descr) pieces.push({ is: 'picture', text: attributes.descr })
    else if (name === 'r') runs += 1
    else if (name === 't') spoken = true
    else if (name === 'instrText') instructed = true
    else if (name === 'fldSimple') fields.push({ instruction: attributes.instr ?? '', result: true })
    else if (name === 'fldChar') fieldMark(attributes.fldCharType)
    else if (runs > 0 && paragraph !== undefined) paragraph.text += mark(name, attributes)
  }

  function closed(name: string): void {
    if (name === 't') spoken = false
    else if (name === 'instrText') instructed = false
    else if (name === 'fldSimple') fields.pop()
    else if (name === 'r') runs -= 1
    else if (name === 'p') endParagraph(paragraphs.pop())
    else if (name === 'tr') endRow(rows.pop())
  }

  function fieldMark(type: string | undefined): void {
    const field = fields.at(-1)
    if (type === 'begin') fields.push({ instruction: '', result: false })
    else if (type === 'end') fields.pop()
    else if (field !== undefined) field.result = true
  }

  function markRepeated(value: string | undefined): void {
    const row = rows.at(-1)
    if (row !== undefined) row.repeated = !['0', 'false', 'off'].includes(value ?? '1')
  }

  function endParagraph(paragraph: OpenParagraph | undefined): void {
    if (paragraph === undefined) return
    if (rows.length > 0) addToCell(paragraph.text)
    else if (paragraph.text.trim() !== '') {
      pieces.push({ is: 'paragraph', ...kindOf(paragraph.style), text: paragraph.text })
    }
  }

  function addToCell(text: string): void {
    const cells = rows.at(-1)?.cells ?? []
    const before = cells.pop() ?? ''
    cells.push(before === '' ? text : `${before}\n${text}`)
  }

  /** A table in a cell is part of its text. */
  function endRow(row: OpenRow | undefined): void {
    if (row === undefined) return
    if (rows.length > 0) addToCell(row.cells.join('\t'))
    else pieces.push({ is: 'row', ...row })
  }
}

function isPageNumber({ instruction, result }: OpenField): boolean {
  return result && pageNumber.test(instruction)
}

function mark(name: string, attributes: Readonly<Record<string, string>>): string {
  switch (name) {
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '\u2011'
    case 'sym':
      return String.fromCodePoint(Math.min(Number.parseInt(attributes.char ?? '', 16) || 0xfffd, 0xffff))
    default:
      return ''
  }
}
