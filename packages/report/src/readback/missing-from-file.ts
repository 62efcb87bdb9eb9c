import { canonicalJson, type ReportFormat } from '@xushi/domain'
import type { ReportModel } from '../model/report-model.ts'
import { missingFromDocx } from './missing-from-docx.ts'
import { missingFromPdf } from './missing-from-pdf.ts'
import { missingFromXlsx } from './missing-from-xlsx.ts'
import type { MissingPart } from './missing-parts.ts'
import { partsOfReport } from './report-parts.ts'

/** Reads a file of a report again and names what of the report does not stand in it: nothing, where the file is whole. */
export async function missingFromFile(
  model: ReportModel,
  bytes: Uint8Array,
  format: ReportFormat,
): Promise<readonly MissingPart[]> {
  switch (format) {
    case 'docx':
      return missingFromDocx(model, bytes)
    case 'pdf':
      return missingFromPdf(model, bytes)
    case 'xlsx':
      return missingFromXlsx(model, bytes)
    case 'json': {
      const { model: found }: { readonly model?: unknown } = JSON.parse(Buffer.from(bytes).toString())
      return canonicalJson(found) === canonicalJson(model) ? [] : [...partsOfReport(model)]
    }
    case 'csv':
      return missingFromCsv(model, Buffer.from(bytes).toString())
    default:
      return format satisfies never
  }
}

const cellEnd = '\u001f'

/** Every text of the report, as a spreadsheet shows it: quotes are undone. */
function missingFromCsv(model: ReportModel, told: string): MissingPart[] {
  const plain = told.replaceAll('""', '"')
  return [...partsOfReport(model, cellEnd)].filter(({ text }) =>
    text.split(cellEnd).some((cell) => !plain.includes(cell.trim())),
  )
}
