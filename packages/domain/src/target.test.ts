import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseline, target } from './cast.fixture.ts'
import type { Comparator } from './definition.ts'
import { known, unknown } from './figure.ts'
import { exceeds, meets, shortfall, targetLevel } from './target.ts'

const atLeast: Comparator = { is: 'at-least', value: 20 }
const moreThan: Comparator = { is: 'more-than', value: 1000 }
const atMost: Comparator = { is: 'at-most', value: 80 }
const quota: Comparator = { is: 'equal', value: 10 }
const band: Comparator = { is: 'about', value: 10, from: 8, to: 12 }
const perRegion: Comparator = { is: 'range', value: 1, from: 1, to: 3 }
const all: Comparator = { is: 'all', value: 333 }
const comparators = [atLeast, moreThan, atMost, quota, band, perRegion, all]

describe('meets, exceeds and shortfall', () => {
  it.each([
    { comparator: atLeast, value: 19, keeps: false, above: false, missing: 1 },
    { comparator: atLeast, value: 20, keeps: true, above: false, missing: 0 },
    { comparator: atLeast, value: 28, keeps: true, above: false, missing: 0 },
    { comparator: moreThan, value: 999, keeps: false, above: false, missing: 2 },
    { comparator: moreThan, value: 1000, keeps: false, above: false, missing: 1 },
    { comparator: moreThan, value: 1001, keeps: true, above: false, missing: 0 },
    { comparator: atMost, value: 81, keeps: false, above: false, missing: 1 },
    { comparator: atMost, value: 80, keeps: true, above: false, missing: 0 },
    { comparator: quota, value: 9, keeps: false, above: false, missing: 1 },
    { comparator: quota, value: 10, keeps: true, above: false, missing: 0 },
    { comparator: quota, value: 11, keeps: true, above: true, missing: 0 },
    { comparator: band, value: 7, keeps: false, above: false, missing: 1 },
    { comparator: band, value: 8, keeps: true, above: false, missing: 0 },
    { comparator: band, value: 12, keeps: true, above: false, missing: 0 },
    { comparator: band, value: 15, keeps: true, above: true, missing: 0 },
    { comparator: perRegion, value: 0, keeps: false, above: false, missing: 1 },
    { comparator: perRegion, value: 3, keeps: true, above: false, missing: 0 },
    { comparator: perRegion, value: 5, keeps: true, above: true, missing: 0 },
    { comparator: all, value: 332, keeps: false, above: false, missing: 1 },
    { comparator: all, value: 333, keeps: true, above: false, missing: 0 },
  ])('$comparator.is $comparator.value at $value', ({ comparator, value, keeps, above, missing }) => {
    expect(meets(comparator, known(value))).toBe(keeps)
    expect(exceeds(comparator, known(value))).toBe(above)
    expect(shortfall(comparator, known(value))).toEqual(known(missing))
  })

  it.each([
    { comparator: atLeast, figure: known(20, 'above'), keeps: true, missing: known(0) },
    { comparator: atLeast, figure: known(18, 'above'), keeps: false, missing: known(2, 'below') },
    { comparator: atLeast, figure: known(20, 'about'), keeps: true, missing: known(0) },
    { comparator: atLeast, figure: known(19, 'about'), keeps: false, missing: known(1, 'about') },
    { comparator: atLeast, figure: known(19, 'below'), keeps: false, missing: known(1, 'above') },
    { comparator: atLeast, figure: known(25, 'below'), keeps: false, missing: unknown('undecided') },
    { comparator: moreThan, figure: known(1000, 'above'), keeps: true, missing: known(0) },
    { comparator: moreThan, figure: known(905, 'above'), keeps: false, missing: known(96, 'below') },
    { comparator: moreThan, figure: known(1000, 'about'), keeps: false, missing: known(1, 'about') },
    { comparator: atMost, figure: known(80, 'below'), keeps: true, missing: known(0) },
    { comparator: atMost, figure: known(70, 'above'), keeps: false, missing: unknown('undecided') },
    { comparator: atMost, figure: known(90, 'above'), keeps: false, missing: known(10, 'above') },
  ])('$comparator.is $comparator.value by $figure.bound $figure.value', ({ comparator, figure, keeps, missing }) => {
    expect(meets(comparator, figure)).toBe(keeps)
    expect(shortfall(comparator, figure)).toEqual(missing)
  })

  it('take no upper bound as proof of too many', () => {
    expect(exceeds(band, known(15, 'below'))).toBe(false)
    expect(exceeds(band, known(15, 'above'))).toBe(true)
  })

  it('agree: what is missing, put there, keeps the promise, and one less does not', () => {
    const anyCase = fc.record({ comparator: fc.constantFrom(...comparators), value: fc.integer({ min: 0, max: 2000 }) })
    fc.assert(
      fc.property(anyCase, ({ comparator, value }) => {
        const missing = shortfall(comparator, known(value))
        if (!missing.known) throw new Error('an exact figure is never undecided')
        const way = comparator.is === 'at-most' ? -1 : 1
        expect(missing.value === 0).toBe(meets(comparator, known(value)))
        expect(meets(comparator, known(value + way * missing.value))).toBe(true)
        if (missing.value > 0) expect(meets(comparator, known(value + way * (missing.value - 1)))).toBe(false)
      }),
    )
  })
})

describe('targetLevel', () => {
  it.each([
    { promise: target(atLeast, 'increment'), from: baseline(47, '2020-03-20'), level: known(67) },
    { promise: target(atLeast, 'increment'), from: baseline(16, '2019-12-25', 'above'), level: known(36, 'above') },
    { promise: target(atLeast), from: baseline(47, '2020-03-20'), level: known(20) },
    { promise: target(atLeast), from: null, level: known(20) },
    { promise: target(atLeast, 'increment'), from: null, level: unknown('no-baseline') },
  ])('of $promise.basis 20 on $from.value is $level.value', ({ promise, from, level }) => {
    expect(targetLevel(promise, from)).toEqual(level)
  })
})
