import { describe, expect, it } from 'vitest'
import { newestDay, type RegionRow, spansOf } from './region-summary.ts'

const report = (period: string, endsOn: string, handedIn = 0) => ({
  period,
  endsOn,
  deadline: endsOn,
  timing: 'owed' as const,
  cells: { handedIn, expected: 1 },
  daysLate: null,
  state: null,
  lag: null,
  note: '',
})
const periods = [
  report('2020-03', '2020-03-31'),
  report('2020-04', '2020-04-30', 1),
  report('2020-05', '2020-05-31'),
  report('2020-06', '2020-06-30'),
  report('2020-07', '2020-07-31'),
]
// Only what a region reports is read of a row.
const row = { regional: { reports: { periods } } } as unknown as RegionRow

describe('spansOf', () => {
  it('joins periods that follow one another, and no others', () => {
    const some = periods.filter(({ cells }) => cells.handedIn === 0)
    expect(spansOf(row, some)).toEqual([
      { from: '2020-03', to: '2020-03' },
      { from: '2020-05', to: '2020-07' },
    ])
  })

  it('has none of nothing', () => {
    expect(spansOf(row, [])).toEqual([])
  })
})

describe('newestDay', () => {
  it('is the last day of the newest period with a report', () => {
    expect(newestDay([row])).toBe('2020-04-30')
  })

  it('is unknown where nothing was reported', () => {
    expect(newestDay([])).toBeNull()
  })
})
