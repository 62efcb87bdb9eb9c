import { openSession } from '@xushi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listening } from '../../test/listening.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { eventHub } from './event-hub.ts'

describe.each(engines)('the events, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const listenAs = (who: Someone) => listening(whole.app, whole.cookieOf(who))
  const figuresSeq = async () =>
    (await whole.as('auditor').get('/api/programmes/miit-2020-8/dashboard')).body.figuresSeq as number

  it('tell where the figures stand at once, and again when an approval moves them, but not at a draft', async () => {
    const stream = await listenAs('regional-viewer')
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-content-type-options': 'nosniff',
    })
    expect(stream.headers).not.toHaveProperty('etag')
    expect(stream.headers).not.toHaveProperty('content-encoding')
    const before = await figuresSeq()
    expect(await stream.next()).toEqual({ event: 'figures', data: { figuresSeq: before } })

    expect((await approved(whole)).status).toBe(200)
    const after = await figuresSeq()
    expect(after).toBeGreaterThan(before)
    expect(await stream.next()).toEqual({ event: 'figures', data: { figuresSeq: after } })
  })

  it('are for nobody who is not signed in', async () => {
    for (const cookie of [null, 'xushi=garbage', 'xushi-display=garbage', `xushi-display=${'a'.repeat(43)}`]) {
      expect((await listening(whole.app, cookie)).status).toBe(401)
    }
  })

  const change = (who: Someone, body: object) =>
    whole.as('administrator').send('PATCH', `/api/users/${whole.idOf(who)}`, { version: 1, ...body })
  const endings: readonly { case: string; who: Someone; act: (who: Someone) => Promise<unknown> }[] = [
    { case: 'signs out', who: 'recorder', act: (who) => whole.as(who).send('DELETE', '/api/session') },
    { case: 'is disabled', who: 'second-recorder', act: (who) => change(who, { disabled: true }) },
    { case: 'gets another role', who: 'unit-reviewer', act: (who) => change(who, { role: 'regional-viewer' }) },
    {
      case: 'gets another password',
      who: 'industry-recorder',
      act: (who) => whole.as('administrator').post(`/api/users/${whole.idOf(who)}/password-reset`, { version: 1 }),
    },
  ]
  it.each(endings)('end when one $case, and only one’s own', async ({ who, act }) => {
    const [own, other] = [await listenAs(who), await listenAs('auditor')]
    await own.next()
    await other.next()
    await act(who)
    expect(await own.ended()).toBe('session-over')
    expect((await listenAs(who)).status).toBe(401)
    expect((await listenAs('auditor')).status).toBe(200)
  })

  it('make room: the oldest stream of a person ends for the seventh', async () => {
    const streams: Listening[] = []
    for (let count = 0; count < 7; count += 1) streams.push(await listenAs('approver'))
    expect(await streams[0]?.ended()).toBe('displaced')
    expect((await streams[6]?.next())?.event).toBe('figures')
    for (const stream of streams) stream.leave()
  })

  it.each([
    { case: 'has been idle for half an hour', at: '2021-02-20T02:30:01.000Z' },
    { case: 'comes to its last moment', at: '2099-01-01T00:00:00.001Z' },
  ])('end by time alone when the session $case', async ({ at }) => {
    const token = await openSession(whole.store, whole.idOf('approver'), '2099-01-01T00:00:00.000Z')
    const stream = await listening(whole.app, `xushi=${token}`)
    await stream.next()
    whole.clock.moveTo(at)
    expect(await stream.ended()).toBe('session-over')
    expect((await listening(whole.app, `xushi=${token}`)).status).toBe(401)
  })

  it('end when the server stops', async () => {
    const other = await wholeApp({ engine })
    const stream = await listening(other.app, other.cookieOf('approver'))
    await stream.next()
    await other.close()
    expect(await stream.ended()).toBe('stopping')
  })
})

describe('two instances on one database', () => {
  it('tell of each other’s approvals, and end what the other one ended', async () => {
    const one = await wholeApp({ engine: 'postgres' })
    const other = await one.beside()
    const stream = await listening(other.app, one.cookieOf('recorder'))
    const before = await stream.next()
    expect((await approved(one)).status).toBe(200)
    const after = await stream.next()
    expect(after?.event).toBe('figures')
    expect(after).not.toEqual(before)
    await one.as('recorder').send('DELETE', '/api/session')
    expect(await stream.ended()).toBe('session-over')
    await other.close()
    await one.close()
  })
})

async function approved(whole: WholeApp) {
  const recorder = whole.as('regional-recorder')
  const { body } = await recorder.post('/api/indicators/identifier-registrations/progress-entries', {
    region: '320000',
    period: '2020-12',
    value: 31_000_000,
  })
  await recorder.post(`/api/progress-entries/${body.id}/submission`, { version: 1 })
  return whole.as('approver').approve(`/api/progress-entries/${body.id}`, 2)
}

describe('the hub', () => {
  const person = (id: string) => ({ kind: 'person', id, holds: id }) as const
  const hubOf = async (limits = { mostEach: 2, mostInAll: 3, mostWaiting: 64 }) => {
    const whole = await wholeApp({ people: false })
    const { store, clock } = whole
    return { hub: eventHub({ store, clock, limits, failed: () => undefined }), whole }
  }

  it('refuses more streams than it holds, and takes the next when one has left', async () => {
    const { hub, whole } = await hubOf()
    const [first] = [hub.open(person('a')), hub.open(person('b')), hub.open(person('c'))]
    expect(() => hub.open(person('d'))).toThrow('too-many-connections')
    await new Promise((resolve) => {
      first?.once('close', resolve)
      first?.destroy()
    })
    expect(hub.open(person('d')).destroyed).toBe(false)
    hub.close()
    await whole.close()
  })

  it('drops a reader that does not read, and keeps nothing for it', async () => {
    const { hub, whole } = await hubOf()
    const stream = hub.open(person('a'))
    for (let beats = 0; beats < 100; beats += 1) hub.beat()
    expect(stream.destroyed).toBe(true)
    expect(hub.count()).toBe(0)
    expect(stream.readableLength).toBeLessThan(1024)
    await whole.close()
  })

  it('ends all streams when it cannot look whether they still hold', async () => {
    const { whole } = await hubOf()
    const faults: unknown[] = []
    const store = { ...whole.store, read: () => Promise.reject(new Error('the store is away')) }
    const hub = eventHub({ store, clock: whole.clock, failed: (fault) => faults.push(fault) })
    const stream = hub.open(person('a'))
    await hub.look()
    expect(faults.length).toBeGreaterThan(0)
    expect(String(stream.read())).toContain('"why":"stopping"')
    expect(hub.count()).toBe(0)
    await whole.close()
  })
})
