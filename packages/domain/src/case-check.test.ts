import { describe, expect, it } from 'vitest'
import {
  type CaseContent,
  caseFaults,
  exitFault,
  missingOf,
  skippedStages,
  stageOf,
  uniqueKeyOf,
  validityOf,
} from './case-check.ts'
import type { Register } from './register.ts'

const text = (word: string) => ({ zh: word, en: word })
const field = (id: string, kind: Register['fields'][number]['kind'], required = false) => ({
  id,
  name: text(id),
  kind,
  required,
  choices: kind === 'choice' ? [{ id: 'steel', name: text('钢铁') }] : [],
})
const register: Register = {
  id: 'cases',
  programme: 'notice',
  name: text('台账'),
  fields: [
    field('enterprise', 'text', true),
    field('credit-code', 'credit-code', true),
    field('industry', 'choice'),
    field('started', 'date'),
    field('place', 'region'),
    field('posts', 'whole'),
  ],
  stages: [
    { id: 'application', name: text('申报'), by: 'unit' },
    { id: 'publication', name: text('发布'), by: 'ministry' },
    { id: 'exit', name: text('退出'), by: 'unit' },
  ],
  countsFrom: 'publication',
  leavesAt: 'exit',
  evidenceRequired: true,
  uniqueBy: 'credit-code',
  distinctBy: null,
  round: null,
}
const asked = { today: '2020-10-29', regions: new Set(['320000']), forNation: true, before: {} }
const good: CaseContent = {
  fields: {
    enterprise: '华为',
    'credit-code': '914403001922038216',
    industry: 'steel',
    started: '2020-02-29',
    posts: 0,
  },
  stages: { application: '2020-05-01', publication: '2020-06-01' },
}

describe('a case', () => {
  it('has no fault when everything fits', () => {
    expect(caseFaults(register, good, asked)).toEqual([])
    expect(missingOf(register, good)).toEqual([])
  })

  it.each([
    { fields: { 'credit-code': '914403001922038217' }, at: '/fields/credit-code', is: 'credit-code-check-digit' },
    { fields: { 'credit-code': '9144' }, at: '/fields/credit-code', is: 'credit-code-length' },
    { fields: { industry: 'wood' }, at: '/fields/industry', is: 'not-a-choice' },
    { fields: { started: '2021-02-29' }, at: '/fields/started', is: 'not-a-date' },
    { fields: { place: '999999' }, at: '/fields/place', is: 'not-a-region' },
    { fields: { posts: -1 }, at: '/fields/posts', is: 'not-whole' },
    { fields: { posts: '3' }, at: '/fields/posts', is: 'not-whole' },
    { fields: { enterprise: 5 }, at: '/fields/enterprise', is: 'not-text' },
    { fields: { enterprise: '  ' }, at: '/fields/enterprise', is: 'not-a-line' },
    { fields: { enterprise: 'a\r\nb' }, at: '/fields/enterprise', is: 'not-a-line' },
    { fields: { enterprise: 'a\u202eb' }, at: '/fields/enterprise', is: 'not-a-line' },
    { fields: { entreprise: '' }, at: '/fields/entreprise', is: 'field-unknown' },
  ])('is told $is at $at', ({ fields, at, is }) => {
    const content = { ...good, fields: { ...good.fields, ...(fields as CaseContent['fields']) } }
    expect(caseFaults(register, content, asked)).toEqual([{ pointer: at, is }])
  })

  it.each([
    { stages: { award: '2020-06-01' }, is: 'stage-unknown' },
    { stages: { application: '2020-06-31' }, is: 'not-a-date' },
    { stages: { application: '2020-10-30' }, is: 'stage-in-future' },
    { stages: { application: '2020-06-02', publication: '2020-06-01' }, is: 'stages-out-of-order' },
    { stages: { publication: '2020-06-01', exit: '2020-06-01' }, is: 'exit-before-counting' },
  ])('cannot reach a stage so: $is', ({ stages, is }) => {
    const faults = caseFaults(register, { ...good, stages: stages as unknown as CaseContent['stages'] }, asked)
    expect(faults.map((fault) => fault.is)).toEqual([is])
  })

  it('is published by the ministry, and stays so when its unit changes something else', () => {
    const unit = { ...asked, forNation: false }
    expect(caseFaults(register, good, unit)).toEqual([{ pointer: '/stages/publication', is: 'stage-not-yours' }])
    expect(caseFaults(register, good, { ...unit, before: good.stages })).toEqual([])
    expect(caseFaults(register, good, { ...unit, before: { publication: '2020-05-31' } })).toHaveLength(1)
  })

  it('keeps what the ministry set when its unit leaves it out', () => {
    const unit = { ...asked, forNation: false, before: good.stages }
    const without = { ...good, stages: { application: '2020-05-01' } }
    expect(caseFaults(register, without, unit)).toEqual([{ pointer: '/stages/publication', is: 'stage-not-yours' }])
    expect(caseFaults(register, { ...good, stages: {} }, unit)).toHaveLength(1)
    expect(caseFaults(register, without, { ...unit, forNation: true })).toEqual([])
    expect(caseFaults(register, without, { ...unit, before: {} })).toEqual([])
    // Its own stages it moves and leaves out as it likes.
    const moved = { ...good, stages: { publication: '2020-06-01', exit: '2020-10-01' } }
    expect(caseFaults(register, moved, unit)).toEqual([])
  })

  it('lacks what is required until it is there', () => {
    expect(missingOf(register, { fields: { enterprise: '' }, stages: {} })).toEqual([
      { pointer: '/fields/enterprise', is: 'field-required' },
      { pointer: '/fields/credit-code', is: 'field-required' },
      { pointer: '/stages', is: 'no-stage' },
    ])
  })

  const way = ['application', 'screening', 'assessment', 'publication', 'follow-up', 'exit']
  const long: Register = { ...register, stages: way.map((id) => ({ id, name: text(id), by: 'ministry' })) }
  const days = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, '2020-05-01']))
  it.each([
    { case: 'every stage on its way', reached: way.slice(0, 4), skipped: [] },
    { case: 'the beginning of its way', reached: ['application', 'screening'], skipped: [] },
    { case: 'no stage', reached: [], skipped: [] },
    { case: 'a stage too far', reached: ['application', 'assessment'], skipped: ['screening'] },
    { case: 'the last alone', reached: ['publication'], skipped: ['application', 'screening', 'assessment'] },
    { case: 'an exit without a follow-up', reached: [...way.slice(0, 4), 'exit'], skipped: [] },
    { case: 'a follow-up of what never counted', reached: [...way.slice(0, 3), 'follow-up'], skipped: ['publication'] },
  ])('skips no stage up to the one from which it counts: $case', ({ reached, skipped }) => {
    expect(skippedStages(long, days(...reached))).toEqual(skipped)
  })

  it('keeps what it skipped when it was approved, and skips no more', () => {
    const before = days('application', 'publication')
    expect(skippedStages(long, before, before)).toEqual([])
    expect(skippedStages(long, { ...before, exit: '2020-10-01' }, before)).toEqual([])
    expect(skippedStages(long, days('publication'), before)).toEqual(['application'])
    expect(skippedStages(long, before, days('application'))).toEqual(['screening', 'assessment'])
    expect(missingOf(long, { ...good, stages: before })).toEqual([
      { pointer: '/stages/screening', is: 'stage-skipped' },
      { pointer: '/stages/assessment', is: 'stage-skipped' },
    ])
  })

  it('counts from its publication to its exit', () => {
    expect(stageOf(register, good.stages)).toBe('publication')
    expect(stageOf(register, {})).toBeNull()
    expect(validityOf(register, good.stages)).toEqual({ validFrom: '2020-06-01', validTo: null })
    expect(validityOf(register, { ...good.stages, exit: '2020-11-10' })).toMatchObject({ validTo: '2020-11-10' })
    expect(validityOf(register, { exit: '2020-11-10' })).toEqual({ validFrom: null, validTo: null })
  })

  it.each([
    { on: '2020-06-01', is: 'exit-before-counting' },
    { on: '2002-11-10', is: 'exit-before-counting' },
    { on: '2020-10-30', is: 'stage-in-future' },
    { on: '2020-02-30', is: 'not-a-date' },
    { on: '2020-06-02', is: null },
  ])('leaves on $on: $is', ({ on, is }) => {
    expect(exitFault(register, good.stages, on, asked.today)).toBe(is)
    expect(exitFault(register, { application: '2020-05-01' }, '2020-04-30', asked.today)).toBe('stages-out-of-order')
  })

  it('is known by its code, however it was typed, in its round', () => {
    const typed = { ...good, fields: { 'credit-code': ' 9144030071526726xg ' } }
    expect(uniqueKeyOf(register, typed)).toBe('9144030071526726XG')
    expect(uniqueKeyOf({ ...register, round: '2020' }, typed)).toBe('2020 9144030071526726XG')
    expect(uniqueKeyOf({ ...register, uniqueBy: null }, typed)).toBeNull()
    expect(uniqueKeyOf(register, { ...good, fields: {} })).toBeNull()
  })
})
