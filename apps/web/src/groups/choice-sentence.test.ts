import type { GroupChoice } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { choiceSentence } from './choice-sentence.ts'
import type { Choosing } from './group-model.ts'
import { memberOf } from './groups.fixture.ts'
import { groupsWords } from './groups.words.ts'

const choice = (state: GroupChoice['state']): GroupChoice => ({
  case: 'c',
  choice: 'p',
  title: '江南厂',
  region: '320000',
  state,
  isDecided: true,
  chosenOn: null,
  demo: false,
})
const cases = (candidates: number, chosen = 0) => [
  ...Array.from({ length: candidates - chosen }, () => choice('put-forward')),
  ...Array.from({ length: chosen }, () => choice('chosen')),
]
const hundred = memberOf('T04', {
  target: { comparator: 'more-than', value: 100 },
  actual: { known: true, value: 100, on: '2020-10-29' },
})
const thousand = memberOf('T05', {
  target: { comparator: 'more-than', value: 1000 },
  actual: { known: true, value: 905, bound: 'above', on: '2020-10-29' },
})
const chooser = memberOf('T03', { target: { comparator: 'equal', value: 10 } })
const choosing = (a: number, b: number, chosen = 0): Choosing => ({
  chooser,
  sources: [
    { member: hundred, cases: cases(a, chosen) },
    { member: thousand, cases: cases(b) },
  ],
})
const says = (of: Choosing, language: 'zh' | 'en' = 'zh') =>
  choiceSentence(of, language, (language === 'zh' ? groupsWords.zh : groupsWords.en).sentence)

describe('a choice in a sentence', () => {
  it('tells each source with its candidates, and the list that is not out yet', () => {
    expect(says(choosing(14, 9))).toBe('百100个，其中推荐14个；千至少905个，其中推荐9个；十名额10个，尚未发布。')
  })

  it('tells how many are on the list once it is out', () => {
    expect(says(choosing(14, 9, 4))).toContain('十名额10个，已发布4个')
    expect(says(choosing(14, 9, 4), 'en')).toContain('Ten: 4 of 10 places published.')
  })

  it('adds nothing up: no 1005, no 1015', () => {
    expect(says(choosing(14, 9))).not.toMatch(/1,?0[01]5|1,?11[01]/)
  })

  it('says that it is hidden, not that it is nothing', () => {
    const hidden = { chooser, sources: [{ member: hundred, cases: null }] }
    expect(says(hidden)).toBe('台账数登录后可见。')
  })
})
