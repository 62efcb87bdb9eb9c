import { creditCheckDigit } from '@xushi/domain'
import { expect } from 'vitest'
import { attached, pdf } from './attached.ts'
import type { Client, Someone, WholeApp } from './whole-app.ts'

export const thousand = 'local-enterprise-cases'
export const hundred = 'leading-enterprise-cases'
export const ten = 'benchmark-networks'

export const codeOf = (number: number) => {
  const first = `91320000MA${String(number).padStart(7, '0')}`
  return first + creditCheckDigit(first)
}
/** A case of the thousand as its unit applies for it. */
export const enterprise = (number: number, more: object = {}) => ({
  region: '320000',
  fields: { enterprise: `江南第${number}机械厂`, 'credit-code': codeOf(number), industry: 'equipment' },
  stages: { application: '2020-05-06' },
  ...more,
})

/** A case as a move needs it. */
export type Moved = { readonly id: string; readonly version: number; readonly stages: object }
export type RegisterDesk = ReturnType<typeof registerDesk>

/** Registers as people open and fill them: every step by the one whose step it is. */
export function registerDesk(whole: WholeApp) {
  const move = (client: Client, of: Omit<Moved, 'stages'>, name: string, more: object = {}) =>
    name === 'approval'
      ? client.approve(`/api/cases/${of.id}`, of.version)
      : client.post(`/api/cases/${of.id}/${name}`, { version: of.version, ...more })

  const open = async (
    indicator: string,
    value: object = { openedOn: '2020-03-20', balance: 0, balanceSource: '从零计起' },
  ) => {
    const proposed = await whole.as('programme-manager').post('/api/decisions', {
      part: 'opening',
      indicator,
      reason: '台账启用',
      effectiveOn: '2020-03-20',
      value,
    })
    expect(proposed).toMatchObject({ status: 201, body: { state: 'submitted', part: 'opening', before: null } })
    const { id, version } = proposed.body
    const own = await whole.as('programme-manager').approve(`/api/decisions/${id}`, version)
    expect(own.status).toBe(403)
    expect(await whole.as('approver').approve(`/api/decisions/${id}`, version)).toMatchObject({ status: 200 })
  }

  const recorded = async (body: object, register = thousand, who: Someone = 'industry-recorder') => {
    const answer = await whole.as(who).post(`/api/registers/${register}/cases`, body)
    expect(answer).toMatchObject({ status: 201 })
    return answer.body
  }

  const approvedCase = async (number: number, register = thousand) => {
    const draft = await recorded(enterprise(number), register)
    const file = { name: '推荐函.pdf', content: pdf(`case ${number}`) }
    expect(await attached(whole, 'industry-recorder', { subject: draft.id }, file)).toMatchObject({ status: 201 })
    const submitted = await move(whole.as('industry-recorder'), draft, 'submission')
    const approved = await move(whole.as('approver'), submitted.body, 'approval')
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', inForce: false } })
    return approved.body
  }

  /** The ministry publishes an approved case: a change of its own, by one person and approved by another. */
  const published = async (of: Moved, on: string) => {
    const way = { screening: on, recommendation: on, assessment: on, announcement: on }
    const stages = { ...way, ...of.stages, publication: on }
    const reason = '公示结束，予以发布'
    const changed = await whole
      .as('recorder')
      .send('PATCH', `/api/cases/${of.id}`, { version: of.version, stages, reason })
    expect(changed).toMatchObject({ status: 200, body: { state: 'draft', stage: 'publication' } })
    const submitted = await move(whole.as('recorder'), changed.body, 'submission')
    const approved = await move(whole.as('approver'), submitted.body, 'approval')
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', validFrom: on } })
    return approved.body
  }

  /** A recorder proposes the exit of a case that counts, and another person approves it. */
  const left = async (of: Omit<Moved, 'stages'>, on: string, who: Someone = 'recorder') => {
    const proposed = await move(whole.as(who), of, 'withdrawal', { on, reason: '停止运营' })
    expect(proposed).toMatchObject({ status: 200, body: { state: 'submitted', validTo: on } })
    const approved = await move(whole.as('approver'), proposed.body, 'approval')
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', validTo: on } })
    return approved.body
  }

  return { left, move, open, recorded, approvedCase, published }
}
