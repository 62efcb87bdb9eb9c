import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './local-date.ts'
import { type MilestoneEvent, milestoneFault, milestoneStanding } from './milestone.ts'

const event = (kind: MilestoneEvent['kind'], on: string, more: Partial<MilestoneEvent> = {}): MilestoneEvent => ({
  kind,
  on,
  expectedOn: null,
  stage: null,
  number: null,
  ...more,
})
const planned = event('planned', '2020-04-01', { expectedOn: '2020-09-30' })
const moved = event('moved', '2020-09-10', { expectedOn: '2020-12-15' })
const drafted = event('stage', '2020-07-01', { stage: '征求意见' })
const done = event('done', '2020-12-08')

describe('a milestone stands', () => {
  it.each([
    { on: '2020-03-31', events: [planned], state: 'not-recorded' },
    { on: '2020-06-30', events: [planned], state: 'planned' },
    { on: '2020-08-01', events: [planned, drafted], state: 'under-way' },
    { on: '2020-10-01', events: [planned, drafted], state: 'overdue' },
    { on: '2020-10-01', events: [planned, drafted, moved], state: 'slipped' },
    { on: '2020-12-16', events: [planned, moved], state: 'overdue' },
    { on: '2020-12-08', events: [moved, done, planned], state: 'done' },
    { on: '2021-12-08', events: [planned, moved, done], state: 'done' },
    { on: '2020-10-29', events: [event('issue', '2020-06-30', { number: 1 })], state: 'under-way' },
    { on: '2020-10-29', events: [], state: 'not-recorded' },
  ])('$state on $on', ({ on, events, state }) => {
    expect(milestoneStanding(events, on, null).state).toBe(state)
  })

  it('with the days that were expected before', () => {
    expect(milestoneStanding([planned, moved], '2020-10-01', null)).toMatchObject({
      expectedOn: '2020-12-15',
      expectedBefore: ['2020-09-30'],
    })
  })

  it('overdue after the due date of its goal, said or not', () => {
    expect(milestoneStanding([], '2021-01-01', '2020-12-31')).toMatchObject({ state: 'overdue', lastOn: null })
  })

  it('the same in whatever order its events come, and done for ever', () => {
    const kinds = fc.constantFrom<MilestoneEvent['kind']>('planned', 'stage', 'moved', 'done', 'issue')
    const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2020-03-20', days))
    const some = fc.uniqueArray(fc.tuple(kinds, day, day), { maxLength: 8, selector: ([, on]) => on })
    fc.assert(
      fc.property(some, day, fc.nat(200), (tuples, on, later) => {
        const events = tuples.map(([kind, at, expectedOn]) => event(kind, at, { expectedOn }))
        const standing = milestoneStanding(events, on, null)
        expect(milestoneStanding(events.toReversed(), on, null)).toEqual(standing)
        if (standing.state !== 'done') return
        expect(milestoneStanding(events, addDays(on, later), null).state).toBe('done')
      }),
    )
  })
})

describe('an event of a milestone', () => {
  it.each([
    { fault: null, before: [], next: planned },
    { fault: 'planned-already', before: [planned], next: planned },
    { fault: 'expected-in-past', before: [], next: event('planned', '2020-10-01', { expectedOn: '2020-09-30' }) },
    { fault: 'move-without-plan', before: [], next: moved },
    { fault: null, before: [planned], next: moved },
    { fault: 'done-before-planned', before: [planned], next: event('done', '2020-03-31') },
    { fault: null, before: [planned], next: done },
    { fault: null, before: [], next: done },
    { fault: 'done-already', before: [done], next: done },
    { fault: 'done-already', before: [done], next: event('stage', '2020-12-20') },
    { fault: null, before: [done], next: drafted },
    { fault: null, before: [], next: event('issue', '2020-06-30', { number: 1 }) },
    { fault: 'number-without-issue', before: [], next: event('stage', '2020-06-30', { number: 1 }) },
    { fault: 'issue-out-of-order', before: [], next: event('issue', '2020-06-30', { number: 2 }) },
  ])('is $fault', ({ fault, before, next }) => {
    expect(milestoneFault(before, next, null)).toBe(fault)
  })

  it('moves a due date that nobody planned', () => {
    expect(milestoneFault([], moved, '2020-12-31')).toBeNull()
  })
})
