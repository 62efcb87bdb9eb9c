import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const recorded = '/api/indicators/identifier-registrations/progress-entries'
const guangdong = { region: '440000', period: '2020-11', value: 41_000_000 }

describe.each(engines)('a progress entry, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const drafted = async (who: Someone, cell: object) => {
    const answer = await whole.as(who).post(recorded, cell)
    expect(answer).toMatchObject({ status: 201 })
    return answer.body
  }
  const move = (client: Client, entry: { id: string; version: number }, name: string, more: object = {}) =>
    name === 'approval'
      ? client.approve(`/api/progress-entries/${entry.id}`, entry.version)
      : client.post(`/api/progress-entries/${entry.id}/${name}`, { version: entry.version, ...more })
  const submitted = async (who: Someone, cell: object) =>
    (await move(whole.as(who), await drafted(who, cell), 'submission')).body

  it('is drafted in the words of its indicator and tells what may be done with it', async () => {
    const entry = await drafted('regional-recorder', {
      region: '320000',
      period: '2020-10',
      value: 25_000_000,
      note: '含存量',
    })
    expect(entry).toMatchObject({
      state: 'draft',
      value: 25_000_000,
      unit: { id: 'communications-320000' },
      recorder: { name: '李静' },
      moves: ['edit', 'delete', 'submission'],
    })
  })

  it('counts only once another person approved it, and then moves the regional sum', async () => {
    const dashboard = async () => {
      const { body } = await whole.as('approver').get('/api/programmes/miit-2020-8/dashboard?on=2020-12-31')
      const row = body.indicators.find(({ goal }: { goal: string }) => goal === 'T07')
      return row.beside.find(({ source }: { source: string }) => source === 'regions').figure
    }
    expect(await dashboard()).toEqual({ known: false, why: 'not-reported' })
    const entry = await submitted('regional-recorder', { region: '320000', period: '2020-12', value: 31_000_000 })
    expect(await dashboard()).toEqual({ known: false, why: 'not-reported' })

    const approved = await move(whole.as('approver'), entry, 'approval')
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', approver: { name: '郑洁' } } })
    expect(await dashboard()).toEqual({ known: true, value: 31_000_000, bound: 'above' })
  })

  it('is reviewed inside the unit first where the unit does so, by three different people', async () => {
    const entry = await submitted('guangdong-recorder', guangdong)
    expect(await move(whole.as('approver'), entry, 'approval')).toMatchObject({ status: 409 })
    const reviewed = await move(whole.as('unit-reviewer'), entry, 'approval')
    expect(reviewed).toMatchObject({ status: 200, body: { state: 'unit-reviewed', unitReviewer: { name: '褚航' } } })
    expect(await move(whole.as('unit-reviewer'), reviewed.body, 'approval')).toMatchObject({ status: 409 })
    expect(await move(whole.as('approver'), reviewed.body, 'approval')).toMatchObject({
      status: 200,
      body: { state: 'approved' },
    })
  })

  it('is returned with a reason, changed, and submitted again', async () => {
    const entry = await submitted('regional-recorder', { region: '320000', period: '2020-09', value: 1 })
    const without = await move(whole.as('approver'), entry, 'return')
    expect(without).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } })
    expect(await move(whole.as('approver'), entry, 'return', { reason: '  ' })).toMatchObject({ status: 422 })

    const returned = await move(whole.as('approver'), entry, 'return', { reason: '数值偏小，请核对' })
    expect(returned.body).toMatchObject({ state: 'returned', returnReason: '数值偏小，请核对' })
    expect(await move(whole.as('approver'), returned.body, 'approval')).toMatchObject({ status: 409 })

    const edited = await whole
      .as('regional-recorder')
      .send('PATCH', `/api/progress-entries/${entry.id}`, { version: returned.body.version, value: 22_000_000 })
    expect(edited.body).toMatchObject({ value: 22_000_000, state: 'returned' })
    expect((await move(whole.as('regional-recorder'), edited.body, 'submission')).body.state).toBe('submitted')
  })

  it('is corrected by a new entry with a reason; the old one counts until then', async () => {
    const entry = await submitted('zhejiang-recorder', { region: '330000', period: '2020-10', value: 10 })
    const approved = (await move(whole.as('approver'), entry, 'approval')).body
    const correction = await move(whole.as('zhejiang-recorder'), approved, 'correction', { reason: '漏报', value: 12 })
    expect(correction).toMatchObject({ status: 201, body: { state: 'draft', supersedes: entry.id, value: 12 } })
    const series = async () => {
      const { body } = await whole.as('approver').get('/api/indicators/identifier-registrations/series?by=region')
      const row = body.regions.find(({ region }: { region: string }) => region === '330000')
      return row.value[body.periods.indexOf('2020-10')]
    }
    expect(await series()).toBe(10)
    const seen = (await whole.as('approver').get(`/api/progress-entries/${entry.id}`)).body.entry
    expect(seen.moves).not.toContain('correction-request')
    const asked = await move(whole.as('approver'), approved, 'correction-request', { reason: '核' })
    expect(asked).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:correction-under-way' } })

    const again = (await move(whole.as('zhejiang-recorder'), correction.body, 'submission')).body
    expect((await move(whole.as('approver'), again, 'approval')).status).toBe(200)
    expect(await series()).toBe(12)
    const old = await whole.as('approver').get(`/api/progress-entries/${entry.id}`)
    expect(old.body.entry.state).toBe('superseded')
  })

  it('of which a correction is asked stands on the desk of its unit until somebody begins it', async () => {
    const entry = await submitted('zhejiang-recorder', { region: '330000', period: '2020-06', value: 10 })
    const approved = (await move(whole.as('approver'), entry, 'approval')).body
    const asked = (await move(whole.as('approver'), approved, 'correction-request', { reason: '与月报不符' })).body
    const toCorrect = async (who: Someone) => (await whole.as(who).get('/api/recording-desk')).body.toCorrect
    const wish = { id: entry.id, correctionAsked: { reason: '与月报不符' }, moves: ['correction'] }
    expect(await toCorrect('zhejiang-recorder')).toMatchObject([wish])
    expect(await toCorrect('regional-recorder')).toEqual([])
    // Asked once: the reason that the recorder was given stays.
    expect(approved.moves).toContain('correction-request')
    expect(asked.moves).not.toContain('correction-request')
    const again = await move(whole.as('approver'), asked, 'correction-request', { reason: '另有出入' })
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:correction-asked' } })
    expect(await toCorrect('zhejiang-recorder')).toMatchObject([wish])
    await move(whole.as('zhejiang-recorder'), asked, 'correction', { reason: '漏报', value: 12 })
    expect(await toCorrect('zhejiang-recorder')).toEqual([])
  })

  it('is withdrawn after approval only with a reason, by those who answer for figures and did not make it count', async () => {
    const entry = await submitted('zhejiang-recorder', { region: '330000', period: '2020-08', value: 10 })
    const approved = (await move(whole.as('approver'), entry, 'approval')).body
    expect((await move(whole.as('zhejiang-recorder'), approved, 'withdrawal', { reason: '错' })).status).toBe(403)
    const alone = await move(whole.as('approver'), approved, 'withdrawal', { reason: '重复报送' })
    expect(alone).toMatchObject({ status: 403, body: { type: 'urn:xushi:problem:same-person' } })
    const second = whole.as('programme-manager')
    expect((await move(second, approved, 'withdrawal')).body.type).toMatch(/reason-required$/)
    const withdrawn = await move(second, approved, 'withdrawal', { reason: '重复报送' })
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn' })
  })

  it.each(['', 'application/json', 'text/plain'])(
    'is deleted as a draft, with %j for the type of no body',
    async (type) => {
      const entry = await drafted('regional-recorder', { region: '320000', period: '2020-04', value: 1 })
      const url = `/api/progress-entries/${entry.id}`
      const deleted = await whole.as('regional-recorder').send('DELETE', url, undefined, { 'content-type': type })
      expect(deleted.status).toBe(204)
      expect((await whole.as('regional-recorder').get(url)).status).toBe(404)
    },
  )

  it('keeps its history in the ledger', async () => {
    const entry = await submitted('regional-recorder', { region: '320000', period: '2020-07', value: 7 })
    const { body } = await whole.as('regional-recorder').get(`/api/progress-entries/${entry.id}`)
    expect(body.history.map(({ action }: { action: string }) => action)).toEqual(['entry-drafted', 'entry-submitted'])
  })

  it('is approved once when two approve it at the same moment', async () => {
    const entry = await submitted('regional-recorder', { region: '320000', period: '2020-06', value: 6 })
    const answers = await Promise.all(Array.from({ length: 20 }, () => move(whole.as('approver'), entry, 'approval')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
    const { body } = await whole.as('approver').get(`/api/progress-entries/${entry.id}`)
    expect(body.entry).toMatchObject({ state: 'approved', value: 6 })
    expect(body.history.filter(({ action }: { action: string }) => action === 'entry-approved')).toHaveLength(1)
  })

  it('stands alone in its cell when two record it at the same moment', async () => {
    const cell = { region: '320000', period: '2020-05', value: 5 }
    const answers = await Promise.all(
      (['regional-recorder', 'second-recorder'] as const).map((who) => whole.as(who).post(recorded, cell)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.type).toBe('urn:xushi:problem:cell-taken')
  })
})
