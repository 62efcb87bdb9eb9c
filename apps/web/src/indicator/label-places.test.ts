import { describe, expect, it } from 'vitest'
import { boxOf, type ChartLabel, placeLabels } from './label-places.ts'

const bounds = { left: 0, top: 0, right: 400, bottom: 300 }
const label = (key: string, ...places: (readonly [number, number])[]): ChartLabel => ({
  key,
  lines: ['应到15.6亿'],
  places: places.map(([x, y]) => ({ x, y, anchor: 'start' })),
})

describe('placeLabels', () => {
  it('takes the first place that is free, and leaves out what has none', () => {
    const placed = placeLabels([label('a', [10, 50]), label('b', [20, 50], [20, 90]), label('c', [30, 55])], bounds)
    expect(placed.map(({ key, y }) => [key, y])).toEqual([
      ['a', 50],
      ['b', 90],
    ])
  })

  it('keeps labels inside and off what is drawn', () => {
    expect(placeLabels([label('a', [390, 50])], bounds)).toEqual([])
    const mark = { left: 10, top: 40, right: 30, bottom: 60 }
    expect(placeLabels([label('a', [10, 50], [10, 120])], bounds, [mark])).toMatchObject([{ y: 120 }])
  })
})

describe('boxOf', () => {
  it('measures a Han character twice as wide as a digit, from the anchor', () => {
    const start = boxOf(['应到'], { x: 100, y: 20, anchor: 'start' })
    const end = boxOf(['应到'], { x: 100, y: 20, anchor: 'end' })
    expect(start).toEqual({ left: 100, top: 8, right: 125, bottom: 24 })
    expect(end).toMatchObject({ left: 75, right: 100 })
    expect(boxOf(['12'], { x: 0, y: 0, anchor: 'middle' })).toMatchObject({ left: -7, right: 7 })
  })
})
