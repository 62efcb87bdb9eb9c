import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('failed sign-ins, on %s', (engine) => {
  let whole: WholeApp
  let last: string
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    const start = Date.parse(whole.clock())
    for (const [second, [username, password]] of tries.entries()) {
      whole.clock.moveTo(new Date(start + second * 1000).toISOString())
      expect(await whole.nobody.post('/api/session', { username, password })).toMatchObject({ status: 401 })
    }
    last = whole.clock()
  })
  afterAll(() => whole.close())

  const tries = [
    ['nobody', 'wrong-password-1'],
    ['Chang-Jiang-7', 'wrong-password-2'],
    ['admin', 'wrong-password-3'],
    ['root', 'wrong-password-4'],
  ] as const
  const page = (query: string) => whole.as('security-officer').get(`/api/security-events${query}`)

  it('are read newest first, page by page, without a password', async () => {
    const first = await page('?limit=3')
    expect(first).toMatchObject({
      status: 200,
      body: {
        events: [
          { at: last, username: 'root', what: 'wrong-credentials', origin: '127.0.0.1' },
          { username: 'admin' },
          // A password that was typed where the name belongs.
          { username: null },
        ],
      },
    })
    const second = await page(`?limit=3&cursor=${encodeURIComponent(first.body.next)}`)
    expect(second.body).toMatchObject({ events: [{ username: 'nobody' }], next: null })
    expect(JSON.stringify([first.body, second.body])).not.toMatch(/wrong-password|chang-jiang/i)
    expect((await page('')).body).toMatchObject({ events: [{}, {}, {}, {}], next: null })
  })

  it.each(['?limit=0', '?limit=201', '?cursor=x', "?cursor=2020-01-01T00:00:00.000Z~'"])(
    'refuses %s',
    async (query) => {
      expect((await page(query)).status).toBe(400)
    },
  )

  it('are for the security officer and the auditor alone', async () => {
    expect(await whole.as('auditor').get('/api/security-events')).toMatchObject({ status: 200 })
    for (const who of ['administrator', 'programme-manager', 'recorder', 'approver'] as const) {
      expect([who, (await whole.as(who).get('/api/security-events')).status]).toEqual([who, 403])
    }
    expect(await whole.nobody.get('/api/security-events')).toMatchObject({ status: 401 })
  })
})
