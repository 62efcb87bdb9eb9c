import type { Series } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { byProvince } from './province-series.ts'

const prefecture = (region: string, value: (number | null)[], cumulative: (number | null)[]) => ({
  region,
  name: { zh: region, en: region },
  value,
  cumulative,
  bound: value.map(() => null),
  absence: value.map(() => null),
  carried: value.map((one) => one === null),
})
const series = {
  periods: ['2020-06', '2020-09'],
  endsOn: ['2020-06-30', '2020-09-30'],
  regions: [
    prefecture('320100', [1, null], [1, 1]),
    prefecture('320200', [0, 1], [0, 1]),
    // 大连 is a city with a separate plan and a prefecture-level division of its province.
    prefecture('210200', [1, null], [1, 1]),
    prefecture('210100', [null, null], [null, null]),
    prefecture('540100', [null, null], [null, null]),
  ],
} as unknown as Series

describe('a series that prefectures report', () => {
  const regions = byProvince(series, [{ code: '320000', shortName: { zh: '江苏', en: 'Jiangsu' } }]).regions ?? []
  const of = (code: string) => regions.find(({ region }) => region === code)

  it('counts by province those that have it; what holds from before is in the running count', () => {
    expect(of('320000')).toMatchObject({ name: { zh: '江苏' }, value: [1, 1], cumulative: [1, 2], bound: [null, null] })
    expect(regions).toHaveLength(3)
  })

  it('is a lower bound where somebody has not said anything, and nothing where nobody has', () => {
    expect(of('210000')).toMatchObject({ cumulative: [1, 1], bound: ['above', 'above'], carried: [false, true] })
    expect(of('540000')).toMatchObject({ cumulative: [null, null], bound: [null, null] })
  })
})
