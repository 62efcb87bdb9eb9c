import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './local-date.ts'
import { choiceDays, followedEnd, promotionState, seatOf } from './promotion.ts'
import { isInForce } from './register.ts'

const register = { leavesAt: 'exit' }
const source = { validFrom: '2020-06-01', validTo: null }
const waiting = { stages: { assessment: '2020-10-20' }, submittedOn: '2020-10-22', validFrom: null, validTo: null }
const published = { ...waiting, stages: { ...waiting.stages, publication: '2020-12-18' }, validFrom: '2020-12-18' }

describe('a case that is put forward', () => {
  it.each([
    { is: null, on: '2020-10-19', promotion: waiting },
    { is: 'put-forward', on: '2020-10-20', promotion: waiting },
    { is: 'put-forward', on: '2020-12-17', promotion: published },
    { is: 'chosen', on: '2020-12-18', promotion: published },
    { is: 'put-forward', on: '2020-10-22', promotion: { ...waiting, stages: {} } },
    { is: null, on: '2020-10-21', promotion: { ...waiting, stages: {} } },
    { is: null, on: '2020-11-02', promotion: { ...waiting, stages: { ...waiting.stages, exit: '2020-11-02' } } },
    { is: null, on: '2021-02-01', promotion: { ...published, validTo: '2021-02-01' } },
    { is: null, on: '2020-10-29', promotion: { ...waiting, stages: {}, submittedOn: null } },
  ])('is $is on $on', ({ is, on, promotion }) => {
    expect(promotionState(register, promotion, source, on)).toBe(is)
  })

  it('is nowhere once its case left the source, and never before it was there', () => {
    const day = fc.integer({ min: -200, max: 400 }).map((days) => addDays('2020-10-20', days))
    fc.assert(
      fc.property(day, day, (on, left) => {
        const days = { ...source, validTo: left }
        const state = promotionState(register, published, days, on)
        if (on < source.validFrom || on >= left) expect(state).toBeNull()
      }),
    )
  })
})

describe('the last day of a choice whose case leaves', () => {
  it.each([
    { own: null, before: null, after: '2021-01-15', is: '2021-01-15' },
    { own: '2021-01-15', before: '2021-01-15', after: '2021-02-15', is: '2021-02-15' },
    { own: '2021-01-15', before: '2021-01-15', after: null, is: null },
    { own: '2020-12-31', before: null, after: '2021-01-15', is: '2020-12-31' },
    { own: '2020-12-31', before: '2021-01-15', after: '2020-12-20', is: '2020-12-20' },
    { own: '2020-12-31', before: '2021-01-15', after: null, is: '2020-12-31' },
    { own: null, before: '2021-01-15', after: null, is: null },
  ])('$own, case $before then $after: $is', ({ own, before, after, is }) => {
    expect(followedEnd(own, before, after)).toBe(is)
  })
})

describe('the days of a choice', () => {
  const early = '2020-06-01'
  const later = '2020-12-18'
  it.each([
    { own: [later, null], source: [early, null], is: [later, null] },
    { own: [early, null], source: [later, null], is: [later, null] },
    { own: [later, null], source: [early, '2021-01-15'], is: [later, '2021-01-15'] },
    { own: [later, '2020-12-31'], source: [early, '2021-01-15'], is: [later, '2020-12-31'] },
    { own: [later, null], source: [null, null], is: [null, null] },
    { own: [null, null], source: [early, null], is: [null, null] },
    { own: [later, null], source: [early, later], is: [null, null] },
  ])('are $is for $own out of $source', ({ own, source, is }) => {
    const days = ([validFrom = null, validTo = null]: (string | null)[]) => ({ validFrom, validTo })
    expect(choiceDays(days(own), days(source))).toEqual(days(is))
  })

  it('hold it in force exactly while both it and its case are', () => {
    const some = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2020-10-20', days))
    const day = fc.option(some)
    const days = fc.record({ validFrom: day, validTo: day })
    fc.assert(
      fc.property(days, days, some, (own, source, on) => {
        expect(isInForce(choiceDays(own, source), on)).toBe(isInForce(own, on) && isInForce(source, on))
      }),
    )
  })
})

describe('a seat', () => {
  const fields = [
    { id: 'enterprise', kind: 'text' },
    { id: 'credit-code', kind: 'credit-code' },
  ] as const
  it.each([
    { values: { 'credit-code': ' 9144030071526726xg ' }, is: '9144030071526726XG' },
    { values: { enterprise: '华为' }, is: null },
    { values: { 'credit-code': '' }, is: null },
  ])('is taken by $is for $values', ({ values, is }) => {
    expect(seatOf(fields, values)).toBe(is)
  })

  it('is known by no code where the register has none', () => {
    expect(seatOf(fields.slice(0, 1), { 'credit-code': '9144030071526726XG' })).toBeNull()
  })
})
