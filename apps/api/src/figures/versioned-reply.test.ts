import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const on = 'on=2020-12-31'
const addresses = [
  `/api/programmes/miit-2020-8/dashboard?${on}`,
  `/api/programmes/miit-2020-8/dashboard?${on}&region=320000`,
  `/api/indicators/identifier-registrations?${on}`,
  `/api/indicators/identifier-registrations/derivation?${on}`,
]

describe.each(engines)('a versioned answer, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    const recorded = await record(31_000_000, '2020-12')
    await approve(recorded)
  })
  afterAll(() => whole.close())

  const record = async (value: number, period: string) => {
    const url = '/api/indicators/identifier-registrations/progress-entries'
    const { body } = await whole.as('regional-recorder').post(url, { region: '320000', period, value })
    return body
  }
  const approve = async ({ id, version }: { id: string; version: number }) => {
    const submitted = await whole.as('regional-recorder').post(`/api/progress-entries/${id}/submission`, { version })
    await whole.as('approver').approve(`/api/progress-entries/${id}`, submitted.body.version)
  }
  const etagOf = async (client: Client, url: string) => String((await client.get(url)).headers.etag)

  it.each(addresses)('of %s is never the one of somebody who may see more', async (url) => {
    const signedIn = await whole.as('approver').get(url)
    const stranger = await whole.nobody.get(url)
    expect(signedIn.text).toContain('31000000')
    expect(stranger.text).not.toContain('31000000')
    expect(stranger.text).not.toContain('李静')
    expect(stranger.headers.etag).not.toBe(signedIn.headers.etag)

    const held = await whole.nobody.get(url, { 'if-none-match': String(signedIn.headers.etag) })
    expect([held.status, held.text]).toEqual([200, stranger.text])
    const forged = await whole.withCookie('xushi=forged').get(url, { 'if-none-match': String(signedIn.headers.etag) })
    expect([forged.status, forged.text]).toEqual([200, stranger.text])
  })

  it('says so in its headers, and sets no cookie', async () => {
    const { headers } = await whole.as('approver').get(addresses[0] ?? '')
    expect(headers).toMatchObject({
      'cache-control': 'private, no-cache',
      vary: expect.stringMatching(/Cookie, Accept-Language/),
      etag: expect.stringMatching(/^W\/"[\w-]{27}"$/),
    })
    expect(headers['set-cookie']).toBeUndefined()
  })

  it.each(addresses)('of %s is 304 to whoever holds it, until a figure moves', async (url) => {
    const etag = await etagOf(whole.as('approver'), url)
    const again = await whole.as('auditor').get(url, { 'if-none-match': `"other", ${etag}` })
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag])
  })

  it('moves with an approval, not with a draft', async () => {
    const [url = ''] = addresses
    const before = await etagOf(whole.as('approver'), url)
    const draft = await record(24_000_000, '2020-11')
    expect(await etagOf(whole.as('approver'), url)).toBe(before)
    await approve(draft)
    expect(await etagOf(whole.as('approver'), url)).not.toBe(before)
  })

  it('is the figure of then with knownAt, whatever came later', async () => {
    const url = `/api/indicators/identifier-registrations/series?by=region`
    const now = await whole.as('approver').get(url)
    const corrected = await record(20_000_000, '2020-10')
    await approve(corrected)
    const then = await whole.as('approver').get(`${url}&knownAt=${now.body.figuresSeq}`)
    expect(then.body.total.flow).toEqual(now.body.total.flow)
    expect(then.body.knownAt).toBe(now.body.figuresSeq)
  })

  it('is the same in every encoding', async () => {
    const [url = ''] = addresses
    const plain = await whole.as('approver').get(url)
    const brotli = await whole.as('approver').get(url, { 'accept-encoding': 'gzip, br' })
    const gzip = await whole.as('approver').get(url, { 'accept-encoding': 'gzip' })
    expect([brotli.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip'])
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(plain.text)
    expect(gunzipSync(gzip.bytes).toString()).toBe(plain.text)
    expect(brotli.bytes.length).toBeLessThan(plain.bytes.length / 4)
  })
})
