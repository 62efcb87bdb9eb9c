import { describe, expect, it } from 'vitest'
import { known, unknown } from './figure.ts'
import { lagFault, milestoneNeedsLagReason, missingInLag, needsLagReason } from './lag.ts'
import { judgeRegionalTarget } from './regional-judgement.ts'
import { statuses } from './status.ts'

const reason = { cause: 'funding', remedy: '追加预算', responsible: '省通信管理局', newDate: '2021-03-31' }
const asked = { isNeeded: true, causes: ['funding', 'other'], spokenOn: '2020-10-31' }

describe('a reason for lag', () => {
  it('is needed behind and overdue, and nowhere else', () => {
    expect(statuses.filter(needsLagReason)).toEqual(['overdue', 'behind'])
  })
  it('is complete, of the list, and looks ahead', () => {
    expect(lagFault(reason, asked)).toBeNull()
    expect(lagFault(null, asked)).toBe('lag-reason-required')
    expect(lagFault(null, { ...asked, isNeeded: false })).toBeNull()
    expect(lagFault({ ...reason, remedy: ' ' }, asked)).toBe('lag-reason-required')
    expect(lagFault({ ...reason, cause: 'weather' }, asked)).toBe('lag-cause-unknown')
    expect(lagFault({ ...reason, newDate: '2020-10-31' }, asked)).toBe('lag-date-past')
    expect(lagFault({ ...reason, newDate: '2021-02-30' }, asked)).toBe('unknown-date')
  })
  it('that is begun is completed, even where none was needed', () => {
    expect(lagFault({ ...reason, newDate: '' }, { ...asked, isNeeded: false })).toBe('lag-reason-required')
  })
  it('names what it does not say', () => {
    expect(missingInLag(null)).toEqual(['cause', 'remedy', 'responsible', 'newDate'])
    expect(missingInLag({ ...reason, cause: '', responsible: ' ' })).toEqual(['cause', 'responsible'])
    expect(missingInLag(reason)).toEqual([])
  })
  it('is asked of a milestone that is overdue, not of one that was moved with its reason', () => {
    const states = ['not-recorded', 'planned', 'under-way', 'slipped', 'overdue', 'done'] as const
    expect(states.filter(milestoneNeedsLagReason)).toEqual(['overdue'])
  })
})

describe('a region with a part of its own', () => {
  const target = { indicator: 'identifiers', region: '320000', value: 1000, on: '2020-12-31' }
  const terms = {
    on: '2020-10-31',
    programmeOn: '2020-03-20',
    thresholds: { onSchedule: 1, slightlyBehind: 0.8 },
    addsUp: true,
  }
  const statusOf = (value: number | null, change: Partial<typeof terms> = {}) =>
    judgeRegionalTarget(target, value === null ? unknown('not-reported') : known(value), { ...terms, ...change }).status

  it('runs along a straight line from nothing', () => {
    // 225 of 286 days: planned 786.7.
    expect([1000, 787, 700, 600].map((value) => statusOf(value))).toEqual([
      'achieved',
      'on-schedule',
      'slightly-behind',
      'behind',
    ])
    expect(statusOf(null)).toBe('no-data')
    expect(statusOf(999, { on: '2021-01-31' })).toBe('overdue')
    expect(statusOf(0, { on: '2020-03-20' })).toBe('not-started')
  })
  it('of a stock has no line: it is achieved, overdue, or not judged', () => {
    expect(statusOf(999, { addsUp: false })).toBe('not-judged')
    expect(statusOf(1000, { addsUp: false })).toBe('achieved')
    expect(statusOf(999, { addsUp: false, on: '2021-01-31' })).toBe('overdue')
  })
})
