import { reportFormats } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import { reportDigest } from './model/report-digest.ts'
import { sampleImprint, sampleReport } from './model/report-model.fixture.ts'
import { reportFile, reportFileName } from './report-files.ts'

describe('the file of a report', () => {
  it.each(reportFormats)('is the same bytes for the same report, as %s', async (format) => {
    const [once, twice] = [
      await reportFile(sampleReport, sampleImprint, format),
      await reportFile(sampleReport, sampleImprint, format),
    ]
    expect(once.length).toBeGreaterThan(1000)
    expect(once.equals(twice)).toBe(true)
  })

  it('is named by its title and period, without what a folder would take for a path', () => {
    expect(reportFileName(sampleReport, 'docx')).toBe('工业互联网加快发展目标进展月报（2020-10）.docx')
    expect(reportFileName({ ...sampleReport, title: '../a:b/c*' }, 'pdf')).toBe('..abc（2020-10）.pdf')
    const english = { ...sampleReport.request, language: 'en' as const }
    expect(reportFileName({ ...sampleReport, title: 'Targets: monthly report', request: english }, 'csv')).toBe(
      'Targets monthly report (2020-10).csv',
    )
  })
})

describe('reportDigest', () => {
  it('is another one where a single figure is', () => {
    const altered = { ...sampleReport, subtitle: sampleReport.subtitle.replace('29', '30') }
    expect(reportDigest(sampleReport)).toMatch(/^[0-9a-f]{64}$/)
    expect(reportDigest(altered)).not.toBe(reportDigest(sampleReport))
    expect(reportDigest(structuredClone(sampleReport))).toBe(reportDigest(sampleReport))
  })
})
