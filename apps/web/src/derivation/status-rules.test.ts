import { describe, expect, it } from 'vitest'
import { heldRule } from './status-rules.ts'

const stage = (reached: boolean) => ({
  id: 'publication',
  name: { zh: '发布', en: 'Publication' },
  dueOn: null,
  reachedOn: null,
  due: false,
  reached,
})

describe('heldRule', () => {
  it.each([
    { status: 'not-judged', statusReason: 'no-number', stages: null, rule: 'not-judged' },
    { status: 'not-judged', statusReason: 'no-plan', stages: null, rule: 'not-begun' },
    { status: 'not-judged', statusReason: 'sign-in-required', stages: null, rule: null },
    { status: 'achieved', statusReason: null, stages: [stage(true)], rule: 'achieved' },
    { status: 'no-data', statusReason: null, stages: [stage(false)], rule: 'no-data' },
    { status: 'overdue', statusReason: null, stages: [stage(false)], rule: 'stages' },
    { status: 'overdue', statusReason: null, stages: [stage(true)], rule: 'overdue' },
    { status: 'behind', statusReason: null, stages: null, rule: 'index' },
    { status: 'not-started', statusReason: null, stages: null, rule: 'not-begun' },
  ] as const)('is $rule for $status', ({ status, statusReason, stages, rule }) => {
    expect(heldRule({ status, statusReason, stages: stages === null ? null : [...stages] })).toBe(rule)
  })
})
