import type { ReportModel } from '../model/report-model.ts'
import { type MissingPart, missingParts } from './missing-parts.ts'
import { readPdf } from './pdf-text.ts'

/** Reads a PDF again and names what of its report does not stand in it. */
export async function missingFromPdf(model: ReportModel, bytes: Uint8Array): Promise<MissingPart[]> {
  const { pages } = await readPdf(bytes)
  return missingParts(model, pages.map(({ text }) => text).join(''))
}
