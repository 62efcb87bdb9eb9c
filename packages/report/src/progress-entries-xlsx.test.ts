import { buffer } from 'node:stream/consumers'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { inPages, jiangsuOctober } from './exported-entry.fixture.ts'
import type { ExportedEntry, Language } from './exported-entry.ts'
import { progressEntriesXlsx } from './progress-entries.ts'

async function sheet(language: Language, ...entries: readonly ExportedEntry[]) {
  const bytes = await buffer(progressEntriesXlsx(inPages(entries), language))
  const [first] = await readExcelFile(bytes)
  return first?.data ?? []
}

describe('progressEntriesXlsx', () => {
  it('types numbers as numbers and dates as dates', async () => {
    const [header, row] = await sheet('zh', jiangsuOctober)
    expect(header?.slice(0, 3)).toEqual(['指标编号', '指标', '地区代码'])
    expect(row?.[2]).toBe('320000')
    expect(row?.[6]).toEqual(new Date('2020-10-31T00:00:00Z'))
    expect(row?.[7]).toBe(310_000_000)
    // A spreadsheet has no time zones: what it shows is Beijing time.
    expect(Math.abs(Number(row?.[14]) - Date.parse('2020-11-04T02:30:05Z'))).toBeLessThan(100)
    expect(row?.at(-1)).toBe('演示数据')
  })

  it('leaves a cell without a value empty and writes a zero', async () => {
    const [, withheld, zero] = await sheet(
      'zh',
      { ...jiangsuOctober, value: null, absence: 'withheld' },
      { ...jiangsuOctober, value: 0 },
    )
    expect(withheld?.[7]).toBeNull()
    expect(withheld?.[10]).toBe('暂不公布')
    expect(zero?.[7]).toBe(0)
  })

  it('keeps formulas, markup and control characters as the text they are', async () => {
    const [, row] = await sheet('zh', { ...jiangsuOctober, note: '=1+1</t>&\u0001', recorder: '"><svg onload=x>' })
    expect(row?.[12]).toBe('=1+1</t>&\ufffd')
    expect(row?.[13]).toBe('"><svg onload=x>')
  })

  it('speaks English when asked to', async () => {
    const [header] = await sheet('en', jiangsuOctober)
    expect(header?.[0]).toBe('Goal')
  })

  it('breaks the download off when the rows cannot be read to their end', async () => {
    async function* broken() {
      yield [jiangsuOctober]
      throw new Error('the store is gone')
    }
    await expect(buffer(progressEntriesXlsx(broken(), 'zh'))).rejects.toThrow('the store is gone')
  })
})
