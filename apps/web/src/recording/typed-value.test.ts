import { describe, expect, it } from 'vitest'
import { readTypedValue } from './typed-value.ts'

describe('readTypedValue', () => {
  it.each([
    ['31000', 0, 31000],
    ['31,000', 0, 31000],
    ['３１０００', 0, 31000],
    [' 3.1亿 ', 0, 310_000_000],
    ['3100万', 0, 31_000_000],
    ['0', 0, 0],
    ['12.50', 2, 12.5],
    ['99.99', 2, 99.99],
    ['12.0', 0, 12],
    ['9007199254740991', 0, Number.MAX_SAFE_INTEGER],
  ])('reads %j with %i places as %d', (text, decimals, value) => {
    expect(readTypedValue(text, decimals)).toEqual({ is: 'value', value })
  })

  it.each([
    ['702O', 0, { is: 'refused', why: 'not-a-number', at: 'O' }],
    ['1e400', 0, { is: 'refused', why: 'not-a-number', at: 'e' }],
    ['1.2.3', 0, { is: 'refused', why: 'not-a-number' }],
    ['十', 0, { is: 'refused', why: 'not-a-number', at: '十' }],
    ['12.5', 0, { is: 'refused', why: 'too-many-places' }],
    ['0.00001亿', 0, { is: 'value', value: 1000 }],
    ['0.123456789亿', 0, { is: 'refused', why: 'too-many-places' }],
    ['9007199254740993', 0, { is: 'refused', why: 'too-large' }],
    ['-3', 0, { is: 'refused', why: 'negative' }],
  ])('says of %j with %i places what it is', (text, decimals, expected) => {
    expect(readTypedValue(text, decimals)).toEqual(expected)
  })

  it('keeps nothing typed apart from a zero', () => {
    expect(readTypedValue('  ', 0)).toEqual({ is: 'empty' })
    expect(readTypedValue('0', 0)).toEqual({ is: 'value', value: 0 })
  })
})
