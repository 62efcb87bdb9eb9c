import type { Message, Reminders } from '@xushi/contract'
import { verifyStored } from '@xushi/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registerDesk, thousand } from '../../test/register-desk.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const programme = 'miit-2020-8'
const address = `/api/reminders?programme=${programme}`

/*
 * October 2020 is due on 2020-11-16: the 15th is a Sunday. The 通信管理局 of 江苏 has two recorders and owes 16 entries, its 工信厅 has one
 * and owes three.
 */
describe.each(engines)('reminders, on %s', (engine) => {
  let whole: WholeApp
  beforeEach(async () => {
    whole = await wholeApp({ engine, now: '2020-10-09T02:00:00.000Z' })
  })
  afterEach(() => whole.close())

  /** Days later everybody is still signed in, as if they had worked on; then the errands are looked at. */
  const on = async (day: string, time = 'T02:00:00.000Z') => {
    whole.clock.moveTo(`${day}${time}`)
    await whole.store.write(({ db, t }) => db.update(t.session).set({ lastSeenAt: `${day}${time}` }))
    await whole.app.errands.look()
  }
  const turned = (active: boolean) =>
    whole.as('programme-manager').send('PATCH', '/api/reminders', { programme, active })
  const told = async (who: Someone): Promise<readonly Message[]> =>
    (await whole.as(who).get('/api/messages')).body.messages
  const kinds = async (who: Someone) => (await told(who)).map(({ kind }) => kind).toReversed()
  const shown = async (): Promise<Reminders> => (await whole.as('regional-viewer').get(address)).body
  const handedIn = async (who: Someone, indicator: string, region: string) => {
    const entries = `/api/indicators/${indicator}/progress-entries`
    const { body } = await whole.as(who).post(entries, { region, period: '2020-10', value: 1 })
    const path = `/api/progress-entries/${body.id}/submission`
    expect(await whole.as(who).post(path, { version: body.version })).toMatchObject({ status: 200 })
  }

  it('are off until a manager switches them on, and that is told in the ledger', async () => {
    await on('2020-11-13')
    expect(await kinds('regional-recorder')).toEqual([])
    expect(await shown()).toMatchObject({ active: false, switched: null, sent: [] })
    expect(await whole.as('approver').send('PATCH', '/api/reminders', { programme, active: true })).toMatchObject({
      status: 403,
    })
    expect(await turned(true)).toMatchObject({
      status: 200,
      body: { active: true, switched: { by: { name: '周宁' } } },
    })
    await turned(true)
    await turned(false)
    await turned(true)
    const ledger = await whole.as('auditor').get('/api/audit-events?action=reminders-switched')
    expect(ledger.body.events.map(({ after }: { after: object }) => after)).toEqual([
      { active: true },
      { active: false },
      { active: true },
    ])
    expect(await verifyStored(whole.store)).toEqual([])
  })

  it('say to the recorders of a unit three days before the moved deadline what it owes, once', async () => {
    await turned(true)
    await on('2020-11-02')
    await handedIn('regional-recorder', 'identifier-registrations', '320000')
    await on('2020-11-12')
    expect(await kinds('regional-recorder')).toEqual([])
    // In China it is the 13th already.
    await on('2020-11-12', 'T16:30:00.000Z')
    await whole.app.errands.look()
    const [message] = await told('regional-recorder')
    expect(message).toMatchObject({ kind: 'reminder-before', path: '/recording', mail: { state: 'off' } })
    expect(message?.subject.zh).toContain('2020-11-16')
    expect(message?.body.zh).toContain('2020-10期的15项')
    expect(message?.body.zh).toContain('\n- 安全监测工业互联网企业\n')
    expect(message?.body.zh).toContain('南京')
    expect(message?.body.zh).not.toContain('标识注册')
    expect(message?.body.en).toContain('in 3 days')
    expect(await kinds('second-recorder')).toEqual(['reminder-before'])
    expect(await kinds('regional-viewer')).toEqual([])
    await on('2020-11-14')
    await on('2020-11-16')
    expect(await kinds('regional-recorder')).toEqual(['reminder-before'])
  })

  it('say the day after the deadline what is overdue, and nothing to those who owe nothing', async () => {
    await turned(true)
    await on('2020-11-02')
    for (const indicator of ['relief-policy-scope', 'cloud-subsidy-extended', 'electricity-price-5g']) {
      await handedIn('industry-recorder', indicator, '320000')
    }
    await on('2020-11-17')
    await on('2020-11-18')
    await on('2020-11-19')
    expect(await kinds('regional-recorder')).toEqual(['reminder-after'])
    expect(await kinds('southern-recorder')).toEqual(['reminder-after'])
    expect(await kinds('industry-recorder')).toEqual([])
    const [message] = await told('southern-recorder')
    expect(message?.body.zh).toContain('已逾期1天')
    const { sent } = await shown()
    expect(sent).toMatchObject([{ kind: 'reminder-after', period: '2020-10', deadline: '2020-11-16' }])
    expect(sent[0]?.mail).toMatchObject({ sent: 0, waiting: 0, failed: 0 })
  })

  it('are made up before the deadline and within three days after it, and not later', async () => {
    await turned(true)
    await on('2020-11-16')
    expect(await kinds('regional-recorder')).toEqual(['reminder-before'])
    expect((await told('regional-recorder'))[0]?.body.zh).toContain('今天到期')
    await on('2020-11-19')
    expect(await kinds('regional-recorder')).toEqual(['reminder-before', 'reminder-after'])
    await on('2020-12-20')
    // November was due on 2020-12-15.
    expect(await kinds('regional-recorder')).toEqual(['reminder-before', 'reminder-after'])
  })

  it('wait for a deadline that a festival moved, and ask for registers to be confirmed', async () => {
    await turned(true)
    await registerDesk(whole).open(thousand)
    // January is due on the 15th of February, and the Spring Festival ends on the 17th.
    await on('2021-02-14')
    expect(await kinds('industry-recorder')).toEqual([])
    await on('2021-02-15')
    const [message] = await told('industry-recorder')
    expect(message?.subject.zh).toContain('2021-02-18')
    expect(message?.body.zh).toContain('：确认台账')
    expect(message?.body.en).toContain(': confirm the register')
  })

  it('stop when they are switched off', async () => {
    await turned(true)
    await on('2020-11-13')
    await turned(false)
    await on('2020-11-17')
    expect(await kinds('regional-recorder')).toEqual(['reminder-before'])
  })

  it('follow an exception to its day, and ask for nothing in a closed period', async () => {
    await turned(true)
    const manager = whole.as('programme-manager')
    await on('2020-11-02')
    const granted = { unit: 'industry-440000', period: '2020-10', untilOn: '2020-11-25', reason: '系统割接' }
    for (const indicator of ['relief-policy-scope', 'cloud-subsidy-extended', 'electricity-price-5g']) {
      const exception = { indicator, ...granted }
      expect(await manager.post('/api/calendar/exceptions', exception)).toMatchObject({ status: 201 })
    }
    await on('2020-11-17')
    expect(await kinds('southern-recorder')).toEqual([])
    await manager.post('/api/calendar/closings', { programme, period: '2020-10', reason: '月报已印发' })
    await on('2020-11-22')
    expect(await kinds('southern-recorder')).toEqual(['reminder-before'])
    expect((await told('southern-recorder'))[0]?.subject.zh).toContain('2020-11-25')
    await on('2020-11-26')
    expect(await kinds('southern-recorder')).toEqual(['reminder-before'])
  })

  it.runIf(engine === 'postgres')('go out once though two instances look at the same time', async () => {
    await turned(true)
    const second = await whole.beside()
    try {
      whole.clock.moveTo('2020-11-13T02:00:00.000Z')
      await Promise.all([whole.app.errands.look(), second.app.errands.look()])
      const rows = await whole.store.read(({ db, t }) => db.select({ key: t.message.uniqueKey }).from(t.message))
      expect(rows.length).toBeGreaterThan(4)
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
      await on('2020-11-13')
      expect(await kinds('regional-recorder')).toEqual(['reminder-before'])
    } finally {
      await second.close()
    }
  })
})
