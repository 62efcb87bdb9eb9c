import { describe, expect, it } from 'vitest'
import {
  type CheckedBeside,
  findingsOf,
  ruleChecks,
  submissionFault,
  usualRange,
  type ValidationRule,
} from './validation.ts'

const past = (...values: readonly (number | null)[]) =>
  values.map((value, index) => ({ period: `2020-${String(index + 3).padStart(2, '0')}`, value }))
const beside = (change: Partial<CheckedBeside> = {}): CheckedBeside => ({
  period: '2020-09',
  typed: 'period',
  isYesNo: false,
  unit: 1,
  past: past(3100, 2600, 2900, 2800, 2700, 2700),
  others: {},
  ...change,
})
const jump: ValidationRule = { is: 'jump', severity: 'soft', score: 3.5, periods: 6 }
const kinds = (rules: readonly ValidationRule[], value: number, change: Partial<CheckedBeside> = {}) =>
  findingsOf(rules, value, beside(change)).map(({ is }) => is)

describe('a jump', () => {
  it('is told with what is usual', () => {
    const [found] = findingsOf([jump], 31_000, beside())
    expect(found).toMatchObject({ is: 'jump', median: 2750 })
    if (found?.is !== 'jump') return
    expect(found.score).toBeCloseTo(190.5, 1)
    expect([Math.round(found.from), Math.round(found.to)]).toEqual([2231, 3269])
  })
  it.each([2232, 2750, 3268])('is not %d within the usual range', (value) => {
    expect(kinds([jump], value)).toEqual([])
  })
  it.each([2230, 3270, 0])('is %d outside it', (value) => {
    expect(kinds([jump], value)).toEqual(['jump'])
  })
  it('is not found without four earlier values', () => {
    expect(kinds([jump], 99_999, { past: past(1, 1, null, 1) })).toEqual([])
    expect(kinds([jump], 99_999, { past: past(1, 1, null, 1, 1) })).toEqual(['jump'])
  })
  it('leaves small differences alone where the past was even', () => {
    expect(kinds([jump], 3, { past: past(0, 0, 0, 0) })).toEqual([])
    expect(kinds([jump], 4, { past: past(0, 0, 0, 0) })).toEqual(['jump'])
    expect(kinds([jump], 1170, { past: past(1000, 1000, 1000, 1000) })).toEqual([])
  })
  it('compares the steps of a running total, and starts anew with the year', () => {
    const running = past(100, 200, 300, 400, 500)
    expect(kinds([jump], 600, { typed: 'sinceStart', past: running })).toEqual([])
    expect(kinds([jump], 2000, { typed: 'sinceStart', past: running })).toEqual(['jump'])
    expect(kinds([jump], 100, { typed: 'yearToDate', past: running, period: '2021-01' })).toEqual([])
    expect(kinds([jump], 600, { typed: 'yearToDate', past: running, period: '2021-01' })).toEqual(['jump'])
  })
  it('looks only as far back as it says', () => {
    const rule = { score: 3.5, periods: 4 }
    expect(usualRange(rule, beside({ past: past(9000, 9000, 10, 10, 10, 10) }))?.median).toBe(10)
  })
})

describe('a running total', () => {
  const rule: ValidationRule = { is: 'not-falling', severity: 'soft' }
  it('does not fall, whatever was missing between', () => {
    expect(findingsOf([rule], 499, beside({ typed: 'sinceStart', past: past(100, 500, null) }))).toEqual([
      { is: 'not-falling', severity: 'soft', period: '2020-04', before: 500 },
    ])
    expect(kinds([rule], 500, { typed: 'sinceStart', past: past(100, 500) })).toEqual([])
  })
  it('may begin again with a year', () => {
    expect(kinds([rule], 1, { typed: 'yearToDate', past: past(500), period: '2021-01' })).toEqual([])
  })
  it('is not what is typed for a period or at its end', () => {
    expect(kinds([rule], 1)).toEqual([])
    expect(kinds([rule], 1, { typed: 'atEnd' })).toEqual([])
  })
  it('holds for a yes', () => {
    expect(kinds([rule], 0, { typed: 'atEnd', isYesNo: true, past: past(0, 1) })).toEqual(['not-falling'])
  })
})

describe('bounds', () => {
  it('are included', () => {
    const rule: ValidationRule = { is: 'range', severity: 'hard', minimum: 10, maximum: 20 }
    expect([9, 10, 20, 21].map((value) => kinds([rule], value).length)).toEqual([1, 0, 0, 1])
  })
  it('of a part are the sum of what it is part of, where all of it is there', () => {
    const rule: ValidationRule = { is: 'at-most', severity: 'hard', of: ['hundred', 'thousand'] }
    expect(kinds([rule], 11, { others: { hundred: 4, thousand: 6 } })).toEqual(['at-most'])
    expect(kinds([rule], 10, { others: { hundred: 4, thousand: 6 } })).toEqual([])
    expect(kinds([rule], 11, { others: { hundred: 4 } })).toEqual([])
  })
})

describe('a submission', () => {
  const soft = findingsOf([jump], 31_000, beside())
  const hard = findingsOf([{ is: 'range', severity: 'hard', maximum: 1 }], 2, beside())
  it('is barred by a hard finding, and asks for a note on a soft one', () => {
    expect(submissionFault(hard, 'because')).toBe('rule-broken')
    expect(submissionFault(soft, ' ')).toBe('explanation-required')
    expect(submissionFault(soft, '集中补登存量')).toBeNull()
    expect(submissionFault([], '')).toBeNull()
  })
})

describe('the checks of a value', () => {
  const rules: readonly ValidationRule[] = [
    { is: 'range', severity: 'hard', minimum: 0 },
    { is: 'not-falling', severity: 'hard' },
    jump,
    { is: 'at-most', severity: 'soft', of: ['all'] },
  ]
  const results = (value: number, change: Partial<CheckedBeside> = {}) =>
    ruleChecks(rules, value, beside(change)).map(({ finding, isCompared }) =>
      finding !== null ? 'found' : isCompared ? 'passed' : 'not-compared',
    )
  it('tell what was kept from what could not be compared', () => {
    expect(results(2750)).toEqual(['passed', 'not-compared', 'passed', 'not-compared'])
    expect(results(31_000, { others: { all: 5000 } })).toEqual(['passed', 'not-compared', 'found', 'found'])
    expect(results(5, { past: past(1, 2), typed: 'sinceStart' })).toEqual([
      'passed',
      'passed',
      'not-compared',
      'not-compared',
    ])
  })
  it('find what the rules find', () => {
    const found = ruleChecks(rules, -1, beside()).flatMap(({ finding }) => finding ?? [])
    expect(found).toEqual(findingsOf(rules, -1, beside()))
  })
})
