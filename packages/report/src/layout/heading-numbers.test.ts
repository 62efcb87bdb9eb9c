import { describe, expect, it } from 'vitest'
import { chineseNumber, headingNumbers } from './heading-numbers.ts'

describe('headingNumbers', () => {
  const levels = [1, 2, 3, 3, 2, 1, 2] as const

  it('are 一、 （一） 1. in Chinese', () => {
    expect(headingNumbers(levels, 'zh')).toEqual(['一、', '（一）', '1.', '2.', '（二）', '二、', '（一）'])
  })

  it('are 1 1.1 1.1.1 in English', () => {
    expect(headingNumbers(levels, 'en').map((number) => number.trim())).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.1.2',
      '1.2',
      '2',
      '2.1',
    ])
  })

  it('count a level that is passed over as its first', () => {
    expect(headingNumbers([1, 3, 3], 'en').map((number) => number.trim())).toEqual(['1', '1.1.1', '1.1.2'])
  })
})

describe('chineseNumber', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ])('writes %i as %s', (number, text) => {
    expect(chineseNumber(number)).toBe(text)
  })
})
