import { claimMail, listMessages, type NewMessage, postMessages, verifyStored } from '@xushi/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MailBox, mailBox, refusal } from '../../test/mail-box.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const from = 'xushi@example.gov.cn'
const start = '2021-02-20T02:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString()

describe.each(engines)('the outbox, on %s', (engine) => {
  let box: MailBox
  let whole: WholeApp
  beforeEach(async () => {
    box = await mailBox()
    whole = await wholeApp({ engine, now: start, publicUrl: 'http://xushi.test', mail: { url: box.url, from } })
  })
  afterEach(async () => {
    await whole.close()
    await box.close()
  })

  const addressed = async (who: Someone, email = `${who}@example.gov.cn`) => {
    const { body } = await whole.as('administrator').get('/api/users')
    const { id, version } = body.users.find(({ username }: { username: string }) => username === who)
    const answer = await whole.as('administrator').send('PATCH', `/api/users/${id}`, { version, email })
    expect([answer.status, answer.body.email]).toEqual([200, email])
  }
  const told = (who: Someone, key: string): NewMessage => ({
    ...{ accountId: whole.idOf(who), kind: 'report-ready', key, path: '/reports/r-1' },
    subject: { zh: '月报已生成', en: 'The report is made' },
    body: { zh: '请查看。', en: 'Please look at it.' },
  })
  const post = (...messages: NewMessage[]) => postMessages(whole.store, messages, true)
  const messages = async (who: Someone) => (await whole.as(who).get('/api/messages')).body
  /** Asked of the store: days later nobody is signed in any more. */
  const mailOf = async (who: Someone) => {
    const page = { cursor: null, limit: 1 }
    const { rows } = await whole.store.read((reading) => listMessages(reading, whole.idOf(who), page))
    const [{ mail: state, failure } = { mail: null, failure: null }] = rows
    return { state, failure }
  }

  it('sends a message once, with its link, however often it is told and looked at', async () => {
    await addressed('recorder')
    expect(await post(told('recorder', 'one'))).toBe(1)
    expect(await post(told('recorder', 'one'))).toBe(0)
    await Promise.all([whole.app.errands.look(), whole.app.errands.look()])
    await whole.app.errands.look()
    expect(box.arrived.map(({ to }) => to)).toEqual([['recorder@example.gov.cn']])
    expect(box.arrived[0]?.raw).toContain('http://xushi.test/reports/r-1')
    expect(await messages('recorder')).toMatchObject({
      unread: 1,
      messages: [{ subject: { zh: '月报已生成' }, path: '/reports/r-1', readAt: null, mail: { state: 'sent' } }],
    })
  })

  it('shows a message to its person alone, until it is read', async () => {
    await post(told('recorder', 'one'), told('recorder', 'two'), told('approver', 'one'))
    const { messages: own } = await messages('recorder')
    expect(own).toHaveLength(2)
    const other = await whole.as('approver').post('/api/messages/readings', { ids: [own[0].id] })
    expect(other.body).toEqual({ unread: 1 })
    expect((await whole.as('recorder').post('/api/messages/readings', { ids: [own[0].id] })).body).toEqual({
      unread: 1,
    })
    expect((await whole.as('recorder').post('/api/messages/readings', {})).body).toEqual({ unread: 0 })
    expect((await messages('approver')).unread).toBe(1)
    const first = (await whole.as('recorder').get('/api/messages?limit=1')).body
    const second = await whole.as('recorder').get(`/api/messages?limit=1&cursor=${encodeURIComponent(first.next)}`)
    expect([first.messages[0].id, second.body.messages[0].id, second.body.next]).toEqual([own[0].id, own[1].id, null])
    expect((await whole.nobody.get('/api/messages')).status).toBe(401)
  })

  it('keeps a message whose person has no address in the app, and says so', async () => {
    await post(told('recorder', 'one'))
    await whole.app.errands.look()
    expect([box.arrived, await mailOf('recorder')]).toEqual([[], { state: 'no-address', failure: null }])
  })

  it('tries again when the server is there again, after pauses that grow, and holds back what else waits', async () => {
    const port = Number(new URL(box.url).port)
    await addressed('recorder')
    await addressed('approver')
    await post(told('recorder', 'one'))
    whole.clock.moveTo(later(0.01))
    await post(told('approver', 'one'))
    await box.close()
    await whole.app.errands.look()
    expect(await mailOf('recorder')).toMatchObject({ state: 'queued', failure: { kind: 'unreachable' } })
    // The second one was not even tried.
    expect(await mailOf('approver')).toMatchObject({ state: 'queued', failure: null })
    box = await mailBox({}, port)
    await whole.app.errands.look()
    expect(box.arrived).toEqual([])
    whole.clock.moveTo(later(2))
    await whole.app.errands.look()
    expect(box.arrived.map(({ to }) => to[0]).toSorted()).toEqual([
      'approver@example.gov.cn',
      'recorder@example.gov.cn',
    ])
    expect(await mailOf('recorder')).toMatchObject({ state: 'sent', failure: null })
  })

  it('gives up after some attempts and keeps why', async () => {
    await addressed('recorder')
    await post(told('recorder', 'one'))
    await box.close()
    for (let attempt = 0; attempt < 7; attempt += 1) {
      expect(await mailOf('recorder')).toMatchObject({ state: 'queued' })
      whole.clock.moveTo(later(attempt * 24 * 60))
      await whole.app.errands.look()
    }
    expect(await mailOf('recorder')).toMatchObject({ state: 'failed', failure: { kind: 'unreachable' } })
  })

  it('does not try a refused recipient again, and goes on with the others', async () => {
    const port = Number(new URL(box.url).port)
    await box.close()
    const onRcptTo: NonNullable<Parameters<typeof mailBox>[0]>['onRcptTo'] = ({ address }, _session, done) =>
      done(address.startsWith('recorder') ? refusal(550, 'No such user') : undefined)
    box = await mailBox({ onRcptTo }, port)
    await addressed('recorder')
    await addressed('approver')
    await post(told('recorder', 'one'), told('approver', 'one'))
    await whole.app.errands.look()
    whole.clock.moveTo(later(24 * 60))
    await whole.app.errands.look()
    const failure = { kind: 'refused', detail: expect.stringContaining('No such user') }
    expect(await mailOf('recorder')).toMatchObject({ state: 'failed', failure })
    expect(box.arrived.map(({ to }) => to)).toEqual([['approver@example.gov.cn']])
  })

  it('does not send again what an instance that died may have sent', async () => {
    await addressed('recorder')
    await post(told('recorder', 'one'))
    expect(await claimMail(whole.store, later(3))).toMatchObject({ email: 'recorder@example.gov.cn' })
    await whole.app.errands.look()
    expect(await mailOf('recorder')).toMatchObject({ state: 'sending' })
    whole.clock.moveTo(later(4))
    await whole.app.errands.look()
    expect([box.arrived, await mailOf('recorder')]).toMatchObject([
      [],
      { state: 'failed', failure: { kind: 'unsure' } },
    ])
  })

  it.runIf(engine === 'postgres')('is emptied by two instances, each mail once', async () => {
    const second = await whole.beside()
    const people = ['recorder', 'approver', 'auditor'] as const
    for (const who of people) await addressed(who)
    await post(...people.flatMap((who) => ['one', 'two', 'three', 'four'].map((key) => told(who, key))))
    for (let look = 0; look < 12; look += 1) {
      await Promise.all([whole.app.errands.look(), second.app.errands.look()])
    }
    await second.close()
    const names = box.arrived.map(({ raw }) => /Message-ID: (\S+)/.exec(raw)?.[1])
    expect([names.length, new Set(names).size]).toEqual([12, 12])
  })
})

it('is an address of an account only where it can begin no other header', async () => {
  const whole = await wholeApp()
  const { body } = await whole.as('administrator').get('/api/users')
  const [{ id, version }] = body.users
  const wrong = ['wu@a.cn\r\nBcc: x@y.cn', 'wu@@a.cn', '吴 <wu@a.cn>', 'wu@a..cn', 'wu@a.cn ', '']
  for (const email of wrong) {
    const answer = await whole.as('administrator').send('PATCH', `/api/users/${id}`, { version, email })
    expect([email, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([email, 400, '/email'])
  }
  const given = await whole.as('administrator').send('PATCH', `/api/users/${id}`, { version, email: 'wu@a.cn' })
  const taken = { version: version + 1, email: null }
  expect(given.body.email).toBe('wu@a.cn')
  expect((await whole.as('administrator').send('PATCH', `/api/users/${id}`, taken)).body.email).toBeNull()
  expect(await verifyStored(whole.store)).toEqual([])
  await whole.close()
})
