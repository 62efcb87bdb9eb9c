import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartCsv } from './chart-csv.ts'

const table = { columns: ['地区', '数值'], rows: [] }

describe('chartCsv', () => {
  it('begins with a byte-order mark, says what the data is, and goes on with the table', () => {
    const facts = [
      ['标题', 'T07 注册量'],
      ['汇总规则', '各期相加，"各地"相加'],
    ] as const
    const csv = chartCsv(facts, { columns: ['地区', '数值'], rows: [['江苏', 100]] })
    expect(csv).toBe('\ufeff# 标题,T07 注册量\r\n# 汇总规则,"各期相加，""各地""相加"\r\n地区,数值\r\n江苏,100\r\n')
  })

  it.each([
    { value: null, cell: '' },
    { value: 0, cell: '0' },
    { value: -12.5, cell: '-12.5' },
    { value: 310_000_000, cell: '310000000' },
    { value: '=HYPERLINK("http://x")', cell: '"\'=HYPERLINK(""http://x"")"' },
    { value: '未报', cell: '未报' },
    { value: '"><svg onload=x>', cell: '"""><svg onload=x>"' },
  ])('writes $value as $cell: unknown is never zero, and nothing runs', ({ value, cell }) => {
    expect(chartCsv([], { ...table, rows: [['x', value]] }).split('\r\n')[1]).toBe(`x,${cell}`)
  })

  it('keeps each remark on a line of its own that begins with #, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))), (facts) => {
        const lines = chartCsv(facts, table)
          .slice(1)
          .split(/[\r\n]+/)
        expect(lines).toHaveLength(facts.length + 2)
        for (const line of lines.slice(0, facts.length)) expect(line.replace(/^"/, '')).toMatch(/^# ?/)
      }),
    )
  })
})
