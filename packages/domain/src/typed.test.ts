import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Typed } from './definition.ts'
import { type Figure, known, unknown } from './figure.ts'
import { cumulativeOf, flowsOf, type TypedPoint } from './typed.ts'

const lacking = unknown('not-reported')
const gap = unknown('previous-missing')
const points = (from: string, values: readonly (number | null)[]): readonly TypedPoint[] => {
  const [year, month] = from.split('-').map(Number) as [number, number]
  return values.map((value, index) => {
    const number = month - 1 + index
    const code = `${year + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
    return { period: code, value }
  })
}

describe('flowsOf', () => {
  it.each([
    { typed: 'period', from: '2020-03', values: [5, null, 7], flows: [known(5), lacking, known(7)] },
    { typed: 'yearToDate', from: '2020-01', values: [5, 9, 9], flows: [known(5), known(4), known(0)] },
    { typed: 'yearToDate', from: '2020-03', values: [5, 9], flows: [gap, known(4)] },
    { typed: 'yearToDate', from: '2020-11', values: [90, 100, 6], flows: [gap, known(10), known(6)] },
    { typed: 'yearToDate', from: '2020-01', values: [5, null, 12, 15], flows: [known(5), lacking, gap, known(3)] },
    { typed: 'sinceStart', from: '2020-12', values: [100, 106], flows: [gap, known(6)] },
    { typed: 'atEnd', from: '2020-05', values: [135, 133, null, 140], flows: [gap, known(-2), lacking, gap] },
  ] as const)('of $typed $values from $from', ({ typed, from, values, flows }) => {
    expect(flowsOf(typed, points(from, values))).toEqual(flows)
  })

  it.each(['2020', '2020-H1', '2020-Q1', '2020-01', '2020-01..2020-02'])('starts a year with %s', (period) => {
    expect(flowsOf('yearToDate', [{ period, value: 7 }])).toEqual([known(7)])
  })

  it.each(['2020-H2', '2020-Q2', '2020-02', '2020-02..2020-03'])('does not start a year with %s', (period) => {
    expect(flowsOf('yearToDate', [{ period, value: 7 }])).toEqual([gap])
  })
})

describe('cumulativeOf', () => {
  const above = (value: number): Figure => known(value, 'above')
  it.each([
    { typed: 'period', from: '2020-03', values: [5, 4, 7], totals: [known(5), known(9), known(16)] },
    { typed: 'period', from: '2020-03', values: [5, null, 7], totals: [known(5), lacking, above(12)] },
    { typed: 'yearToDate', from: '2020-03', values: [5, null, 9], totals: [known(5), lacking, known(9)] },
    { typed: 'yearToDate', from: '2020-11', values: [90, 100, 6], totals: [known(90), known(100), known(106)] },
    {
      typed: 'yearToDate',
      from: '2020-11',
      values: [90, null, 6, 8],
      totals: [known(90), lacking, above(96), above(98)],
    },
    { typed: 'sinceStart', from: '2020-12', values: [100, null, 106], totals: [known(100), lacking, known(106)] },
    { typed: 'atEnd', from: '2020-12', values: [135, 133], totals: [known(135), known(133)] },
  ] as const)('of $typed $values from $from', ({ typed, from, values, totals }) => {
    expect(cumulativeOf(typed, points(from, values))).toEqual(totals)
  })

  it('knows of a year that is left out, or that does not end', () => {
    const left = [
      { period: '2020-12', value: 100 },
      { period: '2022-01', value: 6 },
    ]
    const unfinished = [
      { period: '2020-Q3', value: 70 },
      { period: '2021-Q1', value: 6 },
    ]
    const whole = [
      { period: '2020-Q4', value: 100 },
      { period: '2021-01..2021-02', value: 6 },
    ]
    expect(cumulativeOf('yearToDate', left).at(-1)).toEqual(above(106))
    expect(cumulativeOf('yearToDate', unfinished).at(-1)).toEqual(above(76))
    expect(cumulativeOf('yearToDate', whole).at(-1)).toEqual(known(106))
  })
})

describe('what is typed', () => {
  const anyFlows = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 40, size: 'max' })

  /** What a person would type of the same months. */
  const typedAs: Readonly<Record<Typed, (flows: readonly number[]) => readonly number[]>> = {
    period: (flows) => flows,
    yearToDate: (flows) => flows.map((_, index) => sum(flows.slice(index - (index % 12), index + 1))),
    sinceStart: (flows) => flows.map((_, index) => sum(flows.slice(0, index + 1))),
    atEnd: (flows) => flows.map((_, index) => sum(flows.slice(0, index + 1))),
  }

  it.each(['period', 'yearToDate', 'sinceStart', 'atEnd'] as const)('%s tells the same months and totals', (typed) => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const typedPoints = points('2020-01', typedAs[typed](flows))
        const isRunning = typed === 'sinceStart' || typed === 'atEnd'
        const months = flows.map((flow, index) => (isRunning && index === 0 ? gap : known(flow)))
        expect(flowsOf(typed, typedPoints)).toEqual(months)
        expect(cumulativeOf(typed, typedPoints)).toEqual(typedAs.sinceStart(flows).map((total) => known(total)))
      }),
    )
  })
})

function sum(values: readonly number[]): number {
  return values.reduce((running, value) => running + value, 0)
}
