import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ReportPage, ReportVerification } from '@xushi/contract'
import { reportFormats } from '@xushi/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../test/answer.ts'
import { made } from '../../test/made-report.ts'
import { engines, host, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { contentStore } from '../evidence/content-store.ts'

const monthly = { programme: 'miit-2020-8', kind: 'monthly', on: '2020-10-31', texts: { foreword: '本月按期完成。' } }

describe.each(engines)('a report is verified, on %s', (engine) => {
  let whole: WholeApp
  let issued: ReportPage
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    const { body } = await whole.as('recorder').post('/api/reports', monthly)
    const ready = await made(whole, 'recorder', body.id)
    const move = (who: Someone, how: string, more: object) => whole.as(who).post(`/api/reports/${body.id}/${how}`, more)
    const sent = await move('recorder', 'submission', { version: ready.version })
    await move('programme-manager', 'issuance', { version: sent.body.version, digest: ready.digest })
    issued = await made(whole, 'recorder', body.id)
  })
  afterAll(() => whole.close())

  const file = async (format: string) =>
    (await whole.as('recorder').get(`/api/reports/${issued.id}/file?format=${format}`)).bytes
  const byFile = async (who: Someone, bytes: Uint8Array): Promise<Answer> => {
    const form = new FormData()
    form.append('file', new Blob([Buffer.from(bytes)]), 'report')
    const sent = new Response(form)
    const headers = { 'content-type': sent.headers.get('content-type') ?? '', cookie: whole.cookieOf(who), host }
    const raw = await whole.app.inject({
      method: 'POST',
      url: '/api/report-verifications',
      headers: { ...headers, origin: `http://${host}` },
      payload: Buffer.from(await sent.arrayBuffer()),
    })
    return {
      status: raw.statusCode,
      body: raw.json(),
      text: raw.payload,
      bytes: raw.rawPayload,
      headers: raw.headers,
      raw,
    }
  }
  const byNumber = async (number: string): Promise<Answer> =>
    whole.as('auditor').send('POST', `/api/report-verifications?number=${encodeURIComponent(number)}`)

  it('by its number: made again from the ledger, it is the same, and its files are whole', async () => {
    const { body } = await byNumber('进展报告〔2021〕1号')
    expect(body).toMatchObject({ verdict: 'same', report: { id: issued.id }, differences: [], more: 0 })
    expect(body.digest.made).toBe(issued.digest)
    expect(body.files.map(({ state }: { state: string }) => state)).toEqual(issued.files.map(() => 'sound'))
    // As it is typed where the keyboard has no 〔.
    expect((await byNumber('进展报告[2021]1号')).status).toBe(200)
    expect((await byNumber('（2021）1')).status).toBe(200)
    expect((await byNumber('进展报告〔2021〕99号')).status).toBe(404)
    expect((await byNumber('随便什么')).status).toBe(404)
  })

  it.each(reportFormats)('by its %s file: the same bytes, of the report in the archive', async (format) => {
    const { body } = await byFile('auditor', await file(format))
    expect(body).toMatchObject({
      verdict: 'same',
      report: { id: issued.id, number: issued.number },
      files: [{ format, state: 'same-bytes' }],
    })
  })

  it('and an altered figure is found, with what it was', async () => {
    const csv = (await file('csv')).toString()
    const altered = csv.replace('时间已过78.7%', '时间已过88.7%')
    expect(altered).not.toBe(csv)
    const { body }: { body: ReportVerification } = await byFile('auditor', Buffer.from(altered))
    expect(body).toMatchObject({ verdict: 'differs', files: [{ format: 'csv', state: 'differs' }] })
    expect(body.differences[0]).toMatchObject({
      expected: expect.stringContaining('78.7%'),
      found: expect.stringContaining('88.7%'),
    })
  })

  it('and what is no report, or asks for what cannot be asked, is told so', async () => {
    for (const bytes of ['', 'nothing', '{}', '%PDF-1.4 nothing', 'PK\u0003\u0004 nothing']) {
      const { status, body } = await byFile('auditor', Buffer.from(bytes))
      expect([bytes, status, body.type]).toEqual([bytes, 422, 'urn:xushi:problem:not-a-report'])
    }
    const csv = (await file('csv')).toString()
    for (const [from, to] of [
      ['miit-2020-8', 'no-such'],
      ['""period"":""2020-10""', '""period"":""2020-11""'],
      [/""knownAt"":\d+/g, '""knownAt"":99999999'],
    ] as const) {
      const { status, body } = await byFile('auditor', Buffer.from(csv.replaceAll(from, to)))
      expect([String(from), status, body.type]).toEqual([String(from), 422, 'urn:xushi:problem:not-a-report'])
    }
  })

  it('and what was changed around the product is named: a kept file, what the author wrote', async () => {
    const [first] = issued.files
    if (first === undefined) throw new Error('it has files')
    const place = contentStore(whole.home, 'reports').placeOf(first.sha256)
    const bytes = await readFile(place)
    expect(filesVerified(whole)).toMatchObject({ status: 0 })
    await writeFile(place, Buffer.concat([bytes, Buffer.from(' ')]))
    expect(filesVerified(whole)).toMatchObject({ status: 1, stdout: expect.stringContaining(`(report ${issued.id})`) })
    expect((await byNumber('进展报告〔2021〕1号')).body).toMatchObject({
      verdict: 'differs',
      files: [{ format: first.format, state: 'altered' }, {}, {}, {}, {}],
    })
    const lost = await whole.as('auditor').get(`/api/reports/${issued.id}/file?format=${first.format}`)
    expect(lost.body.type).toBe('urn:xushi:problem:file-altered')
    await writeFile(place, bytes)

    const untouched = await file('csv')
    await whole.store.write(async ({ db, t }) => {
      await db.update(t.report).set({ texts: '{"foreword":"本月提前完成。"}' })
    })
    const { body }: { body: ReportVerification } = await byNumber('进展报告〔2021〕1号')
    expect(body.verdict).toBe('differs')
    expect(body.differences).toContainEqual({
      expected: expect.stringContaining('本月按期完成。'),
      found: expect.stringContaining('本月提前完成。'),
    })
    // The file itself is the one that was issued.
    expect((await byFile('auditor', untouched)).body).toMatchObject({
      verdict: 'differs',
      files: [{ format: 'csv', state: 'sound' }],
    })
  })
})

/** npm run evidence:verify on the store of the app. */
function filesVerified({ home, databaseUrl }: WholeApp) {
  const program = path.resolve(import.meta.dirname, '../evidence-verify-command.ts')
  const env = { PATH: process.env.PATH, XUSHI_HOME: home, ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }) }
  return spawnSync(process.execPath, [program], { encoding: 'utf8', env })
}
