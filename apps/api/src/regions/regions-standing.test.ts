import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const address = '/api/programmes/miit-2020-8/regions-standing'
const dashboard = '/api/programmes/miit-2020-8/dashboard'
type Row = { region: string; goal: string }

describe.each(engines)('the regions, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    // The system is opened in April 2020, so that March is made up and later months can be late.
    whole = await wholeApp({ engine, now: '2020-04-10T02:00:00.000Z' })
    await approved('regional-recorder', '320000', '2020-03', 24_000_000)
    await on('2020-05-12')
    await approved('regional-recorder', '320000', '2020-04', 26_000_000)
    await on('2020-05-20')
    await approved('zhejiang-recorder', '330000', '2020-04', 50_000_000)
    await approved('guangdong-recorder', '440000', '2020-04', 0)
    await approved('regional-recorder', '320100', '2020-04', 1, 'external-network-prefectures')
    await approved('regional-recorder', '320200', '2020-04', 0, 'external-network-prefectures')
    await on('2020-06-02')
  })
  afterAll(() => whole.close())

  /** The day that it is; everybody stays signed in. */
  async function on(day: string) {
    const instant = `${day}T02:00:00.000Z`
    whole.clock.moveTo(instant)
    await whole.store.write(({ db, t }) => db.update(t.session).set({ lastSeenAt: instant }))
  }
  async function approved(
    who: Someone,
    region: string,
    period: string,
    value: number,
    indicator = 'identifier-registrations',
  ) {
    const url = `/api/indicators/${indicator}/progress-entries`
    const { id } = (await whole.as(who).post(url, { region, period, value })).body
    let version = (await whole.as(who).post(`/api/progress-entries/${id}/submission`, { version: 1 })).body.version
    if (who === 'guangdong-recorder') {
      const reviewed = await whole.as('unit-reviewer').approve(`/api/progress-entries/${id}`, version)
      version = reviewed.body.version
    }
    const done = await whole.as('approver').approve(`/api/progress-entries/${id}`, version)
    expect(done.status).toBe(200)
  }
  const standing = async (who: Someone | null, query: string) => {
    const client = who === null ? whole.nobody : whole.as(who)
    const { status, body } = await client.get(`${address}?${query}`)
    expect(status).toBe(200)
    return { ...body, of: (region: string) => body.regions.find((row: Row) => row.region === region) }
  }
  const april = 'indicator=identifier-registrations&on=2020-04-30'

  it('holds the 31 provinces and 兵团, and no region that does not report', async () => {
    const { regions } = await standing('approver', april)
    expect(regions).toHaveLength(32)
    const codes = regions.map(({ region }: Row) => region)
    expect(codes).toContain('660000')
    for (const outside of ['710000', '810000', '820000', '000000', '210200']) expect(codes).not.toContain(outside)
  })

  it('shows value, share as an upper bound, what the last period changed and the line', async () => {
    const body = await standing('approver', april)
    expect(body).toMatchObject({
      source: 'regions',
      unfairRanking: null,
      periods: [
        { period: '2020-03', deadline: '2020-04-15', backfill: true },
        { period: '2020-04', deadline: '2020-05-15', backfill: false },
      ],
      total: { figure: { known: true, value: 100_000_000, bound: 'above' }, reported: { units: 3, expected: 31 } },
    })
    expect(body.of('320000')).toMatchObject({
      expected: true,
      figure: { known: true, value: 50_000_000 },
      share: { known: true, value: 0.5, bound: 'below' },
      change: { known: true, value: 26_000_000 },
      line: [24_000_000, 50_000_000],
      timings: ['backfilled', 'on-time'],
      reporting: { expected: 2, handedIn: 2, onTime: 1, timed: 1, completeness: 1, timeliness: 1 },
      lastState: 'approved',
    })
  })

  it('tells late, owed and zero apart: unknown is never zero', async () => {
    const body = await standing('approver', april)
    expect(body.of('330000')).toMatchObject({
      figure: { known: true, value: 50_000_000, bound: 'above' },
      timings: ['owed', 'late'],
      reporting: { completeness: 0.5, timeliness: 0 },
      line: [null, 50_000_000],
    })
    expect(body.of('440000').figure).toEqual({ known: false, why: 'nothing-certain' })
    expect(body.of('110000')).toMatchObject({
      figure: { known: false, why: 'not-reported' },
      share: { known: false, why: 'not-reported' },
      change: { known: false, why: 'not-reported' },
      line: [null, null],
      lastState: null,
      reporting: { handedIn: 0, completeness: 0 },
    })
  })

  it('applies no national target to a region, and judges none', async () => {
    const { regions } = await standing('approver', april)
    for (const row of regions)
      expect(row).toMatchObject({ target: null, status: 'not-judged', statusReason: 'no-regional-target' })
  })

  it('ranks nobody while somebody is missing', async () => {
    const { regions } = await standing('approver', april)
    expect(new Set(regions.map(({ rank }: { rank: number | null }) => rank))).toEqual(new Set([null]))
  })

  it.each([
    { indicator: 'paired-enterprises', why: 'encouraged' },
    { indicator: 'relief-policy-scope', why: 'encouraged' },
    { indicator: 'local-enterprise-cases', why: 'encouraged' },
    { indicator: 'secondary-nodes', why: 'quality-first' },
    { indicator: 'external-network-prefectures', why: 'yes-no' },
  ])('says why a ranking by $indicator is not fair: $why', async ({ indicator, why }) => {
    expect((await standing('approver', `indicator=${indicator}&on=2020-04-30`)).unfairRanking).toBe(why)
  })

  it('counts prefectures in their province, which is done when all of them are', async () => {
    const body = await standing('approver', 'indicator=external-network-prefectures&on=2020-04-30')
    expect(body.of('320000')).toMatchObject({
      figure: { known: true, value: 1, bound: 'above' },
      reported: { units: 2, expected: 13 },
      target: { value: 13, perRegion: true },
      status: 'not-judged',
      statusReason: 'unmet',
      reporting: { handedIn: 2, expected: 26 },
    })
    // Municipalities have no prefectures: they are not asked.
    expect(body.of('110000')).toMatchObject({ expected: false, timings: [null, null] })
  })

  it('is known from an opened register only: before that nobody has a zero', async () => {
    const body = await standing('approver', 'indicator=local-enterprise-cases&on=2020-04-30')
    expect(body).toMatchObject({ source: 'register', periods: [] })
    expect(body.of('320000').figure).toEqual({ known: false, why: 'register-not-open' })
  })

  it('opens with the indicator that tells the regions apart best by the date, and lists all', async () => {
    const body = await standing('approver', 'on=2020-04-30')
    expect(body.indicator.goal).toBe('T07')
    expect((await standing('approver', 'on=2020-03-31')).indicator.goal).toBe('T07')
    expect((await standing('approver', 'on=2020-02-29')).indicator.goal).toBe('T01')
    const goals = body.choices.map(({ goal }: Row) => goal)
    expect(goals).toEqual(expect.arrayContaining(['T05', 'T07', 'T11', 'T16', 'M31']))
    expect(goals).not.toContain('T03')
  })

  it('tells a stranger nothing of a region', async () => {
    const body = await standing(null, april)
    expect(JSON.stringify(body)).not.toContain('50000000')
    expect(body.of('320000')).toMatchObject({
      figure: { known: false, why: 'sign-in-required' },
      reporting: null,
      timings: [],
      line: [],
    })
    expect(body.total).toMatchObject({ figure: { known: false, why: 'sign-in-required' }, reporting: null })
  })

  it('knows what was known then: what was handed in later is still owed', async () => {
    const body = await standing('approver', `${april}&knownAt=2020-05-16`)
    expect(body.of('330000')).toMatchObject({ figure: { known: false }, timings: ['owed', 'owed'] })
    expect(body.of('320000').timings).toEqual(['backfilled', 'on-time'])
  })

  it('has another version once somebody hands something in, though no figure moved', async () => {
    const url = `${address}?indicator=monitored-enterprises&on=2020-04-30`
    const before = await whole.as('approver').get(url)
    const { id } = (
      await whole.as('zhejiang-recorder').post('/api/indicators/monitored-enterprises/progress-entries', {
        region: '330000',
        period: '2020-04',
        value: 7,
      })
    ).body
    await whole.as('zhejiang-recorder').post(`/api/progress-entries/${id}/submission`, { version: 1 })
    const after = await whole.as('approver').get(url)
    expect(after.headers.etag).not.toBe(before.headers.etag)
    const row = after.body.regions.find(({ region }: Row) => region === '330000')
    expect(row).toMatchObject({ figure: { known: false, why: 'not-reported' }, lastState: 'submitted' })
  })

  it.each([
    { query: 'indicator=no-such-thing', status: 404 },
    { query: 'indicator=identifier-registrations&on=2020-02-31', status: 400 },
  ])('refuses $query', async ({ query, status }) => {
    const answer = await whole.as('approver').get(`${address}?${query}`)
    expect(answer.status).toBe(status)
  })

  it('gives the page of a region its reports, late ones with their days, and its yes-or-no milestones', async () => {
    const { body } = await whole.as('approver').get(`${dashboard}?on=2020-04-30&region=330000`)
    const row = body.indicators.find(({ goal }: Row) => goal === 'T07')
    expect(row.regional.reports).toMatchObject({
      expected: 2,
      handedIn: 1,
      onTime: 0,
      periods: [
        { period: '2020-03', timing: 'owed', state: null, daysLate: null },
        { period: '2020-04', timing: 'late', state: 'approved', daysLate: 5, cells: { handedIn: 1, expected: 1 } },
      ],
    })
    expect(row.spark).toEqual({ on: ['2020-03-31', '2020-04-30'], value: [null, 50_000_000], joined: true })
    expect(body.indicators.map(({ goal }: Row) => goal)).toContain('M31')
    const { body: hidden } = await whole.nobody.get(`${dashboard}?on=2020-04-30&region=330000`)
    expect(hidden.indicators.find(({ goal }: Row) => goal === 'T07').regional.reports).toBeNull()
  })
})
