import type { RegionStanding } from '@xushi/contract'
import { known, unknown } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import { ranked } from './region-rows.ts'

const row = (region: string, change: Partial<RegionStanding>): RegionStanding => ({
  region,
  name: { zh: region, en: region },
  expected: true,
  figure: known(1),
  figureOn: '2020-09-30',
  absence: null,
  share: unknown('not-reported'),
  change: unknown('not-reported'),
  target: null,
  status: 'not-judged',
  statusReason: null,
  overQuota: false,
  rank: null,
  reported: { units: 1, expected: 1 },
  reporting: null,
  timings: [],
  lastState: null,
  line: [],
  demo: false,
  ...change,
})
const ranksOf = (...rows: RegionStanding[]) => ranked(rows).map(({ rank }) => rank)

describe('ranked', () => {
  it('ranks figures of one day', () => {
    expect(ranksOf(row('a', { figure: known(3) }), row('b', { figure: known(7) }))).toEqual([2, 1])
  })

  it('ranks nobody while a figure is of an earlier day', () => {
    expect(ranksOf(row('a', { figureOn: '2020-08-31' }), row('b', {}))).toEqual([null, null])
  })

  it('is not held up by who is not asked', () => {
    const outside = row('a', { expected: false, figure: unknown('not-reported'), figureOn: null })
    expect(ranksOf(outside, row('b', {}))).toEqual([null, 1])
  })
})
