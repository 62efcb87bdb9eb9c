import type { Series } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { periodSentence, regionSentence } from './picture-sentence.ts'
import { comparedPeriod, regionLines } from './region-series.ts'

const region = (code: string, zh: string, value: (number | null)[], cumulative: (number | null)[]) => ({
  region: code,
  name: { zh, en: code },
  value,
  cumulative,
  bound: cumulative.map(() => null),
})
const series = {
  decimals: 0,
  periods: ['2020-08', '2020-09', '2020-10'],
  endsOn: ['2020-08-31', '2020-09-30', '2020-10-31'],
  total: { flow: [5, 4, 9], reported: [2, 1, 3], expected: [3, 3, 3], complete: [true, false, true] },
  regions: [
    region('110000', '北京', [6, null, 2], [6, 6, 8]),
    region('320000', '江苏', [4, 4, 5], [4, 8, 13]),
    region('540000', '西藏', [null, null, null], [null, null, null]),
  ],
} as unknown as Series
const on = '2020-10-29'

describe('the regions in words', () => {
  it('name the largest first, with share, and say who has none', () => {
    expect(regionSentence(series, { on, what: 'cumulative', isSum: true }, 'zh')).toBe(
      '江苏8，占57.1%；北京6，占42.9%；1个地区未报',
    )
  })

  it('have no share where they do not add up to a whole', () => {
    expect(regionSentence(series, { on, what: 'cumulative', isSum: false }, 'zh')).toBe('江苏8；北京6；1个地区未报')
  })

  it('compare own values within one period: an older value of somebody is not set beside a newer one', () => {
    expect(comparedPeriod(series, on)).toBe('2020-09')
    expect(regionLines(series, on, 'value').map(({ last }) => last?.value ?? null)).toEqual([4, null, null])
    expect(regionSentence(series, { on, what: 'value', isSum: true }, 'en')).toBe('320000 4, 100.0%; 2 not reported')
  })
})

describe('the periods in words', () => {
  it('end on the date, and a total that lacks somebody is a bound', () => {
    expect(periodSentence(series, on, null, 'zh')).toBe('2期；最近2020-09 至少4（1/3）')
    expect(periodSentence(series, '2020-07-01', null, 'en')).toBe('0 periods')
  })
})
