import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorDefinition } from './definition.ts'
import { known, unknown } from './figure.ts'
import { ranksOf, unfairRanking } from './ranking.ts'

type Ranked = Parameters<typeof unfairRanking>[0]
const measured: Ranked = {
  kind: 'measured',
  modality: 'must',
  aggregation: { time: 'sum', regions: 'sum' },
  target: { comparator: { is: 'at-least', value: 10 }, basis: 'level', perRegion: false, assumed: false },
}
const target = (change: Partial<NonNullable<IndicatorDefinition['target']>>): Ranked['target'] => ({
  comparator: { is: 'at-least', value: 10 },
  basis: 'level',
  perRegion: false,
  assumed: false,
  ...change,
})

describe('unfairRanking', () => {
  it.each<{ case: string; change: Partial<Ranked>; why: string | null }>([
    { case: 'a measured sum that must be reached', change: {}, why: null },
    { case: 'a sum without a target', change: { target: null }, why: null },
    { case: 'what is encouraged', change: { modality: 'encourage' }, why: 'encouraged' },
    { case: 'a yes or no', change: { kind: 'yes-no' }, why: 'yes-no' },
    { case: 'cases that are chosen for quality', change: { kind: 'counted' }, why: 'quality-first' },
    { case: 'a promise to each region', change: { target: target({ perRegion: true }) }, why: 'per-region' },
    { case: 'a quota', change: { target: target({ comparator: { is: 'equal', value: 10 } }) }, why: 'upper-end' },
    { case: 'a coverage', change: { aggregation: { time: 'last', regions: 'coverage' } }, why: 'not-a-sum' },
  ])('is $why for $case', ({ change, why }) => {
    expect(unfairRanking({ ...measured, ...change })).toBe(why)
  })
})

describe('ranksOf', () => {
  it('gives the most the first rank, and equal figures the same one', () => {
    expect(ranksOf([known(5), known(9), known(5), known(0)])).toEqual([2, 1, 2, 4])
  })

  it.each([
    { case: 'somebody has not reported', figures: [known(5), unknown('not-reported')] },
    { case: 'a figure is a lower bound', figures: [known(5), known(4, 'above')] },
    { case: 'a figure is only about', figures: [known(5, 'about'), known(4)] },
  ])('gives none while $case', ({ figures }) => {
    expect(ranksOf(figures)).toEqual([null, null])
  })

  it('has nothing to rank in an empty list', () => {
    expect(ranksOf([])).toEqual([])
  })

  it('puts more before less, always', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (values) => {
        const ranks = ranksOf(values.map((value) => known(value)))
        values.forEach((value, at) => {
          values.forEach((other, place) => {
            if (value > other) expect(ranks[at] ?? 0).toBeLessThan(ranks[place] ?? 0)
          })
        })
      }),
    )
  })
})
