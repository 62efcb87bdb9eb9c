import type { IndicatorPage } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { besideReasons, differenceOf } from './beside-reason.ts'

const page = (actual: object, time = 'sum') =>
  ({ judgement: { actual }, aggregation: { time, regions: 'sum' } }) as unknown as IndicatorPage

const regions = {
  source: 'regions',
  figure: { known: true, value: 480, bound: 'above' },
  on: '2020-09-30',
  reported: { units: 28, expected: 31 },
  difference: { known: true, value: 3420, bound: 'about' },
} as const

describe('the difference to a source beside', () => {
  it('is a size with a direction, and its bound turns with its sign', () => {
    expect(differenceOf(regions.difference)).toEqual({ is: 'more', size: regions.difference })
    expect(differenceOf({ known: true, value: -7, bound: 'above' })).toEqual({
      is: 'less',
      size: { known: true, value: 7, bound: 'below' },
    })
    expect(differenceOf({ known: true, value: 0 })?.is).toBe('same')
    expect(differenceOf({ known: false, why: 'not-reported' })).toBeNull()
  })

  it('is explained by what the two figures say of themselves', () => {
    const counts = page({ known: true, value: 5500, bound: 'above', on: '2020-08-29' })
    expect(besideReasons(regions, counts, '2020-03', 'zh')).toBe(
      '计入数截至2020-08-29，此数截至2020-09-30；31个单位中3个未报；地区自2020-03起逐期相加；计入数是下限；两个来源各自统计，不调成一致。',
    )
    expect(besideReasons(regions, counts, '2020-03', 'en')).toBe(
      'what counts is as of 2020-08-29, this as of 2020-09-30; 3 of 31 units are missing; regions are added up from 2020-03 on; ' +
        'what counts is a lower bound; each source counts by itself and they are not made to agree.',
    )
  })

  it('guesses nothing where the days agree and nobody is missing', () => {
    const complete = { ...regions, figure: { known: true, value: 130 }, reported: { units: 31, expected: 31 } } as const
    const counts = page({ known: true, value: 143, on: '2020-09-30' }, 'last')
    expect(besideReasons(complete, counts, '2020-03', 'zh')).toBe('两个来源各自统计，不调成一致。')
  })
})
