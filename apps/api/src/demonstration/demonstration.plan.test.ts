import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DemonstrationPlan, plannedCases, plannedCells, shareOut } from './demonstration.plan.ts'

const plan: DemonstrationPlan = {
  programme: 'p',
  shares: { '110000': 3, '320000': 5, '540000': 0 },
  deadlineDay: 15,
  habits: { late: [], atTheDeadline: [] },
  series: [
    {
      indicator: 'flow',
      by: 'region',
      shape: 'flow',
      totals: { '2020-03': 800, '2020-04': 81 },
      missing: { '2020-04': ['540000'] },
      withheld: { '2020-04': ['110000'] },
    },
    { indicator: 'stock', by: 'region', shape: 'stock', totals: { '2020-03': 8, '2020-06': 9 } },
    { indicator: 'flag', by: 'region', shape: 'yes-no', yes: { '2020-03': 1 }, first: ['540000'] },
    {
      indicator: 'cities',
      by: 'prefecture',
      shape: 'yes-no',
      yes: { '2020-03': 3 },
      missing: { '2020-03': ['540000'] },
    },
    { indicator: 'nation', by: 'nation', shape: 'stock', totals: { '2020-03': 136 } },
  ],
  returned: [],
  corrected: [],
  waiting: [],
  registers: [],
  chosen: {
    register: 'ten',
    opening: { openedOn: '2020-03-20', balance: 0, source: '' },
    sources: {},
    candidates: {},
    putForward: {},
    stages: {},
    reason: '',
  },
  milestones: [],
  lags: [],
  narratives: [],
}

const of = (indicator: string, period: string) =>
  plannedCells(plan)
    .filter((cell) => cell.indicator === indicator && cell.period === period)
    .map((cell) => [cell.region, cell.reported])

describe('plannedCells', () => {
  it('shares a flow out over those who report, a zero included', () => {
    expect(of('flow', '2020-03')).toEqual([
      ['110000', { value: 300 }],
      ['320000', { value: 500 }],
      ['540000', { value: 0 }],
    ])
  })

  it('leaves a missing region out and says when one is withheld', () => {
    expect(of('flow', '2020-04')).toEqual([
      ['320000', { value: 81 }],
      ['110000', { absence: 'withheld' }],
    ])
  })

  it('never lets a stock fall', () => {
    expect(of('stock', '2020-03').map(([, reported]) => reported)).toEqual([{ value: 3 }, { value: 5 }, { value: 0 }])
    expect(of('stock', '2020-06').map(([, reported]) => reported)).toEqual([{ value: 3 }, { value: 6 }, { value: 0 }])
  })

  it('marks the first regions as having it', () => {
    expect(of('flag', '2020-03')).toEqual([
      ['540000', { value: 1 }],
      ['320000', { value: 0 }],
      ['110000', { value: 0 }],
    ])
  })
})

describe('prefectures', () => {
  const prefectures = ['320100', '320200', '320300', '450100', '540100'].map((code) => ({
    code,
    parent: `${code.slice(0, 2)}0000`,
  }))

  it('get it side by side in all provinces, the first of each before the last; a province that is missing has none', () => {
    const cells = plannedCells(plan, prefectures).filter(({ indicator }) => indicator === 'cities')
    expect(cells.map(({ region, reported }) => [region, reported])).toEqual([
      ['320100', { value: 1 }],
      ['320200', { value: 1 }],
      ['320300', { value: 1 }],
      ['450100', { value: 0 }],
    ])
  })
})

describe('plannedCases', () => {
  const register = {
    register: 'thousand',
    opening: plan.chosen.opening,
    shares: { '110000': 3, '320000': 5 },
    counts: { '2020-06-30': 40, '2020-10-29': 91, '2020-12-31': 100 },
    confirmed: {},
  }

  it('are as many on each day as the plan says', () => {
    const cases = plannedCases(register, {})
    const counted = (on: string) => cases.filter((one) => one.on <= on).length
    expect(['2020-06-30', '2020-10-29', '2020-12-31'].map(counted)).toEqual([40, 91, 100])
    expect(new Set(cases.map(({ number }) => number)).size).toBe(100)
  })

  it('stand in the regions that are named', () => {
    const regions = { '2020-06-30': { '320000': 1 }, '2020-10-29': { '320000': 2, '330000': 5 } }
    const cases = plannedCases({ ...register, counts: {}, regions }, {})
    expect(cases.map(({ region }) => region).toSorted()).toEqual([
      ...Array(2).fill('320000'),
      ...Array(5).fill('330000'),
    ])
  })
})

describe('shareOut', () => {
  it('adds up to the total in whole parts', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), weights, (total, list) => {
        const shares = Object.fromEntries(list.map((weight, index) => [`r${index}`, weight]))
        const parts = [...shareOut(total, Object.keys(shares), shares).values()]
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      }),
    )
  })
})
