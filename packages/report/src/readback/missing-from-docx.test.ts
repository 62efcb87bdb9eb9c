import { describe, expect, it } from 'vitest'
import { alteredDocx } from '../docx/altered-docx.fixture.ts'
import { reportDocx } from '../docx/report-docx.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import { missingOfOtherSummary, otherSummary, turnedRows, withBlocks } from './altered-report.fixture.ts'
import { missingFromDocx } from './missing-from-docx.ts'

const bytes = await reportDocx(sampleReport, sampleImprint)

describe('missingFromDocx', () => {
  it('finds nothing missing in the file of the report', async () => {
    expect(await missingFromDocx(sampleReport, bytes)).toEqual([])
  })

  it('names a heading and a paragraph that the file does not say', async () => {
    expect(await missingFromDocx(otherSummary, bytes)).toEqual(missingOfOtherSummary)
  })

  it('names a row of which one cell differs, by its number', async () => {
    const altered = await alteredDocx(bytes, 'word/document.xml', (xml) => xml.replace('−</w:t>', '＋</w:t>'))
    expect(await missingFromDocx(sampleReport, altered)).toMatchObject([
      { section: 'ahead', part: 'row', id: 'targets', row: 1 },
    ])
  })

  it('does not take two cells for one', async () => {
    const altered = withBlocks((block) =>
      block.is === 'table' && block.table.id === 'targets'
        ? {
            ...block,
            table: {
              ...block.table,
              rows: block.table.rows.map(([first, second, ...rest], index) =>
                index === 0
                  ? [{ text: `${first?.text}安全` }, { text: '监测重点平台' }, ...rest]
                  : [first, second, ...rest].flatMap((cell) => cell ?? []),
              ),
            },
          }
        : block,
    )
    expect(await missingFromDocx(altered, bytes)).toMatchObject([{ part: 'row', row: 1 }])
  })

  it('notices rows in another order', async () => {
    expect((await missingFromDocx(turnedRows, bytes)).map(({ part }) => part)).toContain('row')
  })

  it('names a chart whose picture says nothing to those who do not see it', async () => {
    const altered = await alteredDocx(bytes, 'word/document.xml', (xml) => xml.replace(/ descr="江苏[^"]*"/, ''))
    expect(await missingFromDocx(sampleReport, altered)).toMatchObject([
      { section: 'nodes', part: 'sentence', id: 'by-region' },
    ])
  })

  it('does not take a paragraph for a heading', async () => {
    const altered = await alteredDocx(bytes, 'word/document.xml', (xml) =>
      xml.replace('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="BodyText"/>'),
    )
    expect(await missingFromDocx(sampleReport, altered)).toMatchObject([{ section: 'ahead', part: 'heading' }])
  })
})
