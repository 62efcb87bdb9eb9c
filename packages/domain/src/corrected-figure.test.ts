import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCorrected } from './corrected-figure.ts'
import { known, unknown } from './figure.ts'

describe('a figure of an issued report', () => {
  it.each([
    { case: 'the same value', told: known(412), now: known(412), corrected: false },
    { case: 'another value', told: known(412), now: known(415), corrected: true },
    { case: 'a lower bound that became exact', told: known(412, 'above'), now: known(412), corrected: true },
    { case: 'the same lower bound', told: known(412, 'above'), now: known(412, 'above'), corrected: false },
    { case: 'a value withdrawn', told: known(0), now: unknown('not-reported'), corrected: true },
    { case: 'a value made up for', told: unknown('not-reported'), now: known(0), corrected: true },
    { case: 'another reason', told: unknown('not-reported'), now: unknown('not-opened'), corrected: false },
  ])('with $case is marked: $corrected', ({ told, now, corrected }) => {
    expect(isCorrected(told, now)).toBe(corrected)
  })

  it('is marked from either side or from none', () => {
    const figure = fc.oneof(
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(undefined, 'above', 'below', 'about')).map((pair) => {
        const [value, bound] = pair
        return known(value, bound)
      }),
      fc.constantFrom('not-reported', 'not-opened').map((why) => unknown(why)),
    )
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(isCorrected(a, b)).toBe(isCorrected(b, a))
        expect(isCorrected(a, a)).toBe(false)
      }),
    )
  })
})
