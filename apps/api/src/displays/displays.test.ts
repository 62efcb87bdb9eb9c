import { createHash } from 'node:crypto'
import { permissionTable, roles } from '@xushi/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listening } from '../../test/listening.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { contracts } from '../contracts.ts'

const tv = { name: '一楼大厅', programme: 'miit-2020-8', days: 30 }
const bySlug: Readonly<Record<string, string>> = {
  ':programme': 'miit-2020-8',
  ':indicator': 'secondary-nodes',
  ':register': 'local-enterprise-cases',
  ':goal': 'national-data-centre',
  ':id': 'nothing',
}
const addressOf = (url: string) => url.replace(/:[a-z]+/g, (name) => bySlug[name] ?? name)

describe.each(engines)('a display token, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const manager = () => whole.as('programme-manager')
  const make = async (body: object = {}) => {
    const { status, body: made } = await manager().post('/api/tokens', { ...tv, ...body })
    expect(status).toBe(201)
    const token: string = made.token
    return { id: String(made.display.id), token, cookie: `xushi-display=${token}` }
  }

  it('is told once, kept as a hash only, and stands in the ledger without it', async () => {
    const { id, token } = await make({ region: '320000' })
    expect(token).toMatch(/^[\w-]{43}$/)
    const list = await manager().get('/api/tokens')
    const row = list.body.displays.find((display: { id: string }) => display.id === id)
    expect(row).toMatchObject({
      name: '一楼大厅',
      state: 'in-force',
      region: { code: '320000' },
      createdBy: { name: '周宁' },
      lastSeenAt: null,
      expiresAt: '2021-03-22T02:00:00.000Z',
    })
    const hash = createHash('sha256').update(token).digest('hex')
    const kept = await whole.store.read(({ db, t }) => db.select().from(t.displayToken))
    expect(kept.map(({ tokenHash }) => tokenHash)).toContain(hash)
    await manager().send('DELETE', `/api/tokens/${id}`)
    const ledger = (await whole.as('auditor').get('/api/audit-events?format=ndjson')).text
    expect(ledger).toContain('"display-created"')
    expect(ledger).toContain('"display-revoked"')
    for (const secret of [token, hash]) expect(ledger + list.text).not.toContain(secret)
  })

  it.each([
    { case: 'no name', body: { name: '' } },
    { case: 'a region that is none', body: { region: '999999' } },
    { case: 'a programme that is none', body: { programme: 'nothing' } },
    { case: 'no day', body: { days: 0 } },
    { case: 'more days than a browser keeps a cookie', body: { days: 401 } },
    { case: 'a field besides', body: { role: 'administrator' } },
  ])('is not made with $case', async ({ body }) => {
    const answer = await manager().post('/api/tokens', { ...tv, ...body })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it.each(roles)('is managed by %s only where the permission table says so', async (role) => {
    const { status } = await whole.as(role).get('/api/tokens')
    expect(status).toBe(permissionTable[role]['display:manage'] === undefined ? 403 : 200)
  })

  it('is exchanged for a cookie that no script and no other site reaches', async () => {
    const { token } = await make()
    const answer = await whole.nobody.post('/api/display-sessions', { token })
    expect(answer).toMatchObject({ status: 201, body: { programme: 'miit-2020-8', region: null } })
    expect(answer.headers['set-cookie']).toBe(
      `xushi-display=${token}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Strict`,
    )
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.text).not.toContain(token)
  })

  it('is refused when unknown, and its absence and its end look the same', async () => {
    const { id, token } = await make()
    await manager().send('DELETE', `/api/tokens/${id}`)
    const answers = [
      await whole.nobody.post('/api/display-sessions', { token }),
      await whole.nobody.post('/api/display-sessions', { token: 'a'.repeat(43) }),
    ]
    for (const { status, body, headers } of answers) {
      expect([status, body.type]).toEqual([401, 'urn:xushi:problem:display-refused'])
      expect(headers['set-cookie']).toBeUndefined()
    }
    expect(answers[0]?.text).toBe(answers[1]?.text)
  })

  it('ends at once when it is revoked: the cookie and the open stream, and no other', async () => {
    const [one, other] = [await make(), await make()]
    const streams = [await listening(whole.app, one.cookie), await listening(whole.app, other.cookie)] as const
    expect([(await streams[0].next())?.event, (await streams[1].next())?.event]).toEqual(['figures', 'figures'])
    expect((await manager().send('DELETE', `/api/tokens/${one.id}`)).status).toBe(204)
    expect(await streams[0].ended()).toBe('session-over')
    expect((await listening(whole.app, one.cookie)).status).toBe(401)
    expect((await listening(whole.app, other.cookie)).status).toBe(200)
    expect((await manager().send('DELETE', `/api/tokens/${one.id}`)).status).toBe(204)
    expect((await manager().send('DELETE', '/api/tokens/nothing')).status).toBe(404)
  })

  it('is nobody: no person, no role, and where a person is signed in too, that person', async () => {
    const { cookie } = await make()
    expect((await whole.withCookie(cookie).get('/api/session')).body.user).toBeNull()
    const both = whole.withCookie(`${cookie}; ${whole.cookieOf('auditor')}`)
    expect((await both.get('/api/session')).body.user.role).toBe('auditor')
    expect((await both.get('/api/audit-events')).status).toBe(200)
  })

  it('shows no more on a public address than nobody sees', async () => {
    const { cookie } = await make()
    for (const url of ['/api/programmes/miit-2020-8/dashboard', '/api/indicators/provincial-security-platforms']) {
      const [wall, nobody] = [await whole.withCookie(cookie).get(url), await whole.nobody.get(url)]
      expect(wall.body).toEqual(nobody.body)
    }
  })

  it('ends by time alone', async () => {
    const { token, cookie } = await make({ days: 1 })
    const stream = await listening(whole.app, cookie)
    await stream.next()
    whole.clock.moveTo('2021-02-21T02:00:00.000Z')
    expect(await stream.ended()).toBe('session-over')
    expect((await listening(whole.app, cookie)).status).toBe(401)
    expect((await whole.nobody.post('/api/display-sessions', { token })).status).toBe(401)
  })
})

describe('a display, on every address', () => {
  let whole: WholeApp
  let cookie: string
  beforeAll(async () => {
    whole = await wholeApp()
    const made = await whole.as('programme-manager').post('/api/tokens', tv)
    cookie = `xushi-display=${made.body.token}`
  })
  afterAll(() => whole.close())

  const open = ['showScreen', 'listenEvents']
  it.each(
    contracts.map(({ method, url, permission, schema }) => [schema.operationId, method, url, permission] as const),
  )('%s: %s %s', async (operation, method, url, permission) => {
    if (operation === 'listenEvents') {
      const { status, leave } = await listening(whole.app, cookie)
      leave()
      expect(status).toBe(200)
      return
    }
    const ask = async (who: typeof whole.nobody) =>
      method === 'GET'
        ? who.get(addressOf(url))
        : who.send(method, addressOf(url), method === 'DELETE' ? undefined : {})
    const wall = await ask(whole.withCookie(cookie))
    if (open.includes(operation)) expect(wall.status).toBe(200)
    else if (permission === 'public') expect([wall.status, wall.text]).toEqual(same(await ask(whole.nobody)))
    else expect([wall.status, wall.body.type]).toEqual([403, 'urn:xushi:problem:forbidden'])
  })
  const same = ({ status, text }: { status: number; text: string }) => [status, text]
})

describe('behind TLS', () => {
  it('the cookie is bound to the host', async () => {
    const publicUrl = 'https://xushi.example.gov.cn'
    const whole = await wholeApp({ publicUrl })
    const session = whole.cookieOf('programme-manager').replace('xushi=', '__Host-xushi=')
    const headers = { cookie: session, origin: publicUrl }
    const made = await whole.nobody.send('POST', '/api/tokens', tv, headers)
    const started = await whole.nobody.send('POST', '/api/display-sessions', { token: made.body.token }, headers)
    expect(started.headers['set-cookie']).toMatch(/^__Host-xushi-display=[\w-]{43}; .*Secure; SameSite=Strict$/)
    await whole.close()
  })
})
