import type { ReportModel } from '../model/report-model.ts'
import { readPdf } from './pdf-text.ts'
import { partsOfReport, type ReportPart } from './report-parts.ts'

/** A part of a report that is not to be read in a file. */
export type MissingPart = ReportPart

/**
 * Reads a file again and names each heading, paragraph, row and caption of its report that does not stand in it, in the order of the
 * report. White space does not count, nor where lines and pages end.
 */
export async function missingFromPdf(model: ReportModel, bytes: Uint8Array): Promise<MissingPart[]> {
  const { pages } = await readPdf(bytes)
  const all = compared(pages.map(({ text }) => text).join(''))
  let from = 0
  return [...partsOfReport(model)].filter(({ part, text }) => {
    // A page has no words for those who do not see it; its structure has.
    if (part === 'sentence') return false
    const wanted = compared(text)
    const found = all.indexOf(wanted, from)
    if (found === -1) return true
    from = found + wanted.length
    return false
  })
}

/** Without white space, and with characters that share a drawing written alike, since a file keeps the drawing. */
function compared(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '')
}
