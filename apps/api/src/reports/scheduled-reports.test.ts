import type { ReportSchedule } from '@xushi/contract'
import { cancelReport, claimReport, draftReport } from '@xushi/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { made } from '../../test/made-report.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const asked = {
  programme: 'miit-2020-8',
  kind: 'one-page',
  language: 'zh',
  regions: ['320000'],
  day: 25,
  recipients: ['approver', 'regional-viewer'],
}

describe.each(engines)('reports that are scheduled, on %s', (engine) => {
  let whole: WholeApp
  beforeEach(async () => {
    whole = await wholeApp({ engine, now: '2021-02-20T02:00:00.000Z' })
  })
  afterEach(() => whole.close())

  /** Days later everybody is still signed in, as if they had worked on. */
  const on = async (day: string) => {
    const instant = `${day}T02:00:00.000Z`
    whole.clock.moveTo(instant)
    await whole.store.write(({ db, t }) => db.update(t.session).set({ lastSeenAt: instant }))
  }
  const look = () => whole.app.errands.look()
  const manager = () => whole.as('programme-manager')
  const scheduled = async (more: object = {}): Promise<ReportSchedule> =>
    (await manager().post('/api/report-schedules', { ...asked, ...more })).body
  const schedules = async (): Promise<ReportSchedule[]> => {
    const { body } = await whole.as('second-manager').get('/api/report-schedules')
    return body.schedules
  }
  const outcomes = async () => (await schedules()).flatMap((schedule) => schedule.outcomes)
  const reportIds = () => whole.store.read(({ db, t }) => db.select({ id: t.report.id }).from(t.report))
  const told = async (who: Someone) => {
    const { body } = await whole.as(who).get('/api/messages')
    return body.messages.map(({ kind, path }: { kind: string; path: string }) => ({ kind, path }))
  }
  const drafted = async () => {
    const [outcome] = await outcomes()
    const id = outcome?.report?.id
    if (id === undefined) throw new Error('nothing was drafted')
    return id
  }

  it('are drafted once on their day, and their recipients are told when they are made', async () => {
    await scheduled({ regions: ['000000', '320000', '330000'] })
    await on('2021-02-24')
    await look()
    expect(await outcomes()).toEqual([])
    await on('2021-02-25')
    await look()
    await look()
    const ids = (await outcomes()).map(({ report }) => report?.id ?? '')
    expect(ids).toHaveLength(3)
    for (const id of ids) {
      const report = await made(whole, 'programme-manager', id)
      expect(report).toMatchObject({ period: '2021-01', on: '2021-01-31', author: { name: '周宁' }, state: 'draft' })
    }
    await look()
    await look()
    expect(await reportIds()).toHaveLength(3)
    expect(await told('approver')).toHaveLength(3)
    // 江苏's reader reads the report of the nation and of 江苏, not that of 浙江, though it is the same schedule.
    const ofJiangsu = await told('regional-viewer')
    expect(ofJiangsu.map(({ kind }: { kind: string }) => kind)).toEqual(['report-ready', 'report-ready'])
    expect(await told('auditor')).toEqual([])
    const seen = await whole.as('regional-viewer').get('/api/reports')
    expect(seen.body.reports).toHaveLength(2)
    for (const { path } of ofJiangsu) {
      expect(await whole.as('regional-viewer').get(`/api${path}`)).toMatchObject({ status: 200 })
    }
    expect(await outcomes()).toMatchObject(
      ids.map(() => ({ month: '2021-01', failure: null, report: { making: 'ready' } })),
    )
  })

  it('are made up where the server stood still on their day, and drafted again the next month', async () => {
    await scheduled()
    await on('2021-03-02')
    await look()
    expect(await outcomes()).toMatchObject([{ month: '2021-01' }])
    await made(whole, 'programme-manager', await drafted())
    await on('2021-03-25')
    await look()
    expect(await outcomes()).toMatchObject([{ month: '2021-02' }])
    expect(await reportIds()).toHaveLength(2)
  })

  it('are not drafted while they are paused, not made up afterwards, and never once they are deleted', async () => {
    const first = await scheduled()
    const second = await scheduled({ day: 26 })
    const path = `/api/report-schedules/${first.id}`
    const { body } = await manager().send('PATCH', path, { version: first.version, state: 'paused' })
    await manager().send('DELETE', `/api/report-schedules/${second.id}?version=${second.version}`)
    await on('2021-02-26')
    await look()
    await manager().send('PATCH', path, { version: body.version, state: 'active' })
    await look()
    expect(await reportIds()).toEqual([])
    await on('2021-03-25')
    await look()
    expect(await outcomes()).toMatchObject([{ month: '2021-02' }])
    expect(await reportIds()).toHaveLength(1)
  })

  it('wait while their author has as many in the queue as they may', async () => {
    await scheduled()
    const actor = { accountId: whole.idOf('programme-manager'), unitId: null, origin: 'test' }
    const place = { programme: 'miit-2020-8', kind: 'one-page', language: 'zh', region: '000000', period: '2021-01' }
    const others: string[] = []
    for (let count = 0; count < 5; count += 1) {
      const { id } = await draftReport(whole.store, actor, { ...place, request: place, texts: {} })
      await claimReport(whole.store, '2099-01-01T00:00:00.000Z')
      others.push(id)
    }
    await on('2021-02-25')
    await look()
    expect(await outcomes()).toMatchObject([{ month: '2021-01', report: null, failure: null }])
    await cancelReport(whole.store, others[0] ?? '')
    await look()
    expect((await made(whole, 'programme-manager', await drafted())).making.state).toBe('ready')
  })

  it('tell their maker and the approvers why one failed, and the recipients once it is made after all', async () => {
    await scheduled({ kind: 'supervision' })
    await on('2021-02-25')
    await look()
    const id = await drafted()
    const { version } = await made(whole, 'programme-manager', id)
    const written = await manager().send('PATCH', `/api/reports/${id}`, { version, texts: { foreword: '\u{E000}' } })
    expect((await made(whole, 'programme-manager', id)).making.state).toBe('failed')
    await look()
    await look()
    const failed = [{ kind: 'report-failed', path: `/reports/${id}` }]
    expect([await told('programme-manager'), await told('approver')]).toEqual([failed, failed])
    expect([await told('regional-viewer'), await told('second-manager')]).toEqual([[], []])
    const { body } = await whole.as('approver').get('/api/messages')
    expect(body.messages[0].body.zh).toContain('字体中没有')
    expect((await outcomes())[0]?.failure).toContain('字体中没有')
    const mended = { version: written.body.version, texts: { foreword: '各地数据以审定为准。' } }
    await manager().send('PATCH', `/api/reports/${id}`, mended)
    await made(whole, 'programme-manager', id)
    await look()
    expect(await told('regional-viewer')).toEqual([{ kind: 'report-ready', path: `/reports/${id}` }])
  })

  it('fail where whoever saved the schedule is gone, and whoever can save it again is told', async () => {
    await scheduled()
    const administrator = whole.as('administrator')
    const { body } = await administrator.get('/api/users')
    const { id, version } = body.users.find((user: { username: string }) => user.username === 'programme-manager')
    expect(await administrator.send('PATCH', `/api/users/${id}`, { version, disabled: true })).toMatchObject({
      status: 200,
    })
    await on('2021-02-25')
    await look()
    await look()
    expect(await outcomes()).toMatchObject([{ report: null, failure: expect.stringContaining('已停用') }])
    const failed = [{ kind: 'report-failed', path: '/reports' }]
    expect([await told('approver'), await told('second-manager')]).toEqual([failed, failed])
    const [schedule] = await schedules()
    const path = `/api/report-schedules/${schedule?.id}`
    await whole.as('second-manager').send('PATCH', path, { version: schedule?.version, state: 'active' })
    await on('2021-03-25')
    await look()
    expect(await outcomes()).toMatchObject([{ month: '2021-02', failure: null, report: { opens: true } }])
  })

  it.runIf(engine === 'postgres')('are drafted once by two instances at the same time', async () => {
    await scheduled({ regions: ['000000', '320000', '330000', '440000'] })
    await on('2021-02-25')
    const second = await whole.beside()
    try {
      await Promise.all([look(), second.app.errands.look(), look(), second.app.errands.look()])
      expect(await reportIds()).toHaveLength(4)
      await Promise.all((await outcomes()).map(({ report }) => made(whole, 'programme-manager', report?.id ?? '')))
      await Promise.all([look(), second.app.errands.look()])
      expect(await told('approver')).toHaveLength(4)
    } finally {
      await second.close()
    }
  })
})
