import type { ReportPage } from '@xushi/contract'
import { reportFormats } from '@xushi/domain'
import { verifyStored } from '@xushi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { made } from '../../test/made-report.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { contentStore } from '../evidence/content-store.ts'

const monthly = { programme: 'miit-2020-8', kind: 'monthly', on: '2020-10-31' }

describe.each(engines)('a report, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const draft = async (who: Someone = 'recorder', asked: object = {}): Promise<ReportPage> => {
    const answer = await whole.as(who).post('/api/reports', { ...monthly, ...asked })
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
    return made(whole, who, answer.body.id)
  }
  const move = (who: Someone, { id, version }: ReportPage, how: string, body: object = {}) =>
    whole.as(who).post(`/api/reports/${id}/${how}`, { version, ...body })

  it('is made outside the request, with every file, and kept as it is', async () => {
    const report = await draft()
    expect(report).toMatchObject({
      title: '推动工业互联网加快发展目标进展月报',
      state: 'draft',
      number: null,
      period: '2020-10',
      making: { state: 'ready', failure: null },
    })
    expect(report.making.done).toBe(report.making.all)
    expect(report.files.map(({ format }) => format)).toEqual([...reportFormats])
    for (const { format, sha256, name } of report.files) {
      const file = await whole.as('recorder').get(`/api/reports/${report.id}/file?format=${format}`)
      expect(file.status).toBe(200)
      expect(file.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`)
      expect(await contentStore(whole.home, 'reports').check({ sha256, size: file.bytes.length })).toBe('sound')
    }
  })

  it('goes from draft to issued by another person, with the next number of the year, and its files carry it', async () => {
    const report = await draft()
    const written = await whole
      .as('recorder')
      .send('PATCH', `/api/reports/${report.id}`, { version: report.version, texts: { foreword: '本月按期完成。' } })
    expect([written.status, written.body.digest]).toEqual([200, null])
    // What is not made cannot be sent.
    const early = await move('recorder', written.body, 'submission')
    expect([200, 409]).toContain(early.status)
    const ready = early.status === 200 ? early.body : await made(whole, 'recorder', report.id)
    expect(ready.digest).not.toBe(report.digest)
    const sent = early.status === 200 ? early : await move('recorder', ready, 'submission')
    expect(sent.body).toMatchObject({ state: 'submitted', moves: [] })
    expect((await move('recorder', sent.body, 'issuance', { digest: ready.digest })).status).toBe(403)

    const seen = await whole.as('programme-manager').get(`/api/reports/${report.id}`)
    expect(seen.body.moves).toEqual(['return', 'issue'])
    const other = await move('programme-manager', seen.body, 'issuance', { digest: report.digest })
    expect([other.status, other.body.type]).toEqual([409, 'urn:xushi:problem:changed-since-shown'])
    const issued = await move('programme-manager', seen.body, 'issuance', { digest: seen.body.digest })
    expect(issued.body).toMatchObject({ state: 'issued', number: '进展报告〔2021〕1号' })
    const kept = await made(whole, 'programme-manager', report.id)
    expect(kept.digest).toBe(seen.body.digest)
    const json = await whole.as('regional-viewer').get(`/api/reports/${report.id}/file?format=json`)
    expect(JSON.parse(json.bytes.toString()).imprint).toMatchObject({ state: 'issued', number: '进展报告〔2021〕1号' })
    expect(json.bytes.toString()).toContain('本月按期完成。')

    const next = await draft('programme-manager', { kind: 'one-page' })
    const second = await move('programme-manager', next, 'submission')
    expect((await move('programme-manager', second.body, 'issuance', { digest: next.digest })).body.type).toBe(
      'urn:xushi:problem:same-person',
    )
    const signed = await move('second-manager', second.body, 'issuance', { digest: next.digest })
    expect(signed.body.number).toBe('进展报告〔2021〕2号')
    await made(whole, 'second-manager', next.id)
    expect(await verifyStored(whole.store)).toEqual([])

    const withdrawn = await move('programme-manager', kept, 'withdrawal', { reason: '数据口径有误' })
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', withdrawal: { reason: '数据口径有误' }, moves: [] })
    expect((await whole.as('auditor').get(`/api/reports/${report.id}/file?format=pdf`)).status).toBe(200)
    expect(await verifyStored(whole.store)).toEqual([])
  })

  it('is given back with a reason, written anew and sent again', async () => {
    const report = await draft('regional-recorder', { kind: 'regional', region: '320000' })
    const sent = await move('regional-recorder', report, 'submission')
    expect((await move('programme-manager', sent.body, 'return', { reason: ' ' })).status).toBe(422)
    const back = await move('programme-manager', sent.body, 'return', { reason: '请补充前言' })
    expect(back.body.state).toBe('draft')
    const mine = await whole.as('regional-recorder').get(`/api/reports/${report.id}`)
    expect(mine.body).toMatchObject({ returnReason: '请补充前言', moves: ['edit', 'delete', 'submit'] })
    expect(await verifyStored(whole.store)).toEqual([])
    const gone = await whole
      .as('regional-recorder')
      .send('DELETE', `/api/reports/${report.id}?version=${mine.body.version}`)
    expect(gone.status).toBe(204)
    expect((await whole.as('regional-recorder').get(`/api/reports/${report.id}`)).status).toBe(404)
    const contents = contentStore(whole.home, 'reports')
    const kept = new Set(await contents.list())
    expect(report.files.filter(({ sha256 }) => kept.has(sha256))).toEqual([])
  })

  it('is listed to whom it is for: drafts to their author, a region to its own people, the nation to all', async () => {
    const { id } = await draft('recorder', { kind: 'supervision' })
    const regional = await draft('zhejiang-recorder', { kind: 'regional', region: '330000' })
    const sent = await move('zhejiang-recorder', regional, 'submission')
    await move('programme-manager', sent.body, 'issuance', { digest: regional.digest })
    await made(whole, 'programme-manager', regional.id)
    const listed = async (who: Someone, query = '') =>
      (await whole.as(who).get(`/api/reports${query}`)).body.reports.map((one: ReportPage) => one.id)
    expect(await listed('recorder')).toContain(id)
    expect(await listed('approver')).not.toContain(id)
    expect(await listed('approver')).toContain(regional.id)
    expect(await listed('regional-viewer')).not.toContain(regional.id)
    expect((await whole.as('regional-viewer').get(`/api/reports/${regional.id}`)).status).toBe(404)
    expect(await listed('auditor', '?search=浙江')).toEqual([regional.id])
    expect(await listed('auditor', '?search=%25')).toEqual([])
    expect(await listed('auditor', '?kind=regional&region=330000&state=issued')).toEqual([regional.id])
    const first = await whole.as('recorder').get('/api/reports?limit=1')
    const second = await whole.as('recorder').get(`/api/reports?limit=1&cursor=${encodeURIComponent(first.body.next)}`)
    expect(second.body.reports[0].id).not.toBe(first.body.reports[0].id)
  })

  it('is refused for a region that is not the own one', async () => {
    const answer = await whole
      .as('regional-recorder')
      .post('/api/reports', { ...monthly, kind: 'regional', region: '330000' })
    expect([answer.status, answer.body.type]).toEqual([403, 'urn:xushi:problem:out-of-scope'])
    expect((await whole.as('regional-recorder').post('/api/reports', monthly)).status).toBe(403)
  })

  it('fails with the character that no font has and where it stands, and is made again once that is mended', async () => {
    const report = await draft('recorder', { texts: { foreword: `地名\u{E000}` } })
    expect(report.making.state).toBe('failed')
    expect(report.making.failure).toMatch(/字体中没有.*U\+E000.*出现在“编者说明”的说明文字。/)
    expect([report.files, report.moves]).toEqual([[], ['edit', 'make', 'delete']])
    expect((await whole.as('recorder').get(`/api/reports/${report.id}/file?format=pdf`)).status).toBe(404)
    const english = await whole.as('recorder').get(`/api/reports/${report.id}`, { 'accept-language': 'en' })
    expect(english.body.making.failure).toMatch(
      /^No font of the report has .*, which stands in what its author wrote of “编者说明”\./,
    )
    const body = { version: report.version, texts: { foreword: '地名' } }
    expect((await whole.as('recorder').send('PATCH', `/api/reports/${report.id}`, body)).status).toBe(200)
    expect((await made(whole, 'recorder', report.id)).making.state).toBe('ready')
  })
})
