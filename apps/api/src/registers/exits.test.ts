import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RegisterDesk, registerDesk, ten, thousand } from '../../test/register-desk.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('the exit of a case, on %s', (engine) => {
  let whole: WholeApp
  let desk: RegisterDesk
  let next = 0
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    desk = registerDesk(whole)
    for (const register of [thousand, ten]) await desk.open(register)
  })
  afterAll(() => whole.close())

  it.each([
    { on: undefined, status: 400, type: 'unknown-date', says: '请写成日历上有的日期' },
    { on: '2020-06-01', status: 422, type: 'out-of-order', says: '自2020-06-01起计入' },
    { on: '2002-11-10', status: 422, type: 'out-of-order', says: '自2020-06-01起计入' },
    { on: '2021-02-21', status: 422, type: 'out-of-order', says: '不能晚于今天' },
  ])('does not let a case leave on $on: what it counted stays', async ({ on, status, type, says }) => {
    next += 1
    const source = await desk.published(await desk.approvedCase(next), '2020-06-01')
    const refused = await desk.move(whole.as('recorder'), source, 'withdrawal', {
      reason: '停止运营',
      ...(on && { on }),
    })
    expect(refused).toMatchObject({
      status,
      body: { type: `urn:xushi:problem:${type}`, errors: [{ pointer: '/on', detail: expect.stringContaining(says) }] },
    })
    const { body } = await whole.as('approver').get(`/api/cases/${source.id}`)
    expect(body.case).toMatchObject({ state: 'approved', validFrom: '2020-06-01', validTo: null, inForce: true })
  })

  it('takes two people: proposed by a recorder, it counts until another person approves, who then ends what was chosen too', async () => {
    next += 1
    const source = await desk.published(await desk.approvedCase(next), '2020-06-01')
    const chosen = await whole.as('recorder').post(`/api/cases/${source.id}/promotion`, {
      into: ten,
      reason: '专家评审第一名',
      fields: { network: '江南5G内网' },
      stages: { assessment: '2020-11-01', announcement: '2020-12-08', publication: '2020-12-18' },
    })
    const promotion = (await desk.move(whole.as('approver'), chosen.body, 'approval')).body
    const exit = { on: '2021-01-15', reason: '停止运营' }
    for (const who of ['approver', 'programme-manager', 'zhejiang-recorder'] as const) {
      expect(await desk.move(whole.as(who), source, 'withdrawal', exit)).toMatchObject({ status: 403 })
    }
    const before = (await whole.as('auditor').get('/api/audit-events')).body.head.seq
    const proposed = await desk.move(whole.as('industry-recorder'), source, 'withdrawal', exit)
    expect(proposed).toMatchObject({ status: 200, body: { state: 'submitted', stages: { exit: '2021-01-15' } } })
    const own = await desk.move(whole.as('industry-recorder'), proposed.body, 'approval')
    expect(own).toMatchObject({ status: 403 })
    const { body: derived } = await whole.as('approver').get(`/api/indicators/${thousand}/derivation?on=2021-01-31`)
    expect(derived.register.cases).toContainEqual(expect.objectContaining({ id: source.id, validTo: null }))
    expect((await whole.as('approver').get(`/api/cases/${promotion.id}`)).body.case).toMatchObject({ validTo: null })

    await desk.move(whole.as('approver'), proposed.body, 'approval')
    const ended = (await whole.as('approver').get(`/api/cases/${promotion.id}`)).body
    expect(ended.case).toMatchObject({ validTo: '2021-01-15', correctionReason: '停止运营' })
    const { body } = await whole.as('auditor').get('/api/audit-events')
    const told = body.events
      .filter(({ seq, subjectKind }: { seq: number; subjectKind: string }) => seq > before && subjectKind !== 'account')
      .map(({ action, actorName }: { action: string; actorName: string }) => `${actorName} ${action}`)
    expect(told.toReversed()).toEqual([
      '苏岩 case-correction-drafted',
      '苏岩 case-submitted',
      '郑洁 case-approved',
      '郑洁 promotion-approved',
    ])
    const { changes } = (await whole.as('approver').get('/api/programmes/miit-2020-8/dashboard?on=2021-01-31')).body
    const exits = changes.filter(({ kind }: { kind: string }) => kind === 'exit')
    expect(exits).toMatchObject([
      { indicator: { id: ten }, title: source.title, on: '2021-01-15', reason: '停止运营', count: 1 },
      { indicator: { id: thousand }, title: source.title, on: '2021-01-15', reason: '停止运营', count: 1 },
    ])
    const again = await whole.as('recorder').get(`/api/cases/${source.id}`)
    expect(again.body.case.moves).not.toContain('withdrawal')
    expect(await desk.move(whole.as('recorder'), again.body.case, 'withdrawal', exit)).toMatchObject({ status: 409 })
  })

  it('is none for a case that never counted: those who answer for figures withdraw it altogether', async () => {
    next += 1
    const never = await desk.approvedCase(next)
    expect(await desk.move(whole.as('recorder'), never, 'withdrawal', { reason: '误报' })).toMatchObject({
      status: 403,
    })
    const gone = await desk.move(whole.as('approver'), never, 'withdrawal', { reason: '误报' })
    expect(gone).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
  })

  it('is refused in a closed month, of the ten as of its own register, each with its own exception', async () => {
    next += 1
    const source = await desk.published(await desk.approvedCase(next), '2020-06-01')
    const stages = { assessment: '2020-11-01', announcement: '2020-12-01', publication: '2020-12-18' }
    const chosen = await whole.as('recorder').post(`/api/cases/${source.id}/promotion`, {
      into: ten,
      reason: '专家评审第二名',
      fields: { network: '江南5G内网' },
      stages,
    })
    await desk.move(whole.as('approver'), chosen.body, 'approval')
    const manager = whole.as('programme-manager')
    const month = { programme: 'miit-2020-8', period: '2021-01', reason: '月报已印发' }
    expect(await manager.post('/api/calendar/closings', month)).toMatchObject({ status: 201 })
    const exit = { on: '2021-01-20', reason: '停止运营' }
    const excuse = (indicator: string) =>
      manager.post('/api/calendar/exceptions', {
        indicator,
        unit: 'industry-320000',
        period: '2021-01',
        untilOn: '2021-02-28',
        reason: '补正',
      })
    const locked = {
      status: 409,
      body: { type: 'urn:xushi:problem:period-locked', detail: expect.stringContaining('2021-01') },
    }
    const leave = () => desk.move(whole.as('recorder'), source, 'withdrawal', exit)
    expect(await leave()).toMatchObject(locked)
    expect(await excuse(thousand)).toMatchObject({ status: 201 })
    // The register is excused, the list that chose out of it is not.
    expect(await leave()).toMatchObject(locked)
    const draft = { version: source.version, stages: { ...source.stages, exit: '2021-01-20' }, reason: '停止运营' }
    expect(await whole.as('recorder').send('PATCH', `/api/cases/${source.id}`, draft)).toMatchObject(locked)
    expect(await desk.move(whole.as('recorder'), chosen.body, 'withdrawal', exit)).toMatchObject(locked)
    // From the next open month on it leaves both.
    const gone = await desk.left(source, '2021-02-01')
    expect((await whole.as('approver').get(`/api/cases/${chosen.body.id}`)).body.case).toMatchObject({
      validTo: gone.validTo,
    })
    await manager.post('/api/calendar/reopenings', month)
  })
})
