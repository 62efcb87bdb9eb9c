import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, paginated, type Rows } from './box.ts'

const box = (height: number, more: Partial<Box> = {}): Box => ({
  height,
  gap: 0,
  keep: false,
  draw: () => undefined,
  ...more,
})
const heights = (pages: readonly (readonly { readonly box: Box }[])[]) =>
  pages.map((placed) => placed.map(({ box: { height } }) => height))

describe('paginated', () => {
  it('turns the page when there is no room, and leaves out the gap at its top', () => {
    const pages = paginated([box(60), box(30, { gap: 20 }), box(40)], 100)
    expect(heights(pages)).toEqual([[60], [30, 40]])
    expect(pages[1]?.map(({ y }) => y)).toEqual([0, 30])
  })

  it('takes what must stay together to the next page as a whole', () => {
    expect(heights(paginated([box(60), box(20, { keep: true }), box(10, { keep: true }), box(30)], 100))).toEqual([
      [60],
      [20, 10, 30],
    ])
  })

  it('divides only what is higher than a page together', () => {
    const all = [box(50, { keep: true }), box(40, { keep: true }), box(40)]
    expect(heights(paginated(all, 100))).toEqual([[50, 40], [40]])
  })

  it('sets the head again above rows that go on, and a closing rule below those of each page', () => {
    const rows: Rows = { again: box(15), foot: box(0) }
    const head = box(10, { rows, opens: true, keep: true })
    const all = [head, ...Array.from({ length: 7 }, () => box(30, { rows })), box(5)]
    expect(heights(paginated(all, 100))).toEqual([
      [10, 30, 30, 30, 0],
      [15, 30, 30, 0],
      [15, 30, 30, 0, 5],
    ])
  })

  it('loses no box, keeps their order and the height of the page', () => {
    const some = fc.record({
      height: fc.integer({ min: 1, max: 100 }),
      gap: fc.integer({ min: 0, max: 10 }),
      keep: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(some), (wanted) => {
        const all = wanted.map(({ height, ...more }) => box(height, more))
        const pages = paginated(all, 100)
        expect(pages.flat().map((placed) => placed.box)).toEqual(all)
        for (const placed of pages.flat()) expect(placed.y + placed.box.height).toBeLessThanOrEqual(100)
      }),
    )
  })
})
