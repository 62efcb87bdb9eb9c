import type { Derivation } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { heldBecause } from './held-because.ts'

const nodes = {
  on: '2020-10-29',
  judgement: {
    unit: { zh: '个', en: 'nodes' },
    decimals: 0,
    target: { comparator: 'at-least', value: 20, basis: 'increment' },
    due: { on: '2020-12-31', stated: false },
    actual: { known: true, value: 75, on: '2020-10-29' },
    gain: { known: true, value: 28 },
    achievement: { known: true, value: 0.9 },
    scheduleIndex: { known: true, value: 0.684, bound: 'above' },
    stages: null,
  },
} as unknown as Derivation
const level = (judgement: object): Derivation => ({ ...nodes, judgement: { ...nodes.judgement, ...judgement } })

describe('heldBecause', () => {
  it.each([
    ['achieved', nodes, '计入28个，目标+20个'],
    ['achieved', level({ target: { comparator: 'at-least', value: 70, basis: 'level' } }), '计入75个，目标≥70个'],
    ['index', nodes, '序时指数≥0.68'],
    ['index', level({ stages: [] }), '名单已发布，以较基期进展90.0%与门槛相比'],
    ['overdue', { ...nodes, on: '2021-01-01' }, '截至日2021-01-01晚于期限2020-12-31'],
    ['no-data', nodes, null],
  ] as const)('tells the figures of %s', (rule, derivation, told) => {
    expect(heldBecause(rule, derivation, 'zh')).toBe(told)
  })

  it('speaks English', () => {
    expect(heldBecause('index', nodes, 'en')).toBe('schedule index ≥0.68')
  })
})
