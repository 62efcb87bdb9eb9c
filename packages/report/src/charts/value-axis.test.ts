import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart } from './apart.ts'
import { dateMarks } from './date-axis.ts'
import { marksOf, valueAxis } from './value-axis.ts'

const value = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((drawn) => (Math.abs(drawn) < 1e-6 ? 0 : drawn))

describe('valueAxis', () => {
  it.each([
    { values: [47, 75], min: 0, max: 80, says: ['0', '20', '80'], scale: '' },
    { values: [310_000_000], min: 0, max: 400_000_000, says: ['0', '1', '4'], scale: '亿' },
    { values: [90.1, 90.9], min: 90, max: 91, says: ['90', '90.2', '91'], scale: '' },
    { values: [-12_000, 8000], min: -15_000, max: 10_000, says: ['−1.5', '−1', '1'], scale: '万' },
    { values: [0], min: 0, max: 4, says: ['0', '1', '4'], scale: '' },
    { values: [], min: 0, max: 4, says: ['0', '1', '4'], scale: '' },
  ])('runs from $min to $max for $values', ({ values, min, max, says, scale }) => {
    const axis = valueAxis(values, 'zh', false)
    expect(axis).toMatchObject({ min, max, scale })
    expect([min, min + axis.interval, max].map(axis.say)).toEqual(says)
  })

  it.each([
    { value: 310_000_000, says: '3.1' },
    { value: 199_999_999, says: '1.99' },
    { value: 0, says: '0' },
  ])('says $value as $says of 亿, cut and not rounded up', ({ value, says }) => {
    expect(valueAxis([310_000_000], 'zh', true).say(value)).toBe(says)
  })

  it('says marks that lie close together apart', () => {
    const axis = valueAxis([1000.001, 1000.004], 'zh', false)
    const marks = marksOf(axis).map(axis.say)
    expect(new Set(marks).size).toBe(marks.length)
  })

  it('begins at zero where lengths are compared', () => {
    expect(valueAxis([90.1, 90.9], 'zh', true).min).toBe(0)
  })

  it('holds every value, in few steps', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const { min, max, interval } = valueAxis(values, 'en', true)
        const near = interval / 1e6
        expect(min - near).toBeLessThanOrEqual(Math.min(...values))
        expect(max + near).toBeGreaterThanOrEqual(Math.max(...values))
        expect((max - min) / interval).toBeLessThan(7.5)
      }),
    )
  })
})

describe('dateMarks', () => {
  it('says the year once, and each month once', () => {
    const marks = dateMarks(['2020-11-30', '2020-12-10', '2020-12-31', '2021-01-31', '2021-02-28'], 'zh', () => 1)
    expect(marks.map(({ text }) => text)).toEqual(['11月\n2020年', '12月', '1月\n2021年', '2月'])
  })

  it('leaves out what has no room, but never the last', () => {
    const marks = dateMarks(['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30'], 'en', () => 50)
    expect(marks.map(({ text }) => text)).toEqual(['Feb\n2020', 'Apr'])
  })
})

describe('apart', () => {
  it('leaves what does not touch, and keeps order and distance of what would', () => {
    expect(
      apart(
        [
          { middle: 10, height: 8 },
          { middle: 50, height: 8 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 50])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 10 }), (middles) => {
        const placed = apart(
          middles.map((middle) => ({ middle, height: 15 })),
          0,
          200,
        ).toSorted((a, b) => a - b)
        for (const [index, middle] of placed.entries()) {
          expect(middle - (placed[index - 1] ?? -7.5)).toBeGreaterThanOrEqual(15 - 1e-9)
          expect(middle).toBeLessThanOrEqual(200 - 7.5)
        }
      }),
    )
  })
})
