import { describe, expect, it } from 'vitest'
import { statusReasonOf, statusReasonWords } from './status-reason.words.ts'

const known = { known: true, value: 75, on: '2020-10-29' } as const
const silent = { known: false, why: 'before-baseline' } as const
const odd = { known: false, why: 'toString' } as const

describe('statusReasonOf', () => {
  it.each([
    {
      case: 'the reason of the judgement',
      status: 'not-judged',
      statusReason: 'no-plan',
      actual: known,
      is: 'no-plan',
    },
    { case: 'why nothing counts', status: 'no-data', statusReason: null, actual: silent, is: 'before-baseline' },
    { case: 'nothing where a figure speaks', status: 'behind', statusReason: null, actual: known, is: null },
    {
      case: 'nothing without a figure but with a status of stages',
      status: 'overdue',
      statusReason: null,
      actual: silent,
      is: null,
    },
    { case: 'nothing for a reason without words', status: 'no-data', statusReason: null, actual: odd, is: null },
  ] as const)('tells $case', ({ status, statusReason, actual, is }) => {
    expect(statusReasonOf({ status, statusReason, actual })).toBe(is)
  })

  it('has short and full words in both languages', () => {
    for (const reasons of [statusReasonWords.zh, statusReasonWords.en])
      for (const { short, full } of Object.values(reasons)) expect(short.length).toBeLessThan(full.length)
  })
})
