import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { longTable, reportOf, sectionOf } from '../model/large-report.fixture.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import type { ReportModel } from '../model/report-model.ts'
import { reportPdf } from './report-pdf.ts'

const mm = 72 / 25.4

type Placed = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** The texts of every page with their places, in millimetres from the upper left corner; sizes in points. */
async function placedTexts(model: ReportModel): Promise<Placed[][]> {
  const loading = getDocument({
    data: new Uint8Array(await reportPdf(model, sampleImprint)),
    verbosity: 0,
    disableFontFace: true,
  })
  const file = await loading.promise
  const pages: Placed[][] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    expect(page.view[2]).toBeCloseTo(210 * mm, 1)
    expect(page.view[3]).toBeCloseTo(297 * mm, 1)
    const { items } = await page.getTextContent({ disableNormalization: true })
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , size = 0, x = 0, y = 0] = item.transform.map(Number)
        return [{ text: item.str, left: x / mm, right: (x + item.width) / mm, baseline: 297 - y / mm, size }]
      }),
    )
  }
  await loading.destroy()
  return pages
}

describe('the page', () => {
  const body = '国'.repeat(28 * 60)

  it('holds 22 lines of 28 characters within 版心', async () => {
    const [, second = []] = await placedTexts(reportOf([sectionOf([{ is: 'paragraph', text: body }])]))
    const lines = second.filter(({ text }) => text.startsWith('国'))
    expect(lines).toHaveLength(22)
    for (const { text, left, right, baseline, size } of lines) {
      expect(text).toHaveLength(28)
      expect(left).toBeCloseTo(28, 1)
      expect(right).toBeCloseTo(184, 1)
      expect(size).toBeCloseTo(15.79, 2)
      expect(baseline).toBeGreaterThan(37)
      expect(baseline).toBeLessThan(262)
    }
  })

  it('indents a paragraph by two characters and centres a title of 22 points', async () => {
    const [first = []] = await placedTexts(reportOf([sectionOf([{ is: 'paragraph', text: body }])]))
    const title = first.find(({ text }) => text === sampleReport.title)
    expect(title?.size).toBe(22)
    expect(((title?.left ?? 0) + (title?.right ?? 0)) / 2).toBeCloseTo(28 + 78, 0)
    const [line] = first.filter(({ text }) => text.startsWith('国'))
    expect(line?.left).toBeCloseTo(28 + (156 / 28) * 2, 1)
  })

  it('divides a title that is longer than a line into lines of like length', async () => {
    const title = '江苏推动工业互联网加快发展目标进展地区报告'
    const [first = []] = await placedTexts({ ...reportOf([]), title })
    const lines = first.filter(({ size }) => size === 22).map(({ text }) => text)
    expect(lines.join('')).toBe(title)
    expect(lines.map(({ length }) => length)).toEqual([11, 10])
  })

  it('fills each line of a paragraph but the last', async () => {
    const text =
      '截至10月29日，时间已过78.0%。目标共20项，其中已完成2项，正常5项，略滞后2项，滞后1项；未报送4项，不评价6项。'
    const [first = []] = await placedTexts(reportOf([sectionOf([{ is: 'paragraph', text: text.repeat(3) }])]))
    const rights = new Map<number, number>()
    for (const { baseline, right, size } of first) {
      if (Math.abs(size - 15.79) < 0.01) rights.set(baseline, Math.max(rights.get(baseline) ?? 0, right))
    }
    const [, , ...lines] = [...rights.values()]
    expect(lines.length).toBeGreaterThan(4)
    for (const right of lines.slice(0, -1)) expect(right).toBeCloseTo(184, 0)
  })

  it('has its number at the outside', async () => {
    const pages = await placedTexts(reportOf([sectionOf([{ is: 'table', table: longTable(60) }])]))
    const lefts = pages.map((page) => page.find(({ text }) => text.includes('—'))?.left ?? 0)
    expect(lefts[0]).toBeGreaterThan(150)
    expect(lefts[1]).toBeLessThan(40)
  })

  it('keeps the texts of a table of fourteen columns within its width', async () => {
    const columns = Array.from({ length: 14 }, (_, index) => ({
      header: `指标${index}`,
      align: 'end' as const,
      width: 4,
    }))
    const rows = Array.from({ length: 34 }, () => columns.map(() => ({ text: '9999万个' })))
    const table = { id: 'wide', caption: '多列', columns, rows, note: '' }
    for (const page of await placedTexts(reportOf([sectionOf([{ is: 'table', table }])]))) {
      for (const { left, right } of page) {
        expect(left).toBeGreaterThan(27.9)
        expect(right).toBeLessThan(184.1)
      }
    }
  })
})
