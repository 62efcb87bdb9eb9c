import { canonicalJson } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import { chartSvg } from '../charts/chart-svg.ts'
import { MissingGlyphError } from '../fonts/missing-glyph.ts'
import { longTable, reportOf, sectionOf, thirtyPages } from '../model/large-report.fixture.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import type { ReportModel } from '../model/report-model.ts'
import { missingFromPdf } from '../readback/missing-from-pdf.ts'
import { readPdf } from '../readback/pdf-text.ts'
import { reportPdf } from './report-pdf.ts'

const paragraph = (text: string) => reportOf([sectionOf([{ is: 'paragraph', text }])])

describe('reportPdf', () => {
  it('says everything that the report says, in its order', async () => {
    expect(await missingFromPdf(sampleReport, await reportPdf(sampleReport, sampleImprint))).toEqual([])
  })

  it('draws every text of its charts as text', async () => {
    const { pages } = await readPdf(await reportPdf(sampleReport, sampleImprint))
    const said = pages
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '')
    for (const block of sampleReport.sections.flatMap(({ blocks }) => blocks)) {
      if (block.is !== 'chart') continue
      const { svg } = await chartSvg(block.chart, 'zh', 442)
      const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text.replace(/\s/g, ''))
      expect(texts.length).toBeGreaterThan(8)
      expect(texts.filter((text) => !said.includes(text))).toEqual([])
    }
  })

  it('is the same bytes again, and others for another report', async () => {
    const once = await reportPdf(sampleReport, sampleImprint)
    const other = await reportPdf({ ...sampleReport, title: '季报' }, sampleImprint)
    expect((await reportPdf(sampleReport, sampleImprint)).equals(once)).toBe(true)
    expect(other.equals(once)).toBe(false)
  })

  it('carries the request and the digest, so that a file tells what it is', async () => {
    const { info, language } = await readPdf(await reportPdf(sampleReport, sampleImprint))
    expect(info).toMatchObject({
      Title: sampleReport.title,
      Subject: sampleReport.subtitle,
      CreationDate: 'D:20201028160000Z',
      XushiRequest: canonicalJson(sampleReport.request),
      XushiStand: canonicalJson(sampleReport.stand),
      XushiDigest: sampleImprint.digest,
      XushiState: 'generated',
    })
    expect(info).not.toHaveProperty('XushiNumber')
    expect(language).toBe('zh-CN')
  })

  it('has bookmarks from its headings, numbered as they are printed', async () => {
    const { bookmarks } = await readPdf(await reportPdf(sampleReport, sampleImprint))
    expect(bookmarks).toEqual([
      { title: '一、编者说明', items: [] },
      {
        title: '二、总体情况',
        items: [{ title: '（一）进展较快的目标', items: [{ title: '1.二级节点', items: [] }] }],
      },
      { title: '三、分地区情况', items: [] },
    ])
  })

  it('has marks, page number and foot on every page, and the whole digest at the end', async () => {
    const { pages } = await readPdf(await reportPdf(sampleReport, sampleImprint))
    for (const [index, { aside }] of pages.entries()) {
      expect(aside).toContain('系统生成稿')
      expect(aside).toContain('未发布')
      expect(aside).toContain('含演示数据，不作依据')
      expect(aside).toContain(`— ${index + 1} —`)
      expect(aside).toContain(`第${index + 1}页，共${pages.length}页`)
      expect(aside).toMatch(/编号 待发布时赋号\s+截至2020-10-29\s+知晓于2020-10-29 15:30\s+台账号10482/)
      expect(aside).toContain('SHA-256 5b7e 90c2 … 41fd')
    }
    expect(pages.at(-1)?.text).toContain(sampleImprint.digest)
  })

  it.each([
    {
      imprint: { state: 'issued', number: '工互联月报〔2020〕1号' },
      says: ['已发布', '编号 工互联月报〔2020〕1号'],
      not: '系统生成稿',
    },
    { imprint: { state: 'withdrawn', number: '工互联月报〔2020〕1号' }, says: ['已撤回', '不再有效'], not: '未发布' },
  ] as const)('says when it is $imprint.state', async ({ imprint, says, not }) => {
    const { pages } = await readPdf(await reportPdf({ ...sampleReport, demo: false }, { ...sampleImprint, ...imprint }))
    for (const word of says) expect(pages[0]?.aside).toContain(word)
    expect(pages[0]?.aside).not.toContain(not)
    expect(pages[0]?.aside).not.toContain('演示')
  })

  it('numbers an English report 1, 1.1, 1.1.1', async () => {
    const model = { ...sampleReport, request: { ...sampleReport.request, language: 'en' as const } }
    const bytes = await reportPdf(model, sampleImprint)
    const { pages, bookmarks, language } = await readPdf(bytes)
    expect(await missingFromPdf(model, bytes)).toEqual([])
    expect(bookmarks[1]?.items[0]?.items[0]?.title).toBe('2.1.1 二级节点')
    expect(pages[0]?.aside).toMatch(/Page 1 of \d+/)
    expect(pages[0]?.text).toContain('Table 1')
    expect(language).toBe('en')
  })

  it('repeats the head of a table of 400 rows on each of its pages and loses no row', async () => {
    const model = reportOf([sectionOf([{ is: 'table', table: longTable(400) }])])
    const bytes = await reportPdf(model, sampleImprint)
    const { pages } = await readPdf(bytes)
    expect(await missingFromPdf(model, bytes)).toEqual([])
    expect(pages.length).toBeGreaterThan(10)
    for (const { aside } of pages.slice(1)) expect(aside).toMatch(/续表1\s+事项\s+数值\s+原因/)
    expect(pages[0]?.aside).not.toContain('续表')
  })

  it('divides no row, and a figure and its caption never', async () => {
    const { pages } = await readPdf(await reportPdf(thirtyPages(), sampleImprint))
    const text = pages.map((page) => page.text.replace(/\s/g, ''))
    const reason = '节点企业系统改造，数据接口尚未验收，需与运营单位逐项核对后补报'
    expect(text.reduce((count, page) => count + page.split(reason).length - 1, 0)).toBe(40)
    const figures = text.flatMap((page) => page.match(/单位：亿个江苏.*?西藏未报图\d+分地区标识注册量/g) ?? [])
    expect(figures).toHaveLength(10)
    const captions = text.flatMap((page) => page.match(/表\d+逐项情况事项数值原因第1项/g) ?? [])
    expect(captions).toHaveLength(10)
  })

  it('carries a row that is higher than a page over to the next', async () => {
    const table = { ...longTable(3, '长'.repeat(4000)), note: '' }
    const model = reportOf([sectionOf([{ is: 'table', table }])])
    expect(await missingFromPdf(model, await reportPdf(model, sampleImprint))).toEqual([])
  })

  it('sets a foreword of 100,000 characters', async () => {
    const text = Array.from({ length: 1000 }, (_, index) =>
      `第${index}段，${'各地数据以审定为准。'.repeat(10)}`.slice(0, 100),
    ).join('\n')
    const model = reportOf([sectionOf([{ is: 'authored', id: 'foreword', text }], '编者说明')])
    const bytes = await reportPdf(model, sampleImprint)
    expect(await missingFromPdf(model, bytes)).toEqual([])
    expect((await readPdf(bytes)).pages.length).toBeGreaterThan(150)
  }, 60_000)

  it.each([
    { character: '𠮷', codePoint: 'U+20BB7' },
    { character: '😀', codePoint: 'U+1F600' },
    { character: '\u200f', codePoint: 'U+200F' },
    { character: '\u202e', codePoint: 'U+202E' },
    { character: '\u0000', codePoint: 'U+0000' },
  ])('refuses $codePoint, which no face has, and says where it stands', async ({ character, codePoint }) => {
    const table = longTable(3)
    const rows = table.rows.map((row, index) => (index === 1 ? [...row.slice(0, 2), { text: `甲${character}` }] : row))
    const model = reportOf([sectionOf([{ is: 'table', table: { ...table, rows } }], '分地区情况')])
    const refused = reportPdf(model, sampleImprint)
    await expect(refused).rejects.toThrow(MissingGlyphError)
    await expect(refused).rejects.toMatchObject({
      character,
      codePoint,
      place: { section: 'one', heading: '分地区情况', part: 'table', id: 'long', row: 2, column: 3 },
    })
  })

  it('takes rare characters from whichever face has them', async () => {
    const model = paragraph('㼆、龘、①、〔2020〕、≥、−、“”、……——均可印出。')
    expect(await missingFromPdf(model, await reportPdf(model, sampleImprint))).toEqual([])
  })

  it('keeps markup in a title out of the metadata', async () => {
    const model: ReportModel = { ...sampleReport, title: 'R&D <月报>', sections: [] }
    const bytes = await reportPdf(model, sampleImprint)
    expect((await readPdf(bytes)).info.Title).toBe('R&D <月报>')
    expect(bytes.toString('latin1')).toContain('R&amp;D &lt;')
  })

  it('has a page for a report of nothing', async () => {
    expect((await readPdf(await reportPdf(reportOf([]), sampleImprint))).pages).toHaveLength(1)
  })
})
