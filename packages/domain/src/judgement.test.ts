import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegionalFigure } from './aggregation.ts'
import {
  baseline,
  benchmarkNetworks,
  counted,
  crossIndustryPlatforms,
  evidence,
  indicator,
  localCases,
  monitoredPlatforms,
  noticeOn,
  published,
  registrations,
  secondaryNodes,
  target,
} from './cast.fixture.ts'
import type { Evidence } from './evidence.ts'
import { type Figure, known, unknown } from './figure.ts'
import { judge } from './judgement.ts'
import { addDays, type LocalDate } from './local-date.ts'
import type { NationalFigure } from './source-of-record.ts'
import { statuses } from './status.ts'
import { meets } from './target.ts'

const platforms = (on: LocalDate, ...national: readonly NationalFigure[]) =>
  judge(monitoredPlatforms, evidence(on, { national }))
const entry = (on: LocalDate, value: number) => published(on, value, { confidence: 'entry' })

describe('judge, by status', () => {
  it.each([
    { status: 'not-judged', reason: 'no-number', parts: { target: null } },
    { status: 'not-judged', reason: 'no-due-date', parts: { due: null } },
    {
      status: 'not-judged',
      reason: 'per-region',
      parts: { target: target({ is: 'range', value: 1, from: 1, to: 3 }, 'level', true) },
    },
  ])('does not judge: $reason', ({ status, reason, parts }) => {
    const national = [published('2020-06-30', 140)]
    const judgement = judge({ ...monitoredPlatforms, ...parts }, evidence('2020-10-29', { national }))
    expect(judgement).toMatchObject({ status, statusReason: reason, timing: null, actual: known(140) })
  })

  it.each([
    { value: 150, status: 'achieved' },
    { value: 149, status: 'on-schedule' },
    { value: 143, status: 'on-schedule' },
    { value: 142, status: 'slightly-behind' },
    { value: 141, status: 'slightly-behind' },
    { value: 140, status: 'behind' },
    { value: 135, status: 'behind' },
    { value: 130, status: 'behind' },
  ])('is $status with $value of 150 halfway, 142.5 planned', ({ value, status }) => {
    expect(platforms('2020-08-10', published('2020-08-10', value)).status).toBe(status)
  })

  it('follows the thresholds of the programme', () => {
    const thresholds = { onSchedule: 0.6, slightlyBehind: 0.1 }
    const national = [published('2020-08-10', 140)]
    expect(judge(monitoredPlatforms, evidence('2020-08-10', { national, thresholds })).status).toBe('on-schedule')
  })

  it('keeps attainment and achievement apart: 135 of 150 on 135', () => {
    expect(platforms('2020-08-10', published('2020-08-10', 135))).toMatchObject({
      attainment: known(0.9),
      achievement: known(0),
      scheduleIndex: known(0),
    })
  })

  it('has not started while the plan stands at its baseline', () => {
    const national = [published('2020-02-29', 2_000_000_000)]
    expect(judge(registrations, evidence('2020-03-01', { national }))).toMatchObject({
      actual: known(2_000_000_000),
      scheduleIndex: unknown('plan-not-begun'),
      status: 'not-started',
    })
  })

  it('is overdue the day after the due date, on the figure of the due date', () => {
    const figures = [published('2020-11-30', 140), published('2021-02-28', 149)]
    expect(platforms('2020-12-31', ...figures).status).toBe('behind')
    expect(platforms('2021-01-01', ...figures)).toMatchObject({ status: 'overdue', actual: known(140), later: null })
    expect(platforms('2021-06-30', ...figures)).toMatchObject({
      status: 'overdue',
      actual: { ...known(140), on: '2020-11-30' },
      later: { ...known(149), on: '2021-02-28' },
    })
  })

  it('takes a first report after the due date that falls short for no report as of the due date', () => {
    expect(platforms('2021-06-30', published('2021-02-28', 149))).toMatchObject({
      actual: unknown('due-unreported'),
      achievement: unknown('due-unreported'),
      status: 'no-data',
      marks: ['due-unreported'],
      later: { ...known(149), on: '2021-02-28' },
    })
  })

  it('takes a figure of the baseline date for no report, and for no later progress either', () => {
    expect(platforms('2021-06-30', published(noticeOn, 135))).toMatchObject({
      actual: unknown('before-baseline'),
      marks: ['due-unreported'],
      later: null,
    })
  })

  it('is achieved late, or at an unknown time, by what is known of the due date', () => {
    const reached = published('2021-02-28', 151)
    expect(platforms('2021-06-30', reached)).toMatchObject({
      status: 'achieved',
      timing: { is: 'unknown-time' },
      later: null,
    })
    expect(platforms('2021-06-30', published('2020-12-31', 149), reached, published('2021-05-31', 160))).toMatchObject({
      actual: { ...known(151), on: '2021-02-28' },
      status: 'achieved',
      timing: { is: 'late', days: 59 },
      later: { ...known(160), on: '2021-05-31' },
    })
  })

  it('is overdue on what was lost again by the due date, until it is reached anew', () => {
    const figures = [published('2020-06-30', 151), published('2020-12-31', 149), published('2021-02-28', 150)]
    expect(platforms('2020-07-01', ...figures).status).toBe('achieved')
    expect(platforms('2021-01-01', ...figures)).toMatchObject({ status: 'overdue', actual: known(149), timing: null })
    expect(platforms('2021-03-01', ...figures)).toMatchObject({
      status: 'achieved',
      actual: { ...known(150), on: '2021-02-28' },
      timing: { is: 'late', days: 59 },
    })
  })

  it('measures the list of a selection against the promise once it is out', () => {
    const stagesReached = { publication: '2020-12-18' }
    const having = (value: number, on: LocalDate) =>
      judge(benchmarkNetworks, evidence(on, { register: counted(known(value), 1, 1), stagesReached })).status
    expect(having(9, '2020-12-20')).toBe('slightly-behind')
    expect(having(7, '2020-12-20')).toBe('behind')
    expect(having(7, '2021-01-01')).toBe('overdue')
  })

  it('does not call a figure unreported for want of a plan', () => {
    const national = [published('2020-08-10', 140)]
    const unplanned = { ...monitoredPlatforms, baseline: null }
    expect(judge(unplanned, evidence('2020-08-10', { national }))).toMatchObject({
      actual: known(140),
      attainment: known(140 / 150),
      status: 'not-judged',
      statusReason: 'no-plan',
    })
    expect(judge(unplanned, evidence('2021-01-01', { national })).status).toBe('overdue')
    expect(judge(unplanned, evidence('2020-08-10')).status).toBe('no-data')
  })

  it('lets a falling goal fall', () => {
    const falling = indicator('T90', {
      direction: 'falling',
      target: target({ is: 'at-most', value: 80 }),
      baseline: baseline(100, noticeOn),
      due: { on: '2020-12-31', stated: true },
    })
    const having = (value: number) =>
      judge(falling, evidence('2020-08-10', { national: [published('2020-08-10', value)] }))
    expect(having(90)).toMatchObject({ achievement: known(0.5), status: 'on-schedule' })
    expect(having(80)).toMatchObject({ achievement: known(1), status: 'achieved' })
    expect(having(110)).toMatchObject({
      achievement: known(-0.5),
      attainment: unknown('falls-by-level'),
      status: 'behind',
    })
  })
})

describe('judge, by stage', () => {
  it.each([
    { on: '2020-08-30', stagesReached: {}, status: 'not-started' },
    { on: '2020-08-30', stagesReached: { application: '2020-08-01' }, status: 'on-schedule' },
    { on: '2020-09-29', stagesReached: { application: '2020-08-31' }, status: 'on-schedule' },
    { on: '2020-09-30', stagesReached: { application: '2020-08-31' }, status: 'behind' },
    { on: '2020-09-30', stagesReached: { announcement: '2020-09-15' }, status: 'on-schedule' },
    { on: '2020-12-31', stagesReached: { announcement: '2020-12-10' }, status: 'behind' },
    { on: '2021-01-01', stagesReached: { announcement: '2020-12-10' }, status: 'overdue' },
  ])('is $status on $on with $stagesReached', ({ on, stagesReached, status }) => {
    const register = counted(known(10), 1, 1)
    const judgement = judge(benchmarkNetworks, evidence(on, { register, stagesReached }))
    expect(judgement).toMatchObject({ status, actual: unknown('selection-open'), timing: null })
  })
})

describe('judge, by mark', () => {
  it('finds a recorded figure stale when two deadlines have passed, and a published one never', () => {
    expect(platforms('2020-09-15', entry('2020-06-30', 140)).marks).toEqual([])
    expect(platforms('2020-09-16', entry('2020-06-30', 140)).marks).toEqual(['stale'])
    expect(platforms('2020-09-16', published('2020-06-30', 140)).marks).toEqual([])
  })

  it('does not let a judged figure grow staler after the due date', () => {
    expect(platforms('2030-01-01', entry('2020-11-30', 140)).marks).toEqual([])
    expect(platforms('2030-01-01', entry('2020-08-31', 140)).marks).toEqual(['stale'])
  })

  it('marks what lies above a quota', () => {
    const stagesReached = { publication: '2020-12-18' }
    const on = (value: number) =>
      judge(benchmarkNetworks, evidence('2020-12-31', { register: counted(known(value), 1, 1), stagesReached }))
    expect(on(10).marks).toEqual([])
    expect(on(11)).toMatchObject({ status: 'achieved', marks: ['over-quota'], attainment: known(1.1) })
  })
})

describe('judge, by source of record', () => {
  const regional = (figure: Figure<'not-reported'>, units = 28): Evidence['regional'] => {
    const regionalFigure: RegionalFigure = {
      figure,
      on: '2020-09-30',
      period: '2020-09',
      reported: { units, expected: 31 },
    }
    return () => regionalFigure
  }

  it('has no silent fallback: where it is silent, the others stand beside it', () => {
    const judgement = judge(
      { ...monitoredPlatforms, sourceOfRecord: 'regions' },
      evidence('2020-10-29', {
        national: [published('2020-09-30', 160)],
        regional: regional(unknown('not-reported'), 0),
      }),
    )
    expect(judgement).toMatchObject({
      actual: unknown('not-reported'),
      status: 'no-data',
      beside: [{ source: 'national', figure: known(160), difference: unknown('not-reported') }],
    })
  })

  it('tells coverage and what stands beside as of the due date once that is judged', () => {
    const parts = {
      national: [published('2020-12-31', 151)],
      regional: (on: LocalDate): RegionalFigure =>
        on <= '2020-12-31'
          ? { figure: known(149), on: '2020-12-31', period: '2020-12', reported: { units: 31, expected: 31 } }
          : { figure: known(90, 'above'), on: '2021-01-31', period: '2021-01', reported: { units: 12, expected: 31 } },
    }
    expect(judge(monitoredPlatforms, evidence('2021-02-15', parts))).toMatchObject({
      actual: known(151),
      reported: { units: 31, expected: 31 },
      beside: [{ source: 'regions', figure: known(149), on: '2020-12-31', difference: known(2) }],
    })
  })

  it('shows no later round as an earlier one', () => {
    const national = [
      published('2019-12-31', 10, { round: '2019' }),
      published('2020-12-15', 9, { round: '2020' }),
      published('2020-12-20', 28, { round: '2022' }),
    ]
    const { beside } = judge(crossIndustryPlatforms, evidence('2020-12-31', { national }))
    expect(beside).toMatchObject([{ source: 'earlier-round', figure: known(10), difference: known(-1) }])
  })

  it('is unknown where an indicator has none', () => {
    const judgement = judge({ ...monitoredPlatforms, sourceOfRecord: null }, evidence('2020-10-29'))
    expect(judgement.actual).toEqual(unknown('no-source'))
  })

  it('adds flows of the regions to the baseline, and takes a stock as it is', () => {
    const parts = { regional: regional(known(480_000_000, 'above')), regionalDays: ['2020-09-30'] }
    expect(judge({ ...registrations, sourceOfRecord: 'regions' }, evidence('2020-10-29', parts))).toMatchObject({
      actual: { ...known(2_080_000_000, 'above'), on: '2020-09-30' },
      gain: known(480_000_000, 'above'),
      achievement: known(0.24, 'above'),
      reported: { units: 28, expected: 31 },
    })
    const stock = { regional: regional(known(140)), regionalDays: ['2020-09-30'] }
    expect(judge({ ...monitoredPlatforms, sourceOfRecord: 'regions' }, evidence('2020-10-29', stock))).toMatchObject({
      actual: known(140),
      gain: known(5),
    })
  })

  it('takes a partial total of exactly 1000 for no proof of more than 1000, and a published one for proof', () => {
    const partial = counted(known(1000, 'above'), 30)
    expect(judge(localCases, evidence('2020-12-31', { register: partial })).status).toBe('on-schedule')
    const said = { ...localCases, sourceOfRecord: 'national' } as const
    const national = [published('2020-12-01', 1000, { bound: 'above' })]
    expect(judge(said, evidence('2020-12-31', { national })).status).toBe('achieved')
  })

  it('judges a register on the due date, however late it is asked', () => {
    const register: Evidence['register'] = (on) => ({
      figure: known(on <= '2020-12-31' ? 990 : 1200),
      reported: { units: 32, expected: 32 },
    })
    const late = judge(localCases, evidence('2021-03-01', { register, registerDays: ['2021-01-20'] }))
    expect(late).toMatchObject({ actual: { ...known(1200), on: '2021-01-20' }, timing: { is: 'late', days: 20 } })
  })
})

describe('judge, always', () => {
  const anyFigures = fc
    .array(
      fc.record({
        day: fc.integer({ min: -60, max: 500 }),
        value: fc.integer({ min: 100, max: 200 }),
        bound: fc.constantFrom(undefined, 'above', 'below', 'about'),
        confidence: fc.constantFrom('entry', 'primary', 'secondary', 'weak'),
      }),
      { maxLength: 8 },
    )
    .map((figures) =>
      figures.map(({ day, value, bound, confidence }) =>
        published(addDays(noticeOn, day), value, { confidence, ...(bound !== undefined && { bound }) }),
      ),
    )
  const anyDay = fc.integer({ min: -60, max: 500 }).map((day) => addDays(noticeOn, day))

  it('knows nothing of what comes after the date asked for', () => {
    fc.assert(
      fc.property(anyFigures, anyDay, (figures, on) => {
        const past = figures.filter((figure) => figure.on <= on)
        expect(platforms(on, ...figures)).toEqual(platforms(on, ...past))
      }),
    )
  })

  it('never counts a weak figure', () => {
    fc.assert(
      fc.property(anyFigures, anyDay, (figures, on) => {
        const firm = figures.filter(({ confidence }) => confidence !== 'weak')
        expect(platforms(on, ...figures)).toEqual(platforms(on, ...firm))
      }),
    )
  })

  it('is achieved exactly when a known figure keeps the promise, and tells when only then', () => {
    fc.assert(
      fc.property(anyFigures, anyDay, (figures, on) => {
        const { actual, status, timing, achievement } = platforms(on, ...figures)
        expect(status === 'achieved').toBe(actual.known && meets({ is: 'at-least', value: 150 }, actual))
        expect(timing !== null).toBe(status === 'achieved')
        expect(achievement.known).toBe(actual.known)
        expect(statuses).toContain(status)
      }),
    )
  })

  it('turns nothing into zero: without a figure after the baseline all that follows is unknown', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const judgement = platforms(on, published('2020-03-20', 135), published('2019-12-31', 120))
        const { actual, gain, attainment, achievement, scheduleIndex, percentagePoints, earnedDays } = judgement
        const derived = [actual, gain, attainment, achievement, scheduleIndex, percentagePoints, earnedDays]
        expect(derived.filter((figure) => figure.known)).toEqual([])
        expect(judgement.status).toBe('no-data')
      }),
    )
  })

  it('never changes its judgement of a target reached in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.nat(300), (day, value) => {
        const figures = [published('2020-10-29', 75), published(addDays('2021-01-01', day), value)]
        const { status, timing, achievement } = judge(secondaryNodes, evidence('2022-12-31', { national: figures }))
        expect({ status, timing, achievement }).toEqual({
          status: 'achieved',
          timing: { is: 'on-time' },
          achievement: known(1.4),
        })
      }),
    )
  })
})
