import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicator, pairedEnterprises, secondaryNodes } from './cast.fixture.ts'
import { known, unknown } from './figure.ts'
import { coverageOf, judgeRegion, type RegionalJudgement } from './regional-judgement.ts'

const yesNo = indicator('T12', { kind: 'yes-no' })
const is = (verdict: 'unmet' | 'met' | 'over-quota') => ({ known: true, verdict }) as const

describe('judgeRegion', () => {
  it.each([
    { promise: pairedEnterprises, figure: known(0), judgement: is('unmet') },
    { promise: pairedEnterprises, figure: known(1), judgement: is('met') },
    { promise: pairedEnterprises, figure: known(3), judgement: is('met') },
    { promise: pairedEnterprises, figure: known(4), judgement: is('over-quota') },
    { promise: pairedEnterprises, figure: unknown('not-reported'), judgement: unknown('not-reported') },
    { promise: pairedEnterprises, figure: unknown('withheld'), judgement: unknown('withheld') },
    { promise: yesNo, figure: known(0), judgement: is('unmet') },
    { promise: yesNo, figure: known(1), judgement: is('met') },
    { promise: yesNo, figure: unknown('not-reported'), judgement: unknown('not-reported') },
    { promise: secondaryNodes, figure: known(39), judgement: unknown('no-regional-target') },
    { promise: secondaryNodes, figure: unknown('not-reported'), judgement: unknown('no-regional-target') },
    { promise: indicator('T09'), figure: known(5), judgement: unknown('no-regional-target') },
  ])('$promise.goal with $figure', ({ promise, figure, judgement }) => {
    expect(judgeRegion(promise, figure)).toEqual(judgement)
  })
})

describe('judgeRegion, of a yes or no that each prefecture gives', () => {
  it.each([
    { yes: 0, verdict: 'unmet' },
    { yes: 1, verdict: 'unmet' },
    { yes: 12, verdict: 'unmet' },
    { yes: 13, verdict: 'met' },
  ] as const)('is $verdict with $yes of 13', ({ yes, verdict }) => {
    expect(judgeRegion(yesNo, known(yes), 13)).toEqual(is(verdict))
  })

  it('is unmet, not met, where 12 said yes and one has not answered', () => {
    expect(judgeRegion(yesNo, known(12, 'above'), 13)).toEqual(is('unmet'))
  })
})

describe('coverageOf', () => {
  const missing = unknown('not-reported')

  it('is unknown where nobody reported, and 0 where everybody reported zero', () => {
    expect(coverageOf([missing, missing])).toMatchObject({ covered: missing, share: missing, reported: 0 })
    expect(coverageOf([is('unmet'), is('unmet')])).toEqual({
      covered: known(0),
      share: known(0),
      reported: 2,
      unmet: 2,
      overQuota: 0,
    })
  })

  it('has no share where nobody is expected', () => {
    expect(coverageOf([])).toMatchObject({ covered: missing, share: unknown('nobody-expected') })
  })

  it('covers a region above the range, and marks it', () => {
    expect(coverageOf([is('over-quota'), is('met')])).toMatchObject({
      covered: known(2),
      share: known(1),
      overQuota: 1,
    })
  })

  it('can only grow while regions are missing, and never beyond all of them', () => {
    const anyJudgement: fc.Arbitrary<RegionalJudgement> = fc.constantFrom(
      is('unmet'),
      is('met'),
      is('over-quota'),
      missing,
    )
    const everybody = fc.array(anyJudgement, { minLength: 1, maxLength: 32 })
    fc.assert(
      fc.property(everybody, fc.constantFrom(is('unmet'), is('met')), (judgements, answer) => {
        const early = coverageOf(judgements)
        const late = coverageOf(judgements.map((judgement) => (judgement.known ? judgement : answer)))
        if (!late.share.known || !late.covered.known) throw new Error('everybody has reported')
        expect(late.share.bound).toBeUndefined()
        expect(late.share.value).toBeLessThanOrEqual(1)
        if (early.covered.known) expect(late.covered.value).toBeGreaterThanOrEqual(early.covered.value)
      }),
    )
  })
})
