import { describe, expect, it } from 'vitest'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import { reportPdf } from '../pdf/report-pdf.ts'
import { missingOfOtherSummary, otherSummary, turnedRows } from './altered-report.fixture.ts'
import { missingFromPdf } from './missing-from-pdf.ts'

const bytes = await reportPdf(sampleReport, sampleImprint)

describe('missingFromPdf', () => {
  it('names what a file of another report does not say', async () => {
    expect(await missingFromPdf(otherSummary, bytes)).toEqual(missingOfOtherSummary)
  })

  it('notices rows in another order', async () => {
    const missing = await missingFromPdf(turnedRows, bytes)
    expect(missing.map(({ part }) => part)).toContain('row')
  })
})
