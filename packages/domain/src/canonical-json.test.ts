import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonicalJson', () => {
  it.each([
    { case: 'keys by code unit', value: { b: 1, a: { d: 2, c: 3 }, B: 0 }, text: '{"B":0,"a":{"c":3,"d":2},"b":1}' },
    { case: 'keys that look like numbers as texts', value: { 10: 'x', 9: 'y' }, text: '{"10":"x","9":"y"}' },
    { case: 'no member that is undefined', value: { a: undefined, b: null }, text: '{"b":null}' },
    { case: 'order in lists', value: [2, 1, [undefined]], text: '[2,1,[null]]' },
  ])('keeps $case', ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it('says the same as the value it was made of, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
