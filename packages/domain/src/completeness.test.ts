import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AskedCell, completenessByRegion } from './completeness.ts'

const cell = (region: string, indicator: string, endsOn: string): AskedCell => ({ region, indicator, endsOn })
const key = ({ region, indicator, endsOn }: AskedCell) => `${region} ${indicator} ${endsOn}`

describe('completenessByRegion', () => {
  it('counts cells, and a period only when nothing of it is missing', () => {
    const cells = ['2020-08-31', '2020-09-30'].flatMap((endsOn) => [cell('js', 'a', endsOn), cell('js', 'b', endsOn)])
    const there = new Set(cells.slice(0, 3).map(key))
    expect(completenessByRegion(cells, (asked) => there.has(key(asked)))).toEqual([
      { region: 'js', expected: 4, counted: 3, periods: 2, full: 1 },
    ])
  })

  it('has no row for a region of which nothing is asked', () => {
    expect(completenessByRegion([], () => true)).toEqual([])
  })

  it('is whole where all is there, and never more than whole', () => {
    const cells = fc.uniqueArray(
      fc.record({
        region: fc.constantFrom('js', 'zj'),
        indicator: fc.constantFrom('a', 'b', 'c'),
        endsOn: fc.constantFrom('2020-08-31', '2020-09-30'),
      }),
      { selector: key },
    )
    fc.assert(
      fc.property(cells, fc.func(fc.boolean()), (asked, counts) => {
        for (const row of completenessByRegion(asked, counts)) {
          expect(row.counted).toBeLessThanOrEqual(row.expected)
          expect(row.full).toBeLessThanOrEqual(row.periods)
          expect(row.full === row.periods).toBe(row.counted === row.expected)
        }
      }),
    )
  })
})
