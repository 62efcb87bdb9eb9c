import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './local-date.ts'
import { followedEnd, promotionState } from './promotion.ts'

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
