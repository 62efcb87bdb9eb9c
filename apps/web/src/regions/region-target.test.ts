import type { Judgement } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { targetWords } from './region-target.ts'

const policy = { kind: 'yes-no', unit: { zh: '个', en: 'regions' }, decimals: 0 } as const
const target = { value: 1 } as NonNullable<Judgement['target']>

describe('what a region is asked for', () => {
  it('is encouraged where nobody has to, and to be in place where it must', () => {
    expect(targetWords(target, { ...policy, modality: 'encourage' }, 'zh')).toBe('鼓励出台')
    expect(targetWords(target, { ...policy, modality: 'encourage' }, 'en')).toBe('encouraged')
    expect(targetWords(target, { ...policy, modality: 'must' }, 'zh')).toBe('应落实')
  })
})
