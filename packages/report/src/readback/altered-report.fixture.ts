import { sampleReport } from '../model/report-model.fixture.ts'
import type { ReportBlock, ReportModel } from '../model/report-model.ts'
import type { MissingPart } from './missing-parts.ts'

/** The sample with another summary, and what of that is missing in a file of the sample. */
export const otherSummary: ReportModel = {
  ...sampleReport,
  sections: sampleReport.sections.map((section) =>
    section.id === 'summary'
      ? { ...section, heading: '总体形势', blocks: [{ is: 'paragraph', text: '滞后3项。' }] }
      : section,
  ),
}
export const missingOfOtherSummary: readonly MissingPart[] = [
  { section: 'summary', part: 'heading', id: null, row: null, text: '总体形势' },
  { section: 'summary', part: 'paragraph', id: null, row: null, text: '滞后3项。' },
]

/** The sample with each of its blocks changed. */
export function withBlocks(change: (block: ReportBlock) => ReportBlock): ReportModel {
  const sections = sampleReport.sections.map((section) => ({ ...section, blocks: section.blocks.map(change) }))
  return { ...sampleReport, sections }
}

/** The sample with the rows of its tables in another order. */
export const turnedRows = withBlocks((block) =>
  block.is === 'table' ? { ...block, table: { ...block.table, rows: block.table.rows.toReversed() } } : block,
)
