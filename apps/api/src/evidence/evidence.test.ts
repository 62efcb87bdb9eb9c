import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aZip } from '../../test/a-zip.ts'
import { attached, pdf, upload } from '../../test/attached.ts'
import { enterprise, registerDesk, thousand } from '../../test/register-desk.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { contentStore, mostBytes } from './content-store.ts'

const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(40)])
const problem = (kind: string) => ({ body: { type: `urn:xushi:problem:${kind}` } })

describe.each(engines)('evidence, on %s', (engine) => {
  let whole: WholeApp
  let draft: { id: string; version: number }
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    draft = await aDraft('2020-12')
  })
  afterAll(() => whole.close())

  const aDraft = async (period: string) => {
    const path = '/api/indicators/identifier-registrations/progress-entries'
    const answer = await whole.as('regional-recorder').post(path, { region: '320000', period, value: 1_000_000 })
    expect(answer).toMatchObject({ status: 201 })
    return answer.body
  }
  const put = (name: string, content: Buffer, subject = draft.id) =>
    attached(whole, 'regional-recorder', { subjectKind: 'progress-entry', subject }, { name, content })
  const listed = async (subject = draft.id) =>
    (await whole.as('regional-recorder').get(`/api/evidence?subjectKind=progress-entry&subject=${subject}`)).body
  const kept = async () => (await contentStore(whole.home).list()).length
  const waiting = async () => (await readdir(path.join(whole.home, 'evidence/incoming')).catch(() => [])).length

  it('is kept by its content, once, and comes back as it was, only as an attachment', async () => {
    const first = await put('统计表.pdf', pdf('one'))
    expect(first).toMatchObject({
      status: 201,
      body: { name: '统计表.pdf', mediaType: 'application/pdf', mayRemove: true },
    })
    const other = await aDraft('2020-11')
    const again = await put('同一份.pdf', pdf('one'), other.id)
    expect(again).toMatchObject({ status: 201, body: { sha256: first.body.sha256, name: '同一份.pdf' } })
    expect(await put('再一次.pdf', pdf('one'))).toMatchObject({ status: 409, ...problem('already-filed') })
    expect(await kept()).toBe(1)
    const sent = await whole.app.inject({
      url: `/api/evidence/${first.body.id}`,
      headers: { cookie: whole.cookieOf('regional-recorder') },
    })
    expect(sent.rawPayload.equals(pdf('one'))).toBe(true)
    expect(sent.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="evidence.pdf"; filename*=UTF-8''%E7%BB%9F%E8%AE%A1%E8%A1%A8.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    const { body } = await whole.as('auditor').get('/api/audit-events?action=evidence-attached')
    expect(body.events[0]).toMatchObject({ subjectKind: 'evidence' })
  })

  it.each([
    { wrong: 'a zip called .pdf', name: '证明.pdf', content: zip },
    { wrong: 'an SVG with a script', name: '图.svg', content: svg },
    { wrong: 'an SVG called .png', name: '图.png', content: svg },
    { wrong: 'a page of HTML', name: '页.html', content: Buffer.from('<!doctype html><script>alert(1)</script>') },
    { wrong: 'a picture called .pdf', name: '图.pdf', content: png },
    { wrong: 'nothing at all', name: '空.pdf', content: Buffer.alloc(0) },
  ])('refuses $wrong by its bytes and keeps nothing', async ({ name, content }) => {
    const before = await kept()
    expect(await put(name, content)).toMatchObject({ status: 415, ...problem('file-type') })
    expect([await kept(), await waiting()]).toEqual([before, 0])
  })

  it.each([
    { fault: 'file-unpacks-too-large', parts: [{ name: 'xl/a.xml', content: Buffer.alloc(1_048_576), says: 1 << 30 }] },
    { fault: 'file-contradicts-itself', parts: [{ name: '../a.xml', content: Buffer.from('x') }] },
  ])('says of an Office file what is wrong with it ($fault), and keeps nothing', async ({ fault, parts }) => {
    const answer = await put('表.xlsx', aZip(parts))
    expect(answer).toMatchObject({ status: 415, ...problem(fault) })
    expect(answer.body.detail).toContain('Office')
    expect(await waiting()).toBe(0)
  })

  it('takes a file of 50 MB and not one of 51', async () => {
    const big = (bytes: number) => Buffer.concat([pdf('big'), Buffer.alloc(bytes - pdf('big').length)])
    expect(await put('大.pdf', big(51 * 1_048_576))).toMatchObject({ status: 413, ...problem('file-too-large') })
    expect(await waiting()).toBe(0)
    expect(await put('刚好.pdf', big(mostBytes))).toMatchObject({ status: 201, body: { size: mostBytes } })
  })

  it('keeps nothing of an upload that breaks off', async () => {
    const before = (await listed()).evidence.length
    const request = upload(
      `/api/evidence?subjectKind=progress-entry&subject=${draft.id}`,
      whole.cookieOf('regional-recorder'),
      { name: '断.pdf', content: pdf('broken off') },
    )
    const payload = request.payload.subarray(0, request.payload.length - 60)
    const answer = await whole.app.inject({ ...request, payload })
    expect([answer.statusCode, answer.json().type]).toEqual([400, 'urn:xushi:problem:upload-broken'])
    expect([(await listed()).evidence.length, await waiting()]).toEqual([before, 0])
  })

  let months = 4
  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\\\windows\\\\表.pdf', '表.pdf'],
    ['报\u200b告\ufeff\t\u202efdp.exe.pdf', '报告fdp.exe.pdf'],
    ['<img src=x>.pdf', '<img src=x>.pdf'],
  ])('shows the name %s as %s', async (name, shown) => {
    const other = await aDraft(`2020-0${months++}`)
    expect(await put(name, pdf(name), other.id)).toMatchObject({ status: 201, body: { name: shown } })
  })

  it('is seen and changed by those who may, while it is being written', async () => {
    const own = await aDraft('2020-08')
    const { body: file } = await put('附件.pdf', pdf('own'), own.id)
    for (const who of ['zhejiang-recorder', 'administrator'] as const) {
      const answer = await whole.as(who).get(`/api/evidence/${file.id}`)
      expect([403, 404]).toContain(answer.status)
    }
    const removed = await whole.as('second-recorder').send('DELETE', `/api/evidence/${file.id}`)
    expect([403, 404, 409]).toContain(removed.status)
    expect((await whole.nobody.get(`/api/evidence/${file.id}`)).status).toBe(401)
    const submitted = await whole
      .as('regional-recorder')
      .post(`/api/progress-entries/${own.id}/submission`, { version: own.version })
    expect(submitted).toMatchObject({ status: 200 })
    expect(await listed(own.id)).toMatchObject({ mayAttach: false, evidence: [{ mayRemove: false }] })
    expect(await put('迟到.pdf', pdf('late'), own.id)).toMatchObject({ status: 409, ...problem('wrong-state') })
    expect(await whole.as('regional-recorder').send('DELETE', `/api/evidence/${file.id}`)).toMatchObject({
      status: 409,
    })
    expect((await whole.as('approver').get(`/api/evidence/${file.id}`)).status).toBe(200)
  })

  it('says when a file is missing or was altered, and does not send it', async () => {
    const { body: file } = await put('原件.pdf', pdf('to be lost'))
    const place = contentStore(whole.home).placeOf(file.sha256)
    await writeFile(place, pdf('something else'))
    expect(await whole.as('regional-recorder').get(`/api/evidence/${file.id}`)).toMatchObject({
      status: 409,
      ...problem('file-altered'),
    })
    await rm(place)
    expect(await whole.as('regional-recorder').get(`/api/evidence/${file.id}`)).toMatchObject({
      status: 404,
      ...problem('file-missing'),
    })
  })

  it('is there when something is approved with it: a lost file is marked, refused by its name, and restored by the same one', async () => {
    const own = await aDraft('2021-01')
    const { body: file } = await put('联审表.pdf', pdf('lost before approval'), own.id)
    const entry = `/api/progress-entries/${own.id}`
    const recorder = whole.as('regional-recorder')
    const submitted = (await recorder.post(`${entry}/submission`, { version: own.version })).body
    const place = contentStore(whole.home).placeOf(file.sha256)
    const marked = async () => (await listed(own.id)).evidence[0].file
    expect(await marked()).toBe('sound')
    await writeFile(place, pdf('lost before approvaL'))
    expect(await marked()).toBe('altered')
    await rm(place)
    expect(await marked()).toBe('missing')
    const refused = await whole.as('approver').approve(entry, submitted.version)
    expect(refused).toMatchObject({ status: 409, ...problem('evidence-unsound') })
    expect(refused.body.detail).toContain('联审表.pdf')
    const returned = await whole.as('approver').post(`${entry}/return`, {
      version: submitted.version,
      reason: '佐证材料缺失，请重新上传',
    })
    expect(returned).toMatchObject({ status: 200 })
    expect(await put('联审表.pdf', pdf('lost before approval'), own.id)).toMatchObject({
      status: 201,
      body: { id: file.id, file: 'sound' },
    })
    const again = (await recorder.post(`${entry}/submission`, { version: returned.body.version })).body
    expect(await whole.as('approver').approve(entry, again.version)).toMatchObject({ status: 200 })
  })

  it('is there when a case is approved with it', async () => {
    const desk = registerDesk(whole)
    await desk.open(thousand)
    const recorded = await desk.recorded(enterprise(1))
    const { body: file } = await attached(
      whole,
      'industry-recorder',
      { subject: recorded.id },
      { name: '推荐函.pdf', content: pdf('letter') },
    )
    const submitted = await desk.move(whole.as('industry-recorder'), recorded, 'submission')
    await rm(contentStore(whole.home).placeOf(file.sha256))
    const refused = await desk.move(whole.as('approver'), submitted.body, 'approval')
    expect(refused).toMatchObject({ status: 409, ...problem('evidence-unsound') })
    expect(refused.body.detail).toContain('推荐函.pdf')
    expect((await whole.as('approver').get(`/api/cases/${recorded.id}`)).body.case.state).toBe('submitted')
    await contentStore(whole.home).keep(await aFile(pdf('letter')), file.sha256)
    expect(await desk.move(whole.as('approver'), submitted.body, 'approval')).toMatchObject({ status: 200 })
  })

  const aFile = async (content: Buffer) => {
    const place = path.join(whole.home, 'restored.pdf')
    await writeFile(place, content)
    return place
  }
})
