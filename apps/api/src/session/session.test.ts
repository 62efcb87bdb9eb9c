import { readFile, stat } from 'node:fs/promises'
import { openFirstAdministrator, openSession } from '@xushi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../test/answer.ts'
import { castPassword, engines, host, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { firstAdministratorFile, offerFirstAdministrator } from '../installation/first-administrator.ts'

const credentials = { username: 'regional-recorder', password: castPassword }
const setCookie = (answer: Answer) => String(answer.headers['set-cookie'] ?? '')
const cookieOf = (answer: Answer) => setCookie(answer).split(';', 1)[0] ?? ''

describe.each(engines)('a session, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const user = async (cookie: string) => (await whole.withCookie(cookie).get('/api/session')).body.user

  it('begins with the right password and says who one is', async () => {
    const answer = await whole.nobody.post('/api/session', credentials)
    expect(answer).toMatchObject({
      status: 201,
      body: { user: { username: 'regional-recorder', role: 'regional-recorder', unit: { region: '320000' } } },
    })
    expect(setCookie(answer)).toMatch(/^xushi=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(answer.text).not.toContain(cookieOf(answer).slice('xushi='.length))
    expect(await user(cookieOf(answer))).toMatchObject({ displayName: '李静' })
  })

  it.each([
    { case: 'a wrong password', body: { ...credentials, password: 'Chang-Jiang-8' } },
    { case: 'a name that nobody has', body: { ...credentials, username: 'nobody' } },
    { case: 'SQL for a name', body: { ...credentials, username: "' or 1=1 --" } },
  ])('does not begin with $case, and the answers are the same', async ({ body }) => {
    const answer = await whole.nobody.post('/api/session', body)
    expect(answer).toMatchObject({ status: 401, body: { type: 'urn:xushi:problem:wrong-credentials' } })
    expect(setCookie(answer)).toBe('')
  })

  it('gets a new token at each sign-in, and the one from before is worth nothing', async () => {
    const first = cookieOf(await whole.nobody.post('/api/session', credentials))
    const second = await whole.withCookie(first).post('/api/session', credentials)
    expect(cookieOf(second)).not.toBe(first)
    expect(await user(first)).toBeNull()
    expect(await user(cookieOf(second))).not.toBeNull()
  })

  it('ends at once when one signs out', async () => {
    const cookie = cookieOf(await whole.nobody.post('/api/session', credentials))
    expect(await user(cookie)).not.toBeNull()
    const answer = await whole.withCookie(cookie).send('DELETE', '/api/session')
    expect(answer.status).toBe(204)
    expect(setCookie(answer)).toContain('Expires=Thu, 01 Jan 1970')
    expect(await user(cookie)).toBeNull()
    expect((await whole.withCookie(cookie).get('/api/progress-entries')).status).toBe(401)
  })

  it.each(['forged', '', 'a'.repeat(43), 'x'.repeat(4000), '../../x', '%00', '"; xushi="1'])(
    'is nobody’s with the token %j',
    async (token) => {
      expect(await user(`xushi=${token}`)).toBeNull()
      expect((await whole.withCookie(`xushi=${token}`).get('/api/progress-entries')).status).toBe(401)
    },
  )

  it('is over after 30 minutes unused, and after 12 hours in any case', async () => {
    const start = Date.parse(whole.clock())
    const at = (minutes: number) => whole.clock.moveTo(new Date(start + minutes * 60_000).toISOString())
    const idle = cookieOf(await whole.nobody.post('/api/session', credentials))
    at(29)
    expect(await user(idle)).not.toBeNull()
    at(58)
    expect(await user(idle)).not.toBeNull()
    at(89)
    expect(await user(idle)).toBeNull()

    const busy = cookieOf(await whole.nobody.post('/api/session', credentials))
    for (let minutes = 89; minutes < 89 + 720; minutes += 20) {
      at(minutes)
      expect(await user(busy)).not.toBeNull()
    }
    at(89 + 720)
    expect(await user(busy)).toBeNull()
    at(0)
  })

  it('ends when the account is disabled, moved or given another role', async () => {
    const administrator = whole.as('administrator')
    const { body } = await administrator.post('/api/users', {
      username: 'jiang.wei',
      displayName: '蒋伟',
      role: 'regional-recorder',
      unit: 'communications-320000',
    })
    const changes = [{ role: 'regional-viewer' }, { unit: 'communications-330000' }, { disabled: true }]
    let { version } = body.user
    for (const change of changes) {
      const cookie = `xushi=${await openSession(whole.store, body.user.id, '2099-01-01T00:00:00.000Z')}`
      expect(await user(cookie)).not.toBeNull()
      const changed = await administrator.send('PATCH', `/api/users/${body.user.id}`, { version, ...change })
      expect(changed.status).toBe(200)
      version = changed.body.version
      expect(await user(cookie)).toBeNull()
    }
    const signIn = { username: 'jiang.wei', password: body.initialPassword }
    expect((await whole.nobody.post('/api/session', signIn)).status).toBe(401)
  })

  it('is listed with the others of its owner, who ends one or all of them', async () => {
    const mine = [1, 2, 3].map(() => openSession(whole.store, whole.idOf('auditor'), '2099-01-01T00:00:00.000Z'))
    const [here = '', there = '', elsewhere = ''] = (await Promise.all(mine)).map((token) => `xushi=${token}`)
    const client = whole.withCookie(here)
    const { body } = await client.get('/api/sessions')
    const others = body.sessions.filter(({ current }: { current: boolean }) => !current)
    expect([body.sessions.length - others.length, others.length]).toEqual([1, 3])
    const listed = await whole.withCookie(there).get('/api/sessions')
    const { id } = listed.body.sessions.find(({ current }: { current: boolean }) => current)
    expect((await whole.as('administrator').send('DELETE', `/api/sessions/${id}`)).status).toBe(404)
    expect((await client.send('DELETE', `/api/sessions/${id}`)).status).toBe(204)
    expect([await user(there), (await user(elsewhere)) !== null]).toEqual([null, true])
    expect((await client.send('DELETE', '/api/sessions')).status).toBe(204)
    expect([await user(elsewhere), (await user(here)) !== null]).toEqual([null, true])
    expect(await user(whole.cookieOf('administrator'))).not.toBeNull()
  })

  it('may do nothing before the initial password is changed, and other sessions end with the change', async () => {
    const { body } = await whole.as('administrator').post('/api/users', {
      username: 'shen.hua',
      displayName: '沈华',
      role: 'approver',
      unit: 'department-xinguan',
    })
    const signIn = { username: 'shen.hua', password: body.initialPassword }
    const cookie = cookieOf(await whole.nobody.post('/api/session', signIn))
    const other = cookieOf(await whole.nobody.post('/api/session', signIn))
    const client = whole.withCookie(cookie)
    expect(await client.get('/api/progress-entries')).toMatchObject({
      status: 403,
      body: { type: 'urn:xushi:problem:password-change-required' },
    })
    const weak = await client.post('/api/session/password', { current: body.initialPassword, next: 'password' })
    expect(weak.body.type).toBe('urn:xushi:problem:weak-password')
    const changed = await client.post('/api/session/password', { current: body.initialPassword, next: 'Huang-He-99!' })
    expect(changed).toMatchObject({ status: 200, body: { user: { mustChangePassword: false } } })
    expect((await client.get('/api/progress-entries')).status).toBe(200)
    expect(await user(other)).toBeNull()
  })
})

describe('the cookie of a session', () => {
  it('is bound to its host and to TLS where people come over TLS', async () => {
    const publicUrl = 'https://xushi.example.gov.cn'
    const whole = await wholeApp({ publicUrl })
    const answer = await whole.nobody.send('POST', '/api/session', credentials, { origin: publicUrl })
    expect(setCookie(answer)).toMatch(
      /^__Host-xushi=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect((await whole.withCookie(cookieOf(answer)).get('/api/session')).body.user).not.toBeNull()
    const plain = cookieOf(answer).replace('__Host-', '')
    expect((await whole.withCookie(plain).get('/api/session')).body.user).toBeNull()
    await whole.close()
  })
})

describe('guessing passwords', () => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp()
  })
  afterAll(() => whole.close())

  it('is stopped after five tries; case, width, fields and headers make no new ones', async () => {
    const names = ['approver', 'APPROVER', 'ａpprover', ' approver', 'Approver']
    const answers: Answer[] = []
    for (const username of names) {
      answers.push(await whole.nobody.post('/api/session', { username, password: 'wrong' }))
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    for (const headers of [
      {},
      { 'x-forwarded-for': '198.51.100.7' },
      { forwarded: 'for=198.51.100.8' },
      { 'x-real-ip': '1.1.1.1' },
    ]) {
      const body = { username: 'approver', password: castPassword }
      const answer = await whole.nobody.send('POST', '/api/session', body, headers)
      expect(answer).toMatchObject({ status: 429, body: { type: 'urn:xushi:problem:too-many-attempts' } })
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800)
    }
    const extra = await whole.nobody.post('/api/session', { username: 'approver', password: 'x', email: 'new@x' })
    expect(extra.status).toBe(400)
    const colleague = await whole.nobody.post('/api/session', { username: 'auditor', password: castPassword })
    expect(colleague.status).toBe(201)
  })

  it('is stopped as well when all tries come at once', async () => {
    const tries = Array.from({ length: 30 }, () =>
      whole.nobody.post('/api/session', { username: 'recorder', password: 'wrong' }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(25)
  })
})

describe('the first administrator', () => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ people: false })
  })
  afterAll(() => whole.close())

  const account = { username: 'admin.one', displayName: '首位管理员', password: 'Chang-Jiang-7' }

  it('is made once with the secret of a file that only the operator reads', async () => {
    const { clock, home, store, nobody } = whole
    expect((await nobody.get('/api/installation')).body).toMatchObject({ needsFirstAdministrator: true, demo: false })
    const file = await offerFirstAdministrator(store, clock, { home, address: `http://${host}` })
    expect(file).toBe(firstAdministratorFile(home))
    expect((await stat(file ?? '')).mode & 0o777).toBe(0o600)
    const link = new URL((await readFile(file ?? '', 'utf8')).trim())
    expect(link.pathname).toBe('/first-administrator')
    const token = link.hash.slice(1)

    const wrong = await nobody.post('/api/first-administrator', { ...account, token: `${token}x` })
    expect(wrong).toMatchObject({ status: 403, body: { type: 'urn:xushi:problem:first-administrator-closed' } })
    const weak = await nobody.post('/api/first-administrator', { ...account, token, password: 'admin' })
    expect(weak.status).toBe(422)
    const made = await nobody.post('/api/first-administrator', { ...account, token })
    expect(made).toMatchObject({ status: 201, body: { user: { role: 'administrator', username: 'admin.one' } } })
    await expect(stat(file ?? '')).rejects.toThrow('ENOENT')
    expect((await nobody.post('/api/first-administrator', { ...account, token, username: 'two' })).status).toBe(403)
    expect(await offerFirstAdministrator(store, clock, { home, address: '' })).toBeNull()

    const client = whole.withCookie(cookieOf(made))
    expect((await client.get('/api/checklist')).body).toEqual({ recorders: 0, approvers: 0, entries: 0, approvals: 0 })
    const last = await client.send('PATCH', `/api/users/${made.body.user.id}`, { version: 1, disabled: true })
    expect(last.body.type).toBe('urn:xushi:problem:last-administrator')
  })

  it('cannot be made with a secret that is older than a day', async () => {
    const fresh = await wholeApp({ people: false })
    const expiresAt = new Date(Date.parse(fresh.clock()) + 86_400_000).toISOString()
    const token = await openFirstAdministrator(fresh.store, expiresAt)
    fresh.clock.moveTo(new Date(Date.parse(expiresAt) + 1).toISOString())
    expect((await fresh.nobody.post('/api/first-administrator', { ...account, token })).status).toBe(403)
    await fresh.close()
  })
})

describe('a password that has grown old', () => {
  const signedInAfter = async (passwordPolicy: 'dengbao' | 'asvs', days: number) => {
    const whole = await wholeApp({ passwordPolicy })
    whole.clock.moveTo(new Date(Date.parse(whole.clock()) + days * 86_400_000).toISOString())
    const client = whole.withCookie(cookieOf(await whole.nobody.post('/api/session', credentials)))
    return { whole, client }
  }

  it('lets one do nothing but change it, under 等保 after 90 days', async () => {
    const { whole, client } = await signedInAfter('dengbao', 91)
    expect((await client.get('/api/session')).body.user.mustChangePassword).toBe(true)
    expect((await client.get('/api/recording-desk')).body.type).toMatch(/password-change-required$/)
    const next = { current: castPassword, next: 'Huang-He-2021' }
    expect((await client.post('/api/session/password', next)).status).toBeLessThan(300)
    expect((await client.get('/api/recording-desk')).status).toBe(200)
    await whole.close()
  })

  it('is as good as before within the 90 days, and always under ASVS', async () => {
    for (const [policy, days] of [
      ['dengbao', 89],
      ['asvs', 900],
    ] as const) {
      const { whole, client } = await signedInAfter(policy, days)
      expect((await client.get('/api/recording-desk')).status).toBe(200)
      await whole.close()
    }
  })

  it('is replaced under ASVS by a long one of any composition', async () => {
    const { whole, client } = await signedInAfter('asvs', 1)
    const change = (next: string) => client.post('/api/session/password', { current: castPassword, next })
    expect((await change('Huang-He-2021')).body.type).toMatch(/weak-passphrase$/)
    expect((await change('four small words here')).status).toBeLessThan(300)
    await whole.close()
  })
})
