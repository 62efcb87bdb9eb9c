import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './local-date.ts'
import { milestoneStanding } from './milestone.ts'
import { coverageState, expectedDays, isNotable, type ToldEvent } from './milestone-track.ts'

const event = (kind: ToldEvent['kind'], on: string, more: Partial<ToldEvent> = {}): ToldEvent => ({
  kind,
  on,
  expectedOn: null,
  stage: null,
  number: null,
  note: '',
  ...more,
})
const planned = event('planned', '2020-04-01', { expectedOn: '2020-09-30', note: '列入年度计划' })
const moved = event('moved', '2020-09-10', { expectedOn: '2020-12-15', note: '征求意见延长' })
const again = event('moved', '2020-12-01', { expectedOn: '2021-03-31', note: '会签未完' })

describe('the days expected of a milestone', () => {
  it('are kept with when they were said, and why the day before was given up', () => {
    expect(expectedDays([again, planned, moved], '2020-12-31', null)).toEqual([
      { on: '2020-09-30', saidOn: '2020-04-01', reason: '' },
      { on: '2020-12-15', saidOn: '2020-09-10', reason: '征求意见延长' },
      { on: '2021-03-31', saidOn: '2020-12-01', reason: '会签未完' },
    ])
  })

  it('end with what was said by the day asked about', () => {
    expect(expectedDays([planned, moved, again], '2020-10-29', null).map(({ on }) => on)).toEqual([
      '2020-09-30',
      '2020-12-15',
    ])
  })

  it('are the due date while nobody planned, and none without one', () => {
    expect(expectedDays([], '2020-10-29', '2020-12-31')).toEqual([{ on: '2020-12-31', saidOn: null, reason: '' }])
    expect(expectedDays([event('stage', '2020-05-01')], '2020-10-29', null)).toEqual([])
  })

  it('agree with how the milestone stands, whatever happened', () => {
    const kinds = fc.constantFrom<ToldEvent['kind']>('planned', 'stage', 'moved', 'done', 'issue')
    const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2020-03-20', days))
    const some = fc.uniqueArray(fc.tuple(kinds, day, day), { maxLength: 8, selector: ([, on]) => on })
    fc.assert(
      fc.property(some, day, fc.constantFrom(null, '2020-12-31'), (tuples, on, dueOn) => {
        const events = tuples.map(([kind, at, expectedOn]) => event(kind, at, { expectedOn }))
        const { expectedOn, expectedBefore } = milestoneStanding(events, on, dueOn)
        const days = expectedDays(events, on, dueOn).map((expected) => expected.on)
        expect(days).toEqual(expectedOn === null ? [] : [...expectedBefore, expectedOn])
      }),
    )
  })
})

describe('the short list of milestones', () => {
  const notable = (events: readonly ToldEvent[], on: string, dueOn: string | null = null) =>
    isNotable(milestoneStanding(events, on, dueOn), on)

  it.each([
    { is: true, why: 'overdue', events: [planned], on: '2021-06-30' },
    { is: true, why: 'slipped', events: [planned, moved], on: '2020-10-29' },
    { is: true, why: 'changed within half a year', events: [event('stage', '2020-05-01')], on: '2020-10-29' },
    { is: false, why: 'changed longer ago', events: [event('stage', '2020-05-01')], on: '2020-11-01' },
    { is: false, why: 'done longer ago', events: [planned, event('done', '2020-05-01')], on: '2020-11-29' },
    { is: false, why: 'never spoken of', events: [], on: '2020-10-29' },
  ])('is $is for what was $why', ({ is, events, on }) => {
    expect(notable(events, on)).toBe(is)
  })

  it('has what is due within three months, said or not', () => {
    expect(notable([], '2020-10-29', '2020-12-31')).toBe(true)
    expect(notable([], '2020-08-29', '2020-12-31')).toBe(false)
  })
})

describe('the coverage of a region', () => {
  it('is never late: what is past its day is under way', () => {
    const on = '2020-11-30'
    expect(coverageState(milestoneStanding([planned], on, null))).toBe('under-way')
    expect(coverageState(milestoneStanding([planned, event('done', '2020-11-01')], on, null))).toBe('done')
    expect(coverageState(milestoneStanding([], on, null))).toBe('unreported')
  })
})
