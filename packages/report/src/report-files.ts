import { canonicalJson, type ReportFormat } from '@xushi/domain'
import type { ReportImprint, ReportModel } from './model/report-model.ts'

/**
 * A report as a file; the same report gives the same bytes. What writes a format is loaded with the first report in it, so that a server
 * that writes none carries none of it.
 *
 * @throws MissingGlyphError in PDF and DOCX, when a character has no glyph
 */
export async function reportFile(model: ReportModel, imprint: ReportImprint, format: ReportFormat): Promise<Buffer> {
  switch (format) {
    case 'docx':
      return (await import('./docx/report-docx.ts')).reportDocx(model, imprint)
    case 'pdf':
      return (await import('./pdf/report-pdf.ts')).reportPdf(model, imprint)
    case 'xlsx':
      return (await import('./xlsx/report-xlsx.ts')).reportXlsx(model, imprint)
    case 'csv':
      return (await import('./csv/report-csv.ts')).reportCsv(model, imprint)
    case 'json':
      return Buffer.from(canonicalJson({ imprint, model }))
    default:
      return format satisfies never
  }
}

const barred = /[\\/:*?"<>|\s]+/g

/** 推动工业互联网加快发展目标进展月报（2020-10）.docx */
export function reportFileName({ title, request }: ReportModel, format: ReportFormat): string {
  const name = title.replace(barred, request.language === 'zh' ? '' : ' ').trim()
  const period = request.language === 'zh' ? `（${request.period}）` : ` (${request.period})`
  return `${name}${period}.${format}`
}
