import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDay, dayNumber, daysBetween, daysInMonth, isLocalDate, shanghaiDate } from './local-date.ts'

const millisecondsADay = 86_400_000
const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') })

describe('isLocalDate', () => {
  it.each(['2020-02-29', '2000-02-29', '2020-12-31', '0001-01-01'])('takes %s', (text) => {
    expect(isLocalDate(text)).toBe(true)
  })

  it.each([
    '2021-02-29',
    '1900-02-29',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-10-00',
    '2020-2-9',
    '2020-10-29T00:00:00Z',
    ' 2020-10-29',
    '20201029',
    '0000-01-01',
    '',
  ])('refuses "%s"', (text) => {
    expect(isLocalDate(text)).toBe(false)
  })
})

describe('daysInMonth', () => {
  it.each([
    { year: 2020, month: 2, days: 29 },
    { year: 2021, month: 2, days: 28 },
    { year: 1900, month: 2, days: 28 },
    { year: 2000, month: 2, days: 29 },
    { year: 2020, month: 4, days: 30 },
    { year: 2020, month: 12, days: 31 },
  ])('knows $days days in $year-$month', ({ year, month, days }) => {
    expect(daysInMonth(year, month)).toBe(days)
  })
})

describe('dayNumber and dateOfDay', () => {
  it('count from 1970-01-01', () => {
    expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), dayNumber('2020-03-20')]).toEqual([0, -1, 18_341])
  })

  it('are inverse, and agree with the calendar of the language', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * millisecondsADay).toISOString().slice(0, 10)
        expect(dateOfDay(day)).toBe(date)
        expect(dayNumber(date)).toBe(day)
        expect(isLocalDate(date)).toBe(true)
      }),
    )
  })
})

describe('daysBetween and addDays', () => {
  it.each([
    { from: '2020-03-20', to: '2020-12-31', days: 286 },
    { from: '2020-03-20', to: '2020-10-29', days: 223 },
    { from: '2020-12-31', to: '2021-01-27', days: 27 },
    { from: '2020-03-01', to: '2020-02-28', days: -2 },
    { from: '2020-10-29', to: '2020-10-29', days: 0 },
  ])('lie $days days apart: $from and $to', ({ from, to, days }) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(from, days)).toBe(to)
  })

  it('compare as text the way they lie in time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(dateOfDay(a) < dateOfDay(b)).toBe(a < b)
        expect(daysBetween(dateOfDay(a), dateOfDay(b))).toBe(b - a)
      }),
    )
  })
})

describe('shanghaiDate', () => {
  it.each([
    { instant: '2020-10-29T15:59:59.999Z', date: '2020-10-29' },
    { instant: '2020-10-29T16:00:00.000Z', date: '2020-10-30' },
    { instant: '2020-12-31T16:00:00.000Z', date: '2021-01-01' },
    { instant: '2020-02-28T23:00:00.000Z', date: '2020-02-29' },
  ])('is $date at $instant', ({ instant, date }) => {
    expect(shanghaiDate(instant)).toBe(date)
  })

  it('is the date eight hours later', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(millisecondsADay - 1), (day, rest) => {
        const instant = new Date(day * millisecondsADay + rest).toISOString()
        const later = new Date(day * millisecondsADay + rest + 8 * 3_600_000).toISOString()
        expect(shanghaiDate(instant)).toBe(later.slice(0, 10))
      }),
    )
  })
})
