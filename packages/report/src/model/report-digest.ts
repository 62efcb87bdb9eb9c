import { createHash } from 'node:crypto'
import { canonicalJson } from '@xushi/domain'
import type { ReportModel } from './report-model.ts'

/** SHA-256 of the canonical JSON of a model, as 64 hexadecimal digits: printed in every file of the report. */
export function reportDigest(model: ReportModel): string {
  return createHash('sha256').update(canonicalJson(model)).digest('hex')
}
