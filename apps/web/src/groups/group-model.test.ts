import { describe, expect, it } from 'vitest'
import { calledAfter, choiceRules, choosingIn, nameWithout, neededOf } from './group-model.ts'
import { groupOf, memberOf } from './groups.fixture.ts'

const hundred = memberOf('T04', { id: 'hundred', target: { comparator: 'more-than', value: 100 } })
const thousand = memberOf('T05', { id: 'thousand', target: { comparator: 'more-than', value: 1000 } })
const ten = memberOf('T03', {
  id: 'ten',
  target: { comparator: 'equal', value: 10 },
  chosenFrom: ['hundred', 'thousand'],
  choices: [
    { source: 'hundred', cases: [] },
    { source: 'thousand', cases: [] },
  ],
})

describe('a group of targets', () => {
  it('chooses where one of its members is chosen out of others', () => {
    const choosing = choosingIn(groupOf([ten, hundred, thousand]))
    expect(choosing?.chooser.goal).toBe('T03')
    expect(choosing?.sources.map(({ member }) => member.goal)).toEqual(['T04', 'T05'])
  })

  it('stands side by side where none is', () => {
    expect(choosingIn(groupOf([hundred, thousand]))).toBeNull()
  })

  it('knows nothing of cases, and not that there are none, where the reader sees none', () => {
    const choosing = choosingIn(groupOf([{ ...ten, choices: null }, hundred]))
    expect(choosing?.sources.map(({ cases }) => cases)).toEqual([null])
  })

  it('says its rules from who is chosen out of whom', () => {
    const choosing = choosingIn(groupOf([ten, hundred, thousand]))
    if (choosing === null) throw new Error('it chooses')
    expect(choiceRules(choosing, 'zh')).toEqual([
      '十必在百或千之内，百不从千中选',
      '源头撤销，十亦随撤',
      '十、百、千不相加',
    ])
    expect(choiceRules(choosing, 'en')[2]).toBe('Ten, Hundred, Thousand are never added up')
  })
})

it('a list is called after its number, or by its own', () => {
  expect(calledAfter(hundred, 'zh')).toBe('百')
  expect(calledAfter(memberOf('T13', { target: { comparator: 'at-least', value: 5 } }), 'zh')).toBe('T13')
  expect(nameWithout('内网改造标杆网络（十）', '十')).toBe('内网改造标杆网络')
  expect(nameWithout('Benchmark internal networks (ten)', 'Ten')).toBe('Benchmark internal networks')
})

it('“more than 100” needs 101', () => {
  expect([neededOf(hundred), neededOf(ten), neededOf({ target: null })]).toEqual([101, 10, null])
})
