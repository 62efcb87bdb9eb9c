import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { published, publishedPlatforms } from './cast.fixture.ts'
import { dateOfDay, dayNumber } from './local-date.ts'
import { countingFigures, type NationalFigure, newestAsOf } from './source-of-record.ts'

const values = (figures: readonly NationalFigure[]) => figures.map(({ value }) => value)
const on = '2020-10-29'

describe('countingFigures', () => {
  const weak = published(on, 1, { confidence: 'weak' })
  const secondary = published(on, 2, { confidence: 'secondary' })
  const primary = published(on, 3, { confidence: 'primary' })
  const entry = published(on, 4, { confidence: 'entry' })

  it.each([
    { said: [weak], counts: [] },
    { said: [weak, secondary], counts: [2] },
    { said: [secondary, primary], counts: [3] },
    { said: [primary, entry, secondary], counts: [4] },
    { said: [entry, primary], counts: [4] },
  ])('takes $counts of one day', ({ said, counts }) => {
    expect(values(countingFigures(said))).toEqual(counts)
  })

  it('takes the newer day whoever spoke', () => {
    const older = published('2020-09-30', 5, { confidence: 'entry' })
    expect(values(countingFigures([secondary, older]))).toEqual([5, 2])
  })

  it('takes the figures of one round alone', () => {
    expect(values(countingFigures(publishedPlatforms, '2020'))).toEqual([15])
    expect(values(countingFigures(publishedPlatforms))).toEqual([10, 15, 28])
    expect(countingFigures([primary], '2020')).toEqual([])
  })

  it('gives one figure a day, oldest first, never a weak one, in whatever order they came', () => {
    const figure = fc
      .record({
        day: fc.integer({ min: 0, max: 6 }),
        confidence: fc.constantFrom('entry', 'primary', 'secondary', 'weak'),
      })
      .map(({ day, confidence }) => published(dateOfDay(dayNumber(on) + day), day, { confidence }))
    fc.assert(
      fc.property(fc.array(figure), (figures) => {
        const counting = countingFigures(figures)
        const days = counting.map((one) => one.on)
        expect(days).toEqual([...new Set(days)].sort())
        expect(counting.some(({ confidence }) => confidence === 'weak')).toBe(false)
        const reversed = countingFigures([...figures].reverse())
        expect(reversed.map(({ on: day, confidence }) => [day, confidence])).toEqual(
          counting.map(({ on: day, confidence }) => [day, confidence]),
        )
      }),
    )
  })
})

describe('newestAsOf', () => {
  const figures = [published('2020-03-20', 47), published('2020-10-29', 75)]

  it.each([
    { day: '2020-03-19', value: undefined },
    { day: '2020-03-20', value: 47 },
    { day: '2020-10-28', value: 47 },
    { day: '2020-10-29', value: 75 },
    { day: '2030-01-01', value: 75 },
  ])('is $value on $day', ({ day, value }) => {
    expect(newestAsOf(figures, day)?.value).toBe(value)
  })

  it('is nothing of nothing', () => {
    expect(newestAsOf([], on)).toBeNull()
  })
})
