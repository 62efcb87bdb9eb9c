import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallestUnits } from './smallest-units.ts'

describe('smallestUnits', () => {
  it.each([
    { value: 99.99, decimals: 2, count: 9999 },
    { value: 0.07, decimals: 2, count: 7 },
    { value: 1.1, decimals: 3, count: 1100 },
    { value: -3.5, decimals: 1, count: -35 },
    { value: 0, decimals: 0, count: 0 },
    { value: 690_000_000_000, decimals: 0, count: 690_000_000_000 },
    { value: 9_007_199_254_740_991, decimals: 0, count: 9_007_199_254_740_991 },
    { value: 1e-7, decimals: 7, count: 1 },
    { value: 1e21, decimals: 0, count: 'too-large' },
    { value: 9_007_199_254_740_992, decimals: 0, count: 'too-large' },
    { value: 90_071_992_547_409.92, decimals: 2, count: 'too-large' },
    { value: 12.5, decimals: 0, count: 'too-many-places' },
    { value: 0.001, decimals: 2, count: 'too-many-places' },
  ])('turns $value with $decimals decimals into $count', ({ value, decimals, count }) => {
    expect(smallestUnits(value, decimals)).toBe(count)
  })

  it('gives back the count of every value that was written from one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 3 }), (count, decimals) => {
        const digits = String(Math.abs(count)).padStart(decimals + 1, '0')
        const at = digits.length - decimals
        const written = `${count < 0 ? '-' : ''}${digits.slice(0, at)}${decimals > 0 ? `.${digits.slice(at)}` : ''}`
        expect(smallestUnits(Number(written), decimals)).toBe(count)
      }),
    )
  })
})
