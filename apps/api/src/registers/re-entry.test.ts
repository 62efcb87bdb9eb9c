import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  codeOf,
  enterprise,
  type Moved,
  type RegisterDesk,
  registerDesk,
  ten,
  thousand,
} from '../../test/register-desk.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('an enterprise that left, on %s', (engine) => {
  let whole: WholeApp
  let desk: RegisterDesk
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    desk = registerDesk(whole)
    for (const register of [thousand, ten]) await desk.open(register)
  })
  afterAll(() => whole.close())

  const choose = (of: Moved, on: string) => {
    const stages = { assessment: on, announcement: on, publication: on }
    const body = { into: ten, reason: '专家评审', fields: { network: '江南5G内网' }, stages }
    return whole.as('recorder').post(`/api/cases/${of.id}/promotion`, body)
  }
  const counted = async (on: string) => {
    const of = async (register: string) =>
      (await whole.as('approver').get(`/api/registers/${register}/cases?on=${on}`)).body.cases.filter(
        ({ inForce }: { inForce: boolean }) => inForce,
      ).length
    return [await of(thousand), await of(ten)]
  }

  it('is registered, published and chosen anew from a later day, beside the case it was', async () => {
    const source = await desk.published(await desk.approvedCase(1), '2020-06-01')
    const seat = await choose(source, '2020-06-15')
    await desk.move(whole.as('approver'), seat.body, 'approval')
    const taken = await whole.as('industry-recorder').post(`/api/registers/${thousand}/cases`, enterprise(1))
    expect(taken).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:already-filed' } })
    const gone = await desk.left(source, '2020-11-10')

    const found = await whole.as('industry-recorder').get(`/api/registers/${thousand}/duplicates?code=${codeOf(1)}`)
    expect(found.body.duplicates).toMatchObject([
      { because: 'same-code', case: { id: source.id, validTo: '2020-11-10' } },
    ])
    const again = await desk.approvedCase(1)
    const stages = { ...again.stages, publication: '2020-11-10' }
    const early = { version: again.version, stages, reason: '公示结束' }
    expect(await whole.as('recorder').send('PATCH', `/api/cases/${again.id}`, early)).toMatchObject({
      status: 409,
      body: {
        type: 'urn:xushi:problem:still-in-force',
        detail: expect.stringContaining('“江南第1机械厂”自2020-06-01在册，自2020-11-10不再在册'),
        errors: [{ pointer: '/stages/publication' }],
      },
    })
    const back = await desk.published(again, '2020-12-01')
    const second = await choose(back, '2020-12-15')
    expect(second).toMatchObject({ status: 201 })
    await desk.move(whole.as('approver'), second.body, 'approval')
    for (const [on, count] of [
      ['2020-11-09', 1],
      ['2020-11-10', 0],
      ['2020-11-30', 0],
      ['2020-12-31', 1],
    ] as const)
      expect([on, ...(await counted(on))]).toEqual([on, count, count])

    const { exit: _, ...without } = gone.stages
    const mistaken = { version: gone.version, stages: without, reason: '并未退出' }
    expect(await whole.as('recorder').send('PATCH', `/api/cases/${gone.id}`, mistaken)).toMatchObject({
      status: 409,
      body: {
        type: 'urn:xushi:problem:still-in-force',
        detail: expect.stringContaining('自2020-12-01在册，自…不再在册'),
        errors: [{ pointer: '/stages/exit' }],
      },
    })
  })

  it('changes no code to that of another: the draft is told, not broken', async () => {
    await desk.approvedCase(2)
    const draft = await desk.recorded(enterprise(3))
    const fields = { ...enterprise(3).fields, 'credit-code': codeOf(2) }
    const refused = await whole
      .as('industry-recorder')
      .send('PATCH', `/api/cases/${draft.id}`, { version: draft.version, fields })
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:already-filed' } })
  })
})
