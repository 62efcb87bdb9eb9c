import { describe, expect, it } from 'vitest'
import { columnScale, inColumn } from './column-scale.ts'

describe('columnScale', () => {
  it.each([
    { case: 'the largest value', values: [4.2e7, 4.8e8, null, 0], word: '亿' },
    { case: 'a smaller one where the smallest would vanish', values: [3e5, 4.8e8], word: '万' },
    { case: 'none below ten thousand', values: [0, 15.6, 20], word: '' },
    { case: 'none without values', values: [null], word: '' },
  ])('is that of $case', ({ values, word }) => {
    expect(columnScale(values, 'zh').word).toBe(word)
  })

  it('never shows what is there as none', () => {
    for (const smallest of [1, 37, 999, 10_001, 999_999, 1_000_001]) {
      const scale = columnScale([smallest, 5_500_000_000], 'zh')
      expect(Number(inColumn(smallest, scale, { decimals: 0, language: 'zh', isFixed: false }))).toBeGreaterThan(0)
    }
  })
})

describe('inColumn', () => {
  it('keeps the decimals of a column', () => {
    const of = { decimals: 1, language: 'zh', isFixed: true } as const
    expect([0, 15.594, 20].map((value) => inColumn(value, { by: 1, word: '' }, of))).toEqual(['0.0', '15.6', '20.0'])
    expect(inColumn(4.2e7, { by: 1e8, word: '亿' }, of)).toBe('0.42')
  })
})
