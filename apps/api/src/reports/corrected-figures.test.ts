import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { made } from '../../test/made-report.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const programme = 'miit-2020-8'
const indicator = 'provincial-security-platforms'
const year = 'on=2020-12-31'
const dashboard = (query: string) => `/api/programmes/${programme}/dashboard?${query}`
const page = (query: string) => `/api/indicators/${indicator}?${query}`

type Entry = { readonly id: string; readonly version: number }

describe.each(engines)('a figure that differs from the last issued report, on %s', (engine) => {
  let whole: WholeApp
  let last: Entry
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const head = async () => (await whole.as('approver').get(page(year))).body.figuresSeq
  /** Submits a draft and has it approved. */
  const approved = async (who: Someone, draft: Entry): Promise<Entry> => {
    const at = `/api/progress-entries/${draft.id}`
    const sent = await whole.as(who).post(`${at}/submission`, { version: draft.version })
    expect([sent.status, sent.text]).toEqual([200, expect.any(String)])
    const done = await whole.as('approver').approve(at, sent.body.version)
    expect([done.status, done.text]).toEqual([200, expect.any(String)])
    return done.body
  }
  const recorded = async (who: Someone, region: string, value: number) => {
    const entry = { region, period: '2020-12', value }
    return approved(who, (await whole.as(who).post(`/api/indicators/${indicator}/progress-entries`, entry)).body)
  }
  const corrected = async (who: Someone, { id, version }: Entry, value: number) => {
    const body = { version, value, reason: '平台尚未验收' }
    const draft = await whole.as(who).post(`/api/progress-entries/${id}/correction`, body)
    expect([draft.status, draft.text]).toEqual([201, expect.any(String)])
    return approved(who, draft.body)
  }
  const issued = async (author: Someone, asked: object) => {
    const draft = (await whole.as(author).post('/api/reports', { programme, on: '2020-12-31', ...asked })).body
    const { id, version, digest } = await made(whole, author, draft.id)
    const sent = (await whole.as(author).post(`/api/reports/${id}/submission`, { version })).body
    const body = { version: sent.version, digest }
    const done = await whole.as('programme-manager').post(`/api/reports/${id}/issuance`, body)
    expect([done.status, done.text]).toEqual([200, expect.any(String)])
    return made(whole, 'programme-manager', id)
  }
  const withdrawn = async ({ id }: { id: string }) => {
    const { version } = (await whole.as('programme-manager').get(`/api/reports/${id}`)).body
    const body = { version, reason: '数据口径有误' }
    expect((await whole.as('programme-manager').post(`/api/reports/${id}/withdrawal`, body)).status).toBe(200)
  }
  const marksOf = async (who: Someone, query: string) => {
    const { body } = await whole.as(who).get(dashboard(query))
    return body.indicators.flatMap((row: { id: string; corrected?: object }) =>
      row.corrected === undefined ? [] : [[row.id, row.corrected]],
    )
  }

  it('is marked on page and overview from the correction on, and until the report is withdrawn', async () => {
    const entry = await recorded('regional-recorder', '320000', 1)
    await recorded('zhejiang-recorder', '330000', 1)
    const before = (await whole.as('approver').get(page(year))).headers.etag
    const report = await issued('recorder', { kind: 'one-page' })
    const issuedAt = await head()
    const unmarked = await whole.as('approver').get(page(year))
    expect(unmarked.headers.etag).not.toBe(before)
    expect(unmarked.body.corrected).toBeUndefined()
    expect(await marksOf('approver', year)).toEqual([])

    const again = await corrected('regional-recorder', entry, 0)
    const mark = {
      report: { id: report.id, number: report.number, on: '2020-12-31' },
      told: { known: true, value: 2, bound: 'above' },
      now: { known: true, value: 1, bound: 'above' },
    }
    expect((await whole.as('regional-viewer').get(page(year))).body.corrected).toEqual(mark)
    expect(await marksOf('regional-viewer', year)).toEqual([[indicator, mark]])
    // It speaks of the day of the report, from whichever later day one looks.
    expect(await marksOf('approver', 'on=2021-01-31')).toEqual([[indicator, mark]])
    // Not from an earlier day, not as known before, not for somebody without an account.
    expect(await marksOf('approver', 'on=2020-11-30')).toEqual([])
    expect(await marksOf('approver', `${year}&knownAt=${issuedAt}`)).toEqual([])
    const stranger = await whole.nobody.get(page(year))
    expect([stranger.body.corrected, stranger.text.includes('进展报告')]).toEqual([undefined, false])
    // A region has no report of its own yet.
    expect(await marksOf('approver', `${year}&region=320000`)).toEqual([])

    const known = await head()
    await withdrawn(report)
    expect((await whole.as('approver').get(page(year))).body.corrected).toBeUndefined()
    expect(await marksOf('approver', year)).toEqual([])
    expect(await marksOf('approver', `${year}&knownAt=${known}`)).toEqual([[indicator, mark]])
    last = await corrected('regional-recorder', again, 1)
  })

  it('is held against the newest report that told it, in its own region alone, and not against drafts', async () => {
    const ofNation = await issued('recorder', { kind: 'one-page' })
    const regional = await issued('regional-recorder', { kind: 'regional', region: '320000' })
    await corrected('regional-recorder', last, 0)
    const [[id, mark], ...others] = await marksOf('approver', `${year}&region=320000`)
    expect([id, others]).toEqual([indicator, []])
    expect(mark).toEqual({
      report: { id: regional.id, number: regional.number, on: '2020-12-31' },
      told: { known: true, value: 1 },
      now: { known: true, value: 0 },
    })
    expect(await marksOf('approver', `${year}&region=330000`)).toEqual([])
    expect((await marksOf('approver', year))[0][1].report.id).toBe(ofNation.id)

    // One of other targets leaves the mark; one that tells the figure as it is takes it away once it is issued.
    const parts = { kind: 'special', parts: ['identifier-registrations'] }
    await issued('recorder', parts)
    await whole.as('recorder').post('/api/reports', { programme, kind: 'one-page', on: '2020-12-31' })
    expect((await marksOf('approver', year))[0][1].report.id).toBe(ofNation.id)
    await issued('recorder', { kind: 'special', parts: [indicator] })
    expect(await marksOf('approver', year)).toEqual([])
  })
})
