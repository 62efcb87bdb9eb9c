import { verifyStored } from '@xushi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RegisterDesk, registerDesk, thousand } from '../../test/register-desk.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

type Mine = {
  readonly unit: { readonly id: string }
  readonly period: string
  readonly confirmed: boolean
  readonly changed: boolean
}

describe.each(engines)('the confirmation of a list, on %s', (engine) => {
  let whole: WholeApp
  let desk: RegisterDesk
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    desk = registerDesk(whole)
    await desk.open(thousand)
  })
  afterAll(() => whole.close())

  const path = `/api/registers/${thousand}/confirmations`
  const confirm = (period: string) => whole.as('industry-recorder').post(path, { period })
  const listed = async () => (await whole.as('industry-recorder').get(path)).body
  const monthOf = async (period: string) => (await listed()).mine.find((one: Mine) => one.period === period)

  it('may be given for every open month since the opening', async () => {
    const { mine } = await listed()
    expect(mine.map(({ period }: Mine) => period)).toEqual([
      '2021-01',
      '2020-12',
      '2020-11',
      '2020-10',
      '2020-09',
      '2020-08',
      '2020-07',
      '2020-06',
      '2020-05',
      '2020-04',
      '2020-03',
    ])
    expect(new Set(mine.map(({ unit }: Mine) => unit.id))).toEqual(new Set(['industry-320000']))
    const closing = { programme: 'miit-2020-8', period: '2020-04', reason: '月报已印发' }
    const closed = await whole.as('programme-manager').post('/api/calendar/closings', closing)
    expect(closed.status).toBe(201)
    expect(await monthOf('2020-04')).toBeUndefined()
    expect(await monthOf('2020-05')).toMatchObject({ confirmed: false, changed: false })
  })

  it('counts what was in force at the end of its month', async () => {
    const source = await desk.published(await desk.approvedCase(1), '2020-06-15')
    await desk.published(await desk.approvedCase(2), '2020-08-01')
    await desk.approvedCase(3)
    expect(await confirm('2020-05')).toMatchObject({ status: 201, body: { caseCount: 0 } })
    expect(await confirm('2020-07')).toMatchObject({ status: 201, body: { caseCount: 1 } })
    expect(await confirm('2020-09')).toMatchObject({ status: 201, body: { caseCount: 2 } })
    await desk.left(source, '2020-11-10')
    expect(await confirm('2020-12')).toMatchObject({ status: 201, body: { caseCount: 1 } })
    // What left later was there then.
    expect((await listed()).confirmations.map(({ changed }: Mine) => changed)).toEqual([false, false, false, false])
  })

  it('is marked where the list changed after it, and given once more', async () => {
    await desk.published(await desk.approvedCase(4), '2020-09-30')
    const marked = (await listed()).confirmations.map(({ period, changed }: Mine) => [period, changed])
    expect(marked).toEqual([
      ['2020-05', false],
      ['2020-07', false],
      ['2020-09', true],
      ['2020-12', true],
    ])
    expect(await confirm('2020-07')).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:already-filed' } })
    expect(await confirm('2020-09')).toMatchObject({ status: 201, body: { caseCount: 3, changed: false } })
    expect(await monthOf('2020-09')).toMatchObject({ confirmed: true, changed: false })
    expect((await listed()).confirmations).toHaveLength(4)
    expect(await confirm('2020-09')).toMatchObject({ status: 409 })
    const events = (await whole.as('auditor').get('/api/audit-events?subjectKind=confirmation')).body.events
    expect(events.slice(0, 2).map(({ action }: { action: string }) => action)).toEqual([
      'register-confirmed',
      'confirmation-ended',
    ])
    expect(await verifyStored(whole.store)).toEqual([])
  })
})
