import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDay, dayNumber } from './local-date.ts'
import { endOfMonth, hasEnded, lastEndedMonth, monthOf, monthsBetween, nextMonth, parsePeriod } from './period.ts'

const anyDate = fc.integer({ min: dayNumber('1901-01-01'), max: dayNumber('2199-12-31') }).map(dateOfDay)

describe('parsePeriod', () => {
  it.each([
    { code: '2020', kind: 'year', startsOn: '2020-01-01', endsOn: '2020-12-31' },
    { code: '2020-H1', kind: 'half', startsOn: '2020-01-01', endsOn: '2020-06-30' },
    { code: '2020-H2', kind: 'half', startsOn: '2020-07-01', endsOn: '2020-12-31' },
    { code: '2020-Q1', kind: 'quarter', startsOn: '2020-01-01', endsOn: '2020-03-31' },
    { code: '2020-Q4', kind: 'quarter', startsOn: '2020-10-01', endsOn: '2020-12-31' },
    { code: '2020-02', kind: 'month', startsOn: '2020-02-01', endsOn: '2020-02-29' },
    { code: '2021-02', kind: 'month', startsOn: '2021-02-01', endsOn: '2021-02-28' },
    { code: '2020-01..2020-02', kind: 'months', startsOn: '2020-01-01', endsOn: '2020-02-29' },
  ])('reads $code', (period) => {
    expect(parsePeriod(period.code)).toEqual(period)
  })

  it.each([
    '2020-13',
    '2020-00',
    '2020-1',
    '2020-W10',
    '2020-10-29',
    '2020-H3',
    '2020-Q5',
    '2020-Q0',
    '2020-02..2020-01',
    '2020-01..2020-01',
    '2019-12..2020-01',
    '1899',
    '20',
    ' 2020',
    '',
  ])('refuses "%s"', (code) => {
    expect(parsePeriod(code)).toBeNull()
  })
})

describe('hasEnded', () => {
  it('holds from the last day on: on 2020-10-29 October has not ended', () => {
    const october = monthOf('2020-10-29')
    expect(['2020-10-29', '2020-10-30', '2020-10-31', '2020-11-01'].map((on) => hasEnded(october, on))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})

describe('months', () => {
  it.each([
    { on: '2020-10-29', month: '2020-10', next: '2020-11', ended: '2020-09' },
    { on: '2020-12-31', month: '2020-12', next: '2021-01', ended: '2020-12' },
    { on: '2021-01-01', month: '2021-01', next: '2021-02', ended: '2020-12' },
    { on: '2020-02-29', month: '2020-02', next: '2020-03', ended: '2020-02' },
    { on: '2020-02-28', month: '2020-02', next: '2020-03', ended: '2020-01' },
  ])('around $on', ({ on, month, next, ended }) => {
    expect([monthOf(on).code, nextMonth(monthOf(on)).code, lastEndedMonth(on).code]).toEqual([month, next, ended])
  })

  it('follow a quarter with the month after it', () => {
    const quarter = parsePeriod('2020-Q4')
    expect(quarter === null ? null : nextMonth(quarter).code).toBe('2021-01')
  })

  it('hold their dates, and meet without a gap', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const month = monthOf(date)
        expect(month.startsOn <= date && date <= month.endsOn).toBe(true)
        expect(month).toEqual(parsePeriod(month.code))
        expect(endOfMonth(date)).toBe(month.endsOn)
        expect(nextMonth(month).startsOn).toBe(addDays(month.endsOn, 1))
        expect(hasEnded(lastEndedMonth(date), date)).toBe(true)
        expect(hasEnded(nextMonth(lastEndedMonth(date)), date)).toBe(false)
      }),
    )
  })
})

describe('monthsBetween', () => {
  it.each([
    { from: '2020-11-15', to: '2021-02-01', codes: ['2020-11', '2020-12', '2021-01', '2021-02'] },
    { from: '2020-10-29', to: '2020-10-31', codes: ['2020-10'] },
    { from: '2020-10-29', to: '2020-09-30', codes: [] },
  ])('lists $codes from $from to $to', ({ from, to, codes }) => {
    expect(monthsBetween(from, to)).toEqual(codes)
  })
})
