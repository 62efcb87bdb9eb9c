import { isInForce } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import { counting } from './case-head.tsx'

const says = {
  countsNot: '尚未发布，不计数',
  countsNoMore: '不再计入',
  countsFrom: (on: string) => `自${on}计入`,
  countsUntil: (from: string, to: string) => `自${from}计入，自${to}不再计入`,
  leavesOnceApproved: (on: string) => `拟自${on}起退出，审定前继续计入`,
}

describe('the days of a case in words', () => {
  it('name as the last day the first one on which it is counted no more, as the count has it', () => {
    const days = { validFrom: '2020-10-15', validTo: '2020-11-20' }
    expect(counting({ state: 'approved', ...days }, says)).toBe('自2020-10-15计入，自2020-11-20不再计入')
    expect(['2020-10-14', '2020-10-15', '2020-11-19', '2020-11-20'].map((on) => isInForce(days, on))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
