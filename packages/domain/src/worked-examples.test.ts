import { describe, expect, it } from 'vitest'
import type { RegionalFigure } from './aggregation.ts'
import {
  benchmarkNetworks,
  counted,
  crossIndustryPlatforms,
  evidence,
  leadingCases,
  localCases,
  pairedEnterprises,
  publishedNodes,
  publishedPlatforms,
  publishedRegistrations,
  registrations,
  secondaryNodes,
} from './cast.fixture.ts'
import type { IndicatorDefinition } from './definition.ts'
import type { Evidence } from './evidence.ts'
import { type Figure, known, unknown } from './figure.ts'
import { judge } from './judgement.ts'
import type { LocalDate } from './local-date.ts'
import { coverageOf, judgeRegion } from './regional-judgement.ts'
import { shortfall } from './target.ts'

/** Rounds as the screen does, to compare with figures that were printed. */
const printed = (figure: Figure, places: number) =>
  figure.known ? Number(figure.value.toFixed(places)) : `unknown: ${figure.why}`

const percent = (figure: Figure) => (figure.known ? printed(known(figure.value * 100), 1) : printed(figure, 1))

describe('A. secondary nodes, 20 more on 47', () => {
  const on = (day: LocalDate) => judge(secondaryNodes, evidence(day, { national: publishedNodes }))

  it.each([
    { day: '2020-06-30', plan: 54.1, planned: 35.7 },
    { day: '2020-10-29', plan: 62.6, planned: 78 },
    { day: '2020-12-31', plan: 67, planned: 100 },
  ])('plans $plan nodes, $planned %, by $day', ({ day, plan, planned }) => {
    const standing = on(day).plan
    expect(printed(standing, 1)).toBe(plan)
    expect(standing.known && printed(known(standing.ratio * 100), 1)).toBe(planned)
  })

  it('knows nothing after the baseline on 2020-06-30, which is not 0 %', () => {
    expect(on('2020-06-30')).toMatchObject({
      actual: unknown('before-baseline'),
      achievement: unknown('before-baseline'),
      status: 'no-data',
      timing: null,
      marks: [],
    })
  })

  it('is before its baseline on 2019-11-01', () => {
    expect(on('2019-11-01')).toMatchObject({ actual: unknown('before-baseline'), status: 'no-data' })
  })

  it('reaches its target not later than 2020-10-29', () => {
    const judgement = on('2020-10-29')
    expect(judgement).toMatchObject({
      actual: { ...known(75), on: '2020-10-29' },
      countedIds: ['published-2020-10-29'],
      gain: known(28),
      attainment: known(1.4),
      achievement: known(1.4),
      status: 'achieved',
      timing: { is: 'not-later-than', on: '2020-10-29' },
    })
    expect(printed(judgement.scheduleIndex, 2)).toBe(1.8)
    expect(printed(judgement.percentagePoints, 1)).toBe(62)
  })

  it('is achieved in time on its due date, on the figure of 2020-10-29', () => {
    expect(on('2020-12-31')).toMatchObject({
      actual: { ...known(75), on: '2020-10-29' },
      achievement: known(1.4),
      status: 'achieved',
      timing: { is: 'on-time' },
      later: null,
    })
  })

  it('stays at 140 % on 2021-10-20, with 156 as later progress', () => {
    expect(on('2021-10-20')).toMatchObject({
      actual: { ...known(75), on: '2020-10-29' },
      achievement: known(1.4),
      status: 'achieved',
      timing: { is: 'on-time' },
      later: { ...known(156), on: '2021-10-20' },
    })
  })
})

describe('B. registrations, 2 billion more', () => {
  /** Illustration: what 28 of 31 units typed for March to September. */
  const regional = (day: LocalDate): RegionalFigure => ({
    figure: day < '2020-09-30' ? unknown('not-reported') : known(480_000_000, 'above'),
    on: '2020-09-30',
    period: '2020-09',
    reported: { units: 28, expected: 31 },
  })
  const on = (day: LocalDate) => judge(registrations, evidence(day, { national: publishedRegistrations, regional }))

  it.each([
    { day: '2020-06-30', plan: 23.1 },
    { day: '2020-10-29', plan: 31.6 },
    { day: '2020-12-31', plan: 36 },
  ])('plans above $plan 亿 by $day', ({ day, plan }) => {
    const standing = on(day).plan
    expect(standing).toMatchObject({ known: true, bound: 'above', startsOn: '2020-03-20' })
    expect(standing.known && printed(known(standing.value / 100_000_000), 1)).toBe(plan)
  })

  it('has planned 7.13 亿 of its increment by 2020-06-30, and 15.59 亿 by 2020-10-29', () => {
    const planned = (day: LocalDate) => {
      const { plan } = on(day)
      return plan.known && printed(known((plan.value - 1_600_000_000) / 100_000_000), 2)
    }
    expect([planned('2020-06-30'), planned('2020-10-29')]).toEqual([7.13, 15.59])
  })

  it('knows nothing after its baseline on 2020-06-30', () => {
    expect(on('2020-06-30')).toMatchObject({
      actual: unknown('before-baseline'),
      achievement: unknown('before-baseline'),
      status: 'no-data',
    })
  })

  it('has gained about 39 亿 by 2020-10-29, on the figure of 2020-08-29', () => {
    const judgement = on('2020-10-29')
    expect(judgement).toMatchObject({
      actual: { ...known(5_500_000_000, 'above'), on: '2020-08-29' },
      gain: known(3_900_000_000, 'about'),
      achievement: known(1.95, 'about'),
      status: 'achieved',
      timing: { is: 'not-later-than', on: '2020-08-29' },
    })
  })

  it('puts the sum of the provinces beside it on 2020-10-29, about 34 亿 apart, and never adds it', () => {
    expect(on('2020-10-29').beside).toEqual([
      {
        source: 'regions',
        figure: known(480_000_000, 'above'),
        on: '2020-09-30',
        reported: { units: 28, expected: 31 },
        difference: known(3_420_000_000, 'about'),
      },
    ])
  })

  it('is achieved in time on its due date, at about 420 %', () => {
    expect(on('2020-12-31')).toMatchObject({
      actual: { ...known(10_000_000_000, 'above'), on: '2020-12-31' },
      gain: known(8_400_000_000, 'about'),
      achievement: known(4.2, 'about'),
      status: 'achieved',
      timing: { is: 'on-time' },
    })
  })

  it('stays at about 420 % on 2021-10-20, with above 400 亿 as later progress', () => {
    expect(on('2021-10-20')).toMatchObject({
      achievement: known(4.2, 'about'),
      timing: { is: 'on-time' },
      later: { ...known(40_000_000_000, 'above'), on: '2021-10-20' },
    })
  })

  it('never counts the weak figure of 2023', () => {
    expect(on('2023-12-31').later).toMatchObject(known(40_000_000_000, 'above'))
  })
})

describe('C. ten, hundred, thousand', () => {
  const ten = benchmarkNetworks
  const hundred = leadingCases
  const thousand = localCases
  const atLeast = (value: number) => ({ is: 'at-least', value }) as const

  it.each([ten, hundred, thousand])('$goal is unreported on every date while its register is closed', (definition) => {
    for (const day of ['2020-06-30', '2020-10-29', '2020-12-31']) {
      expect(judge(definition, evidence(day))).toMatchObject({
        achievement: unknown('register-not-open'),
        status: 'no-data',
        marks: [],
      })
    }
    expect(judge(definition, evidence('2021-01-01'))).toMatchObject({ status: 'no-data', marks: ['due-unreported'] })
  })

  const partly = (value: number) => known(value, 'above')
  it.each([
    { goal: thousand, day: '2020-06-30', count: partly(412), units: 18, plan: 357, percentage: 41.2, bound: 'above' },
    { goal: hundred, day: '2020-06-30', count: known(37), units: 32, plan: 36, percentage: 37, bound: undefined },
    { goal: thousand, day: '2020-10-29', count: partly(905), units: 30, plan: 780, percentage: 90.5, bound: 'above' },
    { goal: hundred, day: '2020-10-29', count: known(100), units: 32, plan: 78, percentage: 100, bound: undefined },
    { goal: thousand, day: '2020-12-31', count: known(1000), units: 32, plan: 1000, percentage: 100, bound: undefined },
  ] as const)('$goal.goal is on schedule on $day with $count.value of $plan planned', (row) => {
    const judgement = judge(row.goal, evidence(row.day, { register: counted(row.count, row.units) }))
    expect(judgement.actual).toEqual({ ...row.count, on: row.day })
    expect(judgement.reported).toEqual({ units: row.units, expected: 32 })
    expect(printed(judgement.plan, 0)).toBe(row.plan)
    expect(percent(judgement.achievement)).toBe(row.percentage)
    expect(judgement.achievement.known && judgement.achievement.bound).toBe(row.bound)
    expect(judgement.status).toBe('on-schedule')
  })

  it('plans 35.7 leading cases by 2020-06-30', () => {
    expect(printed(judge(hundred, evidence('2020-06-30')).plan, 1)).toBe(35.7)
  })

  it('lacks one case at exactly 100 of "more than 100"', () => {
    expect(shortfall({ is: 'more-than', value: 100 }, known(100))).toEqual(known(1))
  })

  it('has achieved the hundred with 101 on 2020-12-31', () => {
    const judgement = judge(hundred, evidence('2020-12-31', { register: counted(known(101), 32) }))
    expect(judgement).toMatchObject({ status: 'achieved', timing: { is: 'on-time' } })
  })

  it('reads 1000 of "more than 1000" both ways: unmet and overdue tomorrow, or achieved', () => {
    const register = counted(known(1000), 32)
    const byTheNotice: IndicatorDefinition = {
      ...thousand,
      target: { comparator: atLeast(1000), basis: 'level', perRegion: false, assumed: false },
    }
    const tomorrow = evidence('2021-01-01', { register })
    expect(judge(thousand, evidence('2020-12-31', { register })).status).toBe('on-schedule')
    expect(judge(thousand, tomorrow).status).toBe('overdue')
    expect(judge(byTheNotice, evidence('2020-12-31', { register })).status).toBe('achieved')
    expect(judge(byTheNotice, tomorrow)).toMatchObject({ status: 'achieved', timing: { is: 'on-time' } })
  })

  const chosen = (day: LocalDate, value: number, stagesReached: Evidence['stagesReached'] = {}) =>
    judge(ten, evidence(day, { register: counted(known(value), 1, 1), stagesReached }))

  it('has not begun the ten on 2020-06-30', () => {
    expect(chosen('2020-06-30', 0)).toMatchObject({ achievement: unknown('selection-open'), status: 'not-started' })
  })

  it('judges the ten by stage on 2020-10-29, and not by count', () => {
    const judgement = chosen('2020-10-29', 7, { assessment: '2020-10-25' })
    expect(judgement).toMatchObject({
      actual: unknown('selection-open'),
      achievement: unknown('selection-open'),
      status: 'on-schedule',
    })
    expect(judgement.stages?.map(({ due, reached }) => [due, reached])).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [false, false],
      [false, false],
    ])
  })

  it('has achieved the ten in time on 2020-12-31, published on 2020-12-18', () => {
    expect(chosen('2020-12-31', 10, { publication: '2020-12-18' })).toMatchObject({
      actual: { ...known(10), on: '2020-12-31' },
      status: 'achieved',
      timing: { is: 'on-time' },
      marks: [],
    })
  })
})

describe('D. about 10 platforms, selected anew', () => {
  const stagesReached = { application: '2020-10-19' }
  const on = (day: LocalDate, definition = crossIndustryPlatforms) =>
    judge(definition, evidence(day, { national: publishedPlatforms, stagesReached }))

  it.each([
    { day: '2020-06-30', status: 'not-started' },
    { day: '2020-10-29', status: 'on-schedule' },
    { day: '2020-12-31', status: 'behind' },
    { day: '2021-01-01', status: 'overdue' },
  ])('is $status on $day, and shows the ten of 2019 beside it', ({ day, status }) => {
    const judgement = on(day)
    expect(judgement).toMatchObject({
      actual: unknown('selection-open'),
      achievement: unknown('selection-open'),
      status,
      timing: null,
      marks: [],
    })
    expect(judgement.beside).toMatchObject([{ source: 'earlier-round', figure: known(10), on: '2019-12-31' }])
  })

  it('is behind on 2020-10-29 if the plan had an assessment due', () => {
    const { plan } = crossIndustryPlatforms
    if (plan.is !== 'stages') throw new Error('the platforms are selected by stages')
    const [application, publication] = plan.stages
    if (application === undefined || publication === undefined) throw new Error('the plan has two stages')
    const assessment = { ...publication, id: 'assessment', dueOn: '2020-10-25' }
    const stricter = { ...plan, stages: [application, assessment, publication] }
    expect(on('2020-10-29', { ...crossIndustryPlatforms, plan: stricter }).status).toBe('behind')
  })

  it('is 27 days late with 15 on 2021-01-27, above its band', () => {
    expect(on('2021-01-27')).toMatchObject({
      actual: { ...known(15), on: '2021-01-27' },
      attainment: known(1.5),
      achievement: known(1.5),
      status: 'achieved',
      timing: { is: 'late', days: 27 },
      marks: ['over-quota'],
    })
  })

  it('does not count the 28 of a later round', () => {
    expect(on('2022-12-31').actual).toEqual({ ...known(15), on: '2021-01-27' })
  })
})

describe('E. 1 to 3 enterprises in each region', () => {
  it.each(['2020-06-30', '2020-10-29', '2020-12-31'])('is not judged for the nation on %s', (day) => {
    expect(judge(pairedEnterprises, evidence(day))).toMatchObject({
      achievement: unknown('no-target'),
      attainment: unknown('per-region'),
      status: 'not-judged',
      statusReason: 'per-region',
      reported: { units: 0, expected: 32 },
      marks: [],
    })
  })

  const blank = unknown('not-reported')
  const regions = (met: number, over: number, zero: number, missing: number): readonly Figure[] => [
    ...Array.from({ length: met }, () => known(2)),
    ...Array.from({ length: over }, () => known(5)),
    ...Array.from({ length: zero }, () => known(0)),
    ...Array.from({ length: missing }, () => blank),
  ]

  it.each([
    { day: 'nothing published', reports: regions(0, 0, 0, 32), covered: 'unknown: not-reported' },
    { day: '2020-06-30', reports: regions(9, 0, 2, 21), covered: 9, percentage: 28.1, bound: 'above', zero: 2 },
    { day: '2020-10-29', reports: regions(24, 1, 3, 4), covered: 25, percentage: 78.1, bound: 'above', zero: 3 },
    { day: '2020-12-31', reports: regions(29, 0, 3, 0), covered: 29, percentage: 90.6, zero: 3 },
  ])('covers $covered of 32 regions: $day', ({ reports, covered, percentage, bound, zero }) => {
    expect(reports).toHaveLength(32)
    const coverage = coverageOf(reports.map((figure) => judgeRegion(pairedEnterprises, figure)))
    expect(printed(coverage.covered, 0)).toBe(covered)
    if (!coverage.share.known) expect(coverage.share).toEqual(blank)
    else expect([percent(coverage.share), coverage.share.bound, coverage.unmet]).toEqual([percentage, bound, zero])
  })

  it.each([
    { region: '江苏', figure: known(2), judgement: { known: true, verdict: 'met' } },
    { region: '浙江', figure: known(5), judgement: { known: true, verdict: 'over-quota' } },
    { region: '西藏', figure: known(0), judgement: { known: true, verdict: 'unmet' } },
    { region: '兵团', figure: blank, judgement: blank },
  ])('judges $region', ({ figure, judgement }) => {
    expect(judgeRegion(pairedEnterprises, figure)).toEqual(judgement)
  })

  it('never applies a national target to a region', () => {
    expect(judgeRegion(secondaryNodes, known(39))).toEqual(unknown('no-regional-target'))
  })
})
