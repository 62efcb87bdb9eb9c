import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostForRegions, planFaults } from './decision-check.ts'
import type { Comparator, Target } from './definition.ts'

const target = (comparator: Comparator, basis: Target['basis'] = 'increment'): Target => ({
  comparator,
  basis,
  perRegion: false,
  assumed: false,
})
const atLeast = (value: number) => ({ is: 'at-least', value }) as const
const baseline = { value: 1_600, on: '2019-12-25', precision: 'day', source: { zh: '讲话', en: 'Remarks' } } as const
const gains = { time: 'sum', regions: 'sum' } as const
const states = { time: 'last', regions: 'sum' } as const

describe('mostForRegions', () => {
  const goal = { target: target(atLeast(2_000)), baseline, aggregation: gains, direction: 'rising' } as const
  it.each([
    ['gains of a promised gain', goal, 2_000],
    ['states of a promised gain', { ...goal, aggregation: states }, 3_600],
    ['states of a promised level', { ...goal, aggregation: states, target: target(atLeast(2_000), 'level') }, 2_000],
    [
      'a band, up to its upper end',
      { ...goal, target: target({ is: 'about', value: 10, from: 8, to: 12 }, 'level') },
      12,
    ],
    ['regions that do not add up', { ...goal, aggregation: { time: 'last', regions: 'none' } as const }, null],
    ['no promise', { ...goal, target: null }, null],
    ['a promise for each region', { ...goal, target: { ...target(atLeast(1)), perRegion: true } }, null],
    ['states of a gain on no baseline', { ...goal, aggregation: states, baseline: null }, null],
    ['a falling goal', { ...goal, direction: 'falling' as const }, null],
  ])('is known of %s', (_, whole, most) => {
    expect(mostForRegions(whole)).toBe(most)
  })
})

describe('planFaults', () => {
  const rising = { target: target(atLeast(2_000)), baseline, direction: 'rising' } as const
  const falling = { target: target({ is: 'at-most', value: 600 }, 'level'), baseline, direction: 'falling' } as const
  const plan = (...values: number[]) => ({
    is: 'milestones' as const,
    points: values.map((value, at) => ({ on: `2020-0${at + 4}-30`, value })),
  })
  it.each([
    ['rises to the target', rising, plan(1_600, 2_000, 2_000, 3_600), []],
    ['lies below the baseline', rising, plan(1), [{ at: 0, fault: 'plan-below-baseline' }]],
    ['lies beyond the target', rising, plan(2_000, 3_601), [{ at: 1, fault: 'plan-beyond-target' }]],
    ['turns back', rising, plan(2_400, 2_000), [{ at: 1, fault: 'plan-turns-back' }]],
    ['falls to a falling target', falling, plan(1_600, 900, 600), []],
    ['rises on a falling goal', falling, plan(900, 1_000), [{ at: 1, fault: 'plan-turns-back' }]],
    ['starts above the baseline of a falling goal', falling, plan(1_601), [{ at: 0, fault: 'plan-below-baseline' }]],
    [
      'has no known ends',
      { ...rising, baseline: null, target: null },
      plan(5, 3),
      [{ at: 1, fault: 'plan-turns-back' }],
    ],
  ])('says where a plan that %s is wrong', (_, goal, shape, faults) => {
    expect(planFaults(shape, goal)).toEqual(faults)
  })

  it('finds nothing in any order of values between both ends that never turns back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1_600, max: 3_600 }), { maxLength: 6 }), (values) => {
        expect(planFaults(plan(...values.toSorted((a, b) => a - b)), rising)).toEqual([])
      }),
    )
  })

  it('says nothing of a straight plan', () => {
    expect(planFaults({ is: 'straight' }, rising)).toEqual([])
  })
})
