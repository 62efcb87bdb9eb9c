import { reportFormats } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import { alteredDocx } from '../docx/altered-docx.fixture.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import { reportFile } from '../report-files.ts'
import { differencesInFile } from './differences-in-file.ts'
import { missingFromFile } from './missing-from-file.ts'
import { reportInFile } from './report-in-file.ts'
import { UnreadableFileError } from './unreadable-file.ts'

const imprint = { ...sampleImprint, number: '进展报告〔2020〕3号', state: 'issued', report: 'an-id' } as const
/** The same report with one figure of one row changed, under the digest of the true one: what a forger would hand in. */
const forged = {
  ...sampleReport,
  sections: sampleReport.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.is === 'table'
        ? {
            ...block,
            table: {
              ...block.table,
              rows: block.table.rows.map((row, index) =>
                index > 0 ? row : row.map((cell, place) => (place === 1 ? { ...cell, text: '987654' } : cell)),
              ),
            },
          }
        : block,
    ),
  })),
}

describe.each(reportFormats)('a report as %s', (format) => {
  it('says which report it is, whatever its name', async () => {
    const {
      request,
      imprint: read,
      format: found,
    } = await reportInFile(await reportFile(sampleReport, imprint, format))
    expect(found).toBe(format)
    expect(request).toEqual(sampleReport.request)
    const { build: _, ...named } = imprint
    expect(read).toEqual(named)
  })

  it('is whole, and another report is not in it', async () => {
    const bytes = await reportFile(sampleReport, imprint, format)
    expect(await missingFromFile(sampleReport, bytes, format)).toEqual([])
    expect(await missingFromFile(forged, bytes, format)).not.toEqual([])
  })

  it('differs from a forged one in the figure that was changed, and from itself in nothing', async () => {
    const [expected, found] = [
      await reportFile(sampleReport, imprint, format),
      await reportFile(forged, imprint, format),
    ]
    expect(await differencesInFile(expected, expected, format)).toEqual({ differences: [], more: 0 })
    const { differences } = await differencesInFile(expected, found, format)
    expect(differences.map((one) => one.found ?? '').join('\n')).toContain('987654')
  })
})

describe('a file that is no report', () => {
  it.each(['', 'text', '{}', '{"imprint":{},"model":{"request":{"kind":"monthly"}}}', '%PDF-1.7', 'PK\u0003\u0004'])(
    'is told so: %s',
    async (text) => {
      await expect(reportInFile(Buffer.from(text))).rejects.toThrow(UnreadableFileError)
    },
  )

  it('is a Word file whose properties were taken away', async () => {
    const bytes = await reportFile(sampleReport, imprint, 'docx')
    const bare = await alteredDocx(bytes, 'docProps/custom.xml', (xml) => xml.replaceAll('XushiRequest', 'Other'))
    await expect(reportInFile(bare)).rejects.toThrow(UnreadableFileError)
  })
})
