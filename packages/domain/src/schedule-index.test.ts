import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseline, indicator, noticeOn, secondaryNodes, target } from './cast.fixture.ts'
import { known, unknown } from './figure.ts'
import { addDays } from './local-date.ts'
import { planAt, planLine } from './plan.ts'
import { earnedDays, percentagePoints, scheduleIndex } from './schedule-index.ts'

const line = planLine(secondaryNodes, noticeOn)
const plan = (on: string) => planAt(line, on)
const falling = planLine(
  indicator('T90', {
    target: target({ is: 'at-most', value: 80 }),
    baseline: baseline(100, noticeOn),
    due: { on: '2020-12-31', stated: true },
  }),
  noticeOn,
)
const inSteps = planLine(
  {
    ...secondaryNodes,
    plan: {
      is: 'milestones',
      points: [
        { on: '2020-06-28', value: 57 },
        { on: '2020-10-06', value: 57 },
      ],
    },
  },
  noticeOn,
)

describe('scheduleIndex', () => {
  it('is 1 on plan, 2 at twice the plan', () => {
    expect(scheduleIndex(known(10), plan('2020-08-10'), 47)).toEqual(known(1))
    expect(scheduleIndex(known(20), plan('2020-08-10'), 47)).toEqual(known(2))
    expect(scheduleIndex(known(0), plan('2020-08-10'), 47)).toEqual(known(0))
  })

  it('reads a falling goal the same way', () => {
    expect(scheduleIndex(known(-10), planAt(falling, '2020-08-10'), 100)).toEqual(known(1))
    expect(scheduleIndex(known(5), planAt(falling, '2020-08-10'), 100)).toEqual(known(-0.5))
  })

  it('carries bounds', () => {
    expect(scheduleIndex(known(5, 'above'), plan('2020-08-10'), 47)).toEqual(known(0.5, 'above'))
    expect(scheduleIndex(known(-5, 'above'), planAt(falling, '2020-08-10'), 100)).toEqual(known(0.5, 'below'))
  })

  it.each([
    { why: 'plan-not-begun', gain: known(5), on: noticeOn },
    { why: 'not-reported', gain: unknown('not-reported'), on: '2020-08-10' },
  ])('is unknown: $why', ({ why, gain, on }) => {
    expect(scheduleIndex(gain, plan(on), 47)).toEqual(unknown(why))
  })

  it('is unknown without a plan', () => {
    expect(scheduleIndex(known(5), unknown('by-stages'), 47)).toEqual(unknown('by-stages'))
  })
})

describe('percentagePoints', () => {
  it.each([
    { achieved: known(1.4), on: '2020-08-10', points: known(90) },
    { achieved: known(0.25), on: '2020-08-10', points: known(-25) },
    { achieved: known(0.25, 'above'), on: '2020-08-10', points: known(-25, 'above') },
    { achieved: known(1), on: '2021-06-30', points: known(0) },
    { achieved: unknown('not-reported'), on: '2020-08-10', points: unknown('not-reported') },
  ])('are $points.value on $on', ({ achieved, on, points }) => {
    const ahead = percentagePoints(achieved, plan(on))
    expect(ahead).toEqual(points.known ? { ...points, value: expect.closeTo(points.value, 9) } : points)
  })

  it('are unknown without a plan', () => {
    expect(percentagePoints(known(1), unknown('no-due-date'))).toEqual(unknown('no-due-date'))
  })
})

describe('earnedDays', () => {
  it.each([
    { actual: known(57), on: '2020-08-10', days: known(0), way: 'on plan' },
    { actual: known(67), on: '2020-08-10', days: known(143), way: 'on target already' },
    { actual: known(500), on: '2020-08-10', days: known(143), way: 'far beyond the target' },
    { actual: known(47), on: '2020-08-10', days: known(-143), way: 'still at the baseline' },
    { actual: known(40), on: '2020-08-10', days: known(-143), way: 'below the baseline' },
    { actual: known(57, 'above'), on: '2020-08-10', days: known(0, 'above'), way: 'a lower bound' },
    { actual: known(57), on: '2021-08-10', days: known(-143), way: 'after the due date' },
    { actual: known(57), on: '2019-08-10', days: known(143), way: 'before the start' },
  ])('are $days.value: $way', ({ actual, on, days }) => {
    expect(earnedDays(actual, line, on)).toEqual(days)
  })

  it('are read the same way on a falling plan', () => {
    expect(earnedDays(known(90), falling, '2020-08-10')).toEqual(known(0))
    expect(earnedDays(known(105), falling, '2020-08-10')).toEqual(known(-143))
    expect(earnedDays(known(60), falling, '2020-08-10')).toEqual(known(143))
    expect(earnedDays(known(90, 'above'), falling, '2020-08-10')).toEqual(known(0, 'below'))
  })

  it('earn the end of a stretch on which nothing is planned, and not more', () => {
    expect(earnedDays(known(57), inSteps, '2020-10-06')).toEqual(known(0))
    expect(earnedDays(known(57), inSteps, '2020-12-31')).toEqual(known(-86))
    expect(earnedDays(known(56), inSteps, '2020-06-18')).toEqual(known(0))
  })

  it('are unknown without a figure or without a line', () => {
    expect(earnedDays(unknown('withheld'), line, '2020-08-10')).toEqual(unknown('withheld'))
    expect(earnedDays(known(5), unknown('no-target'), '2020-08-10')).toEqual(unknown('no-target'))
  })

  it('are nought when the value is the planned one, on every day of the plan', () => {
    fc.assert(
      fc.property(fc.nat(286), fc.constantFrom(line, falling), (day, either) => {
        const on = addDays(noticeOn, day)
        const standing = planAt(either, on)
        const days = earnedDays(standing, either, on)
        expect(days.known && days.value).toBeCloseTo(0, 6)
      }),
    )
  })

  it('have the sign of the percentage points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 286 }), fc.integer({ min: 0, max: 20 }), (day, gain) => {
        const on = addDays(noticeOn, day)
        const points = percentagePoints(known(gain / 20), plan(on))
        const days = earnedDays(known(47 + gain), line, on)
        if (!points.known || !days.known) throw new Error('both are known')
        if (Math.abs(points.value) > 1e-9) expect(Math.sign(days.value)).toBe(Math.sign(points.value))
      }),
    )
  })
})
