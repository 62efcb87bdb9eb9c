import { describe, expect, it } from 'vitest'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import { reportPdf } from '../pdf/report-pdf.ts'
import { missingFromPdf } from './missing-from-pdf.ts'

describe('missingFromPdf', () => {
  it('names what a file of another report does not say', async () => {
    const bytes = await reportPdf(sampleReport, sampleImprint)
    const altered = {
      ...sampleReport,
      sections: sampleReport.sections.map((section) =>
        section.id === 'summary'
          ? { ...section, heading: '总体形势', blocks: [{ is: 'paragraph' as const, text: '滞后3项。' }] }
          : section,
      ),
    }
    expect(await missingFromPdf(altered, bytes)).toEqual([
      { section: 'summary', part: 'heading', id: null, row: null, text: '总体形势' },
      { section: 'summary', part: 'paragraph', id: null, row: null, text: '滞后3项。' },
    ])
  })

  it('notices rows in another order', async () => {
    const bytes = await reportPdf(sampleReport, sampleImprint)
    const turned = sampleReport.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.is === 'table' && block.table.id === 'targets'
          ? { ...block, table: { ...block.table, rows: block.table.rows.toReversed() } }
          : block,
      ),
    }))
    const missing = await missingFromPdf({ ...sampleReport, sections: turned }, bytes)
    expect(missing.map(({ part }) => part)).toContain('row')
  })
})
