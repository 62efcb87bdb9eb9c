import { describe, expect, it } from 'vitest'
import { columnWidths } from './column-widths.ts'
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

describe('columnWidths', () => {
  it('fill the table, with no column narrower than its longest word', () => {
    const widths = columnWidths(
      [
        { share: 1, natural: 90, least: 80 },
        { share: 8, natural: 60, least: 20 },
        { share: 1, natural: 400, least: 10 },
      ],
      300,
    )
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(300)
    expect(widths[0]).toBeGreaterThanOrEqual(80)
    expect(widths[1]).toBeCloseTo(60)
  })

  it('share what is left by their shares, and shrink alike where words alone are too wide', () => {
    expect(
      columnWidths(
        [
          { share: 1, natural: 10, least: 5 },
          { share: 3, natural: 10, least: 5 },
        ],
        60,
      ),
    ).toEqual([20, 40])
    expect(
      columnWidths(
        [
          { share: 1, natural: 90, least: 90 },
          { share: 1, natural: 30, least: 30 },
        ],
        60,
      ),
    ).toEqual([45, 15])
  })
})
