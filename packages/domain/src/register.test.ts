import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { known, unknown } from './figure.ts'
import { addDays } from './local-date.ts'
import { areApart, type CountedCase, chosenCount, isInForce, registerCount, registerDays, roundOf } from './register.ts'

const units = ['jiangsu', 'zhejiang']
const opening = { openedOn: '2020-03-20', balance: 0, balanceSource: '' }
const one = (validFrom: string | null, validTo: string | null = null, distinct: string | null = null): CountedCase => ({
  region: '320000',
  unit: 'jiangsu',
  validFrom,
  validTo,
  distinct,
})
const confirmed = (period: string, ...who: readonly string[]) => who.map((unit) => ({ unit, period }))
const september = confirmed('2020-09', ...units)

describe('a register counts', () => {
  it.each([
    {
      case: 'nothing before it is open',
      opening: null,
      cases: [one('2020-04-01')],
      figure: unknown('register-not-open'),
    },
    {
      case: 'nothing before its opening day',
      opening: { ...opening, openedOn: '2020-10-30' },
      cases: [one('2020-04-01')],
      figure: unknown('register-not-open'),
    },
    { case: 'cases from the day of publication', opening, cases: [one('2020-10-29')], figure: known(1) },
    { case: 'no case before that day', opening, cases: [one('2020-10-30'), one(null)], figure: known(0) },
    { case: 'no case from the day it leaves', opening, cases: [one('2020-04-01', '2020-10-29')], figure: known(0) },
    { case: 'a case up to the day before', opening, cases: [one('2020-04-01', '2020-10-30')], figure: known(1) },
    {
      case: 'what was there at the opening in its balance alone',
      opening: { ...opening, balance: 5 },
      cases: [one('2020-03-01')],
      figure: known(5),
    },
    {
      case: 'one less when a member of the balance leaves',
      opening: { ...opening, balance: 5 },
      cases: [one('2020-03-01', '2020-06-01')],
      figure: known(4),
    },
    {
      case: 'distinct things once',
      opening,
      cases: [one('2020-04-01', null, 'steel'), one('2020-05-01', null, 'steel'), one('2020-05-01', null, 'cars')],
      figure: known(2),
    },
  ])('$case', ({ opening, cases, figure }) => {
    expect(registerCount(opening, cases, september, '2020-10-29', units).figure).toEqual(figure)
  })

  it.each([
    { case: 'everybody confirmed', words: september, figure: known(1), units: 2 },
    { case: 'one did', words: confirmed('2020-09', 'jiangsu'), figure: known(1, 'above'), units: 1 },
    {
      case: 'they confirmed another month',
      words: confirmed('2020-08', ...units),
      figure: known(1, 'above'),
      units: 0,
    },
    { case: 'a stranger did', words: confirmed('2020-09', 'nobody'), figure: known(1, 'above'), units: 0 },
  ])('a whole number only when everybody confirmed: $case', ({ words, figure, units: said }) => {
    expect(registerCount(opening, [one('2020-04-01')], words, '2020-10-29', units)).toEqual({
      figure,
      reported: { units: said, expected: 2 },
    })
  })

  it('an unknown number, not zero, while nobody said anything', () => {
    expect(registerCount(opening, [], [], '2020-10-29', units).figure).toEqual(unknown('not-reported'))
    expect(registerCount(opening, [], confirmed('2020-09', 'jiangsu'), '2020-10-29', units).figure).toEqual(
      known(0, 'above'),
    )
    expect(registerCount(opening, [], september, '2020-10-29', units).figure).toEqual(known(0))
  })

  it('a month as ended on its last day', () => {
    expect(registerCount(opening, [], september, '2020-09-30', units).figure).toEqual(known(0))
    expect(registerCount(opening, [], september, '2020-09-29', units).figure).toEqual(unknown('not-reported'))
  })

  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2020-01-01', days))
  const someCase = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 300 })))
    .map(([from, length]) => one(from, length === null ? null : addDays(from, length)))

  it('opening balance, plus what entered, less what left: never below zero when the balance holds the older members', () => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 30 }), day, (cases, on) => {
        const older = cases.filter(({ validFrom, validTo }) =>
          isInForce({ validFrom, validTo }, addDays(opening.openedOn, -1)),
        )
        const { figure } = registerCount({ ...opening, balance: older.length }, cases, september, on, [])
        const inForce = cases.filter((candidate) => isInForce(candidate, on)).length
        const isOpen = on >= opening.openedOn
        expect(figure.known ? figure.value : 0).toBe(isOpen ? inForce : 0)
      }),
    )
  })

  it('differently only on the days that are named', () => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 10 }), day, (cases, on) => {
        const days = registerDays(opening, cases)
        const before = days.findLast((candidate) => candidate <= on)
        if (before === undefined) return
        const words = ['2020', '2021'].flatMap((year) =>
          Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
        )
        const said = words.flatMap((period) => confirmed(period, ...units))
        const count = (date: string) => registerCount(opening, cases, said, date, units).figure
        expect(count(on)).toEqual(count(before))
      }),
    )
  })
})

describe('two stays of one thing', () => {
  const stay = (validFrom: string | null, validTo: string | null = null) => ({ validFrom, validTo })
  it.each([
    {
      case: 'one left before the other came',
      one: stay('2020-06-01', '2020-11-10'),
      other: stay('2020-11-11'),
      is: true,
    },
    {
      case: 'one comes as the other leaves',
      one: stay('2020-06-01', '2020-11-10'),
      other: stay('2020-11-10'),
      is: false,
    },
    {
      case: 'one comes before the other leaves',
      one: stay('2020-06-01', '2020-11-10'),
      other: stay('2020-07-01'),
      is: false,
    },
    {
      case: 'one that left, and one that does not count yet',
      one: stay('2020-06-01', '2020-11-10'),
      other: stay(null),
      is: true,
    },
    { case: 'neither left and one does not count', one: stay('2020-06-01'), other: stay(null), is: false },
    { case: 'neither left nor counts', one: stay(null), other: stay(null), is: false },
  ])('lie apart or not: $case', ({ one, other, is }) => {
    expect(areApart(one, other)).toBe(is)
    expect(areApart(other, one)).toBe(is)
  })

  it('are never in force on one day where they lie apart', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2020-06-01', days))
    const last = fc.option(fc.integer({ min: 1, max: 40 }))
    const stays = fc.tuple(day, last).map(([from, days]) => stay(from, days === null ? null : addDays(from, days)))
    fc.assert(
      fc.property(stays, stays, day, (one, other, on) => {
        fc.pre(areApart(one, other))
        expect(isInForce(one, on) && isInForce(other, on)).toBe(false)
      }),
    )
  })
})

describe('a list that is chosen out of others counts', () => {
  it.each([
    {
      case: 'nothing before it is open',
      opening: null,
      choices: [one('2020-04-01')],
      figure: unknown('register-not-open'),
    },
    { case: 'nothing before its first publication', opening, choices: [], figure: unknown('selection-open') },
    {
      case: 'nothing while its candidates wait',
      opening,
      choices: [one(null), one('2020-10-30')],
      figure: unknown('selection-open'),
    },
    { case: 'what is in force, exactly', opening, choices: [one('2020-10-29')], figure: known(1) },
    { case: 'zero once the last one left', opening, choices: [one('2020-06-01', '2020-10-29')], figure: known(0) },
    { case: 'its balance', opening: { ...opening, balance: 3 }, choices: [], figure: known(3) },
  ])('$case', ({ opening, choices, figure }) => {
    expect(chosenCount(opening, choices, '2020-10-29')).toEqual({ figure, reported: { units: 0, expected: 0 } })
  })
})

describe('the round of a case', () => {
  const rounds = [
    { id: '2022', from: '2022-01-01' },
    { id: '2019', from: '2019-01-01' },
    { id: '2020', from: '2020-03-20' },
  ]
  const register = { round: '2020', rounds, countsFrom: 'publication' }
  it.each([
    { on: '2018-02-01', is: '2018' },
    { on: '2019-08-01', is: '2019' },
    { on: '2020-03-19', is: '2019' },
    { on: '2020-03-20', is: '2020' },
    { on: '2021-01-27', is: '2020' },
    { on: '2022-07-19', is: '2022' },
  ])('published on $on is $is', ({ on, is }) => {
    expect(roundOf(register, { application: '2019-02-01', publication: on })).toBe(is)
    expect(roundOf({ round: '2020', countsFrom: 'publication' }, { publication: on })).toBe('2020')
    expect(roundOf({ ...register, round: null }, { publication: on })).toBeNull()
  })

  it('is the one that counts until it is published', () => {
    expect(roundOf(register, { application: '2019-02-01' })).toBe('2020')
  })
})
