import { describe, expect, it } from 'vitest'
import { forecastRow } from './forecast-row.ts'

const forecast = {
  known: true,
  method: 'recent-pace',
  usedFrom: '2020-06-30',
  usedTo: '2020-09-30',
  pacePerMonth: { known: true, value: 5 / 3 },
  expected: { known: true, value: 148, on: '2020-12-31' },
  reachedOn: { known: true, on: '2021-02-06', from: '2021-01-20', to: '2021-03-12' },
  neededPerMonth: { known: true, value: 7 / 3 },
} as const
const target = { comparator: 'at-least', value: 150, basis: 'level', perRegion: false, assumed: false } as const
const row = {
  forecast,
  target,
  baseline: { known: false, why: 'no-baseline' },
  due: { on: '2020-12-31', stated: true },
  unit: { zh: '个', en: 'platforms' },
  decimals: 0,
} as const

describe('forecastRow', () => {
  it('says what will be missing when it is due', () => {
    expect(forecastRow(row, 'zh')).toEqual({ by: '照近3个月速度', says: '到期约148个，差2个' })
    expect(forecastRow(row, 'en')).toEqual({
      by: 'At the pace of the last 3 months',
      says: 'about 148 when due, 2 short',
    })
  })

  it('says the day where that is in time', () => {
    const soon = {
      ...forecast,
      reachedOn: { known: true, on: '2020-11-30', from: '2020-11-20', to: '2020-12-10' },
    } as const
    expect(forecastRow({ ...row, forecast: soon }, 'zh').says).toBe('2020-11-30可达到150个')
  })

  it('counts an increment from its baseline, and one more for "more than"', () => {
    const baseline = {
      known: true,
      value: 100,
      on: '2020-03-20',
      precision: 'day',
      source: { zh: '', en: '' },
    } as const
    const more = { ...target, comparator: 'more-than', value: 50, basis: 'increment' } as const
    expect(forecastRow({ ...row, target: more, baseline }, 'zh').says).toBe('到期约148个，差3个')
  })

  it.each([
    [{ known: false, why: 'too-few-points', points: 2 }, '不足以预测（数据2个，少于4个）'],
    [{ known: false, why: 'by-stages', points: 0 }, '按阶段遴选，不作预测'],
    [{ ...forecast, reachedOn: { known: false, why: 'reached' } }, '已达到目标数'],
  ] as const)('says why there is none or nothing to reach', (one, says) => {
    expect(forecastRow({ ...row, forecast: one }, 'zh').says).toBe(says)
  })
})
