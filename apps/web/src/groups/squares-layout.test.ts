import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { squareCounts, squaresLayout, squaresPath } from './squares-layout.ts'

describe('squares, one a case', () => {
  it.each([
    { case: 'a hundred', cases: 101, columns: 20, per: 1 },
    { case: 'a thousand', cases: 1001, columns: 90, per: 1 },
    { case: 'more than fit', cases: 10_000, columns: 90, per: 3 },
  ])('lie in rows for $case', ({ cases, columns, per }) => {
    expect(squaresLayout(cases)).toMatchObject({ columns, per })
  })

  it('keep to the room they have', () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.integer({ min: 40, max: 700 }), (cases, room) => {
        const { width, columns, side, height } = squaresLayout(cases, room)
        expect(width).toBeLessThanOrEqual(room)
        expect(columns).toBeGreaterThan(0)
        expect(height).toBeGreaterThanOrEqual(side)
      }),
    )
  })

  it('are as many as there are cases', () => {
    const path = squaresPath(squaresLayout(101), 14, 87)
    expect(path.split('M')).toHaveLength(88)
    expect(path.startsWith('M154 0h9')).toBe(true)
  })
})

describe('what the squares mean', () => {
  it.each([
    { case: 'one short of more than a hundred', count: 100, needed: 101, marked: 14, is: [14, 86, 1] },
    { case: 'beyond the target', count: 120, needed: 101, marked: 0, is: [0, 120, 0] },
    { case: 'nothing yet, and that is known', count: 0, needed: 101, marked: 0, is: [0, 0, 101] },
    { case: 'unknown: no square, not even a missing one', count: null, needed: 101, marked: 3, is: [0, 0, 0] },
    { case: 'no number asked for', count: 7, needed: null, marked: 9, is: [7, 0, 0] },
  ])('is told for $case', ({ count, needed, marked, is }) => {
    const squares = squareCounts(count, needed, marked)
    expect([squares.marked, squares.filled, squares.missing]).toEqual(is)
  })

  it('leaves no case out', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), fc.nat(2000), (count, needed, marked) => {
        const squares = squareCounts(count, needed, marked)
        expect(squares.marked + squares.filled).toBe(count)
      }),
    )
  })
})
