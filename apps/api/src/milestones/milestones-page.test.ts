import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const address = '/api/programmes/miit-2020-8/milestones'
type Row = { goal: string }

describe.each(engines)('the page of milestones, on %s', (engine) => {
  let whole: WholeApp
  let seqBeforeDone = 0
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    await filed('recorder', 'M09', { kind: 'planned', on: '2020-04-15', expectedOn: '2020-09-30' })
    await filed('recorder', 'M09', { kind: 'moved', on: '2020-09-22', expectedOn: '2020-11-30', note: '案例补充征集' })
    const { body } = await whole.as('approver').get(address)
    seqBeforeDone = body.knownAt.seq
    await filed('recorder', 'M09', { kind: 'done', on: '2020-11-27', documentNumber: '工信厅〔2020〕1号' })
    await filed('recorder', 'M16', { kind: 'issue', on: '2020-04-30', number: 1 })
    await filed('regional-recorder', 'M21', { region: '320000', kind: 'stage', on: '2020-05-06', stage: '选址' })
    await filed('regional-recorder', 'M24', {
      region: '320000',
      kind: 'planned',
      on: '2020-05-06',
      expectedOn: '2020-06-30',
    })
    await filed('zhejiang-recorder', 'M24', {
      region: '330000',
      kind: 'done',
      on: '2020-08-18',
      documentNumber: '浙〔2020〕7号',
    })
    await entered('2020-06', 0, '')
    await entered('2020-09', 1, '苏政发〔2020〕39号')
  })
  afterAll(() => whole.close())

  async function filed(who: Someone, goal: string, body: object) {
    const draft = await whole.as(who).post(`/api/milestones/${goal}/events`, body)
    expect(draft.status).toBe(201)
    const url = `/api/milestone-events/${draft.body.id}`
    const submitted = await whole.as(who).post(`${url}/submission`, { version: draft.body.version })
    const done = await whole.as('approver').approve(`${url}`, submitted.body.version)
    expect(done.status).toBe(200)
  }
  async function entered(period: string, value: number, note: string) {
    const url = '/api/indicators/relief-policy-scope/progress-entries'
    const made = await whole.as('industry-recorder').post(url, { region: '320000', period, value, note })
    expect(made.status).toBe(201)
    await whole.as('industry-recorder').post(`/api/progress-entries/${made.body.id}/submission`, { version: 1 })
    const done = await whole.as('approver').approve(`/api/progress-entries/${made.body.id}`, 2)
    expect(done.status).toBe(200)
  }
  const rowOf = async (goal: string, query: string, who: Someone | null = 'approver') => {
    const client = who === null ? whole.nobody : whole.as(who)
    const { body } = await client.get(`${address}?${query}`)
    return body.milestones.find((row: Row) => row.goal === goal)
  }

  it('holds all 39, those that nobody spoke of with one track that says so', async () => {
    const { body } = await whole.as('approver').get(`${address}?on=2020-10-29`)
    expect(body.milestones).toHaveLength(39)
    const [track, ...others] = body.milestones.find((row: Row) => row.goal === 'M36').tracks
    expect(others).toEqual([])
    expect(track).toMatchObject({ region: null, events: [], isNotable: false, standing: { state: 'not-recorded' } })
  })

  it('keeps the old date beside the new one, with the reason', async () => {
    const [track] = (await rowOf('M09', 'on=2020-10-29')).tracks
    expect(track).toMatchObject({ region: null, isNotable: true, standing: { state: 'slipped', doneOn: null } })
    expect(track.expected).toEqual([
      { on: '2020-09-30', saidOn: '2020-04-15', reason: '' },
      { on: '2020-11-30', saidOn: '2020-09-22', reason: '案例补充征集' },
    ])
  })

  it('speaks as of a date, and as known at a moment', async () => {
    const states = async (query: string) => (await rowOf('M09', query)).tracks[0].standing.state
    expect(await states('on=2020-08-31')).toBe('planned')
    expect(await states('on=2020-12-31')).toBe('done')
    expect(await states(`on=2020-12-31&knownAt=${seqBeforeDone}`)).toBe('overdue')
    const [track] = (await rowOf('M09', 'on=2020-12-31')).tracks
    expect(track.events.at(-1)).toMatchObject({ kind: 'done', documentNumber: '工信厅〔2020〕1号' })
  })

  it('counts the issues of what recurs', async () => {
    expect((await rowOf('M16', 'on=2020-10-29')).tracks[0].standing).toMatchObject({ state: 'under-way', issues: 1 })
  })

  it('gives each region that recorded something its own track, and the nation none that is empty', async () => {
    const { tracks } = await rowOf('M21', 'on=2020-10-29')
    expect(tracks.map(({ region }: { region: string }) => region)).toEqual(['320000'])
  })

  it('shows what regions are encouraged to do as coverage without a status', async () => {
    const row = await rowOf('M24', 'on=2020-10-29')
    expect(row).toMatchObject({ isCoverage: true, tracks: [] })
    const of = (code: string) => row.coverage.find(({ region }: { region: string }) => region === code)
    expect(of('330000')).toMatchObject({ state: 'done', on: '2020-08-18', document: '浙〔2020〕7号' })
    expect(of('320000')).toMatchObject({ state: 'under-way' })
    expect(of('110000')).toEqual({ region: '110000', state: 'unreported', on: null, document: null, demo: false })
    expect(row.coverage).toHaveLength(32)
  })

  it('reads coverage from the last entry of each region, where it is a yes or no that is filed by period', async () => {
    const of = async (on: string) => {
      const { coverage } = await rowOf('M31', `on=${on}`)
      return coverage.find(({ region }: { region: string }) => region === '320000')
    }
    expect(await of('2020-05-31')).toMatchObject({ state: 'unreported' })
    expect(await of('2020-08-31')).toMatchObject({ state: 'not-yet', on: '2020-06-30' })
    expect(await of('2020-10-29')).toMatchObject({ state: 'done', on: '2020-09-30', document: '苏政发〔2020〕39号' })
  })

  it('tells nobody without an account what was recorded, and does not call it unreported', async () => {
    expect(await rowOf('M09', 'on=2020-10-29', null)).toMatchObject({ tracks: null, coverage: null })
    expect(await rowOf('M24', 'on=2020-10-29', null)).toMatchObject({ tracks: null, coverage: null, isCoverage: true })
  })

  it('is answered with 304 until something changes it', async () => {
    const first = await whole.as('approver').get(`${address}?on=2020-10-29`)
    const again = await whole
      .as('approver')
      .get(`${address}?on=2020-10-29`, { 'if-none-match': String(first.headers.etag) })
    expect(again.status).toBe(304)
    await filed('recorder', 'M20', { kind: 'stage', on: '2020-10-01', stage: '会签' })
    const after = await whole
      .as('approver')
      .get(`${address}?on=2020-10-29`, { 'if-none-match': String(first.headers.etag) })
    expect(after.status).toBe(200)
  })

  it.each([
    { url: '/api/programmes/no-such/milestones', kind: 'unknown-programme' },
    { url: `${address}?on=2020-02-30`, kind: 'unknown-date' },
    { url: `${address}?knownAt=never`, kind: 'unknown-moment' },
  ])('refuses $kind', async ({ url, kind }) => {
    expect((await whole.nobody.get(url)).body.type).toBe(`urn:xushi:problem:${kind}`)
  })
})
