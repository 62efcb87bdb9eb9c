import { buildReport, type ReportMaterial, type ReportModel, type ReportRequest } from '@xushi/report'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { reportMaterial } from './report-material.ts'

/** The report that a request describes, read at its ledger number and written down; asked again, it is the same. */
export async function reportModel(
  sources: Sources,
  request: ReportRequest,
  texts: ReportMaterial['texts'] = {},
): Promise<ReportModel> {
  return buildReport(await reportMaterial(sources, request, texts))
}
