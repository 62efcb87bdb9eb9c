import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completenessByRegion, completenessOf, type RegionCell } from './completeness.ts'

const cell = (region: string, endsOn: string, counts: boolean): RegionCell => ({ region, endsOn, counts })

describe('completenessOf', () => {
  it('is what counts of what is asked for', () => {
    const cells = [{ counts: true }, { counts: true }, { counts: false }, { counts: true }]
    expect(completenessOf(cells)).toEqual({ expected: 4, counted: 3, completeness: 0.75 })
  })

  it('is unknown where nothing is asked for, not zero and not whole', () => {
    expect(completenessOf([])).toEqual({ expected: 0, counted: 0, completeness: null })
  })
})

describe('completenessByRegion', () => {
  it('counts cells, and a period only when nothing of it is missing', () => {
    const cells = [
      cell('js', '2020-08-31', true),
      cell('js', '2020-08-31', true),
      cell('js', '2020-09-30', true),
      cell('js', '2020-09-30', false),
    ]
    expect(completenessByRegion(cells)).toEqual([
      { region: 'js', expected: 4, counted: 3, completeness: 0.75, periods: 2, full: 1 },
    ])
  })

  it('has no row for a region of which nothing is asked', () => {
    expect(completenessByRegion([])).toEqual([])
  })

  it('adds up to the whole, and a region is whole where all its periods are', () => {
    const cells = fc.array(
      fc.record({
        region: fc.constantFrom('js', 'zj'),
        endsOn: fc.constantFrom('2020-08-31', '2020-09-30'),
        counts: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(cells, (asked) => {
        const rows = completenessByRegion(asked)
        const sum = (of: 'expected' | 'counted') => rows.reduce((total, row) => total + row[of], 0)
        expect([sum('counted'), sum('expected')]).toEqual([completenessOf(asked).counted, asked.length])
        for (const row of rows) {
          expect(row.full).toBeLessThanOrEqual(row.periods)
          expect(row.full === row.periods).toBe(row.completeness === 1)
        }
      }),
    )
  })
})
