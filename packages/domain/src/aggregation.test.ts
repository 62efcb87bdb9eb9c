import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CellValue,
  isPartial,
  monthsFilled,
  type PeriodTotal,
  ratioOfTotals,
  regionalFigure,
  runningTotals,
  totalsByPeriod,
} from './aggregation.ts'
import { known, unknown } from './figure.ts'
import { parsePeriod } from './period.ts'

const monthEnd = (code: string) => parsePeriod(code)?.endsOn ?? ''
const months = (...codes: readonly string[]) => codes.map((code) => ({ code, endsOn: monthEnd(code) }))

/** What a region's unit said of a month: a number, or why there is none. */
function cell(region: string, period: string, said: number | 'not-applicable' | 'withheld'): CellValue {
  const content = typeof said === 'number' ? { value: said, absence: null } : { value: null, absence: said }
  return { region, unit: `unit-${region}`, period, endsOn: monthEnd(period), ...content }
}

function total(period: string, value: number | null, parts: Partial<PeriodTotal> = {}): PeriodTotal {
  return {
    period,
    endsOn: monthEnd(period),
    total: value,
    reported: value === null ? 0 : 2,
    carried: 0,
    withheld: 0,
    ...parts,
  }
}

const short = ({ total: sum, reported, carried, withheld }: PeriodTotal) => [sum, reported, carried, withheld]
const fiveMonths = months('2020-03', '2020-04', '2020-05', '2020-06', '2020-07')

describe('totalsByPeriod', () => {
  it('adds flows up, and never carries one on', () => {
    const cells = [cell('32', '2020-03', 5), cell('33', '2020-03', 7), cell('32', '2020-04', 2)]
    expect(totalsByPeriod('flow', cells, months('2020-03', '2020-04', '2020-05')).map(short)).toEqual([
      [12, 2, 0, 0],
      [2, 1, 0, 0],
      [null, 0, 0, 0],
    ])
  })

  it('lets a stock stand in for two later periods, and not for a third', () => {
    const cells = [cell('32', '2020-03', 5), ...fiveMonths.map(({ code }) => cell('33', code, 7))]
    expect(totalsByPeriod('stock', cells, fiveMonths).map(short)).toEqual([
      [12, 2, 0, 0],
      [12, 1, 1, 0],
      [12, 1, 1, 0],
      [7, 1, 0, 0],
      [7, 1, 0, 0],
    ])
  })

  it('lets a stock grow older in months that nobody reported, and in quarters', () => {
    const carriedTo = (first: string, later: string) =>
      totalsByPeriod('stock', [cell('32', first, 5), cell('33', later, 7)], months(first, later)).at(-1)
    expect(carriedTo('2020-03', '2020-05')).toMatchObject({ total: 12, carried: 1 })
    expect(carriedTo('2020-03', '2020-06')).toMatchObject({ total: 7, carried: 0 })
    expect(carriedTo('2019-12', '2020-02')).toMatchObject({ total: 12, carried: 1 })
    expect(carriedTo('2020-Q1', '2020-Q3')).toMatchObject({ total: 12, carried: 1 })
    expect(carriedTo('2020-Q1', '2020-Q4')).toMatchObject({ total: 7, carried: 0 })
  })

  it('holds a yes until it changes, and counts a region once whoever said so', () => {
    const operators = ['a', 'b'].map((unit) => ({ ...cell('32', '2020-03', 1), unit }))
    const cells = [...operators, cell('33', '2020-03', 0), cell('33', '2020-06', 1), cell('34', '2020-07', 0)]
    expect(totalsByPeriod('flag', cells, fiveMonths).map((row) => row.total)).toEqual([1, 1, 1, 2, 2])
  })

  it('takes a yes back when the unit says no', () => {
    const cells = [cell('32', '2020-03', 1), cell('32', '2020-05', 0)]
    expect(totalsByPeriod('flag', cells, fiveMonths).map((row) => row.total)).toEqual([1, 1, 0, 0, 0])
  })

  it.each(['not-applicable', 'withheld'] as const)('counts %s as reported and never as 0', (absence) => {
    const cells = [cell('32', '2020-03', absence), cell('33', '2020-04', 0)]
    const [march, april] = totalsByPeriod('stock', cells, months('2020-03', '2020-04'))
    expect(march).toMatchObject({ total: null, reported: 1, withheld: absence === 'withheld' ? 1 : 0 })
    expect(april).toMatchObject({ total: 0, reported: 1, withheld: 0 })
  })

  it('lets a stock that was withheld end the older one', () => {
    const cells = [cell('32', '2020-03', 5), cell('32', '2020-04', 'withheld')]
    expect(totalsByPeriod('stock', cells, months('2020-03', '2020-04', '2020-05')).map(short)).toEqual([
      [5, 1, 0, 0],
      [null, 1, 0, 1],
      [null, 0, 0, 0],
    ])
  })

  it('is the same whatever the order of the cells', () => {
    const anyCells = fc.uniqueArray(
      fc.record({
        region: fc.constantFrom('32', '33', '34'),
        month: fc.constantFrom(...fiveMonths.map(({ code }) => code)),
        said: fc.oneof(fc.nat(1), fc.constantFrom('withheld' as const, 'not-applicable' as const)),
      }),
      { selector: ({ region, month }) => `${region} ${month}` },
    )
    fc.assert(
      fc.property(anyCells, fc.constantFrom('flow', 'stock', 'flag'), (made, accumulation) => {
        const cells = made.map(({ region, month, said }) => cell(region, month, said))
        const totals = totalsByPeriod(accumulation, cells, fiveMonths)
        expect(totalsByPeriod(accumulation, [...cells].reverse(), fiveMonths)).toEqual(totals)
        expect(totals.reduce((sum, { reported }) => sum + reported, 0)).toBe(cells.length)
      }),
    )
  })
})

describe('isPartial', () => {
  it.each([
    { of: total('2020-03', 5), expected: 2, partial: false },
    { of: total('2020-03', 5), expected: 3, partial: true },
    { of: total('2020-03', 5, { carried: 1 }), expected: 3, partial: false },
    { of: total('2020-03', 5, { withheld: 1 }), expected: 2, partial: true },
    { of: total('2020-03', null), expected: 2, partial: true },
  ])('is $partial for $of.reported, $of.carried, $of.withheld of $expected', ({ of, expected, partial }) => {
    expect(isPartial(of, expected)).toBe(partial)
  })
})

describe('regionalFigure', () => {
  const totals = [total('2020-03', 100), total('2020-04', 20), total('2020-05', 30)]
  const on = '2020-06-15'

  it('sums flows after the start, and takes the last of a stock', () => {
    expect(regionalFigure('flow', totals, on, 2, null).figure).toEqual(known(150))
    expect(regionalFigure('flow', totals, on, 2, '2020-03-31').figure).toEqual(known(50))
    expect(regionalFigure('stock', totals, on, 2, null)).toEqual({
      figure: known(30),
      on: '2020-05-31',
      period: '2020-05',
      reported: { units: 2, expected: 2 },
    })
  })

  it('leaves out what has not ended: on 2020-05-30 May does not count', () => {
    expect(regionalFigure('flow', totals, '2020-05-30', 2, null)).toMatchObject({
      figure: known(120),
      period: '2020-04',
    })
    expect(regionalFigure('flow', totals, '2020-05-31', 2, null)).toMatchObject({ figure: known(150) })
  })

  it('is a lower bound while somebody is missing, in any month of a flow', () => {
    const lacking = [total('2020-03', 100, { reported: 1 }), total('2020-04', 20), total('2020-05', 30)]
    expect(regionalFigure('flow', lacking, on, 2, null).figure).toEqual(known(150, 'above'))
    expect(regionalFigure('stock', lacking, on, 2, null).figure).toEqual(known(30))
    expect(regionalFigure('stock', totals, on, 3, null).figure).toEqual(known(30, 'above'))
  })

  it('is a lower bound where nobody reported a month in between, and ends at the last month reported', () => {
    const gap = [total('2020-03', 100), total('2020-04', null), total('2020-05', 30), total('2020-06', null)]
    expect(regionalFigure('flow', gap, '2020-07-15', 2, null)).toMatchObject({
      figure: known(130, 'above'),
      on: '2020-05-31',
    })
  })

  it('is a lower bound where the first periods or a quarter in between are missing', () => {
    expect(regionalFigure('flow', totals, on, 2, '2020-03-20').figure).toEqual(known(150))
    expect(regionalFigure('flow', totals, on, 2, '2020-02-29').figure).toEqual(known(150))
    expect(regionalFigure('flow', totals, on, 2, '2020-01-31').figure).toEqual(known(150, 'above'))
    const quarters = [total('2020-Q1', 10), total('2020-Q3', 20)]
    expect(regionalFigure('flow', quarters, '2020-12-31', 2, null).figure).toEqual(known(30, 'above'))
    expect(runningTotals('flow', quarters, 2, null)).toEqual([known(10), known(30, 'above')])
    expect(runningTotals('flow', totals, 2, '2020-01-31')[0]).toEqual(known(100, 'above'))
    expect(regionalFigure('stock', totals, on, 2, '2020-01-31').figure).toEqual(known(30))
  })

  it('is unknown where nobody reported, and 0 where everybody reported 0', () => {
    const none = { figure: unknown('not-reported'), on: null, period: null, reported: { units: 0, expected: 2 } }
    expect(regionalFigure('flow', [], on, 2, null)).toEqual(none)
    expect(regionalFigure('flow', [total('2020-03', null)], on, 2, null)).toEqual(none)
    expect(regionalFigure('flow', [total('2020-03', 0)], on, 2, null).figure).toEqual(known(0))
  })

  it('is unknown where everybody said that it does not apply', () => {
    const notApplicable = [total('2020-03', null, { reported: 2 })]
    expect(regionalFigure('stock', notApplicable, on, 2, null)).toMatchObject({
      figure: unknown('not-reported'),
      reported: { units: 2, expected: 2 },
    })
  })

  it('counts those whose yes still holds as reported', () => {
    const holding = [total('2020-03', 5, { reported: 1, carried: 1 })]
    expect(regionalFigure('flag', holding, on, 2, null).reported).toEqual({ units: 2, expected: 2 })
    expect(regionalFigure('stock', holding, on, 2, null).reported).toEqual({ units: 1, expected: 2 })
  })
})

describe('runningTotals', () => {
  it('add flows up, with a lower bound from the first partial month on', () => {
    const totals = [total('2020-03', 100), total('2020-04', 20, { reported: 1 }), total('2020-05', 30)]
    expect(runningTotals('flow', totals, 2, null)).toEqual([known(100), known(120, 'above'), known(150, 'above')])
    expect(runningTotals('flow', totals, 2, '2020-03-31')).toEqual([
      unknown('not-reported'),
      known(20, 'above'),
      known(50, 'above'),
    ])
  })

  it('leave a month unknown that nobody reported, and know of it later', () => {
    const totals = [total('2020-03', null), total('2020-04', 20), total('2020-05', null), total('2020-06', 30)]
    expect(runningTotals('flow', totals, 2, null)).toEqual([
      unknown('not-reported'),
      known(20, 'above'),
      unknown('not-reported'),
      known(50, 'above'),
    ])
  })

  it('take a stock as it is', () => {
    const totals = [total('2020-03', 100), total('2020-04', null), total('2020-05', 90, { reported: 1 })]
    expect(runningTotals('stock', totals, 2, null)).toEqual([known(100), unknown('not-reported'), known(90, 'above')])
  })

  it('end where the regional figure stands', () => {
    const anyTotals = fc.array(fc.record({ value: fc.option(fc.nat(1000)), withheld: fc.nat(1) }), { maxLength: 5 })
    fc.assert(
      fc.property(anyTotals, fc.constantFrom('flow', 'stock'), (made, accumulation) => {
        const totals = made.map(({ value, withheld }, index) =>
          total(`2020-0${index + 1}`, value, value === null ? {} : { withheld }),
        )
        const last = runningTotals(accumulation, totals, 2, null).findLast((figure) => figure.known)
        expect(regionalFigure(accumulation, totals, '2020-12-31', 2, null).figure).toEqual(
          last ?? unknown('not-reported'),
        )
      }),
    )
  })
})

describe('monthsFilled', () => {
  const same = (empty: PeriodTotal) => empty

  it('puts an empty month in for each that nobody reported', () => {
    const filled = monthsFilled([total('2020-11', 1), total('2021-02', 2)], same)
    expect(filled.map(({ period, endsOn, total: sum }) => [period, endsOn, sum])).toEqual([
      ['2020-11', '2020-11-30', 1],
      ['2020-12', '2020-12-31', null],
      ['2021-01', '2021-01-31', null],
      ['2021-02', '2021-02-28', 2],
    ])
  })

  it('leaves other periods as they are, and nothing as nothing', () => {
    const quarters = [total('2020-Q1', 1), total('2020-Q3', 2)]
    expect(monthsFilled(quarters, same)).toEqual(quarters)
    expect(monthsFilled([], same)).toEqual([])
  })
})

describe('ratioOfTotals', () => {
  it.each([
    { numerator: known(1), denominator: known(4), ratio: known(0.25) },
    { numerator: known(1, 'above'), denominator: known(4), ratio: known(0.25, 'above') },
    { numerator: known(1), denominator: known(4, 'above'), ratio: known(0.25, 'below') },
    { numerator: known(1, 'above'), denominator: known(4, 'above'), ratio: known(0.25, 'about') },
    { numerator: known(1), denominator: known(0), ratio: unknown('denominator-is-zero') },
    { numerator: unknown('not-reported'), denominator: known(4), ratio: unknown('not-reported') },
    { numerator: known(1), denominator: unknown('withheld'), ratio: unknown('withheld') },
  ])('of $numerator and $denominator', ({ numerator, denominator, ratio }) => {
    expect(ratioOfTotals<string>(numerator, denominator)).toEqual(ratio)
  })

  it('divides the totals, and never averages the percentages', () => {
    expect(ratioOfTotals(known(9 + 1), known(10 + 100))).toEqual(known(10 / 110))
  })
})
