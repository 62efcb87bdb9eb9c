import { describe, expect, it } from 'vitest'
import { statusRuns } from './status-runs.ts'

describe('statusRuns', () => {
  it('joins months in a row and keeps a status that comes back apart', () => {
    const on = ['2020-03-31', '2020-04-30', '2020-05-31', '2020-06-30']
    expect(statusRuns({ on, status: ['no-data', 'no-data', 'behind', 'no-data'] })).toEqual([
      { from: '2020-03', to: '2020-04', status: 'no-data' },
      { from: '2020-05', to: '2020-05', status: 'behind' },
      { from: '2020-06', to: '2020-06', status: 'no-data' },
    ])
  })

  it('is empty before a month has ended', () => {
    expect(statusRuns({ on: [], status: [] })).toEqual([])
  })
})
