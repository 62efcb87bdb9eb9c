import { verifyStored } from '@xushi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Moved, type RegisterDesk, registerDesk, ten, thousand } from '../../test/register-desk.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const target = { status: 422, body: { type: 'urn:xushi:problem:merger-target', errors: [{ pointer: '/into' }] } }

describe.each(engines)('the merger of a case, on %s', (engine) => {
  let whole: WholeApp
  let desk: RegisterDesk
  let next = 0
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    desk = registerDesk(whole)
    for (const register of [thousand, ten]) await desk.open(register)
  })
  afterAll(() => whole.close())

  const published = async () => {
    next += 1
    return desk.published(await desk.approvedCase(next), '2020-06-01')
  }
  const merge = (of: Omit<Moved, 'stages'>, into: { readonly id: string }, who: Someone = 'industry-recorder') =>
    desk.move(whole.as(who), of, 'merger', { into: into.id, reason: '同一企业' })
  const shown = async (id: string) => (await whole.as('approver').get(`/api/cases/${id}`)).body
  const count = async () =>
    (await whole.as('approver').get(`/api/registers/${thousand}/cases?on=2021-01-31`)).body.count.value
  const head = async () => (await whole.as('auditor').get('/api/audit-events')).body.head.seq as number

  it('takes two people: it counts until another person approves, who ends what was chosen too; both histories stay', async () => {
    const [stays, twice] = [await published(), await published()]
    const chosen = await whole.as('recorder').post(`/api/cases/${twice.id}/promotion`, {
      into: ten,
      reason: '专家评审第一名',
      fields: { network: '江南5G内网' },
      stages: { assessment: '2020-11-01', announcement: '2020-12-01', publication: '2020-12-18' },
    })
    await desk.move(whole.as('approver'), chosen.body, 'approval')
    for (const who of ['approver', 'programme-manager', 'zhejiang-recorder'] as const)
      expect(await merge(twice, stays, who)).toMatchObject({ status: 403 })
    const [before, counted] = [await head(), await count()]
    const proposed = await merge(twice, stays)
    expect(proposed).toMatchObject({ status: 200, body: { state: 'submitted', correctionReason: '同一企业' } })
    expect(await shown(twice.id)).toMatchObject({ case: { inForce: true }, into: { id: stays.id } })
    expect(await count()).toBe(counted)
    expect(await desk.move(whole.as('industry-recorder'), proposed.body, 'approval')).toMatchObject({ status: 403 })
    const waiting = (await whole.as('approver').get('/api/open-filings')).body
    expect(waiting.toReview.map(({ id }: { id: string }) => id)).toContain(twice.id)

    const merged = await desk.move(whole.as('approver'), proposed.body, 'approval')
    expect(merged).toMatchObject({ status: 200, body: { state: 'withdrawn', inForce: false } })
    expect(await count()).toBe(counted - 1)
    expect((await shown(chosen.body.id)).case).toMatchObject({ state: 'withdrawn' })
    const told = (await whole.as('auditor').get('/api/audit-events')).body.events
      .filter(({ seq, subjectKind }: { seq: number; subjectKind: string }) => seq > before && subjectKind !== 'account')
      .map(({ action, actorName }: { action: string; actorName: string }) => `${actorName} ${action}`)
    expect(told.toReversed()).toEqual([
      '苏岩 case-correction-drafted',
      '苏岩 case-submitted',
      '郑洁 case-approved',
      '郑洁 promotion-withdrawn',
      '郑洁 case-merged',
    ])
    const whereto = await shown(stays.id)
    expect(whereto.merged).toMatchObject([{ id: twice.id }])
    const actions = whereto.history.map(({ action }: { action: string }) => action)
    // Registered and published, the one and the other, and the merger.
    expect(actions.filter((action: string) => action === 'case-approved')).toHaveLength(5)
    const page = await whole.as('approver').get('/api/programmes/miit-2020-8/dashboard?on=2021-01-31')
    const changes = page.body.changes.filter(({ kind }: { kind: string }) => kind === 'merger')
    expect(changes).toMatchObject([{ indicator: { id: thousand }, title: twice.title, reason: '同一企业' }])
    expect(await verifyStored(whole.store)).toEqual([])
    // The enterprise can be registered once more: nothing holds its code.
    expect(await desk.approvedCase(next)).toMatchObject({ state: 'approved' })
  })

  it('goes into another approved case of its register, also when it is decided', async () => {
    const [one, other] = [await published(), await published()]
    next += 1
    const draft = await desk.recorded({ region: '320000', fields: { enterprise: '未审定' } })
    expect(await merge(one, one)).toMatchObject(target)
    expect(await merge(one, { id: 'nobody' })).toMatchObject(target)
    expect(await merge(one, draft)).toMatchObject(target)
    // Each into the other: whoever is decided on second has nowhere to go.
    const [first, second] = [await merge(one, other), await merge(other, one)]
    expect(await merge(one, other)).toMatchObject({ status: 409 })
    expect(await desk.move(whole.as('approver'), first.body, 'approval')).toMatchObject({ status: 200 })
    expect(await desk.move(whole.as('approver'), second.body, 'approval')).toMatchObject(target)
  })

  it('is sent back, handed in again, or deleted by who proposed it, and stays a merger', async () => {
    const [stays, twice] = [await published(), await published()]
    const proposed = await merge(twice, stays)
    const returned = await desk.move(whole.as('approver'), proposed.body, 'return', { reason: '请附说明' })
    expect(returned).toMatchObject({ status: 200, body: { state: 'returned' } })
    const noted = await whole
      .as('industry-recorder')
      .send('PATCH', `/api/cases/${twice.id}`, { version: returned.body.version, note: '两次申报' })
    const again = await desk.move(whole.as('industry-recorder'), noted.body, 'submission')
    expect(again).toMatchObject({ status: 200, body: { state: 'submitted' } })
    expect(await shown(twice.id)).toMatchObject({ into: { id: stays.id } })
    const back = await desk.move(whole.as('approver'), again.body, 'return', { reason: '并非同一企业' })
    const url = `/api/cases/${twice.id}?version=${back.body.version}`
    expect(await whole.as('industry-recorder').send('DELETE', url)).toMatchObject({ status: 204 })
    expect(await shown(twice.id)).toMatchObject({ case: { state: 'approved', inForce: true }, into: null })
  })

  it('is refused where its days lie in a closed month', async () => {
    const [stays, twice] = [await published(), await published()]
    const manager = whole.as('programme-manager')
    const month = { programme: 'miit-2020-8', period: '2020-06', reason: '月报已印发' }
    await manager.post('/api/calendar/closings', month)
    expect(await merge(twice, stays)).toMatchObject({
      status: 409,
      body: { type: 'urn:xushi:problem:period-locked' },
    })
    await manager.post('/api/calendar/reopenings', month)
  })
})
