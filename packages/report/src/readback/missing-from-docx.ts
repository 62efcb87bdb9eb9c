import { xmlCharacters } from '@xushi/contract'
import { statusGlyph } from '../docx/status-glyph.ts'
import { headingNumbers } from '../layout/heading-numbers.ts'
import type { ReportModel } from '../model/report-model.ts'
import type { DocxPiece } from './docx-pieces.ts'
import { readDocx } from './docx-text.ts'
import type { MissingPart } from './missing-parts.ts'
import { partsOfReport, type ReportPart } from './report-parts.ts'

/**
 * Reads a Word file again and names each heading, paragraph, row, caption and chart of its report that does not stand in it, in the order
 * of the report. A heading must be one, with its number; a chart is found by its sentence. Space at the ends does not count.
 */
export async function missingFromDocx(model: ReportModel, bytes: Uint8Array): Promise<MissingPart[]> {
  const { pieces } = await readDocx(bytes)
  const found = pieces.map(comparedPiece)
  const numbers = headingNumbers(
    model.sections.map(({ level }) => level),
    model.request.language,
  )
  let from = 0
  let headings = 0
  return [...partsOfReport(model, cellEnd)].filter((part) => {
    const number = part.part === 'heading' ? (numbers[headings++] ?? '') : ''
    const wanted = compared(`${number}${part.text}`)
    if (wanted === '') return false
    const place = found.findIndex((piece, index) => index >= from && fits(piece, part, wanted))
    if (place === -1) return true
    from = place + 1
    return false
  })
}

const cellEnd = '\u001f'
const shapes = Object.values(statusGlyph).join('')
const shapeBefore = new RegExp(`^[${shapes}] `, 'u')

type Compared = { readonly is: DocxPiece['is']; readonly kind: string; readonly text: string }

function comparedPiece(piece: DocxPiece): Compared {
  if (piece.is === 'picture') return { is: 'picture', kind: '', text: compared(piece.text) }
  if (piece.is === 'paragraph') return { is: 'paragraph', kind: piece.kind, text: compared(piece.text) }
  const cells = piece.cells.map((cell) => cell.replace(shapeBefore, ''))
  return { is: 'row', kind: '', text: compared(cells.join(cellEnd)) }
}

/** As a file can carry it, with each stretch of white space as one space. */
function compared(text: string): string {
  return text
    .split(cellEnd)
    .map((piece) => xmlCharacters(piece).replace(/\s+/gu, ' ').trim())
    .join(cellEnd)
    .replace(new RegExp(`^${cellEnd}*$`), '')
}

function fits({ is, kind, text }: Compared, { part }: ReportPart, wanted: string): boolean {
  switch (part) {
    case 'title':
    case 'subtitle':
    case 'heading':
      return kind === part && text === wanted
    case 'caption':
      // 表1 and 图1（1/2） stand before it.
      return kind === part && text.endsWith(wanted)
    case 'header':
    case 'row':
      return is === 'row' && text === wanted
    case 'sentence':
      return is === 'picture' && text === wanted
    case 'paragraph':
    case 'note':
      return is === 'paragraph' && kind === 'text' && text === wanted
    default:
      return part satisfies never
  }
}
