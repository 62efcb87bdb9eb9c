import type { Series } from '@xushi/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisTop, periodBars } from './period-bars.ts'
import { regionLines, wholeShares } from './region-series.ts'

const region = (code: string, value: (number | null)[], cumulative: (number | null)[]) => ({
  region: code,
  name: { zh: code, en: code },
  value,
  cumulative,
  bound: cumulative.map(() => null),
  absence: value.map(() => null),
  carried: value.map(() => false),
})
const series = {
  periods: ['2020-08', '2020-09', '2020-10'],
  endsOn: ['2020-08-31', '2020-09-30', '2020-10-31'],
  total: {
    flow: [5, null, 9],
    reported: [2, 0, 3],
    expected: [3, 3, 3],
    complete: [false, false, true],
  },
  regions: [
    region('110000', [1, null, 2], [1, null, 3]),
    region('320000', [4, 0, 5], [4, 4, 9]),
    region('540000', [null, null, null], [null, null, null]),
  ],
} as unknown as Series

describe('regionLines', () => {
  it('puts the largest first, ends on the date, and keeps what is not known apart from zero', () => {
    const lines = regionLines(series, '2020-10-29', 'cumulative')
    expect(lines.map(({ region: code, last, share }) => [code, last?.value ?? null, share])).toEqual([
      ['320000', 4, 0.8],
      ['110000', 1, 0.2],
      ['540000', null, null],
    ])
    expect(lines[1]?.value).toEqual([1, null])
  })
})

describe('wholeShares', () => {
  it('add up where rounding would not', () => {
    expect(wholeShares([1 / 3, 1 / 3, 1 / 3, null])).toEqual([33.4, 33.3, 33.3, null])
  })

  it('always add up to the whole, each within a tenth of its share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 }), (values) => {
        const sum = values.reduce((total, value) => total + value, 0)
        fc.pre(sum > 0)
        const shares = wholeShares(values.map((value) => value / sum))
        expect(shares.reduce<number>((total, share) => total + Math.round(10 * (share ?? 0)), 0)).toBe(1000)
        shares.forEach((share, index) => {
          expect(Math.abs((share ?? 0) - (100 * (values[index] ?? 0)) / sum)).toBeLessThanOrEqual(0.1 + 1e-9)
        })
      }),
    )
  })
})

describe('periodBars', () => {
  it('have a place for a missing period and none of their own for one that is not over', () => {
    expect(periodBars(series, '2020-10-29', null)).toMatchObject([
      { period: '2020-08', value: 5, isPartial: true, reported: 2 },
      { period: '2020-09', value: null, isFuture: false },
      { period: '2020-10', value: null, isFuture: true },
    ])
  })

  it('are a lower bound as soon as one unit is missing, also where enough reported for a line', () => {
    const total = { ...series.total, reported: [3, 2, 2], complete: [true, true, true], flow: [5, 4, 9] }
    expect(periodBars({ ...series, total } as Series, '2020-12-31', null).map(({ isPartial }) => isPartial)).toEqual([
      false,
      true,
      true,
    ])
  })

  it.each([
    [[0, null], 1],
    [[7], 10],
    [[24], 25],
    [[100_000_000], 100_000_000],
  ])('stand on an axis that ends round above %j', (values, top) => {
    expect(axisTop(values)).toBe(top)
  })
})
