import type { ReportModel } from '../model/report-model.ts'
import { partsOfReport, type ReportPart } from './report-parts.ts'

/** A part of a report that is not to be read in a file. */
export type MissingPart = ReportPart

/**
 * Names each heading, paragraph, row and caption of a report that does not stand in the text of its file, in the order of the report.
 * White space does not count, nor where lines and pages end.
 *
 * @param told the text of the file in reading order
 */
export function missingParts(model: ReportModel, told: string): MissingPart[] {
  const all = compared(told)
  let from = 0
  return [...partsOfReport(model)].filter(({ part, text }) => {
    // What a chart says to those who do not see it is no text of a page.
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
