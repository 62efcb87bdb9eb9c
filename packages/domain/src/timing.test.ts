import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comparator } from './definition.ts'
import { known, unknown } from './figure.ts'
import { addDays } from './local-date.ts'
import { type DatedProgress, timingOf } from './timing.ts'

const due = '2020-12-31'
const twenty: Comparator = { is: 'at-least', value: 20 }
const at = (on: string, value: number): DatedProgress => ({ on, progress: known(value) })

describe('timingOf', () => {
  it.each([
    { case: 'nothing known', history: [], on: '2021-06-30', timing: null },
    { case: 'always short', history: [at('2020-10-29', 19)], on: '2021-06-30', timing: null },
    { case: 'reached only later than asked', history: [at('2020-10-29', 28)], on: '2020-10-28', timing: null },
    {
      case: 'reached, the due date ahead',
      history: [at('2020-10-29', 28)],
      on: '2020-10-30',
      timing: { is: 'not-later-than', on: '2020-10-29' },
    },
    { case: 'reached, on the due date', history: [at('2020-10-29', 28)], on: due, timing: { is: 'on-time' } },
    { case: 'reached on the due date itself', history: [at(due, 20)], on: '2021-06-30', timing: { is: 'on-time' } },
    {
      case: 'short before the due date, reached after it',
      history: [at('2020-10-29', 19), at('2021-01-27', 20)],
      on: '2021-06-30',
      timing: { is: 'unknown-time' },
    },
    {
      case: 'first known after the due date',
      history: [at('2021-01-27', 20)],
      on: '2021-06-30',
      timing: { is: 'unknown-time' },
    },
    {
      case: 'short on the due date, reached after it',
      history: [at(due, 19), at('2021-01-27', 20)],
      on: '2021-06-30',
      timing: { is: 'late', days: 27 },
    },
    {
      case: 'short after the due date, reached later still',
      history: [at('2021-01-10', 19), at('2021-01-27', 20), at('2021-03-01', 30)],
      on: '2021-06-30',
      timing: { is: 'late', days: 27 },
    },
  ] as const)('$case', ({ history, on, timing }) => {
    expect(timingOf(history, twenty, due, on)?.timing ?? null).toEqual(timing)
  })

  it('tells the first day that reached it, even if a later figure falls short again', () => {
    const history = [at('2020-06-30', 20), at('2020-09-30', 18), at('2020-11-30', 22)]
    expect(timingOf(history, twenty, due, '2021-01-01')).toEqual({
      timing: { is: 'on-time' },
      reachedOn: '2020-06-30',
    })
  })

  it.each([
    { case: 'never reached anew', later: [], told: null },
    {
      case: 'reached anew',
      later: [at('2021-01-27', 21)],
      told: { timing: { is: 'late', days: 27 }, reachedOn: '2021-01-27' },
    },
  ] as const)('does not call in time what was lost again on the due date, $case', ({ later, told }) => {
    const history = [at('2020-06-30', 20), at(due, 18), ...later]
    expect(timingOf(history, twenty, due, '2021-06-30')).toEqual(told)
  })

  it('is late where the target is known to be unmet on the due date without a figure', () => {
    expect(timingOf([at('2021-01-27', 20)], twenty, due, '2021-06-30', due)).toEqual({
      timing: { is: 'late', days: 27 },
      reachedOn: '2021-01-27',
    })
  })

  it('takes an unknown figure for neither short nor reached', () => {
    const history: readonly DatedProgress[] = [{ on: due, progress: unknown('withheld') }, at('2021-01-27', 20)]
    expect(timingOf(history, twenty, due, '2021-06-30')?.timing).toEqual({ is: 'unknown-time' })
  })

  it('takes a partial total for no proof that something was missing', () => {
    const history = [{ on: due, progress: known(18, 'above') }, at('2021-01-27', 20)]
    expect(timingOf(history, twenty, due, '2021-06-30')?.timing).toEqual({ is: 'unknown-time' })
    const firm = [at('2021-01-05', 17), { on: '2021-01-10', progress: known(18, 'above') }, at('2021-01-27', 20)]
    expect(timingOf(firm, twenty, due, '2021-06-30')?.timing).toEqual({ is: 'late', days: 27 })
  })

  it('counts a lower bound as its value or more', () => {
    const history = [{ on: '2020-08-29', progress: known(39, 'above') }]
    expect(timingOf(history, twenty, due, '2020-10-29')?.reachedOn).toBe('2020-08-29')
  })

  it('never calls late what is first seen late, and never in time what is seen short after the due date', () => {
    const anyHistory = fc
      .uniqueArray(fc.record({ day: fc.integer({ min: -100, max: 100 }), value: fc.integer({ min: 0, max: 40 }) }), {
        selector: ({ day }) => day,
        maxLength: 8,
      })
      .map((points) => [...points].sort((a, b) => a.day - b.day))
    fc.assert(
      fc.property(anyHistory, (points) => {
        const history = points.map(({ day, value }) => at(addDays(due, day), value))
        const atDue = points.findLastIndex(({ day }) => day <= 0)
        const isKept = (points[atDue]?.value ?? 0) >= 20
        const first = points.findIndex(({ value }, index) => value >= 20 && (isKept || index > atDue))
        const shortDay = points[first - 1]?.day
        const timing = timingOf(history, twenty, due, addDays(due, 101))?.timing.is
        if (first < 0) expect(timing).toBeUndefined()
        else if ((points[first]?.day ?? 0) <= 0) expect(timing).toBe('on-time')
        else expect(timing).toBe(shortDay !== undefined && shortDay >= 0 ? 'late' : 'unknown-time')
      }),
    )
  })
})
