import { describe, expect, it } from 'vitest'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import { reportCsv } from './report-csv.ts'

const lines = reportCsv(sampleReport, sampleImprint).toString().split('\r\n')

describe('a report as CSV', () => {
  it('begins with a byte-order mark, its title, and what it is', () => {
    expect(lines.slice(0, 3)).toEqual([
      '\ufeff工业互联网加快发展目标进展月报',
      '（2020年10月　数据截至10月29日）',
      '系统生成稿,未发布,含演示数据，不作依据',
    ])
    expect(lines).toContain(`SHA-256,${sampleImprint.digest}`)
  })

  it('has every row of every table, those of its sheets too', () => {
    expect(lines).toContain('编号,目标,实际,目标值,完成率,较序时,状态')
    expect(lines).toContain("T06,新建二级节点,75个,'+20个,140%,+62.0,已完成")
    expect(lines.filter((line) => line.startsWith('地区'))).toHaveLength(61)
    expect(lines).toContain('T06,接入国家顶级节点并上线的二级节点数')
  })

  it('runs no text as a formula', () => {
    const [section] = sampleReport.sections
    if (section === undefined) throw new Error('the sample has sections')
    const text = '=HYPERLINK("http://127.0.0.1")'
    const formula = { ...section, blocks: [{ is: 'authored' as const, id: 'foreword', text }] }
    const csv = reportCsv({ ...sampleReport, sections: [formula] }, sampleImprint).toString()
    expect(csv).toContain('"\'=HYPERLINK(""http://127.0.0.1"")"')
  })
})
