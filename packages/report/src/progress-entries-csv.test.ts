import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { entryColumns } from './entry-columns.ts'
import { inPages, jiangsuOctober } from './exported-entry.fixture.ts'
import type { ExportedEntry, Language } from './exported-entry.ts'
import { progressEntriesCsv } from './progress-entries.ts'

async function written(language: Language, ...entries: readonly ExportedEntry[]): Promise<string[]> {
  const bytes = await buffer(progressEntriesCsv(inPages(entries), language))
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n')
}

describe('progressEntriesCsv', () => {
  it('begins with a byte-order mark and Chinese headers, and ends every line', async () => {
    const lines = await written('zh')
    expect(lines[0]).toBe(
      '\ufeff指标编号,指标,地区代码,地区,填报单位,报告期,截止日,数值,单位,界限,缺报说明,状态,备注,填报人,填报时间（北京时间）,单位审核人,审定人,审定时间（北京时间）,更正原因,更正的填报,填报编号,演示数据',
    )
    expect(lines.at(-1)).toBe('')
  })

  it('writes one line for an entry, times in Beijing time, demonstration data marked', async () => {
    const [, line] = await written('zh', jiangsuOctober)
    expect(line).toBe(
      'T07,新增标识注册量,320000,江苏省,江苏省通信管理局,2020-10,2020-10-31,310000000,个,,,已审定,,李静,2020-11-04 02:30:05,,王强,2020-11-05 09:00:00,,,entry-1,演示数据',
    )
  })

  it('speaks English when asked to', async () => {
    const [header, line] = await written('en', jiangsuOctober)
    expect(header).toContain('Goal,Indicator,Region code')
    expect(line).toContain('Newly registered identifiers,320000,Jiangsu')
    expect(line).toContain('approved')
  })

  it('leaves the value empty where there is none, and writes a zero as 0', async () => {
    const [, withheld, zero] = await written(
      'zh',
      { ...jiangsuOctober, value: null, absence: 'withheld' },
      { ...jiangsuOctober, value: 0 },
    )
    expect(withheld?.split(',').slice(7, 11)).toEqual(['', '个', '', '暂不公布'])
    expect(zero?.split(',').slice(7, 11)).toEqual(['0', '个', '', ''])
  })

  it('keeps a negative number a number and a formula a text', async () => {
    const [, line] = await written('zh', { ...jiangsuOctober, value: -15, decimals: 1, note: '=1+1' })
    expect(line?.split(',')[7]).toBe('-1.5')
    expect(line?.split(',')[12]).toBe("'=1+1")
  })

  it('lets others have a turn between pieces of 64 KiB', async () => {
    const page = Array.from({ length: 2000 }, (_, index) => ({ ...jiangsuOctober, id: `entry-${index}` }))
    let turns = 0
    const count = () => {
      turns += 1
      again = setImmediate(count)
    }
    let again = setImmediate(count)
    let pieces = 0
    for await (const piece of progressEntriesCsv(inPages(page, page), 'zh')) {
      expect(piece.length).toBeLessThan(300_000)
      pieces += 1
    }
    clearImmediate(again)

    expect(pieces).toBeGreaterThan(4)
    expect(turns).toBeGreaterThanOrEqual(pieces - 1)
  })

  it('has as many cells in each line as headers', async () => {
    const lines = await written('zh', jiangsuOctober)
    expect(lines[1]?.split(',')).toHaveLength(entryColumns.length)
  })
})
