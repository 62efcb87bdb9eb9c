import { listEntries } from '@xushi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const registrations = '/api/indicators/identifier-registrations/progress-entries'
const cell = { region: '320000', period: '2020-12' }
const good = { ...cell, value: 31_000_000 }

let whole: WholeApp
beforeAll(async () => {
  whole = await wholeApp()
})
afterAll(() => whole.close())

/** What is stored, to hold it equal after a refusal. */
const stored = () => whole.store.read((reading) => listEntries(reading, {}, { cursor: null, limit: 200 }))

async function refused(who: Someone, url: string, body: unknown, headers: Record<string, string> = {}) {
  const before = await stored()
  const answer = await whole.as(who).send('POST', url, body, headers)
  expect(await stored()).toEqual(before)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  return answer
}

describe('a value', () => {
  it.each([
    { body: { ...cell, value: '31000000' }, says: '应为数字' },
    { body: { ...cell, value: null }, says: '应为数字' },
    { body: { ...cell, value: true }, says: '应为数字' },
    { body: { ...cell, value: [1] }, says: '应为数字' },
    { body: { ...cell, value: { $gt: 0 } }, says: '应为数字' },
    { body: { ...cell, value: 9_007_199_254_740_993n }, says: '不能大于 9007199254740991' },
    { body: '{"region":"320000","period":"2020-12","value":1e400}', says: '应为数字' },
    { body: '{"region":"320000","period":"2020-12","value":-1e400}', says: '应为数字' },
  ])('is refused as $body.value: $says', async ({ body, says }) => {
    const text =
      typeof body === 'string'
        ? body
        : JSON.stringify(body, (_key, value) => (typeof value === 'bigint' ? Number(value) : value))
    const answer = await refused('regional-recorder', registrations, text, { 'content-type': 'application/json' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toContainEqual({ pointer: '/value', detail: expect.stringContaining(says) })
  })

  it.each([
    { value: 12.5, kind: 'value-not-whole' },
    { value: -1, kind: 'value-out-of-range' },
  ])('of $value is refused where whole units from 0 are asked', async ({ value, kind }) => {
    const answer = await refused('regional-recorder', registrations, { ...cell, value })
    expect(answer).toMatchObject({
      status: 422,
      body: { type: `urn:xushi:problem:${kind}`, errors: [{ pointer: '/value' }] },
    })
  })

  it('of a yes-or-no goal is 0 or 1', async () => {
    const url = '/api/indicators/provincial-security-platforms/progress-entries'
    expect((await refused('regional-recorder', url, { ...cell, value: 2 })).body.type).toMatch(/value-out-of-range$/)
  })
})

describe('a body', () => {
  it.each([
    { case: 'neither value nor absence', body: cell, pointer: '', says: '请填写 value 或 absence 之一' },
    { case: 'both value and absence', body: { ...good, absence: 'withheld' }, pointer: '', says: '只能填一个' },
    { case: 'a misspelt value', body: { ...cell, vlaue: 1 }, pointer: '/vlaue', says: '没有“vlaue”这个字段' },
    { case: 'a misspelt field besides', body: { ...good, notes: 'x' }, pointer: '/notes', says: '没有“notes”这个字段' },
    { case: 'no region', body: { period: '2020-12', value: 1 }, pointer: '/region', says: '缺少“region”' },
    { case: 'a region of another form', body: { ...good, region: '32' }, pointer: '/region', says: '格式不对' },
    {
      case: 'an absence that does not exist',
      body: { ...cell, absence: 'none' },
      pointer: '/absence',
      says: '只能是下列之一',
    },
    {
      case: 'a state of its own',
      body: { ...good, state: 'approved' },
      pointer: '/state',
      says: '没有“state”这个字段',
    },
    { case: 'an id of its own', body: { ...good, id: 'x' }, pointer: '/id', says: '没有“id”这个字段' },
    {
      case: 'a note of 2001 characters',
      body: { ...good, note: 'x'.repeat(2001) },
      pointer: '/note',
      says: '最多 2000',
    },
    { case: 'a list', body: [good], pointer: '', says: '应为一个 JSON 对象' },
  ])('with $case is refused at $pointer', async ({ body, pointer, says }) => {
    const answer = await refused('regional-recorder', registrations, body)
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toContainEqual({ pointer, detail: expect.stringContaining(says) })
  })

  it('that tries to change the prototype of objects is refused and changes nothing', async () => {
    for (const text of ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}']) {
      const answer = await refused('regional-recorder', registrations, text, { 'content-type': 'application/json' })
      expect(answer.status).toBe(400)
    }
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('that is no JSON is refused', async () => {
    const answer = await refused('regional-recorder', registrations, '{"region":', {
      'content-type': 'application/json',
    })
    expect(answer).toMatchObject({ status: 400, body: { type: 'urn:xushi:problem:malformed-json' } })
  })

  it('nested half a million deep is refused', async () => {
    const text = `{"region":${'['.repeat(500_000)}${']'.repeat(500_000)}}`
    const answer = await refused('regional-recorder', registrations, text, { 'content-type': 'application/json' })
    expect(answer.status).toBe(400)
  })

  it('of 10 MB is refused', async () => {
    const text = JSON.stringify({ ...good, note: 'x'.repeat(10_000_000) })
    const answer = await refused('regional-recorder', registrations, text, { 'content-type': 'application/json' })
    expect(answer).toMatchObject({ status: 413, body: { type: 'urn:xushi:problem:body-too-large' } })
  })

  it.each([
    'text/plain',
    'text/html',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json-seq',
    'application/jsonx',
    'text/json',
  ])('of type %s is refused', async (type) => {
    const answer = await refused('regional-recorder', registrations, JSON.stringify(good), { 'content-type': type })
    expect(answer).toMatchObject({ status: 415, body: { type: 'urn:xushi:problem:content-type' } })
  })

  it('is refused in English for those who prefer it', async () => {
    const answer = await refused('regional-recorder', registrations, cell, {
      'accept-language': 'en-GB,en;q=0.9,zh;q=0.5',
    })
    expect(answer.body).toMatchObject({ title: 'The request is not filled in correctly' })
    expect(answer.headers['content-language']).toBe('en')
  })
})

describe('a cell', () => {
  it.each([
    {
      case: 'an indicator that does not exist',
      url: '/api/indicators/no-such-thing/progress-entries',
      body: good,
      status: 404,
      kind: 'unknown-indicator',
    },
    {
      case: 'a region that does not exist',
      url: registrations,
      body: { ...good, region: '999999' },
      status: 422,
      kind: 'unknown-region',
    },
    { case: 'month 13', url: registrations, body: { ...good, period: '2020-13' }, status: 422, kind: 'unknown-period' },
    { case: 'a week', url: registrations, body: { ...good, period: '2020-W01' }, status: 422, kind: 'unknown-period' },
    { case: 'a day', url: registrations, body: { ...good, period: '2020-12-31' }, status: 422, kind: 'unknown-period' },
    {
      case: 'a period that is not over',
      url: registrations,
      body: { ...good, period: '2021-02' },
      status: 422,
      kind: 'period-not-over',
    },
    {
      case: 'a period before the programme',
      url: registrations,
      body: { ...good, period: '2019-12' },
      status: 422,
      kind: 'period-before-programme',
    },
    {
      case: 'a region outside the scope',
      url: registrations,
      body: { ...good, region: '330000' },
      status: 403,
      kind: 'out-of-scope',
    },
    {
      case: 'the nation, by a region',
      url: registrations,
      body: { ...good, region: '000000' },
      status: 403,
      kind: 'out-of-scope',
    },
    {
      case: 'a unit that does not exist',
      url: registrations,
      body: { ...good, unit: 'nobody' },
      status: 422,
      kind: 'unknown-unit',
    },
    {
      case: 'a unit that reports something else',
      url: registrations,
      body: { ...good, unit: 'industry-320000' },
      status: 422,
      kind: 'not-expected',
    },
    {
      case: 'a counted goal',
      url: '/api/indicators/local-enterprise-cases/progress-entries',
      body: good,
      status: 422,
      kind: 'counted-indicator',
    },
    {
      case: 'a milestone',
      url: '/api/indicators/national-data-centre/progress-entries',
      body: good,
      status: 422,
      kind: 'not-recordable',
    },
    {
      case: 'a city inside its province',
      url: registrations,
      body: { ...good, region: '320100' },
      status: 422,
      kind: 'not-reporting-level',
    },
  ])('for $case is refused', async ({ url, body, status, kind }) => {
    const answer = await refused('regional-recorder', url, body)
    expect(answer).toMatchObject({ status, body: { type: `urn:xushi:problem:${kind}` } })
  })
})

describe('a text', () => {
  const texts = [
    "'; drop table progress_entry; --",
    "1)-- ' or 1=1",
    '%_%',
    '"><svg onload=alert(1)>',
    '</script><script>alert(1)</script>',
    '=HYPERLINK("http://x")',
    '😀'.repeat(500),
  ]

  it.each(texts)('like %j is kept as it is and hurts nobody', async (note) => {
    const period = `2020-${String(3 + texts.indexOf(note)).padStart(2, '0')}`
    const answer = await whole.as('regional-recorder').post(registrations, { ...good, period, note })
    expect(answer).toMatchObject({ status: 201, body: { note: note } })
    const again = await whole.as('regional-recorder').get(`/api/progress-entries/${answer.body.id}`)
    expect(again.body.entry.note).toBe(note)
  })

  it.each([
    '空\u0000字',
    '\u001b[31m红',
    '\u202e反向',
    '\u2066隔离',
    '零\u200b宽',
    '右\u200f左',
    '连\u2060字',
    '软\u00ad连',
    '首\ufeff标',
    '行\u2028分',
    '\u3164',
  ])('like %j is refused: nobody types that', async (note) => {
    const answer = await refused('regional-recorder', registrations, { ...good, note })
    expect(answer).toMatchObject({
      status: 400,
      body: {
        type: 'urn:xushi:problem:hidden-characters',
        detail: expect.stringMatching(/第 [12] 个字符（U\+[0-9A-F]{4}）看不见/),
        errors: [{ pointer: '/note' }],
      },
    })
  })

  it.each(["'", '1)--', '%', '_', '%27%20or%201=1', 'x'.repeat(10_000), '../../etc/passwd', '%00'])(
    'like %j in any query is refused or finds nothing, and is no fault',
    async (text) => {
      const value = encodeURIComponent(text)
      for (const name of ['state', 'indicator', 'region', 'period', 'cursor', 'limit', 'nothing']) {
        const { status, body } = await whole.as('regional-viewer').get(`/api/progress-entries?${name}=${value}`)
        expect([status, name]).toEqual([
          expect.toSatisfy((code: number) => code === 200 || (code >= 400 && code < 500)),
          name,
        ])
        if (status === 200) expect(body.entries).toEqual([])
      }
      const { status } = await whole.as('regional-viewer').get(`/api/indicators/${value}/series`)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    },
  )
})

describe('a query', () => {
  it.each([
    '/api/progress-entries?state=draft&state=approved',
    '/api/progress-entries?region[]=320000',
    '/api/progress-entries?region[x]=1',
    '/api/progress-entries?__proto__=1',
    '/api/progress-entries?constructor.prototype=1',
    '/api/progress-entries?limit=1e9',
    '/api/progress-entries?limit=0',
    '/api/progress-entries?limit=ten',
    '/api/progress-entries?cursor=1~2',
    '/api/progress-entries?period=2020-13',
    '/api/programmes/miit-2020-8/dashboard?on=2020-02-30',
    '/api/programmes/miit-2020-8/dashboard?on=2020-1-1',
    '/api/programmes/miit-2020-8/dashboard?on=today',
    '/api/programmes/miit-2020-8/dashboard?knownAt=yesterday',
    '/api/programmes/miit-2020-8/dashboard?knownAt=99999999',
    '/api/programmes/miit-2020-8/dashboard?region=999999',
    '/api/programmes/miit-2020-8/dashboard?om=2020-10-29',
    '/api/indicators/secondary-nodes/series?from=2020-12&to=2020-01',
    '/api/indicators/secondary-nodes/series?from=2020-W01',
    '/api/exports/progress-entries?format=pdf',
    '/api/exports/progress-entries?format=csv&from=2020-12&to=2020-01',
  ])('%s is refused', async (url) => {
    const answer = await whole.as('auditor').get(url)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect([400, 422]).toContain(answer.status)
  })
})
