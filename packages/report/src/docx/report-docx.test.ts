import { canonicalJson } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import { longTable, reportOf, sectionOf } from '../model/large-report.fixture.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import type { ReportModel } from '../model/report-model.ts'
import { readDocx } from '../readback/docx-text.ts'
import { missingFromDocx } from '../readback/missing-from-docx.ts'
import { allOf, childOf, type DocxElement, partOf, styledParagraphs } from './docx-elements.fixture.ts'
import { reportDocx } from './report-docx.ts'

const english = { ...sampleReport, request: { ...sampleReport.request, language: 'en' as const } }
const documentOf = (bytes: Uint8Array) => partOf(bytes, 'word/document.xml')
const paragraph = (text: string) => reportOf([sectionOf([{ is: 'authored', id: 'foreword', text }])])
const mm = (twips: string | undefined) => Number(twips) / 20 / (72 / 25.4)

async function saidBy(model: ReportModel): Promise<string[]> {
  const { pieces } = await readDocx(await reportDocx(model, sampleImprint))
  return pieces.flatMap((piece) => (piece.is === 'paragraph' && piece.kind === 'text' ? [piece.text] : []))
}

function styleOf(styles: DocxElement, id: string): DocxElement | undefined {
  return allOf(styles, 'style').find(({ attributes }) => attributes.styleId === id)
}

describe('reportDocx', () => {
  it('says everything that the report says, in its order', async () => {
    expect(await missingFromDocx(sampleReport, await reportDocx(sampleReport, sampleImprint))).toEqual([])
    expect(await missingFromDocx(english, await reportDocx(english, sampleImprint))).toEqual([])
  })

  it('is the same bytes again, and others for another report', async () => {
    const once = await reportDocx(sampleReport, sampleImprint)
    const other = await reportDocx({ ...sampleReport, title: '季报' }, sampleImprint)
    expect((await reportDocx(sampleReport, sampleImprint)).equals(once)).toBe(true)
    expect(other.equals(once)).toBe(false)
  })

  it('has the page of a 公文: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm', async () => {
    const section = childOf(await documentOf(await reportDocx(sampleReport, sampleImprint)), 'body', 'sectPr')
    const { w, h } = childOf(section, 'pgSz')?.attributes ?? {}
    const { top, right, bottom, left } = childOf(section, 'pgMar')?.attributes ?? {}
    expect([w, h]).toEqual(['11906', '16838'])
    expect(mm(top)).toBeCloseTo(37, 1)
    expect(mm(left)).toBeCloseTo(28, 1)
    expect(mm(w) - mm(left) - mm(right)).toBeCloseTo(156, 1)
    expect(mm(h) - mm(top) - mm(bottom)).toBeCloseTo(225, 1)
  })

  it('holds 22 lines of 28 characters of 三号 仿宋', async () => {
    const bytes = await reportDocx(sampleReport, sampleImprint)
    const grid = childOf(await documentOf(bytes), 'body', 'sectPr', 'docGrid')?.attributes ?? {}
    const styles = await partOf(bytes, 'word/styles.xml')
    const normal = styleOf(styles, 'Normal')
    const body = styleOf(styles, 'BodyText')
    const size = Number(childOf(normal, 'rPr', 'sz')?.attributes.val) * 10
    const pitch = size + Number(childOf(body, 'rPr', 'spacing')?.attributes.val)
    const width = (156 * 72 * 20) / 25.4
    const height = (225 * 72 * 20) / 25.4
    expect(size).toBe(320)
    expect(Math.floor(width / pitch)).toBe(28)
    expect(Math.floor(height / Number(grid.linePitch))).toBe(22)
    expect(childOf(normal, 'pPr', 'spacing')?.attributes).toMatchObject({ line: grid.linePitch, lineRule: 'exact' })
    expect(childOf(body, 'pPr', 'ind')?.attributes).toEqual({ firstLineChars: '200', firstLine: String(2 * pitch) })
    expect(childOf(styles, 'docDefaults', 'rPrDefault', 'rPr', 'rFonts')?.attributes.eastAsia).toBe('仿宋_GB2312')
  })

  it.each([
    { id: 'Title', font: '方正小标宋简体', size: '44' },
    { id: 'Heading1', font: '黑体', size: undefined },
    { id: 'Heading2', font: '楷体_GB2312', size: undefined },
    { id: 'Heading3', font: '仿宋_GB2312', size: undefined },
  ])('sets $id in $font, and no font travels with the file', async ({ id, font, size }) => {
    const bytes = await reportDocx(sampleReport, sampleImprint)
    const style = styleOf(await partOf(bytes, 'word/styles.xml'), id)
    expect(childOf(style, 'rPr', 'rFonts')?.attributes.eastAsia).toBe(font)
    expect(childOf(style, 'rPr', 'sz')?.attributes.val).toBe(size)
    expect(childOf(style, 'rPr', 'b') !== undefined).toBe(id === 'Heading3')
    const fonts = allOf(await partOf(bytes, 'word/fontTable.xml'), 'font')
    expect(fonts.map(({ attributes }) => attributes.name)).toContain(font)
    expect(fonts.flatMap((one) => allOf(one, 'embedRegular'))).toEqual([])
  })

  it('has headings that the navigation knows, numbered as they are printed', async () => {
    const bytes = await reportDocx(sampleReport, sampleImprint)
    const { pieces } = await readDocx(bytes)
    const headings = pieces.flatMap((piece) =>
      piece.is === 'paragraph' && piece.kind === 'heading' ? [[piece.level, piece.text]] : [],
    )
    expect(headings).toEqual([
      [1, '一、编者说明'],
      [1, '二、总体情况'],
      [2, '（一）进展较快的目标'],
      [3, '1.二级节点'],
      [1, '三、分地区情况'],
    ])
    const styles = await partOf(bytes, 'word/styles.xml')
    for (const level of [1, 2, 3]) {
      const style = styleOf(styles, `Heading${level}`)
      expect(childOf(style, 'name')?.attributes.val).toBe(`heading ${level}`)
      expect(childOf(style, 'pPr', 'outlineLvl')?.attributes.val).toBe(String(level - 1))
      expect(childOf(style, 'pPr', 'keepNext')).toBeDefined()
    }
  })

  it('numbers an English report 1, 1.1, 1.1.1 and says that it is English', async () => {
    const { pieces, properties, aside } = await readDocx(await reportDocx(english, sampleImprint))
    const texts = pieces.map((piece) => (piece.is === 'row' ? '' : piece.text))
    expect(texts).toContain('2.1.1 二级节点')
    expect(texts).toContain('Table 1  目标进展情况（较序时单位为百分点）')
    expect(properties.language).toBe('en-US')
    expect(aside.join()).toContain('Ledger 10482')
  })

  it('repeats the head of a table on each page, divides no row and keeps caption, head and first row together', async () => {
    const document = await documentOf(await reportDocx(sampleReport, sampleImprint))
    for (const table of allOf(document, 'tbl')) {
      const [head, first, ...rest] = allOf(table, 'tr')
      expect(childOf(head, 'trPr', 'tblHeader')).toBeDefined()
      expect(rest.flatMap((row) => allOf(row, 'tblHeader'))).toEqual([])
      for (const row of allOf(table, 'tr')) expect(childOf(row, 'trPr', 'cantSplit')).toBeDefined()
      for (const cell of allOf(first ?? table, 'p')) expect(childOf(cell, 'pPr', 'keepNext')).toBeDefined()
      expect(allOf(table, 'gridCol').reduce((sum, { attributes }) => sum + Number(attributes.w), 0)).toBe(8844)
    }
    const captions = styledParagraphs(document, 'Caption')
    expect(captions.map(({ text }) => text)).toEqual([
      '表1　目标进展情况（较序时单位为百分点）',
      '图1　目标完成率与序时进度',
      '图2　二级节点数（个）',
      '图3　分地区标识注册量',
      '表2　分地区填报情况',
    ])
    const held = captions.map((caption) => childOf(caption, 'pPr', 'keepNext') !== undefined)
    expect(held).toEqual([true, false, false, false, true])
  })

  it('puts the shape of a status before its word, for every status another', async () => {
    const { pieces } = await readDocx(await reportDocx(sampleReport, sampleImprint))
    const states = pieces.flatMap((piece) => (piece.is === 'row' ? [piece.cells[6]] : []))
    expect(states.slice(0, 7)).toEqual(['状态', '▼ 滞后', '▽ 略滞后', '◎ 正常', '● 已完成', '● 已完成', '□ 未报送'])
  })

  it('says a chart to those who do not see it, and draws no two under one number', async () => {
    const document = await documentOf(await reportDocx(sampleReport, sampleImprint))
    const drawings = allOf(document, 'docPr').map(({ attributes }) => attributes)
    const charts = sampleReport.sections.flatMap(({ blocks }) =>
      blocks.flatMap((b) => (b.is === 'chart' ? [b.chart] : [])),
    )
    expect(drawings.map(({ descr }) => descr)).toEqual(charts.map(({ sentence }) => sentence))
    expect(drawings.map(({ id }) => id)).toEqual(['1', '2', '3'])
    for (const figure of styledParagraphs(document, 'ReportChart')) expect(allOf(figure, 'drawing')).toHaveLength(1)
  })

  it('has marks, page number at the outside and the foot on every page, and the whole digest at the end', async () => {
    const bytes = await reportDocx(sampleReport, sampleImprint)
    const { pieces, aside } = await readDocx(bytes)
    expect(aside).toContain(' 系统生成稿   未发布\t含演示数据，不作依据')
    expect(aside).toContain(
      '编号 待发布时赋号　　截至2020-10-29　知晓于2020-10-29 15:30　台账号10482\t第页，共页　SHA-256 5b7e 90c2 … 41fd',
    )
    expect(pieces.map((piece) => (piece.is === 'paragraph' ? piece.text : ''))).toContain(
      `内容摘要（SHA-256）：${sampleImprint.digest}`,
    )
    const references = allOf(await documentOf(bytes), 'footerReference').map(({ attributes }) => attributes.type)
    expect(references).toEqual(['default', 'even'])
    const sides = await Promise.all(
      [1, 2].map(async (number) => {
        const [page] = styledParagraphs(await partOf(bytes, `word/footer${number}.xml`), 'ReportPageNumber')
        return [page?.text, childOf(page, 'pPr', 'jc')?.attributes.val]
      }),
    )
    expect(sides).toEqual([
      ['— PAGE —', 'right'],
      ['— PAGE —', 'left'],
    ])
    expect(childOf(await partOf(bytes, 'word/settings.xml'), 'evenAndOddHeaders')).toBeDefined()
  })

  it.each([
    { state: 'issued', says: '已发布', not: '系统生成稿' },
    { state: 'withdrawn', says: '已撤回   不再有效', not: '未发布' },
  ] as const)('says when it is $state', async ({ state, says, not }) => {
    const imprint = { ...sampleImprint, state, number: '工互联月报〔2020〕1号' }
    const { aside, properties } = await readDocx(await reportDocx({ ...sampleReport, demo: false }, imprint))
    expect(aside.join('\n')).toContain(says)
    expect(aside.join('\n')).toContain('编号 工互联月报〔2020〕1号')
    expect(aside.join('\n')).not.toContain(not)
    expect(aside.join('\n')).not.toContain('演示')
    expect(properties).toMatchObject({ XushiState: state, XushiNumber: '工互联月报〔2020〕1号' })
  })

  it('carries the request and the digest, so that a file tells what it is', async () => {
    const parts = Array.from({ length: 40 }, (_, index) => `part-of-some-length-${index}`)
    const model = { ...sampleReport, request: { ...sampleReport.request, parts } }
    const bytes = await reportDocx(model, sampleImprint)
    const { properties } = await readDocx(bytes)
    expect(properties).toMatchObject({
      title: sampleReport.title,
      subject: sampleReport.subtitle,
      language: 'zh-CN',
      XushiRequest: canonicalJson(model.request),
      XushiStand: canonicalJson(sampleReport.stand),
      XushiDigest: sampleImprint.digest,
      XushiState: 'generated',
    })
    expect(properties).not.toHaveProperty('XushiNumber')
    // Word cuts a longer one.
    const written = allOf(await partOf(bytes, 'docProps/custom.xml'), 'property').map(({ text }) => [...text].length)
    expect(Math.max(...written)).toBe(255)
  })

  it.each([
    { what: 'markup', text: '<b>甲</b> & "乙" &lt;' },
    { what: 'an emoji and rare characters', text: '😀👨‍👩‍👧 𠮷㼆龘' },
    { what: 'marks of direction', text: 'A\u200fB\u202eC\u202c' },
    { what: 'spaces', text: 'a  b　c\u00a0d' },
    { what: 'an escape of spreadsheets', text: '_x0041_' },
  ])('keeps $what as it was typed', async ({ text }) => {
    expect(await saidBy(paragraph(text))).toContain(text)
  })

  it('shows what XML cannot carry as the replacement character', async () => {
    const texts = await saidBy(paragraph('甲\u0000乙\u001f丙\ud800丁\uffff'))
    expect(texts).toContain('甲\ufffd乙\ufffd丙\ufffd丁\ufffd')
  })

  it('ends paragraphs at line ends, whichever they are, and writes no empty ones', async () => {
    expect((await saidBy(paragraph('甲\r\n\n乙\r丙\u2028丁'))).slice(0, 4)).toEqual(['甲', '乙', '丙', '丁'])
  })

  it('writes odd text in a title, a cell, a caption and a sentence', async () => {
    const odd = '甲\u0001<&"\'>😀\u202e'
    const table = longTable(2, odd)
    const rows = [[{ text: odd, status: 'behind' as const }, { text: '两\n行' }, { text: '' }], ...table.rows]
    const model = {
      ...reportOf([sectionOf([{ is: 'table', table: { ...table, caption: odd, rows, note: odd } }], odd)]),
      title: odd,
      subtitle: odd,
    }
    const bytes = await reportDocx(model, { ...sampleImprint, number: odd })
    expect(await missingFromDocx(model, bytes)).toEqual([])
    expect((await readDocx(bytes)).properties.title).toBe('甲\ufffd<&"\'>😀\u202e')
  })

  it('writes a foreword of 100,000 characters', async () => {
    const model = paragraph(`${'各地数据以审定为准。'.repeat(5_000)}\n${'字'.repeat(50_000)}`)
    expect(await missingFromDocx(model, await reportDocx(model, sampleImprint))).toEqual([])
  })

  it('writes a table of 2,000 rows and loses none', async () => {
    const model = reportOf([sectionOf([{ is: 'table', table: longTable(2_000) }])])
    const bytes = await reportDocx(model, sampleImprint)
    expect(await missingFromDocx(model, bytes)).toEqual([])
    expect(allOf(await documentOf(bytes), 'tr')).toHaveLength(2_001)
  }, 30_000)

  it('divides a chart that is higher than a page, each part with its caption', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({ label: `地区${index}`, value: index, text: `${index}个` }))
    const chart = {
      id: 'tall',
      caption: '各地',
      sentence: '共六十地。',
      data: { draws: 'bars' as const, unit: '个', decimals: 0, rows },
    }
    const model = reportOf([sectionOf([{ is: 'chart', chart }])])
    const document = await documentOf(await reportDocx(model, sampleImprint))
    expect(styledParagraphs(document, 'Caption').map(({ text }) => text)).toEqual([
      '图1（1/2）　各地',
      '图1（2/2）　各地',
    ])
    expect(allOf(document, 'docPr').map(({ attributes }) => attributes.id)).toEqual(['1', '2'])
  })

  it('writes tables of no rows, of no columns and of rows that are too short', async () => {
    const table = longTable(0)
    const model = reportOf([
      sectionOf([
        { is: 'table', table: { ...table, note: '' } },
        { is: 'table', table: { ...table, columns: [] } },
        { is: 'table', table: { ...table, rows: [[{ text: '只有一格' }]] } },
      ]),
    ])
    const document = await documentOf(await reportDocx(model, sampleImprint))
    expect(allOf(document, 'tbl').map((one) => allOf(one, 'tc').length)).toEqual([3, 6])
  })

  it('draws a title of two lines in, so that they are about as long as each other', async () => {
    const titled = async (title: string) => {
      const [first] = styledParagraphs(
        await documentOf(await reportDocx({ ...reportOf([]), title }, sampleImprint)),
        'Title',
      )
      return first?.text
    }
    const long = '江苏推动工业互联网加快发展目标进展地区报告'
    expect(await titled(long)).toBe(long)
    const indents = async (title: string) =>
      allOf(await documentOf(await reportDocx({ ...reportOf([]), title }, sampleImprint)), 'ind').map(
        ({ attributes }) => [attributes.left, attributes.right],
      )
    expect(await indents('月报')).toEqual([])
    const [[left, right] = []] = await indents(long)
    expect(left).toBe(right)
    // 156 mm less eleven and a half characters of 22 points, on both sides.
    expect(Number(left)).toBeCloseTo(((442.2 - 22 * 11.5) / 2) * 20, -2)
  })

  it('is a file for a report of nothing', async () => {
    const { pieces } = await readDocx(await reportDocx(reportOf([]), sampleImprint))
    expect(pieces[0]).toMatchObject({ kind: 'title', text: sampleReport.title })
  })
})
