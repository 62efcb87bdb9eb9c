import { describe, expect, it } from 'vitest'
import { monthDue, nextDueOn, recipientRoles, scheduledKinds } from './report-schedule.ts'

const schedule = { kind: 'monthly', day: 5, sinceOn: '2020-09-20' } as const

describe('the month that a schedule owes', () => {
  it.each([
    { on: '2020-10-04', month: undefined, why: 'its day has not come' },
    { on: '2020-11-04', month: '2020-09', why: 'its day was missed for a month' },
    { on: '2020-11-05', month: '2020-10', why: 'its day has come' },
    { on: '2020-11-30', month: '2020-10', why: 'its day was missed' },
    { on: '2021-01-31', month: '2020-12', why: 'a year has ended' },
    { on: '2020-09-25', month: undefined, why: 'it was saved after its day' },
  ])('is $month on $on: $why', ({ on, month }) => {
    expect(monthDue(schedule, on)?.code).toBe(month)
  })

  it('is one that was saved on its very day', () => {
    expect(monthDue({ ...schedule, sinceOn: '2020-10-05' }, '2020-10-05')?.code).toBe('2020-09')
    expect(monthDue({ ...schedule, sinceOn: '2020-10-06' }, '2020-10-06')).toBeNull()
  })

  it.each([
    { kind: 'quarterly', on: '2020-10-05', month: '2020-09' },
    { kind: 'quarterly', on: '2020-11-05', month: '2020-09' },
    { kind: 'annual', on: '2021-01-05', month: '2020-12' },
    { kind: 'annual', on: '2020-11-05', month: undefined },
  ] as const)('of a $kind report is $month on $on', ({ kind, on, month }) => {
    expect(monthDue({ ...schedule, kind }, on)?.code).toBe(month)
  })
})

it('is made of every kind that needs no choice, for roles that read reports', () => {
  expect(scheduledKinds).not.toContain('special')
  expect(recipientRoles).not.toContain('administrator')
  expect(recipientRoles).toContain('regional-viewer')
})

describe('the next day that reports are due', () => {
  it.each([
    { kind: 'monthly', today: '2020-11-04', on: '2020-11-05' },
    { kind: 'monthly', today: '2020-11-05', on: '2020-12-05' },
    { kind: 'quarterly', today: '2020-11-04', on: '2021-01-05' },
    { kind: 'annual', today: '2021-01-05', on: '2022-01-05' },
  ] as const)('of a $kind schedule after $today is $on', ({ kind, today, on }) => {
    expect(nextDueOn({ kind, day: 5 }, today)).toBe(on)
  })
})
