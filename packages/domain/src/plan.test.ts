import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseline, indicator, noticeOn, registrations, secondaryNodes, target } from './cast.fixture.ts'
import type { PlanShape, Stage } from './definition.ts'
import { unknown } from './figure.ts'
import { addDays, daysBetween } from './local-date.ts'
import { planAt, planLine, stagesAt } from './plan.ts'

const endOf2020 = { on: '2020-12-31', stated: true } as const
const nodesOn = (on: string) => planAt(planLine(secondaryNodes, noticeOn), on)
const along = (points: Extract<PlanShape, { is: 'milestones' }>['points']) => ({
  ...secondaryNodes,
  plan: { is: 'milestones', points } as const,
})

describe('planLine', () => {
  it('runs from the baseline to the target level on the due date', () => {
    expect(planLine(secondaryNodes, noticeOn)).toEqual({
      points: [
        { on: '2020-03-20', value: 47 },
        { on: '2020-12-31', value: 67 },
      ],
    })
  })

  it('starts on the programme date where the baseline is older, and carries its bound', () => {
    const line = planLine(registrations, noticeOn)
    expect(line).toMatchObject({ bound: 'above', points: [{ on: noticeOn, value: 1_600_000_000 }, {}] })
  })

  it('starts on the baseline date where that is newer', () => {
    const line = planLine({ ...secondaryNodes, baseline: baseline(47, '2020-05-01') }, noticeOn)
    expect(line).toMatchObject({ points: [{ on: '2020-05-01' }, { on: '2020-12-31' }] })
  })

  it('goes through milestones between both ends, and leaves the others out', () => {
    const line = planLine(
      along([
        { on: '2020-03-20', value: 1 },
        { on: '2020-06-30', value: 50 },
        { on: '2020-12-31', value: 99 },
      ]),
      noticeOn,
    )
    expect(line).toMatchObject({ points: [{ value: 47 }, { on: '2020-06-30', value: 50 }, { value: 67 }] })
  })

  it.each([
    { why: 'no-target', parts: { target: null } },
    { why: 'per-region', parts: { target: target({ is: 'range', value: 1, from: 1, to: 3 }, 'level', true) } },
    { why: 'by-stages', parts: { plan: { is: 'stages', stages: [] } as const } },
    { why: 'no-due-date', parts: { due: null } },
    { why: 'no-baseline', parts: { baseline: null } },
    { why: 'due-before-start', parts: { due: { on: '2020-03-20', stated: true } } },
  ])('is unknown: $why', ({ why, parts }) => {
    const line = planLine({ ...secondaryNodes, ...parts }, noticeOn)
    expect(line).toEqual(unknown(why))
    expect(planAt(line, '2020-10-29')).toEqual(unknown(why))
  })
})

describe('planAt', () => {
  it.each([
    { on: '2019-01-01', value: 47, ratio: 0, elapsedDays: 0 },
    { on: '2020-03-20', value: 47, ratio: 0, elapsedDays: 0 },
    { on: '2020-08-10', value: 57, ratio: 0.5, elapsedDays: 143 },
    { on: '2020-12-31', value: 67, ratio: 1, elapsedDays: 286 },
    { on: '2025-01-01', value: 67, ratio: 1, elapsedDays: 286 },
  ])('stands at $value on $on', (standing) => {
    expect(nodesOn(standing.on)).toEqual({
      known: true,
      value: standing.value,
      ratio: standing.ratio,
      elapsedDays: standing.elapsedDays,
      totalDays: 286,
      startsOn: '2020-03-20',
      endsOn: '2020-12-31',
    })
  })

  it('is straight between two milestones', () => {
    const line = planLine(along([{ on: '2020-09-30', value: 50 }]), noticeOn)
    expect(planAt(line, '2020-09-30')).toMatchObject({ value: 50, ratio: 3 / 20 })
    expect(planAt(line, '2020-06-25')).toMatchObject({ value: 48.5 })
    expect(planAt(line, '2020-11-15')).toMatchObject({ value: 58.5 })
  })

  it('measures by days where the target is the baseline itself', () => {
    const stay = { ...secondaryNodes, target: target({ is: 'at-least', value: 47 }) }
    expect(planAt(planLine(stay, noticeOn), '2020-08-10')).toMatchObject({ value: 47, ratio: 0.5 })
  })

  it('falls for a falling goal', () => {
    const falling = indicator('T90', {
      direction: 'falling',
      target: target({ is: 'at-most', value: 80 }),
      baseline: baseline(100, noticeOn),
      due: endOf2020,
    })
    expect(planAt(planLine(falling, noticeOn), '2020-08-10')).toMatchObject({ value: 90, ratio: 0.5 })
  })

  it('never goes back on the way from baseline to target, and stays between both', () => {
    const days = fc.integer({ min: -100, max: 400 })
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 1_000_000_000 }), (a, b, value) => {
        const promise = { ...secondaryNodes, target: target({ is: 'at-least', value }, 'increment') }
        const line = planLine(promise, noticeOn)
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((day) => planAt(line, addDays(noticeOn, day)))
        if (!early?.known || !late?.known) throw new Error('this plan is known on every day')
        expect(early.value).toBeLessThanOrEqual(late.value)
        expect(early.ratio).toBeGreaterThanOrEqual(0)
        expect(late.ratio).toBeLessThanOrEqual(1)
        expect(early.elapsedDays).toBe(
          Math.min(Math.max(daysBetween(noticeOn, addDays(noticeOn, Math.min(a, b))), 0), 286),
        )
      }),
    )
  })
})

describe('stagesAt', () => {
  const name = { zh: '阶段', en: 'stage' }
  const stages: readonly Stage[] = [
    { id: 'application', name, dueOn: '2020-08-31', reachedOn: '2020-09-02' },
    { id: 'assessment', name, dueOn: '2020-10-25' },
    { id: 'publication', name },
  ]
  const on = (day: string, reachedOn: Readonly<Record<string, string>> = {}) =>
    stagesAt(stages, day, reachedOn).map(({ due, reached }) => `${due ? 'due' : ''} ${reached ? 'reached' : ''}`.trim())

  it.each([
    { day: '2020-08-30', standing: ['', '', ''] },
    { day: '2020-08-31', standing: ['due', '', ''] },
    { day: '2020-09-02', standing: ['due reached', '', ''] },
    { day: '2020-10-25', standing: ['due reached', 'due', ''] },
    { day: '2021-01-01', standing: ['due reached', 'due', ''] },
  ])('on $day', ({ day, standing }) => {
    expect(on(day)).toEqual(standing)
  })

  it('reaches every stage before one that is reached, and none before its day', () => {
    const reachedOn = { publication: '2020-10-01' }
    expect(on('2020-10-01', reachedOn)).toEqual(['due reached', 'reached', 'reached'])
    expect(on('2020-09-30', reachedOn)).toEqual(['due reached', '', ''])
  })

  it('believes what was recorded before what the definition knows', () => {
    expect(on('2020-09-02', { application: '2020-09-20' })).toEqual(['due', '', ''])
  })
})
