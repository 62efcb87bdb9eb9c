import { describe, expect, it } from 'vitest'
import { subjectAddress, subjectName } from './subject-address.ts'

describe('the page of what an event speaks of', () => {
  it.each([
    ['progress-entry', 'e1', 'entry-approved', { state: 'approved' }, '/entries/e1'],
    ['progress-entry', 'e1', 'entry-deleted', null, null],
    ['case', 'f2', 'case-approved', { thread: 'f1' }, '/cases/f1'],
    ['promotion', 'f3', 'promotion-approved', { thread: 'f3', source: 'f1' }, '/cases/f1'],
    ['narrative', 'f5', 'narrative-drafted', { thread: 'f4' }, '/filings/narrative/f4'],
    ['published-figure', 't06-2020', 'definition-added', { id: 't06-2020' }, null],
    ['decision', 'secondary-nodes', 'decided', { part: 'target' }, '/decisions'],
    ['indicator', 'secondary-nodes', 'definition-added', {}, '/indicators/secondary-nodes'],
    ['confirmation', 'c1', 'register-confirmed', { register: 'benchmark-networks' }, '/registers/benchmark-networks'],
    ['evidence', 'v1', 'evidence-attached', { subjectKind: 'progress-entry', subject: 'e1' }, '/entries/e1'],
    ['account', 'a1', 'account-created', {}, null],
    ['period', 'miit-2020-8 2020-10', 'period-closed', {}, null],
  ] as const)('of %s %s after %s', (subjectKind, subjectId, action, after, address) => {
    expect(subjectAddress({ subjectKind, subjectId, action, before: null, after })).toBe(address)
  })

  it('says nothing that an id could turn into another address', () => {
    const event = { subjectKind: 'progress-entry', subjectId: '../users?x#y', action: 'entry-drafted' }
    expect(subjectAddress({ ...event, before: null, after: null })).toBe('/entries/..%2Fusers%3Fx%23y')
  })
})

describe('the name of what an event speaks of', () => {
  it.each([
    ['progress-entry', { indicator: 'flow', region: '320000', period: '2020-10' }, 'flow 320000 2020-10'],
    ['progress-entry', { indicator: 'flow' }, 'x1'],
    ['case', { title: '江南机械厂' }, '江南机械厂'],
    ['account', { displayName: '周宁' }, '周宁'],
    ['evidence', { name: '证明.pdf' }, '证明.pdf'],
    ['period', null, 'x1'],
  ] as const)('of %s %j', (subjectKind, after, name) => {
    const event = { subjectKind, subjectId: 'x1', action: 'decided', before: null }
    expect(subjectName({ ...event, after }, new Map())).toBe(name)
    expect(subjectName({ ...event, before: after, after: null }, new Map())).toBe(name)
  })

  it('says an indicator and a region by the names they have', () => {
    const names = new Map([
      ['flow', '流量'],
      ['320000', '江苏'],
    ])
    const after = { indicator: 'flow', region: '320000', period: '2020-10' }
    const event = { subjectKind: 'progress-entry', subjectId: 'x1', action: 'entry-drafted', before: null, after }
    expect(subjectName(event, names)).toBe('流量 江苏 2020-10')
  })
})
