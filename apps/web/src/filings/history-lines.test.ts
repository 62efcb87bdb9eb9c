import { describe, expect, it } from 'vitest'
import { differencesOf, reasonOf, whatOf } from './history-lines.ts'

const approved = {
  thread: 't',
  validTo: null,
  body: { note: '', fields: { industry: 'equipment' } },
  returnReason: null,
}

describe('a line of a history', () => {
  it('names the file, and what was chosen', () => {
    expect(whatOf({ action: 'evidence-attached', before: null, after: { name: '证明.pdf' } })).toBe('证明.pdf')
    expect(whatOf({ action: 'evidence-removed', before: { name: '证明.pdf' }, after: null })).toBe('证明.pdf')
    expect(whatOf({ action: 'promotion-approved', before: {}, after: { title: '江南厂' } })).toBe('江南厂')
    expect(whatOf({ action: 'case-approved', before: {}, after: { title: '江南厂' } })).toBeNull()
    expect(whatOf({ action: 'evidence-removed', before: null, after: null })).toBeNull()
  })

  it('gives the reason that came with it, once', () => {
    const back = { ...approved, returnReason: '请附依据' }
    expect(reasonOf({ action: 'case-returned', before: approved, after: back })).toBe('请附依据')
    expect(reasonOf({ action: 'case-submitted', before: back, after: back })).toBeNull()
    const correction = { ...approved, correctionReason: '写错' }
    expect(reasonOf({ action: 'case-correction-drafted', before: null, after: correction })).toBe('写错')
    expect(reasonOf({ action: 'case-submitted', before: correction, after: correction })).toBeNull()
    const chosen = { ...approved, body: { note: '评审第一' } }
    expect(reasonOf({ action: 'promotion-drafted', before: null, after: chosen })).toBe('评审第一')
    const asked = { ...approved, correctionAsked: { by: 'a', at: '2020-11-01T00:00:00.000Z', reason: '与执照不符' } }
    const wish = { action: 'case-correction-asked', before: approved, after: asked }
    expect([reasonOf(wish), differencesOf(wish, [])]).toEqual(['与执照不符', []])
    expect(reasonOf({ action: 'case-deleted', before: approved, after: null })).toBeNull()
  })

  it('tells what changed, field by field inside the content too', () => {
    const after = {
      ...approved,
      validTo: '2021-01-15',
      state: 'approved',
      body: { note: '停', fields: { industry: 'steel' }, stages: { publication: '2020-12-11' } },
    }
    expect(differencesOf({ action: 'case-approved', before: approved, after }, [])).toEqual([
      { field: 'validTo', from: '—', to: '2021-01-15' },
      { field: 'note', from: '—', to: '停' },
      { field: 'industry', from: 'equipment', to: 'steel' },
      { field: 'publication', from: '—', to: '2020-12-11' },
    ])
  })

  it('holds a correction against what was approved before it, of its own thread', () => {
    const earlier = [
      { action: 'case-approved', before: {}, after: approved },
      { action: 'promotion-approved', before: {}, after: { ...approved, thread: 'p', validTo: '2020-01-01' } },
    ]
    const after = { ...approved, validTo: '2021-01-15', correctionReason: '停止运营' }
    expect(differencesOf({ action: 'case-correction-drafted', before: null, after }, earlier)).toEqual([
      { field: 'validTo', from: '—', to: '2021-01-15' },
    ])
    expect(differencesOf({ action: 'case-correction-drafted', before: null, after }, [])).toEqual([])
    expect(differencesOf({ action: 'case-drafted', before: null, after }, earlier)).toEqual([])
  })
})
