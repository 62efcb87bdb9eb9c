import { describe, expect, it } from 'vitest'
import {
  amount,
  exactNumber,
  inScale,
  percent,
  percentWithBound,
  points,
  scaleFor,
  shanghaiTime,
  shortAmount,
  shortDate,
} from './format-figure.ts'

describe('shortAmount', () => {
  it.each([
    [310_000_000, '3.1亿', '310 million'],
    [31_000_000, '3100万', '31 million'],
    [5_500_000_000, '55亿', '5.5 billion'],
    [98_000, '9.8万', '98,000'],
    [9999, '9999', '9,999'],
    [0, '0', '0'],
    [-240_000, '−24万', '−240,000'],
    [1_999_999_999, '19.99亿', '1.99 billion'],
    [3_159_440_560, '31.59亿', '3.16 billion'],
  ])('writes %d as %s and %s', (value, zh, en) => {
    expect(shortAmount(value, 0, 'zh')).toBe(zh)
    expect(shortAmount(value, 0, 'en')).toBe(en)
  })
})

describe('amount', () => {
  it.each([
    [{ value: 5_500_000_000, bound: 'above' }, 'published', '超55亿个', 'over 5.5 billion'],
    [{ value: 905, bound: 'above' }, 'total', '至少905个', 'at least 905'],
    [{ value: 100, bound: 'below' }, 'published', '近100个', 'nearly 100'],
    [{ value: 3_900_000_000, bound: 'about' }, 'published', '约39亿个', 'about 3.9 billion'],
  ] as const)('says the bound of %j', (figure, sense, zh, en) => {
    expect(amount(figure, '个', { decimals: 0, language: 'zh', sense })).toBe(zh)
    expect(amount(figure, '个', { decimals: 0, language: 'en', sense })).toBe(en)
  })
})

describe('inScale', () => {
  it('keeps the digits of a column under each other', () => {
    const scale = scaleFor(3_900_000_000, 'zh')
    expect(scale.word).toBe('亿')
    expect([76_923_077, 228_000_000, 3_900_000_000].map((value) => inScale(value, scale, 0, 'zh'))).toEqual([
      '0.77',
      '2.28',
      '39.00',
    ])
  })

  it('leaves small numbers as they are', () => {
    expect(inScale(62.6, scaleFor(67, 'zh'), 1, 'zh')).toBe('62.6')
  })
})

describe('percent', () => {
  it.each([
    [1.4, '140%'],
    [223 / 286, '78.0%'],
    [0.9996, '99.96%'],
    [0.99999, '99.999%'],
    [1, '100%'],
    [0, '0%'],
    [0.0001, '0.01%'],
    [-0.5, '−50.0%'],
    [0.7, '70.0%'],
    [0.905, '90.5%'],
    [1.333, '133.3%'],
  ])('writes %d as %s', (ratio, text) => {
    expect(percent(ratio)).toBe(text)
  })

  it('never says 100% or 0% of what is not exactly so', () => {
    for (const ratio of [0.999_999_9, 1.000_000_1, 0.000_000_1]) expect(['100%', '0%']).not.toContain(percent(ratio))
  })

  it('carries its bound', () => {
    expect(percentWithBound({ known: true, value: 0.905, bound: 'above' }, 'zh')).toBe('≥90.5%')
    expect(percentWithBound({ known: true, value: 1.95, bound: 'about' }, 'zh')).toBe('约195%')
    expect(percentWithBound({ known: false, why: 'not-reported' }, 'zh')).toBeNull()
  })
})

describe('points', () => {
  it.each([
    [62.03, '+62.0'],
    [-24.64, '−24.6'],
    [0.01, '+0.01'],
    [0, '0.0'],
  ])('writes %d as %s', (value, text) => {
    expect(points(value)).toBe(text)
  })
})

describe('dates', () => {
  it('are short within the year', () => {
    expect(shortDate('2020-10-29', '2020')).toBe('10-29')
    expect(shortDate('2019-12-25', '2020')).toBe('2019-12-25')
  })

  it('are those of China', () => {
    expect(shanghaiTime('2020-10-29T16:30:00.000Z')).toBe('2020-10-30 00:30')
    expect(exactNumber(310_000_000)).toBe('310,000,000')
  })
})
