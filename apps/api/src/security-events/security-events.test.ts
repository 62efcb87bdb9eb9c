import { securityEventGroups } from '@xushi/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castPassword, engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('the log of sign-ins, on %s', (engine) => {
  let whole: WholeApp
  let last: string
  const tick = (seconds = 1) => {
    whole.clock.moveTo(new Date(Date.parse(whole.clock()) + seconds * 1000).toISOString())
  }
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    for (const [username, password] of tries) {
      tick()
      expect(await whole.nobody.post('/api/session', { username, password })).toMatchObject({ status: 401 })
    }
    last = whole.clock()
  })
  afterAll(() => whole.close())

  const tries = [
    ['nobody', 'wrong-password-1'],
    ['Chang-Jiang-7', 'wrong-password-2'],
    ['Administrator', 'wrong-password-3'],
    ['root', 'wrong-password-4'],
  ] as const
  const page = (query: string) => whole.as('security-officer').get(`/api/security-events${query}`)
  const signedIn = async (username: string, password = castPassword): Promise<string> => {
    tick()
    const { status, headers } = await whole.nobody.post('/api/session', { username, password })
    expect(status).toBe(201)
    return String(headers['set-cookie']).split(';')[0] ?? ''
  }
  const newest = async (count: number, of: keyof typeof securityEventGroups) => {
    const { body } = await page(`?of=${of}&limit=${count}`)
    return body.events
  }

  it('tells failures newest first, page by page, by the name of the account, without a password', async () => {
    const first = await page('?of=failures&limit=3')
    expect(first).toMatchObject({
      status: 200,
      body: {
        events: [
          { at: last, username: 'root', name: null, by: null, what: 'wrong-credentials', origin: '127.0.0.1' },
          // However it was typed, it is the account's.
          { username: 'administrator', name: expect.any(String) },
          // A password that was typed where the name belongs.
          { username: null, name: null },
        ],
      },
    })
    const second = await page(`?of=failures&limit=3&cursor=${encodeURIComponent(first.body.next)}`)
    expect(second.body).toMatchObject({ events: [{ username: 'nobody' }], next: null })
    expect(JSON.stringify([first.body, second.body])).not.toMatch(/wrong-password|chang-jiang/i)
  })

  it('tells who signed in and out, when and from where', async () => {
    const cookie = await signedIn('auditor')
    tick()
    await whole.withCookie(cookie).send('DELETE', '/api/session')
    // A token that is worth nothing signs nobody out.
    await whole.withCookie(cookie).send('DELETE', '/api/session')
    expect(await newest(2, 'sign-ins')).toMatchObject([
      { what: 'signed-out', username: 'auditor', at: whole.clock(), origin: '127.0.0.1', by: null },
      { what: 'signed-in', username: 'auditor', name: expect.any(String), origin: '127.0.0.1' },
    ])
  })

  it('tells which sessions were ended, and by whom where it was another person', async () => {
    const made = await whole.as('administrator').post('/api/users', {
      username: 'jiang.wei',
      displayName: '蒋伟',
      role: 'regional-viewer',
      unit: 'communications-320000',
    })
    const here = await signedIn('jiang.wei', made.body.initialPassword)
    tick()
    const wrong = { current: 'not-the-password', next: 'Xinhua-2021-lutu' }
    await whole.withCookie(here).post('/api/session/password', wrong)
    expect(await newest(1, 'failures')).toMatchObject([{ what: 'wrong-current-password', username: 'jiang.wei' }])
    tick()
    await whole.withCookie(here).post('/api/session/password', { ...wrong, current: made.body.initialPassword })
    await signedIn('jiang.wei', wrong.next)
    tick()
    await whole.withCookie(here).send('DELETE', '/api/sessions')
    let version = 2
    for (const change of [{ role: 'regional-recorder' }, { displayName: '蒋 伟' }, { disabled: true }]) {
      tick()
      const changed = await whole
        .as('administrator')
        .send('PATCH', `/api/users/${made.body.user.id}`, { version, ...change })
      expect(changed.status).toBe(200)
      version = changed.body.version
    }
    tick()
    await whole.as('administrator').post(`/api/users/${made.body.user.id}/password-reset`, { version })
    const { body } = await whole.as('administrator').get('/api/users')
    const { displayName } = body.users.find(({ username }: { username: string }) => username === 'administrator')
    const ofHim = { username: 'jiang.wei', name: '蒋 伟' }
    expect(await newest(5, 'revocations')).toMatchObject([
      { ...ofHim, what: 'password-reset', by: displayName },
      { ...ofHim, what: 'account-disabled', by: displayName },
      // Another name alone ends nothing.
      { ...ofHim, what: 'access-changed', by: displayName },
      { ...ofHim, what: 'session-ended', by: null, origin: '127.0.0.1' },
      { ...ofHim, what: 'password-changed', by: null },
    ])
  })

  it('tells everything where nothing is left out, without two of a line', async () => {
    const all: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const { body } = await page(`?limit=7${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`)
      all.push(...body.events.map(({ id }: { id: string }) => id))
      next = body.next
    }
    let count = 0
    for (const of of Object.keys(securityEventGroups)) count += (await page(`?limit=200&of=${of}`)).body.events.length
    expect([new Set(all).size, count]).toEqual([all.length, all.length])
  })

  it.each(['?limit=0', '?limit=201', '?cursor=x', "?cursor=2020-01-01T00:00:00.000Z~'", '?of=all'])(
    'refuses %s',
    async (query) => {
      expect((await page(query)).status).toBe(400)
    },
  )

  it('is for the three administrators alone', async () => {
    for (const who of ['administrator', 'security-officer', 'auditor'] as const) {
      expect([who, (await whole.as(who).get('/api/security-events')).status]).toEqual([who, 200])
    }
    for (const who of ['programme-manager', 'recorder', 'approver', 'regional-viewer'] as const) {
      expect([who, (await whole.as(who).get('/api/security-events')).status]).toEqual([who, 403])
    }
    expect(await whole.nobody.get('/api/security-events')).toMatchObject({ status: 401 })
  })
})
