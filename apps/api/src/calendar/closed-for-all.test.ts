import { creditCheckDigit } from '@xushi/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attached, pdf } from '../../test/attached.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const programme = 'miit-2020-8'
const register = 'local-enterprise-cases'
const locked = { status: 409, body: { type: 'urn:xushi:problem:period-locked' } }

describe.each(engines)('a closed period, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const manager = () => whole.as('programme-manager')
  const close = (period: string) =>
    manager().post('/api/calendar/closings', { programme, period, reason: '月报已印发' })
  const reopen = (period: string) => manager().post('/api/calendar/reopenings', { programme, period, reason: '有误' })
  const excuse = (indicator: string, unit: string, period: string) =>
    manager().post('/api/calendar/exceptions', { indicator, unit, period, untilOn: '2021-02-28', reason: '补正' })

  it('takes no narrative, new, changed, handed in, corrected or withdrawn, but from an excused unit', async () => {
    const url = '/api/goals/T06/narratives'
    const texts = { progress: '已建成六个分中心。', problems: '', next: '' }
    const recorder = whole.as('recorder')
    const draft = (await recorder.post(url, { period: '2020-05', ...texts })).body
    const counted = (await recorder.post('/api/goals/T07/narratives', { period: '2020-05', ...texts })).body
    await recorder.post(`/api/narratives/${counted.id}/submission`, { version: 1 })
    expect((await whole.as('approver').approve(`/api/narratives/${counted.id}`, 2)).status).toBe(200)
    await close('2020-05')
    const at = `/api/narratives/${draft.id}`
    const of = `/api/narratives/${counted.id}`
    for (const refused of [
      await recorder.post('/api/goals/T01/narratives', { period: '2020-05', ...texts }),
      await recorder.send('PATCH', at, { version: 1, ...texts }),
      await recorder.post(`${at}/submission`, { version: 1 }),
      await recorder.post(`${of}/correction`, { version: 3, reason: '笔误', ...texts }),
      await manager().post(`${of}/withdrawal`, { version: 3, reason: '误录' }),
    ])
      expect(refused).toMatchObject(locked)
    await excuse(draft.indicator, draft.unit.id, '2020-05')
    expect(await recorder.post(`${at}/submission`, { version: 1 })).toMatchObject({ status: 200 })
    await reopen('2020-05')
    const withdrawn = await manager().post(`${of}/withdrawal`, { version: 3, reason: '误录' })
    expect(withdrawn).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
  })

  it('keeps what is approved in it', async () => {
    const cell = { region: '330000', period: '2020-06', value: 10 }
    const recorder = whole.as('zhejiang-recorder')
    const { id } = (await recorder.post('/api/indicators/identifier-registrations/progress-entries', cell)).body
    await recorder.post(`/api/progress-entries/${id}/submission`, { version: 1 })
    expect((await whole.as('approver').approve(`/api/progress-entries/${id}`, 2)).status).toBe(200)
    await close('2020-06')
    const withdraw = () => manager().post(`/api/progress-entries/${id}/withdrawal`, { version: 3, reason: '重复' })
    expect(await withdraw()).toMatchObject(locked)
    await reopen('2020-06')
    expect(await withdraw()).toMatchObject({ status: 200 })
  })

  it('takes no confirmation of a register', async () => {
    const confirm = () =>
      whole.as('industry-recorder').post(`/api/registers/${register}/confirmations`, { period: '2020-07' })
    await close('2020-07')
    expect(await confirm()).toMatchObject(locked)
    await excuse(register, 'industry-320000', '2020-07')
    expect(await confirm()).toMatchObject({ status: 201 })
  })

  it('takes no case that begins to count in it, and none that ends there', async () => {
    let next = 1
    const fields = () => {
      const code = `91320000MA${String(next++).padStart(7, '0')}`
      return { enterprise: `江南第${next}机械厂`, 'credit-code': code + creditCheckDigit(code), industry: 'equipment' }
    }
    const until = (publication: string) => {
      const passed = ['screening', 'recommendation', 'assessment', 'announcement', 'publication']
      return { application: '2020-05-06', ...Object.fromEntries(passed.map((stage) => [stage, publication])) }
    }
    const record = (publication: string) =>
      whole.as('recorder').post(`/api/registers/${register}/cases`, {
        region: '320000',
        unit: 'industry-320000',
        fields: fields(),
        stages: until(publication),
      })
    const draft = (await record('2020-08-10')).body
    const counted = (await record('2020-09-10')).body
    for (const one of [draft, counted]) {
      const file = { name: '推荐函.pdf', content: pdf(one.id) }
      expect((await attached(whole, 'recorder', { subject: one.id }, file)).status).toBe(201)
    }
    await whole.as('recorder').post(`/api/cases/${counted.id}/submission`, { version: 1 })
    expect((await whole.as('approver').approve(`/api/cases/${counted.id}`, 2)).status).toBe(200)
    await close('2020-08')
    expect(await record('2020-08-31')).toMatchObject(locked)
    expect(await whole.as('recorder').post(`/api/cases/${draft.id}/submission`, { version: 1 })).toMatchObject(locked)
    await close('2020-10')
    const leave = (on: string) =>
      whole.as('recorder').post(`/api/cases/${counted.id}/withdrawal`, { version: 3, on, reason: '停止运营' })
    expect(await leave('2020-10-15')).toMatchObject(locked)
    // What a correction leaves as it is moves nothing in a closed period.
    await close('2020-09')
    const same = { version: 3, note: '更名', reason: '更名' }
    expect(await whole.as('recorder').send('PATCH', `/api/cases/${counted.id}`, same)).toMatchObject({ status: 200 })
    const stages = until('2020-11-10')
    const moved = await whole.as('recorder').send('PATCH', `/api/cases/${counted.id}`, { version: 1, stages })
    expect(moved).toMatchObject(locked)
    await excuse(register, 'industry-320000', '2020-08')
    expect(await whole.as('recorder').post(`/api/cases/${draft.id}/submission`, { version: 1 })).toMatchObject({
      status: 200,
    })
  })
})
