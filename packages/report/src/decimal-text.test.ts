import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText } from './decimal-text.ts'

describe('decimalText', () => {
  it.each([
    { value: 12_345, decimals: 2, text: '123.45' },
    { value: 5, decimals: 2, text: '0.05' },
    { value: -5, decimals: 2, text: '-0.05' },
    { value: 0, decimals: 1, text: '0.0' },
    { value: -1200, decimals: 0, text: '-1200' },
    { value: 9_007_199_254_740_991, decimals: 3, text: '9007199254740.991' },
  ])('writes $value with $decimals places as $text', ({ value, decimals, text }) => {
    expect(decimalText(value, decimals)).toBe(text)
  })

  it('loses no digit', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(6), (value, decimals) => {
        expect(BigInt(decimalText(value, decimals).replace('.', ''))).toBe(BigInt(value))
      }),
    )
  })
})
