import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { achievement } from './achievement.ts'
import { known, unknown } from './figure.ts'

describe('achievement', () => {
  it.each([
    { goal: '28 new nodes of 20', gain: known(28), distance: known(20), ratio: known(1.4) },
    { goal: '135 of 150 platforms, on 135', gain: known(0), distance: known(15), ratio: known(0) },
    { goal: 'moved away', gain: known(-3), distance: known(15), ratio: known(-0.2) },
    { goal: 'halfway down from 100 to 80', gain: known(-10), distance: known(-20), ratio: known(0.5) },
    { goal: 'not yet fallen', gain: known(0), distance: known(-20), ratio: known(0) },
    { goal: 'at least 412 cases', gain: known(412, 'above'), distance: known(1000), ratio: known(0.412, 'above') },
    { goal: 'a fall by at least 10', gain: known(-10, 'below'), distance: known(-20), ratio: known(0.5, 'above') },
  ])('is $ratio.value: $goal', ({ gain, distance, ratio }) => {
    expect(achievement(gain, distance)).toStrictEqual(ratio)
  })

  it.each([
    { gain: known(0), distance: known(0), why: 'target-equals-baseline' },
    { gain: known(5), distance: unknown('no-target'), why: 'no-target' },
    { gain: known(5), distance: unknown('no-baseline'), why: 'no-baseline' },
    { gain: unknown('not-reported'), distance: known(20), why: 'not-reported' },
  ] as const)('is unknown: $why', ({ gain, distance, why }) => {
    expect(achievement(gain, distance)).toEqual(unknown(why))
  })

  it('is 0 at the baseline, 1 on target and beyond 1 past it, rising or falling', () => {
    const distances = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((distance) => distance !== 0)
    fc.assert(
      fc.property(distances, fc.integer({ min: 1, max: 1000 }), (distance, beyond) => {
        expect(achievement(known(0), known(distance))).toEqual(known(0))
        expect(achievement(known(distance), known(distance))).toEqual(known(1))
        const past = achievement(known(distance + Math.sign(distance) * beyond), known(distance))
        expect(past.known && past.value > 1).toBe(true)
      }),
    )
  })
})
