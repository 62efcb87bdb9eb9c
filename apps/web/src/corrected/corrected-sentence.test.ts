import { describe, expect, it } from 'vitest'
import { type CorrectedRow, correctedSentence } from './corrected-sentence.ts'

const report = { id: 'r-1', number: '进展报告〔2020〕1号', on: '2020-10-31' }
const nodes: CorrectedRow = {
  kind: 'measured',
  unit: { zh: '个', en: 'registrations' },
  decimals: 0,
  coverageUnit: null,
  sourceOfRecord: 'national',
  reported: { units: 31, expected: 31 },
}
const regional = {
  region: '320000',
  figure: { known: true, value: 0 },
  absence: null,
  share: { known: false, why: 'not-reported' },
  lastPeriod: null,
  lastEndsOn: null,
  byPrefecture: false,
  reports: null,
} as const
const totals = { ...nodes, sourceOfRecord: 'regions', coverageUnit: { zh: '个地区', en: 'regions' } } as const
const yesNo = { ...nodes, kind: 'yes-no', sourceOfRecord: null, regional } as const

describe('what a corrected figure says', () => {
  it.each([
    {
      row: nodes,
      told: { known: true, value: 5_500_000_000 },
      now: { known: true, value: 5_700_000_000 },
      zh: '载为55亿个，现为57亿个',
    },
    {
      row: nodes,
      told: { known: true, value: 5_500_000_000 },
      now: { known: true, value: 5_500_000_001 },
      zh: '载为5,500,000,000个，现为5,500,000,001个',
    },
    {
      row: totals,
      told: { known: true, value: 2, bound: 'above' },
      now: { known: true, value: 2 },
      zh: '载为至少2个地区，现为2个地区',
    },
    {
      row: nodes,
      told: { known: false, why: 'not-reported' },
      now: { known: true, value: 0 },
      zh: '载为未报，现为0个',
    },
    { row: yesNo, told: { known: true, value: 1 }, now: { known: true, value: 0 }, zh: '载为已，现为未' },
  ] as const)('$zh', ({ row, told, now, zh }) => {
    expect(correctedSentence({ report, told, now }, row, 'zh')).toBe(`（数据截至2020-10-31）${zh}`)
  })

  it('is said in English too', () => {
    const told = { known: true, value: 2, bound: 'above' } as const
    const now = { known: false, why: 'not-reported' } as const
    expect(correctedSentence({ report, told, now }, totals, 'en')).toBe(
      ' (data as of 2020-10-31) says at least 2; now not reported',
    )
  })
})
