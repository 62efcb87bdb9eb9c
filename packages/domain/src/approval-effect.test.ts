import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CellValue, regionalFigure } from './aggregation.ts'
import { exceedsWhole, totalsAround } from './approval-effect.ts'
import { known, unknown } from './figure.ts'

const ends: Readonly<Record<string, string>> = {
  '2020-08': '2020-08-31',
  '2020-09': '2020-09-30',
  '2020-10': '2020-10-31',
  '2020-11': '2020-11-30',
}
const cell = (region: string, period: string, value: number | null): CellValue => ({
  region,
  unit: `communications-${region}`,
  period,
  endsOn: ends[period] ?? '',
  value,
  absence: value === null ? 'withheld' : null,
})
const jiangsu = (period: string, value: number | null) => cell('320000', period, value)
const zhejiang = (period: string, value: number | null) => cell('330000', period, value)
const totals = (rows: readonly { readonly period: string; readonly total: number | null }[]) =>
  Object.fromEntries(rows.map(({ period, total }) => [period, total]))

describe('the totals around an approval', () => {
  it('add the value to its period, and leave what is there alone', () => {
    const { before, after } = totalsAround(
      'flow',
      [jiangsu('2020-09', 30), zhejiang('2020-09', 12)],
      jiangsu('2020-10', 31),
    )
    expect(totals(before)).toEqual({ '2020-09': 42 })
    expect(totals(after)).toEqual({ '2020-09': 42, '2020-10': 31 })
  })

  it('put a correction in the place of what it corrects', () => {
    const { before, after } = totalsAround(
      'flow',
      [jiangsu('2020-09', 310), zhejiang('2020-09', 12)],
      jiangsu('2020-09', 31),
    )
    expect([totals(before), totals(after)]).toEqual([{ '2020-09': 322 }, { '2020-09': 43 }])
  })

  it('show the month that nobody reported, so that a flow stays a lower bound', () => {
    const { after } = totalsAround('flow', [jiangsu('2020-08', 30)], jiangsu('2020-10', 31))
    expect(totals(after)).toEqual({ '2020-08': 30, '2020-09': null, '2020-10': 31 })
    expect(regionalFigure('flow', after, '2020-10-31', 1, null).figure).toEqual(known(61, 'above'))
  })

  it('of a stock move the later periods that the value stands in for, and no further', () => {
    const cells = [zhejiang('2020-08', 5), zhejiang('2020-09', 6), zhejiang('2020-10', 7), zhejiang('2020-11', 8)]
    const { after } = totalsAround('stock', cells, jiangsu('2020-08', 100))
    expect(totals(after)).toEqual({ '2020-08': 105, '2020-09': 106, '2020-10': 107, '2020-11': 8 })
  })

  it('withheld add nothing, and never a zero', () => {
    const { after } = totalsAround('flow', [], jiangsu('2020-10', null))
    expect(totals(after)).toEqual({ '2020-10': null })
  })

  it('do not depend on the order in which entries came', () => {
    const value = fc.integer({ min: 0, max: 1_000_000 })
    const cells = fc.uniqueArray(
      fc.record({ at: fc.constantFrom(...Object.keys(ends)), region: fc.constantFrom('320000', '330000'), value }),
      {
        selector: ({ at, region }) => `${at} ${region}`,
      },
    )
    fc.assert(
      fc.property(cells, value, (rows, added) => {
        const made = rows.map((row) => cell(row.region, row.at, row.value))
        const one = totalsAround('flow', made, jiangsu('2020-10', added)).after
        expect(totalsAround('flow', made.toReversed(), jiangsu('2020-10', added)).after).toEqual(one)
      }),
    )
  })
})

describe('parts', () => {
  it.each([
    { sum: known(11), whole: known(10), is: true },
    { sum: known(11, 'above'), whole: known(10), is: true },
    { sum: known(11), whole: known(10, 'above'), is: false },
    { sum: known(11, 'about'), whole: known(10), is: false },
    { sum: known(10), whole: known(10), is: false },
    { sum: unknown('not-reported'), whole: known(10), is: false },
  ])('$sum.value $sum.bound are more than $whole.value $whole.bound for sure: $is', ({ sum, whole, is }) => {
    expect(exceedsWhole(sum, whole)).toBe(is)
  })
})
