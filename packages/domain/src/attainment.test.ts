import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { achievement } from './achievement.ts'
import { attainment } from './attainment.ts'
import { target } from './cast.fixture.ts'
import { known, unknown } from './figure.ts'

const twentyMore = target({ is: 'at-least', value: 20 }, 'increment')

describe('attainment', () => {
  it.each([
    { goal: '28 new nodes of 20', promise: twentyMore, actual: known(75), gain: known(28), ratio: known(1.4) },
    { goal: 'none of 20 new nodes', promise: twentyMore, actual: known(47), gain: known(0), ratio: known(0) },
    { goal: 'nodes lost', promise: twentyMore, actual: known(42), gain: known(-5), ratio: known(-0.25) },
    {
      goal: '135 platforms of 150',
      promise: target({ is: 'at-least', value: 150 }),
      actual: known(135),
      gain: known(0),
      ratio: known(0.9),
    },
    {
      goal: 'at least 905 cases of more than 1000',
      promise: target({ is: 'more-than', value: 1000 }),
      actual: known(905, 'above'),
      gain: known(905, 'above'),
      ratio: known(0.905, 'above'),
    },
  ])('is $ratio.value: $goal', ({ promise, actual, gain, ratio }) => {
    expect(attainment(promise, actual, gain)).toEqual(ratio)
  })

  it('is unknown, with a reason, where there is nothing to divide by or to praise', () => {
    const ten = known(10)
    expect(attainment(null, ten, ten)).toEqual(unknown('no-target'))
    expect(attainment(target({ is: 'at-least', value: 0 }), ten, ten)).toEqual(unknown('target-is-zero'))
    expect(attainment(target({ is: 'at-most', value: 80 }), ten, ten)).toEqual(unknown('falls-by-level'))
    expect(attainment(twentyMore, ten, unknown('not-reported'))).toEqual(unknown('not-reported'))
  })

  it('is one with achievement for an increment, and for a level that starts from 0', () => {
    const whole = fc.integer({ min: -1000, max: 1_000_000_000 })
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 1_000_000_000 }), (from, actual, value) => {
        const gain = known(actual - from)
        const increment = target({ is: 'at-least', value }, 'increment')
        expect(attainment(increment, known(actual), gain)).toEqual(achievement(gain, known(value)))
        const level = target({ is: 'at-least', value })
        expect(attainment(level, known(actual), known(actual))).toEqual(achievement(known(actual), known(value)))
      }),
    )
  })
})
