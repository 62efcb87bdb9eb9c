import { verifyStored } from '@xushi/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const asked = {
  programme: 'miit-2020-8',
  kind: 'one-page',
  language: 'zh',
  regions: ['000000', '320000'],
  day: 25,
  recipients: ['approver', 'regional-viewer'],
}
const problem = (kind: string) => `urn:xushi:problem:${kind}`

describe.each(engines)('a schedule of reports, on %s', (engine) => {
  let whole: WholeApp
  beforeEach(async () => {
    whole = await wholeApp({ engine, now: '2021-02-20T02:00:00.000Z' })
  })
  afterEach(() => whole.close())

  const manager = () => whole.as('programme-manager')
  const listed = async () => (await manager().get('/api/report-schedules')).body.schedules
  const created = async (more: object = {}) =>
    (await manager().post('/api/report-schedules', { ...asked, ...more })).body

  it('is saved with what it drafts, and says when it does so next', async () => {
    const answer = await manager().post('/api/report-schedules', { ...asked, regions: ['000000', '320000', '320000'] })
    expect(answer).toMatchObject({ status: 201, body: { ...asked, version: 1, state: 'active', nextOn: '2021-02-25' } })
    expect(answer.body).toMatchObject({ madeBy: { name: '周宁' }, outcomes: [] })
    expect(await listed()).toEqual([answer.body])
  })

  it('is changed, paused and let go on by whoever knows its newest version, and is theirs then', async () => {
    const { id, version } = await created()
    const path = `/api/report-schedules/${id}`
    const second = whole.as('second-manager')
    const paused = await second.send('PATCH', path, { version, state: 'paused' })
    expect(paused.body).toMatchObject({ state: 'paused', nextOn: null, madeBy: { name: '蒋华' }, version: 2 })
    const stale = await manager().send('PATCH', path, { version, day: 3 })
    expect(stale).toMatchObject({ status: 409, body: { type: problem('version-conflict') } })
    const changed = await manager().send('PATCH', path, { version: 2, day: 3, state: 'active', regions: ['330000'] })
    expect(changed.body).toMatchObject({ state: 'active', day: 3, nextOn: '2021-03-03', regions: ['330000'] })
    expect(await verifyStored(whole.store)).toEqual([])
  })

  it('is deleted once, and then it is gone', async () => {
    const { id, version } = await created()
    const path = `/api/report-schedules/${id}`
    expect(await manager().send('DELETE', `${path}?version=7`)).toMatchObject({ status: 409 })
    expect(await manager().send('DELETE', `${path}?version=${version}`)).toMatchObject({ status: 204 })
    expect(await listed()).toEqual([])
    expect(await manager().send('DELETE', `${path}?version=2`)).toMatchObject({ status: 404 })
    expect(await manager().send('PATCH', path, { version: 2, state: 'active' })).toMatchObject({ status: 404 })
    expect(await verifyStored(whole.store)).toEqual([])
  })

  it.each([
    { more: { kind: 'regional' }, kind: 'report-needs-region' },
    { more: { regions: ['999999'] }, kind: 'unknown-region' },
    { more: { programme: 'nothing' }, kind: 'unknown-programme' },
    { more: { kind: 'special' }, kind: 'invalid-request' },
    { more: { day: 29 }, kind: 'invalid-request' },
    { more: { regions: [] }, kind: 'invalid-request' },
    { more: { recipients: ['administrator'] }, kind: 'invalid-request' },
  ])('is refused with $more: $kind', async ({ more, kind }) => {
    const answer = await manager().post('/api/report-schedules', { ...asked, ...more })
    expect(answer.body.type).toBe(problem(kind))
    expect(await listed()).toEqual([])
  })

  it('is refused in words for a day that not every month has, and for nobody to be told', async () => {
    const { body } = await manager().post('/api/report-schedules', { ...asked, day: 31, recipients: [] })
    expect(body.errors).toEqual([
      { pointer: '/day', detail: '不能大于 28。' },
      { pointer: '/recipients', detail: '至少选 1 项。' },
    ])
  })
})
