import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castPassword, engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const planted = ['Planted-Next-Word-71', 'typed-as-a-name-Planted-72', 'Planted-Wrong-Word-73'] as const

describe.each(engines)('credentials and the exported ledger, on %s', (engine) => {
  let whole: WholeApp
  let file: string
  const secrets: string[] = [castPassword, ...planted]

  beforeAll(async () => {
    whole = await wholeApp({ engine })
    const [next, name, wrong] = planted
    const signIn = async (username: string, password: string) => {
      const answer = await whole.nobody.post('/api/session', { username, password })
      const cookie = String(answer.headers['set-cookie'] ?? '').split(';', 1)[0] ?? ''
      if (cookie !== '') secrets.push(cookie.slice('xushi='.length))
      return { status: answer.status, cookie }
    }
    const { cookie } = await signIn('recorder', castPassword)
    const change = await whole.withCookie(cookie).post('/api/session/password', { current: castPassword, next })
    expect(change.status).toBeLessThan(300)
    expect((await signIn('recorder', next)).status).toBe(201)
    expect((await signIn(name, wrong)).status).toBe(401)
    expect((await signIn('recorder', wrong)).status).toBe(401)
    const administrator = whole.as('administrator')
    const made = await administrator.post('/api/users', {
      username: 'new-one',
      displayName: '新人',
      role: 'regional-recorder',
      unit: 'communications-320000',
    })
    expect(made.status).toBe(201)
    const { id, version } = made.body.user
    expect((await signIn('new-one', made.body.initialPassword)).status).toBe(201)
    const reset = await administrator.post(`/api/users/${id}/password-reset`, { version })
    expect(reset.status).toBe(200)
    secrets.push(made.body.initialPassword, reset.body.initialPassword)
    file = (await whole.as('auditor').get('/api/audit-events?format=ndjson')).text
    secrets.push(...whole.cookieOf('auditor').split('=').slice(1))
    const hashes = await whole.store.read(({ db, t }) => db.select({ hash: t.account.passwordHash }).from(t.account))
    secrets.push(...hashes.map(({ hash }) => hash))
    secrets.push(...(await readFile(path.join(whole.home, 'ledger-key.pem'), 'utf8')).split('\n').slice(1, 2))
  })
  afterAll(() => whole.close())

  it('tells of what happened', () => {
    for (const action of ['account-created', 'password-changed', 'password-reset'])
      expect(file).toContain(`"${action}"`)
  })

  it('has none of them in it, nor their SHA-256', () => {
    expect(secrets.length).toBeGreaterThan(20)
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(8)
      expect(file).not.toContain(secret)
      expect(file).not.toContain(createHash('sha256').update(secret).digest('hex'))
    }
    expect(file).not.toMatch(/argon2|password_?hash|token_?hash|PRIVATE KEY/i)
  })
})
