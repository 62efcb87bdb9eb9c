import { describe, expect, it } from 'vitest'
import { bulletShape } from './bullet-geometry.ts'

const shape = (value: number | null, bound?: 'above' | 'below' | 'about', isTotal = false) =>
  bulletShape({ achieved: value === null ? null : { value, bound }, plan: 0.78 }, 330, isTotal)

describe('bulletShape', () => {
  it('draws no bar for what is unknown, and never a zero', () => {
    expect(shape(null).barTo).toBeNull()
  })

  it('draws a zero that was reported', () => {
    expect(shape(0).barTo).toBeGreaterThan(0)
  })

  it('puts 100 % on the target', () => {
    const { barTo, full, cutAt } = shape(1)
    expect(barTo).toBe(full)
    expect(cutAt).toBeNull()
  })

  it.each([1.01, 1.4, 1.95, 4.2, 42])('cuts and compresses %d within the picture', (value) => {
    const { barTo, full, cutAt } = shape(value)
    expect(cutAt).toBeGreaterThan(full)
    expect(barTo).toBeGreaterThan(full)
    expect(barTo).toBeLessThanOrEqual(330)
  })

  it('grows with the figure', () => {
    const ends = [0, 0.2, 0.9, 1, 1.2, 2, 5].map((value) => shape(value).barTo ?? 0)
    expect(ends).toEqual(ends.toSorted((a, b) => a - b))
  })

  it('is hollow for a total that lacks somebody, striped for about', () => {
    expect(shape(0.9, 'above', true).end).toBe('hollow')
    expect(shape(0.9, 'above').end).toBe('plain')
    expect(shape(0.9, 'about').end).toBe('striped')
    expect(shape(0.9, 'below').end).toBe('striped')
  })
})
