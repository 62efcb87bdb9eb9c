import { describe, expect, it } from 'vitest'
import { indicatorWords } from './indicator.words.ts'
import { progressReadings } from './progress-readings.ts'
import type { ProgressSeries } from './progress-series.ts'

const none = { isPeriodEnd: true, plan: null, published: null, recorded: null, regional: null, partial: null }
const series = {
  points: [
    {
      ...none,
      on: '2020-08-29',
      day: 18_503,
      published: { value: 3_912_345_678, bound: 'about', confidence: 'secondary' },
      regionalBound: null,
      reported: null,
    },
    {
      ...none,
      on: '2020-09-30',
      day: 18_535,
      recorded: { value: 5, bound: null },
      partial: 480_000_123,
      regionalBound: 'above',
      reported: { units: 28, expected: 31 },
    },
  ],
  standing: null,
  target: { value: 2_000_000_000, on: '2020-12-31' },
  forecasts: [],
  source: 'regions',
  scale: 'gain',
  from: 18_341,
  to: 18_627,
} as unknown as ProgressSeries
const of = { says: indicatorWords.zh as never, language: 'zh', decimals: 0, unit: '个' } as const

describe('what the marks of a chart say', () => {
  it('is the date, the exact value with its bound, and whose it is, from left to right', () => {
    expect(progressReadings(series, of).map(({ on, value, source }) => [on, value, source])).toEqual([
      ['2020-08-29', '约+3,912,345,678 个', '公布、二手'],
      ['2020-09-30', '+5 个', '全国填报'],
      ['2020-09-30', '≥+480,000,123 个', '地区合计 28/31'],
      ['2020-12-31', '+2,000,000,000 个', '目标'],
    ])
  })

  it('leaves out what the zoom leaves out', () => {
    expect(progressReadings({ ...series, from: 18_510, to: 18_600 }, of).map(({ on }) => on)).toEqual([
      '2020-09-30',
      '2020-09-30',
    ])
  })
})
