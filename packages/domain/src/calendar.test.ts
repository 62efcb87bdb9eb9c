import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CalendarYear,
  cellTiming,
  deadlineOf,
  isWorkday,
  periodOn,
  periodsOfRule,
  periodsTouching,
  reportingOf,
  usualRule,
} from './calendar.ts'
import { addDays } from './local-date.ts'
import { parsePeriod } from './period.ts'

/** 国办发明电〔2019〕16号: 国庆节 and 中秋节 of 2020. */
const year2020: CalendarYear = {
  year: 2020,
  document: '国办发明电〔2019〕16号',
  holidays: ['2020-10-01', '2020-10-02', '2020-10-05', '2020-10-06', '2020-10-07', '2020-10-08'],
  workdays: ['2020-09-27', '2020-10-10'],
}
const period = (code: string) => {
  const found = parsePeriod(code)
  if (found === null) throw new Error(code)
  return found
}

describe('a working day', () => {
  it.each([
    { on: '2020-09-30', works: true, why: 'a Wednesday' },
    { on: '2020-10-03', works: false, why: 'a Saturday' },
    { on: '2020-10-05', works: false, why: 'a holiday on a Monday' },
    { on: '2020-10-10', works: true, why: 'a Saturday that is worked' },
    { on: '1969-12-29', works: true, why: 'a Monday before 1970' },
    { on: '2023-10-05', works: true, why: 'a Thursday of a year without a calendar' },
  ])('is $works on $on, $why', ({ on, works }) => {
    expect(isWorkday(on, [year2020])).toBe(works)
  })
})

describe('a deadline', () => {
  it.each([
    { code: '2020-03', day: 15, on: '2020-04-15' },
    { code: '2020-07', day: 15, on: '2020-08-17', why: 'Saturday the 15th moves to Monday' },
    { code: '2020-09', day: 5, on: '2020-10-09', why: 'the holidays move it' },
    { code: '2020-09', day: 9, on: '2020-10-09' },
    { code: '2020-12', day: 15, on: '2021-01-15' },
    { code: '2020-Q1', day: 10, on: '2020-04-10' },
    { code: '2020', day: 31, on: '2021-02-01', why: '31 January 2021 is a Sunday' },
    { code: '2020-01', day: 31, on: '2020-03-02', why: 'February has 29 days, a Saturday' },
  ])('for $code by day $day is $on', ({ code, day, on }) => {
    expect(deadlineOf(period(code), { ...usualRule, deadlineDay: day }, [year2020])).toBe(on)
  })

  it('is a working day after its period, never before the day that was set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 31 }), (days, deadlineDay) => {
        const month = periodOn(addDays('2020-01-01', days), usualRule)
        const deadline = deadlineOf(month, { ...usualRule, deadlineDay }, [year2020])
        expect(isWorkday(deadline, [year2020])).toBe(true)
        expect(deadline > month.endsOn).toBe(true)
        expect(
          Number(deadline.slice(8)) >= Math.min(deadlineDay, 28) ||
            deadline.slice(0, 7) > addDays(month.endsOn, 1).slice(0, 7),
        ).toBe(true)
      }),
    )
  })
})

describe('the periods of a rule', () => {
  it.each([
    { every: 'month', merge: false, codes: ['2020-12', '2021-01', '2021-02', '2021-03'] },
    { every: 'month', merge: true, codes: ['2020-12', '2021-01..2021-02', '2021-03'] },
    { every: 'quarter', merge: false, codes: ['2020-Q4', '2021-Q1'] },
    { every: 'half', merge: false, codes: ['2020-H2'] },
    { every: 'year', merge: true, codes: ['2020'] },
  ] as const)('every $every, January and February merged: $merge', ({ every, merge, codes }) => {
    const rule = { ...usualRule, every, mergeJanuaryFebruary: merge }
    expect(periodsOfRule('2020-12-15', '2021-03-31', rule).map(({ code }) => code)).toEqual(codes)
  })
})

describe('a cell', () => {
  const cell = { deadline: '2020-05-15', handedInOn: null, excusedUntil: null, isBackfill: false }
  it.each([
    { cell: { ...cell, handedInOn: '2020-05-15' }, today: '2020-06-01', timing: 'on-time' },
    { cell: { ...cell, handedInOn: '2020-05-16' }, today: '2020-06-01', timing: 'late' },
    { cell: { ...cell, handedInOn: '2020-05-16', excusedUntil: '2020-05-20' }, today: '2020-06-01', timing: 'on-time' },
    { cell: { ...cell, handedInOn: '2020-05-10', isBackfill: true }, today: '2020-06-01', timing: 'backfilled' },
    { cell, today: '2020-05-15', timing: 'not-due' },
    { cell, today: '2020-05-16', timing: 'owed' },
    { cell: { ...cell, excusedUntil: '2020-05-20' }, today: '2020-05-16', timing: 'excused' },
    { cell: { ...cell, excusedUntil: '2020-05-20' }, today: '2020-05-21', timing: 'owed' },
  ])('is $timing on $today', ({ cell, today, timing }) => {
    expect(cellTiming(cell, today)).toBe(timing)
  })
})

describe('completeness and timeliness', () => {
  it('leave 补录 and what is not due out of timeliness, and what was excused out of it', () => {
    const cells = (['on-time', 'on-time', 'late', 'backfilled', 'owed', 'excused'] as const).map((timing) => ({
      timing,
      counts: timing === 'on-time',
    }))
    expect(reportingOf(cells)).toEqual({
      expected: 6,
      handedIn: 4,
      counted: 2,
      onTime: 2,
      timed: 4,
      completeness: 2 / 6,
      timeliness: 0.5,
    })
  })

  it('are unknown where nothing is due', () => {
    expect(reportingOf([])).toMatchObject({ completeness: null, timeliness: null })
    expect(reportingOf([{ timing: 'backfilled', counts: true }])).toMatchObject({ completeness: 1, timeliness: null })
  })
})

describe('the periods that a span touches', () => {
  const merged = { ...usualRule, mergeJanuaryFebruary: true }
  const quarters = { ...usualRule, every: 'quarter' } as const
  it.each([
    { of: '2021-Q2', rule: usualRule, are: ['2021-04', '2021-05', '2021-06'] },
    { of: '2021-05', rule: usualRule, are: ['2021-05'] },
    { of: '2022-05', rule: quarters, are: ['2022-Q2'] },
    { of: '2021-H2', rule: quarters, are: ['2021-Q3', '2021-Q4'] },
    { of: '2021-01', rule: merged, are: ['2021-01..2021-02'] },
    { of: '2021-Q1', rule: merged, are: ['2021-01..2021-02', '2021-03'] },
    { of: '2021-01..2021-02', rule: usualRule, are: ['2021-01', '2021-02'] },
  ])('are $are of $of', ({ of, rule, are }) => {
    expect(periodsTouching(period(of), rule).map(({ code }) => code)).toEqual(are)
  })
})
