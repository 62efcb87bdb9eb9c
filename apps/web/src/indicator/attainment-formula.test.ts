import type { Judgement } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { attainmentFormula } from './attainment-formula.ts'

type Parts = Parameters<typeof attainmentFormula>[0]

const target: NonNullable<Judgement['target']> = {
  comparator: 'at-least',
  value: 20,
  basis: 'increment',
  perRegion: false,
  assumed: false,
}
const baseline = { known: true, value: 47, on: '2020-03-20', precision: 'day', source: { zh: '', en: '' } } as const
const nodes: Parts = {
  attainment: { known: true, value: 1.4 },
  target,
  actual: { known: true, value: 75, on: '2020-10-29' },
  baseline,
  decimals: 0,
  sourceOfRecord: 'national',
}

describe('attainmentFormula', () => {
  it('is the gain over what was promised for an increment', () => {
    expect(attainmentFormula(nodes, 'zh')).toBe('(75 − 47) ÷ 20')
  })

  it('keeps the bounds in words, in both languages', () => {
    const registrations: Parts = {
      ...nodes,
      target: { ...target, value: 2e9 },
      actual: { known: true, value: 5.5e9, bound: 'above', on: '2020-08-29' },
      baseline: { ...baseline, value: 1.6e9, bound: 'above' },
    }
    expect(attainmentFormula(registrations, 'zh')).toBe('(超55亿 − 超16亿) ÷ 20亿')
    expect(attainmentFormula(registrations, 'en')).toBe('(over 5.5 billion − over 1.6 billion) ÷ 2 billion')
  })

  it('is the figure over the target for a level', () => {
    expect(attainmentFormula({ ...nodes, target: { ...target, basis: 'level', value: 300 } }, 'zh')).toBe('75 ÷ 300')
  })

  it('says at least of a count that lacks somebody', () => {
    const cases: Parts = {
      ...nodes,
      target: { ...target, basis: 'level', value: 1000 },
      actual: { known: true, value: 905, bound: 'above', on: '2020-10-29' },
      sourceOfRecord: 'register',
    }
    expect(attainmentFormula(cases, 'zh')).toBe('至少905 ÷ 1000')
  })

  it('is nothing without an attainment', () => {
    expect(attainmentFormula({ ...nodes, attainment: { known: false, why: 'no-target' } }, 'zh')).toBeNull()
    expect(attainmentFormula({ ...nodes, actual: { known: false, why: 'not-reported' } }, 'zh')).toBeNull()
  })
})
