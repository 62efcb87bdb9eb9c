import { describe, expect, it } from 'vitest'
import { spaceRanges } from '../src/app/space-font.ts'
import { ownAdvances } from './own-advances.fixture.ts'

describe.each([400, 700] as const)('the font without ink, beside the pieces of weight %i', (weight) => {
  it('is as wide wherever a piece has the character', () => {
    const own = ownAdvances(weight)
    expect(own.size).toBeGreaterThan(10_000)
    const otherwise = spaceRanges.flatMap(({ from, to, advance }) =>
      Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).filter(
        (character) => own.has(character) && own.get(character) !== advance,
      ),
    )
    // The tick is a little wider in bold.
    expect(otherwise).toEqual(weight === 400 ? [] : ['✓'])
  })
})
