import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const programme = 'miit-2020-8'
const recorded = '/api/indicators/identifier-registrations/progress-entries'

describe.each(engines)('the calendar, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    // The system is opened in October 2020; what ended before is made up.
    whole = await wholeApp({ engine, now: '2020-10-09T02:00:00.000Z' })
  })
  afterAll(() => whole.close())

  /** Days later everybody is still signed in, as if they had worked on. */
  const on = async (day: string) => {
    const instant = `${day}T02:00:00.000Z`
    whole.clock.moveTo(instant)
    await whole.store.write(({ db, t }) => db.update(t.session).set({ lastSeenAt: instant }))
  }
  const manager = () => whole.as('programme-manager')
  const submitted = async (who: Someone, cell: object) => {
    const draft = await whole.as(who).post(recorded, cell)
    expect(draft).toMatchObject({ status: 201 })
    const path = `/api/progress-entries/${draft.body.id}/submission`
    const answer = await whole.as(who).post(path, { version: draft.body.version })
    expect(answer).toMatchObject({ status: 200 })
    return answer.body
  }
  const reportingOf = async (period: string, unit: string) => {
    const { body } = await whole.as('approver').get(`/api/reporting?programme=${programme}&period=${period}`)
    const row = body.units.find((one: { unit: { id: string } }) => one.unit.id === unit)
    const cell = row.cells.find(({ indicator }: { indicator: string }) => indicator === 'identifier-registrations')
    return { body, row, cell }
  }

  /** How a cell of the recording desk stands against its deadline. */
  const dueOf = async (who: Someone, region: string, period: string) => {
    const { body } = await whole.as(who).get(`/api/recording-grid?region=${region}&period=${period}`)
    return body.rows.find(({ indicator }: { indicator: string }) => indicator === 'identifier-registrations')
  }

  it('tells deadlines moved over holidays, and what is made up', async () => {
    await on('2020-11-10')
    const { body } = await whole.as('regional-viewer').get(`/api/calendar?programme=${programme}`)
    const of = (code: string) => body.periods.find(({ period }: { period: string }) => period === code)
    expect(of('2020-10')).toMatchObject({ deadline: '2020-11-16', backfill: false, closed: null })
    expect(of('2020-07')).toMatchObject({ deadline: '2020-08-17', backfill: true })
    expect(body.years.map(({ year }: { year: number }) => year)).toContain(2021)
    expect(body.openedOn).toBe('2020-10-09')
  })

  it('counts in time, late and owed, and leaves 补录 out of timeliness', async () => {
    await submitted('regional-recorder', { region: '320000', period: '2020-10', value: 5 })
    await submitted('regional-recorder', { region: '320000', period: '2020-08', value: 4 })
    expect((await reportingOf('2020-10', 'communications-320000')).cell).toMatchObject({ timing: 'on-time' })
    expect((await reportingOf('2020-08', 'communications-320000')).cell).toMatchObject({ timing: 'backfilled' })
    expect((await reportingOf('2020-10', 'communications-330000')).cell).toMatchObject({ timing: 'not-due' })
    await on('2020-11-20')
    await submitted('zhejiang-recorder', { region: '330000', period: '2020-10', value: 3 })
    expect((await reportingOf('2020-10', 'communications-330000')).cell).toMatchObject({ timing: 'late' })
    expect(await dueOf('guangdong-recorder', '440000', '2020-10')).toMatchObject({
      due: 'late',
      deadline: '2020-11-16',
      excusedUntil: null,
    })
    expect(await dueOf('guangdong-recorder', '440000', '2020-08')).toMatchObject({ due: 'backfill' })
    expect(await dueOf('regional-recorder', '320000', '2020-10')).toMatchObject({ due: 'in-time' })
    const { body, cell } = await reportingOf('2020-10', 'communications-440000')
    expect(cell).toMatchObject({ timing: 'owed', deadline: '2020-11-16' })
    expect(body.timeliness).toBeGreaterThan(0)
    expect(body.timeliness).toBeLessThan(1)
    expect((await reportingOf('2020-08', 'communications-320000')).body.timeliness).toBe(0)
  })

  it('excuses a unit until a day, with a reason', async () => {
    const exception = {
      indicator: 'identifier-registrations',
      unit: 'communications-440000',
      period: '2020-10',
      untilOn: '2020-11-25',
      reason: '系统割接',
    }
    expect(await whole.as('approver').post('/api/calendar/exceptions', exception)).toMatchObject({ status: 403 })
    expect(await manager().post('/api/calendar/exceptions', exception)).toMatchObject({ status: 201 })
    expect((await reportingOf('2020-10', 'communications-440000')).cell).toMatchObject({ timing: 'excused' })
    expect(await dueOf('guangdong-recorder', '440000', '2020-10')).toMatchObject({
      due: 'excused',
      excusedUntil: '2020-11-25',
    })
    const past = await manager().post('/api/calendar/exceptions', { ...exception, untilOn: '2020-11-19' })
    expect(past.body.type).toBe('urn:xushi:problem:out-of-order')
  })

  it('closes a period to every hand but that of an exception, and opens it again with a reason', async () => {
    const draft = await whole.as('regional-recorder').post(recorded, { region: '320000', period: '2020-09', value: 7 })
    const closing = { programme, period: '2020-09', reason: '月报已印发' }
    expect(await manager().post('/api/calendar/closings', closing)).toMatchObject({
      status: 201,
      body: { period: '2020-09', closed: { reason: '月报已印发' } },
    })
    expect((await manager().post('/api/calendar/closings', closing)).body.type).toBe('urn:xushi:problem:period-closed')

    const again = await whole.as('zhejiang-recorder').post(recorded, { region: '330000', period: '2020-09', value: 8 })
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:period-locked' } })
    const path = `/api/progress-entries/${draft.body.id}`
    const { version } = draft.body
    for (const answer of [
      await whole.as('regional-recorder').send('PATCH', path, { version, value: 9 }),
      await whole.as('regional-recorder').post(`${path}/submission`, { version }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:period-locked' } })
    }
    await manager().post('/api/calendar/exceptions', {
      indicator: 'identifier-registrations',
      unit: 'communications-320000',
      period: '2020-09',
      untilOn: '2020-11-30',
      reason: '补正',
    })
    expect(await whole.as('regional-recorder').post(`${path}/submission`, { version })).toMatchObject({ status: 200 })

    const reopened = await manager().post('/api/calendar/reopenings', { ...closing, reason: '数据有误' })
    expect(reopened).toMatchObject({ status: 201, body: { closed: null } })
    const open = await whole.as('zhejiang-recorder').post(recorded, { region: '330000', period: '2020-09', value: 8 })
    expect(open).toMatchObject({ status: 201 })
    const twice = await manager().post('/api/calendar/reopenings', closing)
    expect(twice.body.type).toBe('urn:xushi:problem:period-open')
    const { body } = await whole.as('auditor').get('/api/audit-events')
    const actions = body.events.map(({ action }: { action: string }) => action)
    expect(actions).toEqual(expect.arrayContaining(['period-closed', 'period-reopened', 'exception-granted']))
  })

  it.each(['2020-W01', '2020-13', '2020-10-01'])('knows no period %s', async (period) => {
    const answer = await whole.as('approver').get(`/api/reporting?programme=${programme}&period=${period}`)
    expect(answer.body.type).toBe('urn:xushi:problem:unknown-period')
  })
})
