import { describe, expect, it } from 'vitest'
import { nearestMark } from './nearest-mark.ts'

const marks = [
  { x: 100, y: 50 },
  { x: 100, y: 250 },
  { x: 200, y: 60 },
]

describe('nearestMark', () => {
  it.each([
    [104, 60, 0],
    [96, 220, 1],
    [190, 250, 2],
    [150, 60, null],
    [400, 60, null],
  ])('at %d, %d means mark %j', (x, y, index) => {
    expect(nearestMark(marks, x, y)).toBe(index)
  })

  it('means none where there is none', () => {
    expect(nearestMark([], 10, 10)).toBeNull()
  })
})
