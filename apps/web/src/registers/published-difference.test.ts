import { describe, expect, it } from 'vitest'
import { publishedDifference } from './published-difference.ts'

describe('the difference of a published figure from the count of a register', () => {
  it.each([
    { value: -28, zh: '公布数比台账计数多28个', en: 'the published figure is 28 higher than the register counts' },
    { value: 12, zh: '公布数比台账计数少12个', en: 'the published figure is 12 lower than the register counts' },
    {
      value: -28,
      bound: 'below',
      zh: '公布数比台账计数至少多28个',
      en: 'the published figure is at least 28 higher than the register counts',
    },
    {
      value: -109,
      bound: 'above',
      zh: '公布数比台账计数至多多109个',
      en: 'the published figure is at most 109 higher than the register counts',
    },
    {
      value: 37,
      bound: 'above',
      zh: '公布数比台账计数至少少37个',
      en: 'the published figure is at least 37 lower than the register counts',
    },
    {
      value: -28,
      bound: 'about',
      zh: '公布数比台账计数约多28个',
      en: 'the published figure is about 28 higher than the register counts',
    },
    { value: 0, zh: '与台账计数一致', en: 'the register counts the same' },
    { value: 0, bound: 'above', zh: '台账计数不低于公布数', en: 'the register counts no fewer' },
    { value: 0, bound: 'below', zh: '台账计数不高于公布数', en: 'the register counts no more' },
    { value: 0, bound: 'about', zh: '与台账计数大致相当', en: 'the register counts about the same' },
  ] as const)('of $value ($bound) is said as “$zh”', ({ zh, en, ...difference }) => {
    expect(publishedDifference(difference, '个', 'zh')).toBe(zh)
    expect(publishedDifference(difference, 'nodes', 'en')).toBe(en)
  })
})
