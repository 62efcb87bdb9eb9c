import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ForecastMethod, type ForecastPoint, fitOf, forecastMethods, monthsAt } from './forecast-method.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { endOfMonth } from './period.ts'
import { studentT975 } from './student-t.ts'

/** Ends of months from January 2020 on. */
const monthEnds = (count: number): readonly LocalDate[] => {
  const days: LocalDate[] = ['2020-01-31']
  while (days.length < count) days.push(endOfMonth(addDays(days.at(-1) ?? '', 1)))
  return days
}
const series = (values: readonly number[]): readonly ForecastPoint[] =>
  monthEnds(values.length).map((on, index) => ({ on, value: values[index] ?? 0 }))

const value = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const values = fc.array(value, { minLength: 4, maxLength: 14 })
const method = fc.constantFrom<ForecastMethod>(...forecastMethods)

describe('monthsAt', () => {
  it.each([
    ['2020-06-30', '2020-09-30', 3],
    ['2020-01-31', '2020-02-29', 1],
    ['2019-12-31', '2020-12-31', 12],
    ['2020-08-31', '2020-09-15', 0.5],
  ])('from %s to %s: %d', (from, to, months) => {
    expect(monthsAt(to) - monthsAt(from)).toBeCloseTo(months, 10)
  })
})

describe('the pace', () => {
  const regions = series([42, 97, 158, 228, 306, 390, 480])

  it('of the last three steps is the rise over them for each month', () => {
    expect(fitOf('recent-pace', regions).pace).toBe(84)
  })

  // By hand: 1, 1, 1, 3⅓, 4½ and 8; the mean of the two in the middle.
  it('of Theil and Sen is the median of the slopes between any two points', () => {
    expect(fitOf('theil-sen', series([0, 1, 2, 10])).pace).toBeCloseTo(13 / 6, 12)
  })

  // Sen 1968, Journal of the American Statistical Association 63, the example of seven points: slope 4, and the median of what is left 6.
  it('of the seven points of Sen is 4, at a height of 6', () => {
    const at = [1, 2, 3, 4, 10, 12, 18]
    const amounts = [9, 15, 19, 20, 45, 55, 78]
    const days = monthEnds(18)
    const fit = fitOf(
      'theil-sen',
      at.map((month, index) => ({ on: days[month - 1] ?? '', value: amounts[index] ?? 0 })),
    )
    expect(fit.pace).toBe(4)
    expect(fit.expectedAt(monthsAt('2019-12-31'))).toBe(6)
  })

  it('of a straight line is its own, without a band, on ends of months exactly', () => {
    fc.assert(
      fc.property(method, value, value, fc.integer({ min: 4, max: 12 }), (by, start, slope, count) => {
        const line = series(Array.from({ length: count }, (_, index) => start + slope * index))
        const fit = fitOf(by, line)
        const at = monthsAt('2022-12-31')
        expect(fit.pace).toBeCloseTo(slope, 6)
        expect(fit.expectedAt(at)).toBe(start + slope * 35)
        expect(fit.halfWidthAt(at)).toBe(0)
      }),
    )
  })

  it('grows with the unit, and band and line with it', () => {
    fc.assert(
      fc.property(method, values, fc.integer({ min: 1, max: 1000 }), (by, amounts, scale) => {
        const [fit, scaled] = [amounts, amounts.map((amount) => amount * scale)].map((one) => fitOf(by, series(one)))
        const at = monthsAt('2022-06-15')
        const near = (a = Number.NaN, b = Number.NaN) => expect(Math.abs(a - b * scale)).toBeLessThan(1e-3 * scale)
        near(scaled?.pace, fit?.pace)
        near(scaled?.expectedAt(at), fit?.expectedAt(at))
        near(scaled?.halfWidthAt(at), fit?.halfWidthAt(at))
      }),
    )
  })

  it('is the mirror image for falling values', () => {
    fc.assert(
      fc.property(method, values, (by, amounts) => {
        const [up, down] = [amounts, amounts.map((amount) => -amount)].map((one) => fitOf(by, series(one)))
        expect((up?.pace ?? 1) + (down?.pace ?? 1)).toBeCloseTo(0, 6)
        const at = monthsAt('2021-12-31')
        expect(Math.abs((up?.expectedAt(at) ?? 1) + (down?.expectedAt(at) ?? 1))).toBeLessThan(1e-3)
        expect(Math.abs((up?.halfWidthAt(at) ?? 1) - (down?.halfWidthAt(at) ?? 2))).toBeLessThan(1e-3)
      }),
    )
  })

  it('is the same whenever the series begins', () => {
    fc.assert(
      fc.property(method, values, fc.integer({ min: 1, max: 40 }), (by, amounts, years) => {
        const early = series(amounts)
        // Four years have the same days, whichever month they begin in.
        const late = early.map((point) => ({ ...point, on: addDays(point.on, 1461 * (years % 19)) }))
        const far = monthsAt('2021-12-31') - monthsAt('2020-01-31')
        const [a, b] = [early, late].map((points) => {
          const fit = fitOf(by, points)
          return [fit.pace, fit.expectedAt(monthsAt(points[0]?.on ?? '') + far)]
        })
        expect(Math.abs((a?.[0] ?? 0) - (b?.[0] ?? 1))).toBeLessThan(1e-3)
        expect(Math.abs((a?.[1] ?? 0) - (b?.[1] ?? 1))).toBeLessThan(1e-2)
      }),
    )
  })
})

describe('Theil and Sen', () => {
  it('does not move for one outlier among five points or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 12 }), fc.nat(11), value, value, (count, place, slope, wild) => {
        const line = Array.from({ length: count }, (_, index) => slope * index)
        const broken = line.map((amount, index) => (index === place % count ? wild : amount))
        expect(fitOf('theil-sen', series(broken)).pace).toBe(slope)
      }),
    )
  })
})

describe('the band', () => {
  it.each(forecastMethods)('never narrows ahead, by %s', (by) => {
    fc.assert(
      fc.property(values, (amounts) => {
        const fit = fitOf(by, series(amounts))
        const from = monthsAt(monthEnds(amounts.length).at(-1) ?? '')
        const widths = [0, 1, 2, 12, 60].map((ahead) => fit.halfWidthAt(from + ahead))
        expect(widths).toEqual(widths.toSorted((a, b) => a - b))
        expect(widths.every((width) => Number.isFinite(width) && width >= 0)).toBe(true)
      }),
    )
  })

  it('of the recent pace begins at the last point', () => {
    const fit = fitOf('recent-pace', series([1, 5, 6, 20]))
    expect(fit.halfWidthAt(monthsAt('2020-04-30'))).toBe(0)
    expect(fit.expectedAt(monthsAt('2020-04-30'))).toBe(20)
  })

  // R: sqrt(sum((c(78, 84, 90) - 84)^2) / 2) * sqrt(3 * (1 + 3 / 3)) * qt(0.975, 2)
  it('of steps of 78, 84 and 90 is 63.2 to both sides three months ahead', () => {
    const fit = fitOf('recent-pace', series([228, 306, 390, 480]))
    expect(fit.halfWidthAt(monthsAt('2020-07-31'))).toBeCloseTo(63.236, 2)
  })
})

describe('studentT975', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, upper critical values of Student's t, column 0.975.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [10, 2.228],
    [11, 2.201],
    [20, 2.086],
    [30, 2.042],
    [100, 1.984],
  ])('has for %d degrees of freedom the printed %d', (freedom, printed) => {
    expect(studentT975(freedom)).toBeCloseTo(printed, 3)
  })
})
