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
    const refused = await desk.move(whole.as('approver'), source, 'withdrawal', {
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
})
