import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameLikeness } from './name-likeness.ts'

describe('two names of enterprises', () => {
  it.each([
    { one: '江南机械有限公司', other: '江南机械有限公司', are: 'same-name' },
    { one: '江南机械（苏州）有限公司', other: ' 江南机械(苏州) 有限公司', are: 'same-name' },
    { one: 'ＡＢＣ机械', other: 'abc机械', are: 'same-name' },
    { one: '江南机械有限责任公司', other: '江南机械有限公司', are: 'like-name' },
    { one: '江南机械股份有限公司', other: '江南机械有限公司', are: 'like-name' },
    { one: '江南机械集团有限公司', other: '江南机械公司', are: 'like-name' },
    { one: '江 南', other: '江南有限责任公司', are: 'like-name' },
    { one: 'Jiangnan Machinery Co., Ltd.', other: 'JIANGNAN MACHINERY LIMITED', are: 'like-name' },
    { one: '江南机械有限公司苏州分公司', other: '江南机械有限公司', are: 'like-name' },
    { one: '江南机械厂', other: '江北机械厂', are: null },
    // The legal form alone makes nothing alike.
    { one: '江南有限责任公司', other: '江北有限责任公司', are: null },
    { one: '有限公司', other: '江南机械有限公司', are: 'like-name' },
    { one: '', other: '江南机械有限公司', are: null },
    { one: ' ', other: ' ', are: null },
  ])('“$one” and “$other” are $are', ({ one, other, are }) => {
    expect(nameLikeness(one, other)).toBe(are)
  })

  it('are told alike whichever comes first', () => {
    const part = fc.constantFrom('江南', '机械', '有限公司', '有限责任公司', '集团', ' ', '（', 'Co', 'Ltd')
    const name = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(nameLikeness(one, other)).toBe(nameLikeness(other, one))
      }),
    )
  })
})
