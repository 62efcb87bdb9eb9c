import { verifyLedger } from '@xushi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listening } from '../../test/listening.ts'
import { host, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { contracts } from '../contracts.ts'

const drafts = '/api/indicators/identifier-registrations/progress-entries'
const draft = { region: '320000', period: '2020-12', value: 1 }

let whole: WholeApp
beforeAll(async () => {
  whole = await wholeApp()
})
afterAll(() => whole.close())

const ask = (headers: Record<string, string>, url = drafts, method: 'POST' | 'PATCH' | 'DELETE' = 'POST') =>
  whole.app.inject({
    method,
    url,
    payload: draft,
    headers: { host, cookie: whole.cookieOf('regional-recorder'), ...headers },
  })

describe('a request that changes something and carries a cookie', () => {
  it.each([
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://${host}.evil.example` },
    { origin: `http://${host}:8081` },
    { origin: 'xushi.test' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ])('is refused from %j', async (headers) => {
    const answer = await ask(headers)
    expect(answer.statusCode).toBe(403)
    expect(answer.json().type).toBe('urn:xushi:problem:foreign-origin')
  })

  it('is refused on every address of the API, whatever its body', async () => {
    const before = await verifyLedger(whole.store)
    for (const { method, url } of contracts.filter((contract) => contract.method !== 'GET')) {
      const address = url.replace(':indicator', 'secondary-nodes').replace(':id', 'x')
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
        const headers = { origin: 'https://evil.example', 'content-type': type }
        const answer = await ask(headers, address, method === 'GET' ? 'POST' : method)
        expect([url, answer.statusCode]).toEqual([url, 403])
      }
    }
    expect(await verifyLedger(whole.store)).toEqual(before)
  })

  it.each([{ origin: `http://${host}` }, { 'sec-fetch-site': 'same-origin' }])('passes from %j', async (headers) => {
    expect([201, 409]).toContain((await ask(headers)).statusCode)
  })

  it('is held against PUBLIC_URL where there is one', async () => {
    const publicUrl = 'https://xushi.example.gov.cn'
    const behind = await wholeApp({ publicUrl, people: false })
    const post = (origin: string) =>
      behind.app.inject({ method: 'POST', url: '/api/session', payload: {}, headers: { host, cookie: 'a=b', origin } })
    expect((await post(publicUrl)).statusCode).toBe(400)
    expect((await post(`http://${host}`)).statusCode).toBe(403)
    await behind.close()
  })
})

describe('reading', () => {
  it('writes nothing, at any address', async () => {
    const before = await verifyLedger(whole.store)
    for (const { url } of contracts.filter(({ method }) => method === 'GET')) {
      // A stream does not end by itself.
      if (url === '/api/events') {
        ;(await listening(whole.app, whole.cookieOf('auditor'))).leave()
        continue
      }
      await whole.as('auditor').get(url.replace(':programme', 'miit-2020-8').replace(':indicator', 'secondary-nodes'))
    }
    expect(await verifyLedger(whole.store)).toEqual(before)
  })
})
