import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnWidths } from './column-widths.ts'

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0)

describe('columnWidths', () => {
  it('give room to the column whose texts make the rows high', () => {
    const widths = columnWidths(
      [
        { share: 3, least: 20, texts: [20, 20, 20] },
        { share: 3, least: 40, texts: [60, 60, 60] },
        { share: 3, least: 40, texts: [40, 900, 800] },
      ],
      300,
      4,
    )
    expect(sum(widths)).toBeCloseTo(300)
    expect(widths[0]).toBeCloseTo(24)
    expect(widths[2]).toBeGreaterThan(150)
  })

  it('lower two columns together that are as high as each other', () => {
    const column = { share: 1, least: 40, texts: [400, 400] }
    const [first = 0, second = 0, third = 0] = columnWidths(
      [column, column, { share: 9, least: 40, texts: [40, 40] }],
      504,
      4,
    )
    expect(third).toBeLessThan(60)
    expect(Math.abs(first - second)).toBeLessThan(10)
  })

  it('share what is left by their shares once every text stands on one line', () => {
    const column = { least: 6, texts: [6, 6] }
    expect(
      columnWidths(
        [
          { ...column, share: 1 },
          { ...column, share: 3 },
        ],
        60,
        4,
      ),
    ).toEqual([20, 40])
  })

  it('shrink alike where words alone are too wide', () => {
    const column = { share: 1, texts: [] }
    expect(
      columnWidths(
        [
          { ...column, least: 90 },
          { ...column, least: 30 },
        ],
        60,
        0,
      ),
    ).toEqual([45, 15])
  })

  it('fill the table, with no column narrower than its longest word', () => {
    const column = fc.record({
      share: fc.integer({ min: 1, max: 20 }),
      least: fc.integer({ min: 1, max: 40 }),
      texts: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 5, maxLength: 5 }),
    })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), (columns) => {
        const widths = columnWidths(columns, 442, 4)
        expect(sum(widths)).toBeCloseTo(442)
        for (const [index, { least }] of columns.entries()) expect(widths[index]).toBeGreaterThan(least + 4 - 1e-6)
      }),
    )
  })
})
