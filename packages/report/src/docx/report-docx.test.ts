import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { thirtyPages } from '../model/large-report.fixture.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import type { ReportModel } from '../model/report-model.ts'
import { missingFromDocx, readDocx } from '../readback/docx-text.ts'
import { reportDocx } from './report-docx.ts'

const partOf = (bytes: Uint8Array, path: string) => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array())
const count = (xml: string, wanted: RegExp) => [...xml.matchAll(wanted)].length
const withText = (text: string): ReportModel => ({
  ...sampleReport,
  sections: [{ id: 'foreword', level: 1, heading: '编者说明', blocks: [{ is: 'authored', id: 'foreword', text }] }],
})

describe('a report as a Word document', () => {
  it('has the page of a 公文: A4, 天头 37 mm, 订口 28 mm, 版心 156 x 225 mm with 22 lines', async () => {
    const xml = partOf(await reportDocx(sampleReport, sampleImprint), 'word/document.xml')
    expect(xml).toContain('<w:pgSz w:w="11905" w:h="16837"')
    const [, margins = ''] = /<w:pgMar ([^>]*)>/.exec(xml) ?? []
    const twips = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(margins)?.[1])
    const millimetres = (name: string) => (twips(name) / 1440) * 25.4
    expect(millimetres('top')).toBeCloseTo(37, 1)
    expect(millimetres('left')).toBeCloseTo(28, 1)
    expect(210 - millimetres('left') - millimetres('right')).toBeCloseTo(156, 1)
    expect(297 - millimetres('top') - millimetres('bottom')).toBeCloseTo(225, 1)
    const pitch = Number(/w:linePitch="(\d+)"/.exec(xml)?.[1])
    expect(Math.floor(((225 / 25.4) * 1440) / pitch)).toBe(22)
  })

  it('has headings, captions, tables whose head comes again and whose rows are never split, and a sentence for each chart', async () => {
    const bytes = await reportDocx(sampleReport, sampleImprint)
    const xml = partOf(bytes, 'word/document.xml')
    expect(count(xml, /<w:pStyle w:val="Heading1"\/>/g)).toBe(3)
    expect(count(xml, /<w:pStyle w:val="Heading2"\/>/g)).toBe(1)
    expect(count(xml, /<w:tblHeader\/>/g)).toBe(2)
    expect(count(xml, /<w:cantSplit\/>/g)).toBe(count(xml, /<w:tr[ >]/g))
    expect(readDocx(bytes).pictures).toEqual([
      '安全监测重点平台完成率95.3%，低于序时进度24.6个百分点；新建二级节点完成率140%。',
      '由2020-03的47个增至2020-09的75个；5月未公布。',
      '江苏3.1亿个最多，西藏未报。',
    ])
  })

  it('counts its pages at the outside: other feet on odd and on even pages', async () => {
    const bytes = await reportDocx(sampleReport, sampleImprint)
    expect(partOf(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders')
    expect(partOf(bytes, 'word/footer1.xml')).toContain('<w:jc w:val="right"/>')
    expect(partOf(bytes, 'word/footer2.xml')).toContain('<w:jc w:val="left"/>')
  })

  it('carries what it was made of, so that whoever holds it can have it checked', async () => {
    const { properties } = readDocx(await reportDocx(sampleReport, sampleImprint))
    expect(JSON.parse(properties.XushiRequest ?? '')).toEqual(sampleReport.request)
    expect(properties.XushiDigest).toBe(sampleImprint.digest)
  })

  it('says all of its report, and what an altered one says is missed', async () => {
    const bytes = await reportDocx(thirtyPages(), sampleImprint)
    expect(missingFromDocx(thirtyPages(), bytes)).toEqual([])
    expect(missingFromDocx(withText('一千零一个节点'), bytes)).toMatchObject([{ part: 'paragraph' }])
  })

  it('is the same bytes for the same report', async () => {
    expect(await reportDocx(sampleReport, sampleImprint)).toEqual(await reportDocx(sampleReport, sampleImprint))
  })

  it.each([
    ['HTML', '<script>alert(1)</script>&amp;'],
    ['a formula', '=HYPERLINK("x")'],
    ['rare characters', '𠮷野家 㼆 龘 😀'],
    ['right-to-left marks', 'a\u202eb\u202c'],
  ])('keeps %s as text', async (_, text) => {
    expect(readDocx(await reportDocx(withText(text), sampleImprint)).paragraphs).toContain(text)
  })

  it('puts the replacement character where XML has none', async () => {
    const { paragraphs } = readDocx(await reportDocx(withText('a\u0000b\ud800c'), sampleImprint))
    expect(paragraphs).toContain('a\ufffdb\ufffdc')
  })

  it('holds a foreword of 100,000 characters', async () => {
    const model = withText('台账'.repeat(50_000))
    expect(missingFromDocx(model, await reportDocx(model, sampleImprint))).toEqual([])
  })
})
