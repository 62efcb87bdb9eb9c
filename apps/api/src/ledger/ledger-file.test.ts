import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { verifyLedgerFile } from './verify-ledger-file.mjs'

const address = '/api/audit-events?format=ndjson'

describe.each(engines)('the ledger as a file, on %s', (engine) => {
  let whole: WholeApp
  let folder: string
  let text: string
  let headers: Readonly<Record<string, unknown>>
  let entry: { readonly id: string }

  beforeAll(async () => {
    whole = await wholeApp({ engine })
    folder = await mkdtemp(path.join(tmpdir(), 'xushi-ledger-'))
    const body = { region: '320000', period: '2020-10', value: 5, note: '含存量' }
    const recorder = whole.as('regional-recorder')
    const draft = await recorder.post('/api/indicators/identifier-registrations/progress-entries', body)
    const submitted = await recorder.post(`/api/progress-entries/${draft.body.id}/submission`, { version: 1 })
    const { version } = submitted.body
    const approved = await whole.as('approver').approve(`/api/progress-entries/${draft.body.id}`, version)
    entry = approved.body
    const answer = await whole.app.inject({
      method: 'GET',
      url: address,
      headers: { cookie: whole.cookieOf('auditor'), host: 'xushi.test' },
    })
    headers = answer.headers
    text = answer.body
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
    await whole.close()
  })

  const verdictOf = async (content: string | Uint8Array, key?: string) => {
    const file = path.join(folder, 'ledger.ndjson')
    await writeFile(file, content)
    return verifyLedgerFile(file, key)
  }
  const linesOf = () => text.trimEnd().split('\n')

  it('holds, and is signed by the key of the installation, which nobody else can read', async () => {
    const { body } = await whole.as('auditor').get('/api/audit-events')
    expect(await verdictOf(text, body.key)).toMatchObject({ holds: true, events: linesOf().length - 1, key: body.key })
    expect(await verdictOf(text, '0'.repeat(64))).toMatchObject({ holds: false, why: 'other-key' })
    expect((await stat(path.join(whole.home, 'ledger-key.pem'))).mode & 0o777).toBe(0o600)
  })

  it('is for those who may read the ledger', async () => {
    expect(await whole.as('recorder').get('/api/audit-events?format=ndjson')).toMatchObject({ status: 403 })
  })

  it('has a name with the day, and is kept by nobody on the way', () => {
    expect(headers['content-disposition']).toBe('attachment; filename="ledger-2021-02-20.ndjson"')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8')
  })

  it('is always the whole ledger, whatever it is asked with', async () => {
    const asked = await whole
      .as('auditor')
      .get('/api/audit-events?format=ndjson&action=entry-approved&limit=1&before=3')
    const events = (file: string) => file.trimEnd().split('\n').slice(0, -1)
    expect(events(asked.text)).toEqual(events(text))
  })

  it('is given thirty times a minute, not more; the page has no such limit', async () => {
    for (let times = 0; times < 28; times += 1) await whole.as('programme-manager').get(address)
    const statuses: number[] = []
    for (let times = 0; times < 4; times += 1) statuses.push((await whole.as('programme-manager').get(address)).status)
    expect(statuses).toEqual([200, 200, 429, 429])
    expect((await whole.as('programme-manager').get('/api/audit-events')).status).toBe(200)
  })

  it('is found out when a line is missing, the last one too, or two change places', async () => {
    const lines = linesOf()
    const joined = (changed: readonly string[]) => `${changed.join('\n')}\n`
    expect(await verdictOf(joined(lines.toSpliced(4, 1)))).toMatchObject({ holds: false, seq: 5, why: 'missing' })
    expect(await verdictOf(joined(lines.toSpliced(-2, 1)))).toMatchObject({ holds: false, why: 'head-differs' })
    expect(await verdictOf(joined(lines.slice(0, -1)))).toMatchObject({ holds: false, why: 'no-head' })
    const [third = '', fourth = ''] = lines.slice(2, 4)
    expect(await verdictOf(joined(lines.toSpliced(2, 2, fourth, third)))).toMatchObject({ holds: false, seq: 3 })
  })

  it('is found out after each of 200 changes of one byte', async () => {
    const bytes = Buffer.from(text)
    const changes = fc.sample(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), {
      numRuns: 200,
      seed: 20_201_029,
    })
    for (const [at, by] of changes) {
      const changed = Buffer.from(bytes)
      changed[at] = ((bytes[at] ?? 0) + by) % 256
      expect(await verdictOf(changed), `byte ${at} + ${by}`).toMatchObject({ holds: false })
    }
  })

  it('is filtered on the page by person, subject, action and days', async () => {
    const seen = async (query: string) => {
      const { body } = await whole.as('auditor').get(`/api/audit-events?${query}`)
      return body.events.map(({ action }: { action: string }) => action)
    }
    expect(await seen(`subjectId=${entry.id}`)).toEqual(['entry-approved', 'entry-submitted', 'entry-drafted'])
    expect(await seen(`actor=${whole.idOf('approver')}`)).toEqual(['entry-approved'])
    expect(await seen('action=entry-drafted&from=2021-02-20&to=2021-02-20')).toEqual(['entry-drafted'])
    expect(await seen('action=entry-drafted&to=2021-02-19')).toEqual([])
  })
})
