import { describe, expect, it } from 'vitest'
import { linePath, sparkPlaces } from './sparkline.tsx'

const on = ['2020-04-30', '2020-05-31', '2020-06-30']

describe('sparkPlaces', () => {
  it('has no place for a missing value: null never becomes zero', () => {
    expect(sparkPlaces(on, [3, null, 7])).toHaveLength(2)
    expect(sparkPlaces(on, [null, null, null])).toEqual([])
  })

  it('does not fail on equal values or on a single one', () => {
    for (const { x, y } of [...sparkPlaces(on, [5, 5, 5]), ...sparkPlaces(['2020-04-30'], [5])]) {
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
    }
  })

  it('stands higher for more', () => {
    const [low, high] = sparkPlaces(on.slice(0, 2), [1, 2])
    expect(high?.y).toBeLessThan(low?.y ?? 0)
  })
})

describe('sparkPlaces on an axis that several share', () => {
  const box = { width: 100, height: 50, edge: 5, axis: { from: 0, to: 10 } }

  it('puts zero at the bottom and the most at the top', () => {
    expect(sparkPlaces(on, [0, null, 10], box).map(({ y }) => y)).toEqual([45, 5])
  })

  it('leaves zeros at the bottom where all are zero', () => {
    expect(sparkPlaces(on, [0, 0, 0], { ...box, axis: { from: 0, to: 0 } }).map(({ y }) => y)).toEqual([45, 45, 45])
  })
})

describe('linePath', () => {
  it('lifts the pen over a gap', () => {
    expect(linePath(on, [1, null, 3]).match(/M/g)).toHaveLength(2)
    expect(linePath(on, [1, 2, 3]).match(/M/g)).toHaveLength(1)
  })
})
