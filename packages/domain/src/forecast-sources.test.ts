import { describe, expect, it } from 'vitest'
import {
  crossIndustryPlatforms,
  evidence,
  indicator,
  localCases,
  monitoredPlatforms,
  pairedEnterprises,
  published,
  publishedPlatforms,
  publishedRegistrations,
  registrations,
} from './cast.fixture.ts'
import type { IndicatorDefinition } from './definition.ts'
import type { Evidence } from './evidence.ts'
import { known } from './figure.ts'
import { forecastOfRecord, forecastsOf } from './forecast-sources.ts'
import { judge } from './judgement.ts'
import type { LocalDate } from './local-date.ts'

/** Flows of regions added up since the plan's start, in ten thousands of registrations; who reported of 31. */
const sums: Readonly<Record<LocalDate, readonly [number, number]>> = {
  '2020-03-31': [4200, 31],
  '2020-04-30': [9700, 31],
  '2020-05-31': [15_800, 31],
  '2020-06-30': [22_800, 30],
  '2020-07-31': [30_600, 31],
  '2020-08-31': [39_000, 29],
  '2020-09-30': [48_000, 28],
}
const regional: NonNullable<Evidence['regional']> = (on) => {
  const [tenThousands, units] = sums[on] ?? [0, 0]
  const figure = known(tenThousands * 10_000, on >= '2020-06-30' ? 'above' : undefined)
  return { figure, on, period: on.slice(0, 7), reported: { units, expected: 31 } }
}
const reported = evidence('2020-10-29', {
  national: publishedRegistrations,
  regional,
  regionalDays: Object.keys(sums),
})
const of = (goal: IndicatorDefinition, seen: Evidence) => forecastsOf(goal, seen, judge(goal, seen))
const ofRecord = (goal: IndicatorDefinition, seen: Evidence) => forecastOfRecord(goal, seen, judge(goal, seen))

describe('the forecasts of an indicator', () => {
  it('stand one for each source, the source of record first', () => {
    const [national, regions, ...others] = of(registrations, reported)
    expect(others).toEqual([])
    expect(national).toMatchObject({ source: 'national', counts: true })
    expect(national?.methods['recent-pace'].outcome).toEqual({ known: false, why: 'too-few-points', points: 3 })
    expect(regions).toMatchObject({ source: 'regions', counts: false })
    expect(regions?.methods['recent-pace'].outcome).toMatchObject({
      pacePerMonth: known(84_000_000, 'above'),
      expected: known(732_000_000, 'above'),
      used: [{}, { on: '2020-07-31' }, { incomplete: true }, { incomplete: true }],
    })
  })

  it('count the sum of flows from nothing, whatever the baseline', () => {
    const [, regions] = of(registrations, reported)
    const outcome = regions?.methods['recent-pace'].outcome
    expect(outcome?.known && outcome.neededPerMonth.value).toBe((2_000_000_000 - 480_000_000) / 3)
  })

  it('leave out a source without figures, unless it is the one of record', () => {
    const [only, ...others] = of(registrations, evidence('2020-10-29', { regional, regionalDays: [] }))
    expect(others).toEqual([])
    expect(only).toMatchObject({ source: 'national', counts: true })
    expect(only?.methods['theil-sen'].outcome).toEqual({ known: false, why: 'too-few-points', points: 0 })
  })

  it('read a register at the ends of months and on the day itself, in place of an end less than half a month before', () => {
    const goal = { ...localCases, opening: { openedOn: '2020-03-20', balance: 0, balanceSource: 'none' } }
    const count = (on: LocalDate) => ({
      figure: known(Number(on.slice(5, 7)) * 100 + Number(on.slice(8)), 'above'),
      reported: { units: 30, expected: 32 },
    })
    const daysOn = (on: LocalDate) => {
      const [register] = of(goal, evidence(on, { register: count }))
      const outcome = register?.methods['theil-sen'].outcome
      return outcome?.known ? outcome.used.map((point) => point.on) : outcome?.why
    }
    expect(daysOn('2020-07-29')).toEqual(['2020-03-31', '2020-04-30', '2020-05-31', '2020-06-30', '2020-07-29'])
    expect(daysOn('2020-07-10')).toEqual(['2020-03-31', '2020-04-30', '2020-05-31', '2020-07-10'])
    expect(daysOn('2020-06-30')).toEqual(['2020-03-31', '2020-04-30', '2020-05-31', '2020-06-30'])
    expect(daysOn('2020-06-10')).toBe('too-few-points')
  })
})

const platforms = [
  published('2020-04-30', 136),
  published('2020-05-31', 137),
  published('2020-06-30', 139),
  published('2020-07-31', 140),
]

describe('the forecast of the source of record', () => {
  it('is the pace of its last figures', () => {
    const outcome = ofRecord(monitoredPlatforms, evidence('2020-08-15', { national: platforms }))
    expect(outcome).toMatchObject({ known: true, method: 'recent-pace', pacePerMonth: known(4 / 3) })
    expect(outcome.known && outcome.expected.value).toBeCloseTo(140 + 20 / 3, 10)
  })

  it.each([
    {
      case: 'a selection by stages',
      goal: crossIndustryPlatforms,
      seen: evidence('2020-10-29', { national: publishedPlatforms }),
      why: 'by-stages',
    },
    {
      case: 'a promise to each region',
      goal: pairedEnterprises,
      seen: evidence('2020-10-29', { national: platforms }),
      why: 'per-region',
    },
    {
      case: 'a goal without a number',
      goal: indicator('T19'),
      seen: evidence('2020-10-29', { national: platforms }),
      why: 'no-number',
    },
    {
      case: 'a goal that is achieved',
      goal: monitoredPlatforms,
      seen: evidence('2020-10-29', { national: [...platforms, published('2020-08-31', 151)] }),
      why: 'achieved',
    },
    {
      case: 'a goal past its due date',
      goal: monitoredPlatforms,
      seen: evidence('2021-01-01', { national: platforms }),
      why: 'past-due',
    },
    {
      case: 'three figures',
      goal: monitoredPlatforms,
      seen: evidence('2020-10-29', { national: platforms.slice(1) }),
      why: 'too-few-points',
    },
    {
      case: 'a register that is not open',
      goal: localCases,
      seen: evidence('2020-10-29'),
      why: 'too-few-points',
    },
  ])('does not exist for $case', ({ goal, seen, why }) => {
    expect(ofRecord(goal, seen)).toMatchObject({ known: false, why })
  })
})
