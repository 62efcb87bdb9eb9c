import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ofJiangsu } from '../../test/matrices/cases.ts'
import { accepted, brought } from '../../test/matrices/review-law.ts'
import { act } from '../../test/matrix.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('a filing that a correction is asked of, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const ask = (id: string, version: number, reason?: string) =>
    whole.as('approver').post(`/api/cases/${id}/correction-request`, { version, reason })
  const shown = async (id: string) => (await whole.as('recorder').get(`/api/cases/${id}`)).body.case

  it('goes on counting, is on the desk of whoever recorded it with the reason, and is no longer asked once it is corrected', async () => {
    const { id, version } = await brought(whole, 'approved', ofJiangsu)
    const asked = await ask(id, version, '企业名称与营业执照不符')
    expect(asked).toMatchObject({
      status: 200,
      body: { state: 'approved', correctionAsked: { reason: '企业名称与营业执照不符' } },
    })

    // Asked once: the reason that the recorder was given stays.
    expect(asked.body.moves).not.toContain('correction-request')
    const twice = await ask(id, asked.body.version, '另有出入')
    expect(twice).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:correction-asked' } })

    const toCorrect = async () => (await whole.as('industry-recorder').get('/api/open-filings')).body.toCorrect
    expect(await toCorrect()).toMatchObject([
      { id, state: 'approved', correctionAsked: { reason: '企业名称与营业执照不符' } },
    ])
    const { body } = await whole.as('auditor').get(`/api/audit-events?action=case-correction-asked`)
    expect(body.events[0]).toMatchObject({ subjectId: asked.body.filing })

    const draft = await act(whole, 'industry-recorder', ofJiangsu.moves.correction, {
      id,
      version: asked.body.version,
      said: {},
    })
    expect(await shown(id)).toMatchObject({ correctionAsked: { reason: '企业名称与营业执照不符' } })
    expect(await toCorrect()).toEqual([])
    const again = await ask(id, asked.body.version, '再核')
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:correction-under-way' } })
    await accepted(whole, 'industry-recorder', ofJiangsu, draft)
    expect(await shown(id)).toMatchObject({ state: 'approved', correctionAsked: null })
    expect(await toCorrect()).toEqual([])
  })

  it('is on the desk of everybody who records for its unit', async () => {
    const event = {
      region: '320000',
      unit: 'communications-320000',
      kind: 'stage',
      on: '2020-08-01',
      stage: '初步设计',
    }
    const draft = (await whole.as('regional-recorder').post('/api/milestones/M01/events', event)).body
    const path = `/api/milestone-events/${draft.id}`
    const submitted = await whole.as('regional-recorder').post(`${path}/submission`, { version: draft.version })
    const { version } = (await whole.as('approver').approve(path, submitted.body.version)).body
    const asked = await whole.as('approver').post(`${path}/correction-request`, { version, reason: '环节写错' })
    expect(asked.status).toBe(200)

    const seenBy = async (who: 'regional-recorder' | 'second-recorder' | 'zhejiang-recorder') =>
      (await whole.as(who).get('/api/open-filings')).body.toCorrect.map(({ id }: { readonly id: string }) => id)
    expect(await seenBy('regional-recorder')).toContain(draft.id)
    expect(await seenBy('second-recorder')).toContain(draft.id)
    expect(await seenBy('zhejiang-recorder')).not.toContain(draft.id)
  })

  it('needs a reason, and was approved', async () => {
    const approved = await brought(whole, 'approved', ofJiangsu)
    expect(await ask(approved.id, approved.version, ' ')).toMatchObject({ status: 422 })
    const waiting = await brought(whole, 'submitted', ofJiangsu)
    expect(await ask(waiting.id, waiting.version, '核')).toMatchObject({ status: 409 })
    expect(await ask(approved.id, approved.version + 7, '核')).toMatchObject({ status: 409 })
  })
})
