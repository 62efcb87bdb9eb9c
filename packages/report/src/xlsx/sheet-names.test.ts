import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetNames } from './sheet-names.ts'

describe('sheetNames', () => {
  it.each([
    { case: 'a heading', wanted: ['全部目标'], names: ['全部目标'] },
    { case: 'what a name may not have', wanted: ['a:b/c\\d?e*f[g]h'], names: ['a b c d e f g h'] },
    { case: 'two of one name, in any case', wanted: ['Targets', 'targets'], names: ['Targets', 'targets 2'] },
    {
      case: 'a name that is too long, without half a character',
      wanted: [`${'长'.repeat(30)}😀`],
      names: ['长'.repeat(30)],
    },
    {
      case: 'two long ones',
      wanted: ['长'.repeat(40), '长'.repeat(41)],
      names: ['长'.repeat(31), `${'长'.repeat(29)} 2`],
    },
    { case: 'apostrophes at its ends', wanted: ["'quoted'"], names: ['quoted'] },
    { case: 'nothing', wanted: ['', ' * '], names: ['Sheet', 'Sheet 2'] },
  ])('makes a name of $case', ({ wanted, names }) => {
    expect(sheetNames(wanted)).toEqual(names)
  })

  it('are legal and apart, whatever is wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 })), (wanted) => {
        const names = sheetNames(wanted)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length)
        for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}]{1,31}(?<!')$/u)
      }),
    )
  })
})
