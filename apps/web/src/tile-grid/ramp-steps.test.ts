import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ramp, rampFrom, rampOf, rampStepOf } from './ramp-steps.ts'

const holds = ({ from, below }: Ramp[number], value: number) =>
  (from === null || value >= from) && (below === null || value < below)

describe('rampOf', () => {
  it('makes five classes with round limits', () => {
    const cases = [
      10, 9, 11, 6, 6, 15, 41, 21, 24, 0, 7, 22, 40, 31, 84, 36, 30, 37, 39, 92, 52, 12, 14, 35, 23, 78, 16,
    ]
    const ramp = rampOf(cases)
    expect(ramp.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5])
    for (const { below } of ramp) if (below !== null) expect(below % 5).toBe(0)
  })

  it.each([
    { case: 'no value', values: [], classes: 0 },
    { case: 'only unknown values', values: [null, null], classes: 0 },
    { case: 'one value', values: [7], classes: 1 },
    { case: 'equal values', values: [5, 5, 5, 5], classes: 1 },
    { case: 'only zeros', values: [0, 0, 0], classes: 1 },
    { case: 'two different values', values: [0, 0, 3, 3], classes: 2 },
  ])('makes $classes classes of $case', ({ values, classes }) => {
    expect(rampOf(values)).toHaveLength(classes)
  })

  it('keeps zero apart from few cases where many regions are at zero', () => {
    const ramp = rampOf([...Array<number>(20).fill(0), 1, 2, 3, 5, 8, 13, 21])
    const stepOf = (value: number) => rampStepOf(ramp, value)
    expect(stepOf(0)).not.toBe(stepOf(1))
    expect(ramp[0]).toEqual({ step: 1, from: null, below: 1 })
    expect(ramp).toHaveLength(5)
  })

  it('tells the most from the middle where most regions have the same', () => {
    const ramp = rampOf([2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 7, 8, 9, 17])
    expect(ramp).toHaveLength(5)
    expect(rampStepOf(ramp, 6)).not.toBe(rampStepOf(ramp, 17))
  })

  it('makes a class of each of up to five values', () => {
    const ramp = rampOf([0, 0, 0, 0, 0, 0, 1, 3, 40])
    expect(ramp.map(({ from }) => from)).toEqual([null, 1, 3, 40])
  })

  it('never gives an unknown value a step, and zero the lowest one', () => {
    const ramp = rampOf([0, null, 10, 20, 30, 40])
    expect(rampStepOf(ramp, null)).toBeNull()
    expect(rampStepOf(ramp, 0)).toBe(1)
    expect(rampStepOf(rampOf([null]), 4)).toBeNull()
  })

  it('is not moved by what is unknown', () => {
    expect(rampOf([1, null, 20, null, 300])).toEqual(rampOf([1, 20, 300]))
  })

  const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 5_000_000_000 }), fc.constant(null)), { maxLength: 40 })

  it('holds every value in exactly one class, and no class is empty', () => {
    fc.assert(
      fc.property(values, (given) => {
        const ramp = rampOf(given)
        const known = given.filter((value) => value !== null)
        for (const value of known) expect(ramp.filter((part) => holds(part, value))).toHaveLength(1)
        for (const part of ramp) expect(known.some((value) => holds(part, value))).toBe(true)
      }),
    )
  })

  it('is stronger for more', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.nat(), (given, a, b) => {
        const ramp = rampOf(given)
        const [less, more] = [rampStepOf(ramp, Math.min(a, b)), rampStepOf(ramp, Math.max(a, b))]
        expect((less ?? 0) <= (more ?? 0)).toBe(true)
      }),
    )
  })
})

describe('rampFrom', () => {
  it('takes limits as they are, each once', () => {
    expect(rampFrom([0.9, 0.5, 0.9])).toEqual([
      { step: 1, from: null, below: 0.5 },
      { step: 3, from: 0.5, below: 0.9 },
      { step: 5, from: 0.9, below: null },
    ])
  })

  it('is one class without a limit', () => {
    expect(rampFrom([])).toEqual([{ step: 3, from: null, below: null }])
  })
})
