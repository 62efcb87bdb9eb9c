import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { allOf, elementOf, partOf } from '../docx/docx-elements.fixture.ts'
import { outOfOrder } from '../docx/schema-order.fixture.ts'
import { longTable, reportOf, sectionOf } from '../model/large-report.fixture.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import type { ReportBlock } from '../model/report-model.ts'
import { missingFromXlsx } from '../readback/missing-from-xlsx.ts'
import { readXlsx, type XlsxSheet } from '../readback/xlsx-text.ts'
import { zipParts } from '../readback/zip-parts.ts'
import { reportXlsx } from './report-xlsx.ts'
import { chartSequences, sheetSequences } from './sheet-order.fixture.ts'

const bytes = await reportXlsx(sampleReport, sampleImprint)
const { sheets, properties } = await readXlsx(bytes)
const english = { ...sampleReport, request: { ...sampleReport.request, language: 'en' as const } }

function named(name: string, of: readonly XlsxSheet[] = sheets): XlsxSheet {
  const found = of.find((sheet) => sheet.name === name)
  if (found === undefined) throw new Error(`there is no sheet ${name}`)
  return found
}

const textsOf = (sheet: XlsxSheet, row: number) => [...(sheet.rows.get(row)?.values() ?? [])].map(({ text }) => text)
const firstTexts = (sheet: XlsxSheet) =>
  [...sheet.rows.values()].flatMap((row) => [...row.values()].map(({ text }) => text))
const written = async (blocks: readonly ReportBlock[], heading?: string) => {
  const model = reportOf([sectionOf(blocks, heading)])
  const file = await reportXlsx(model, sampleImprint)
  return { model, file, sheets: (await readXlsx(file)).sheets }
}

describe('reportXlsx', () => {
  it('says everything that the report says', async () => {
    expect(await missingFromXlsx(sampleReport, bytes)).toEqual([])
    expect(await missingFromXlsx(english, await reportXlsx(english, sampleImprint))).toEqual([])
  })

  it('has a sheet for what it says in words, one for its charts and one for each table', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['概要', '图表', '进展较快的目标', '分地区情况', '指标定义'])
  })

  it('tells on its first sheet what it is and how it is checked', () => {
    const texts = firstTexts(named('概要'))
    expect(texts.slice(0, 2)).toEqual([sampleReport.title, sampleReport.subtitle])
    expect(texts[2]).toContain('系统生成稿　未发布　含演示数据，不作依据')
    expect(texts).toEqual(expect.arrayContaining(['10482', sampleReport.stand.head, sampleImprint.digest]))
    expect(properties).toMatchObject({ title: sampleReport.title, XushiDigest: sampleImprint.digest })
    expect(JSON.parse(properties.XushiRequest ?? '')).toEqual(sampleReport.request)
  })

  it('types figures, keeps their words in their formats, and writes them out beside them', () => {
    const row = named('进展较快的目标').rows.get(5)
    expect([3, 4, 5].map((column) => row?.get(column - 1)?.number)).toEqual([905, 1000, 0.905])
    expect(row?.get(2)?.format).toBe('"至少"#,##0;"至少−"#,##0;"至少"#,##0')
    expect(row?.get(3)?.format).toMatch(/^#,##0"多个";/)
    expect(textsOf(named('进展较快的目标'), 2).slice(2, 4)).toEqual(['实际（个）', '目标值'])
    expect(row?.get(4)?.format).toMatch(/^"≥"0\.0%/)
    expect(row?.get(7)?.text).toBe('实际 至少905个；目标值 1000多个；完成率 ≥90.5%；较序时 ≥+12.5')
    expect(row?.get(6)).toMatchObject({ text: '正常', format: '"◎ "@' })
  })

  it('leaves what is no number a text, so that unknown never becomes zero', () => {
    const row = named('进展较快的目标').rows.get(8)
    expect([2, 4].map((column) => row?.get(column))).toMatchObject([
      { text: '未报', number: null },
      { text: '—', number: null },
    ])
  })

  it('names the unit in the head of a column where all its figures share one', async () => {
    const { sheets: own } = await written([{ is: 'table', table: longTable(3) }])
    expect(textsOf(named('一节', own), 2)).toEqual(['事项', '数值（个）', '原因'])
    expect(own.at(1)?.rows.get(4)?.get(1)).toMatchObject({ number: 1, format: '#,##0;"−"#,##0;#,##0' })
    expect(textsOf(named('进展较快的目标'), 2)).toContain('较序时（百分点）')
  })

  it('writes dates as dates', async () => {
    const table = { ...longTable(1), rows: [[{ text: '2020-12-31', date: '2020-12-31' }, { text: '' }, { text: '' }]] }
    const { sheets: own } = await written([{ is: 'table', table }])
    expect(named('一节', own).rows.get(3)?.get(0)).toMatchObject({ number: 44_196, format: 'yyyy\\-mm\\-dd' })
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("http://127.0.0.1")',
    '_x0041_',
    `=${'1+'.repeat(200)}1`,
  ])('keeps %j a text and never a formula', async (text) => {
    const {
      model,
      file,
      sheets: own,
    } = await written(
      [
        { is: 'authored', id: 'foreword', text },
        { is: 'table', table: longTable(1, text) },
      ],
      text,
    )
    expect(await missingFromXlsx(model, file)).toEqual([])
    for (const { rows } of own) {
      for (const row of rows.values()) for (const cell of row.values()) expect(cell.isFormula).toBe(false)
    }
    for (const [name, part] of await zipParts(file)) {
      if (name.includes('worksheets/sheet')) expect(allOf(await elementOf(part), 'f')).toEqual([])
    }
  })

  it('replaces what XML cannot carry and keeps every other character', async () => {
    const odd = '甲\u0001\ufffe<&>"\'😀𠮷㼆龘\u202eعربي'
    const { model, file } = await written([{ is: 'table', table: { ...longTable(3, odd), caption: odd } }], odd)
    expect(await missingFromXlsx(model, file)).toEqual([])
  })

  it('carries a foreword of 100,000 characters over as many cells as it needs', async () => {
    const { model, file } = await written([{ is: 'authored', id: 'foreword', text: '字'.repeat(100_000) }])
    expect(await missingFromXlsx(model, file)).toEqual([])
  })

  it('writes a table of 2,000 rows and loses none', async () => {
    const { model, file } = await written([{ is: 'table', table: longTable(2_000) }])
    expect(await missingFromXlsx(model, file)).toEqual([])
  })

  it('writes a report without sections', async () => {
    const model = { ...reportOf([]), sheets: [] }
    const file = await reportXlsx(model, sampleImprint)
    expect(await missingFromXlsx(model, file)).toEqual([])
    expect((await readXlsx(file)).sheets.map(({ name }) => name)).toEqual(['概要'])
  })
})

describe('a chart of a workbook', () => {
  it('is drawn from the cells beside it, with its title, its unit and its sentence', async () => {
    const [first, second] = named('图表').charts
    expect(first?.title).toBe('图1　目标完成率与序时进度')
    expect(second?.sentence).toBe('由2020-03的47个增至2020-09的75个；5月未公布。')
    expect(second?.series.map(({ values }) => values.cells)).toEqual(
      ['B', 'C', 'D', 'E'].map((column) => expect.stringMatching(`^'图表'!\\$${column}\\$\\d+:\\$${column}\\$\\d+$`)),
    )
    const chart = await partOf(bytes, 'xl/charts/chart2.xml')
    expect(allOf(chart, 'title').map(({ text }) => text)).toEqual(['图2　二级节点数（个）', '日期', '单位：个'])
  })

  it('has a gap where there is no value, and the line of a plan between its corners', async () => {
    const [, lines, bars] = named('图表').charts
    expect([...(lines?.series[0]?.values.kept.keys() ?? [])]).toEqual([0, 1, 3, 4, 5, 6])
    const plan = [...(lines?.series[2]?.values.kept.values() ?? [])].map(Number)
    expect(plan).toHaveLength(8)
    expect(plan.every((value, index) => value > (plan[index - 1] ?? 0))).toBe(true)
    expect([...(bars?.series[0]?.values.kept.values() ?? [])]).toEqual(['310000000', '190000000', '0'])
    for (const number of [1, 2, 3]) {
      const chart = await partOf(bytes, `xl/charts/chart${number}.xml`)
      expect(allOf(chart, 'dispBlanksAs')[0]?.attributes.val).toBe('gap')
    }
  })

  it('has the colours of its roles', async () => {
    const chart = await partOf(bytes, 'xl/charts/chart2.xml')
    const colours = allOf(chart, 'ser').map((one) => allOf(one, 'srgbClr')[0]?.attributes.val)
    expect(colours).toEqual(['1F63A8', 'FFFFFF', '14202B', '14202B'])
    expect(
      allOf(chart, 'prstDash')
        .slice(0, 3)
        .map(({ attributes }) => attributes.val),
    ).toContain('solid')
  })
})

describe('a file of a workbook', () => {
  const zone = process.env.TZ
  afterEach(() => {
    process.env.TZ = zone
  })

  it('is the same bytes in every time zone', async () => {
    process.env.TZ = 'Asia/Shanghai'
    const there = await reportXlsx(sampleReport, sampleImprint)
    expect(new Date(0).getHours()).toBe(8)
    expect(there.equals(bytes)).toBe(true)
  })

  it.each([
    { what: 'the sample', model: sampleReport },
    { what: 'an English report', model: english },
  ])(
    'of $what has declared parts, references that hold, and children in the order of the schema',
    async ({ model }) => {
      const parts = await zipParts(await reportXlsx(model, sampleImprint))
      const types = await elementOf(parts.get('[Content_Types].xml') ?? Buffer.from(''))
      expect([...parts.keys()][0]).toBe('[Content_Types].xml')
      const overrides = allOf(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1))
      for (const name of overrides) expect(parts.has(name ?? '')).toBe(true)
      for (const [name, part] of parts) {
        const element = await elementOf(part)
        expect(outOfOrder(element, name.includes('charts/') ? chartSequences : sheetSequences)).toEqual([])
        if (!name.endsWith('.rels')) {
          if (name !== '[Content_Types].xml') expect(overrides).toContain(name)
          continue
        }
        const folder = path.posix.join(path.posix.dirname(name), '..')
        for (const { attributes } of allOf(element, 'Relationship')) {
          expect(parts.has(path.posix.join(folder, attributes.Target ?? ''))).toBe(true)
        }
      }
    },
  )

  it('keeps the head of a table in sight, on every page and under a filter', async () => {
    const sheet = await partOf(bytes, 'xl/worksheets/sheet4.xml')
    expect(allOf(sheet, 'pane')[0]?.attributes).toMatchObject({ ySplit: '3', state: 'frozen' })
    expect(allOf(sheet, 'autoFilter')[0]?.attributes.ref).toBe('A3:E63')
    expect(allOf(sheet, 'pageSetup')[0]?.attributes).toMatchObject({ paperSize: '9', fitToHeight: '0' })
    const names = allOf(await partOf(bytes, 'xl/workbook.xml'), 'definedName')
    expect(names.map(({ text }) => text)).toContain("'分地区情况'!$1:$3")
  })
})
