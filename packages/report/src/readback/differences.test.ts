import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alteredDocx } from '../docx/altered-docx.fixture.ts'
import { reportDocx } from '../docx/report-docx.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import { differences } from './differences.ts'
import { differencesInDocx } from './differences-in-docx.ts'

const numbered = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}${index}`)

describe('differences', () => {
  it.each([
    { case: 'the same', found: ['甲', '乙', '丙'], differs: [] },
    { case: 'other spaces', found: ['甲 ', '乙', ' 丙'], differs: [] },
    { case: 'a changed piece', found: ['甲', '丁', '丙'], differs: [{ expected: '乙', found: '丁' }] },
    { case: 'a piece that is gone', found: ['甲', '丙'], differs: [{ expected: '乙', found: null }] },
    { case: 'a piece that was added', found: ['甲', '乙', '丁', '丙'], differs: [{ expected: null, found: '丁' }] },
    {
      case: 'a piece that moved',
      found: ['乙', '丙', '甲'],
      differs: [
        { expected: '甲', found: null },
        { expected: null, found: '甲' },
      ],
    },
    {
      case: 'two pieces for one',
      found: ['甲', '丁', '戊', '丙'],
      differs: [
        { expected: '乙', found: '丁' },
        { expected: null, found: '戊' },
      ],
    },
  ])('are told for $case', async ({ found, differs }) => {
    expect(await differences(['甲', '乙', '丙'], found)).toEqual({ differences: differs, more: 0 })
  })

  it('lists fifty and counts the rest', async () => {
    const { differences: listed, more } = await differences(numbered(80, 'a'), numbered(80, 'b'))
    expect([listed.length, more]).toEqual([50, 30])
  })

  it('holds other files side by side, however long they are', async () => {
    const { differences: listed, more } = await differences(numbered(20_000, 'a'), numbered(10_000, 'b'))
    expect(listed[0]).toEqual({ expected: 'a0', found: 'b0' })
    expect(listed.length + more).toBe(20_000)
  })

  it('are none exactly where all pieces are the same', async () => {
    const pieces = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(pieces, pieces, async (expected, found) => {
        const { differences: listed } = await differences(expected, found)
        expect(listed.length === 0).toBe(expected.join() === found.join())
      }),
    )
  })
})

describe('differencesInDocx', () => {
  it('tells a changed figure by its row, a mark that was taken off, and nothing of how the file is packed', async () => {
    const bytes = await reportDocx(sampleReport, sampleImprint)
    expect(await differencesInDocx(bytes, await alteredDocx(bytes, 'word/document.xml', (xml) => xml))).toEqual({
      differences: [],
      more: 0,
    })

    const altered = await alteredDocx(bytes, 'word/document.xml', (xml) => xml.replace('>143个<', '>153个<'))
    expect((await differencesInDocx(bytes, altered)).differences).toEqual([
      {
        expected: 'T10 | 安全监测重点平台 | 143个 | ≥150个 | 95.3% | −24.6 | ▼ 滞后',
        found: 'T10 | 安全监测重点平台 | 153个 | ≥150个 | 95.3% | −24.6 | ▼ 滞后',
      },
    ])

    const unmark = (xml: string) => xml.replace('含演示数据，不作依据', '')
    const unmarked = await alteredDocx(await alteredDocx(bytes, 'word/header1.xml', unmark), 'word/header2.xml', unmark)
    expect((await differencesInDocx(bytes, unmarked)).differences).toEqual([
      { expected: '系统生成稿 未发布 含演示数据，不作依据', found: '系统生成稿 未发布' },
    ])
  })
})
