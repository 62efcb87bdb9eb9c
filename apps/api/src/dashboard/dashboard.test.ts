import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const address = '/api/programmes/miit-2020-8/dashboard'
type Row = { goal: string }

describe.each(engines)('the dashboard, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    await approved('regional-recorder', '320000', '2020-03', 24_000_000)
    await approved('regional-recorder', '320000', '2020-04', 26_000_000)
    await approved('zhejiang-recorder', '330000', '2020-04', 50_000_000)
    await approved('regional-recorder', '320000', '2020-12', 1, 'provincial-security-platforms')
    await approved('zhejiang-recorder', '330000', '2020-12', 0, 'provincial-security-platforms')
  })
  afterAll(() => whole.close())

  async function approved(
    who: Someone,
    region: string,
    period: string,
    value: number,
    indicator = 'identifier-registrations',
  ) {
    const url = `/api/indicators/${indicator}/progress-entries`
    const { id } = (await whole.as(who).post(url, { region, period, value })).body
    await whole.as(who).post(`/api/progress-entries/${id}/submission`, { version: 1 })
    const done = await whole.as('approver').approve(`/api/progress-entries/${id}`, 2)
    expect(done.status).toBe(200)
  }
  const rowOf = async (who: Someone | null, query: string, goal: string) => {
    const client = who === null ? whole.nobody : whole.as(who)
    const { body } = await client.get(`${address}?${query}`)
    return body.indicators.find((row: Row) => row.goal === goal)
  }

  it('speaks of today by default, never later than the last due date', async () => {
    const { body } = await whole.nobody.get(address)
    expect(body).toMatchObject({ on: '2021-02-20', onDefaulted: true, knownAt: { now: true } })
    expect(body.time).toEqual({ elapsedDays: 286, totalDays: 286, ratio: 1, endsOn: '2020-12-31' })

    const now = whole.clock()
    whole.clock.moveTo('2026-11-24T00:00:00.000Z')
    expect((await whole.nobody.get(address)).body.on).toBe('2022-12-31')
    whole.clock.moveTo(now)
  })

  it('holds 20 targets and 39 milestones', async () => {
    const { body } = await whole.nobody.get(address)
    expect(body.indicators.map(({ goal }: Row) => goal)).toEqual(
      Array.from({ length: 20 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`),
    )
    expect(body.milestones).toHaveLength(39)
  })

  it('keeps the source of record and shows the sum of regions beside it, with who is missing', async () => {
    const row = await rowOf('approver', 'on=2020-04-30', 'T07')
    expect(row.sourceOfRecord).toBe('national')
    expect(row.beside).toEqual([
      expect.objectContaining({
        source: 'regions',
        figure: { known: true, value: 100_000_000, bound: 'above' },
        reported: { units: 2, expected: 31 },
      }),
    ])
    expect(row.reported).toEqual({ units: 2, expected: 31 })
  })

  it('tells somebody without an account that there is something to sign in for, never a zero', async () => {
    const row = await rowOf(null, 'on=2020-04-30', 'T07')
    expect(row.beside[0]).toMatchObject({ figure: { known: false, why: 'sign-in-required' }, reported: null })
    expect(row.reported).toEqual({ units: null, expected: 31 })
    const platforms = await rowOf(null, 'on=2020-12-31', 'T12')
    expect(platforms).toMatchObject({
      actual: { known: false, why: 'sign-in-required' },
      status: 'not-judged',
      statusReason: 'sign-in-required',
    })
  })

  it('never applies a national target to a region, and shows its value and share', async () => {
    const row = await rowOf('approver', 'on=2020-04-30&region=320000', 'T07')
    expect(row).toMatchObject({
      target: null,
      attainment: { known: false, why: 'no-regional-target' },
      plan: { known: false, why: 'no-regional-target' },
      status: 'not-judged',
      statusReason: 'no-regional-target',
      actual: { known: true, value: 50_000_000, on: '2020-04-30' },
      reported: { units: 1, expected: 1 },
    })
    expect(row.regional).toEqual({
      region: '320000',
      figure: { known: true, value: 50_000_000 },
      absence: null,
      share: { known: true, value: 0.5, bound: 'below' },
      lastPeriod: '2020-04',
      lastEndsOn: '2020-04-30',
      byPrefecture: false,
      reports: expect.objectContaining({ handedIn: 2, periods: expect.any(Array) }),
    })
  })

  it('makes the months that a region missed a lower bound of its sum', async () => {
    const row = await rowOf('approver', 'on=2020-12-31&region=330000', 'T07')
    expect(row.regional.figure).toEqual({ known: true, value: 50_000_000, bound: 'above' })
    await approved('zhejiang-recorder', '330000', '2020-06', 1)
    const later = await rowOf('approver', 'on=2020-12-31&region=330000', 'T07')
    expect(later.regional.figure).toEqual({ known: true, value: 50_000_001, bound: 'above' })
  })

  it.each([
    { region: '320000', status: 'achieved' },
    { region: '330000', status: 'overdue' },
    { region: '110000', status: 'no-data' },
  ])('judges a yes-or-no goal in $region: $status', async ({ region, status }) => {
    const on = status === 'overdue' ? '2021-01-31' : '2020-12-31'
    expect((await rowOf('approver', `on=${on}&region=${region}`, 'T12')).status).toBe(status)
  })

  it('counts the prefectures of a province where prefectures report', async () => {
    await approved('regional-recorder', '320100', '2020-12', 1, 'external-network-prefectures')
    const row = await rowOf('approver', 'on=2020-12-31&region=320000', 'T01')
    expect(row.regional.figure).toEqual({ known: true, value: 1, bound: 'above' })
    expect(row.reported).toEqual({ units: 1, expected: 13 })
  })

  it('tells a stranger nothing of a region', async () => {
    const { text, body } = await whole.nobody.get(`${address}?on=2020-04-30&region=320000`)
    expect(text).not.toContain('50000000')
    const row = body.indicators.find(({ goal }: Row) => goal === 'T07')
    expect(row.regional.figure).toEqual({ known: false, why: 'sign-in-required' })
  })

  it('knows what was known then: nothing before the first approval', async () => {
    const { body } = await whole.as('approver').get(`${address}?on=2020-04-30&knownAt=1`)
    const row = body.indicators.find(({ goal }: Row) => goal === 'T07')
    expect(row.beside[0].figure).toEqual({ known: false, why: 'not-reported' })
    expect(body.knownAt).toMatchObject({ seq: 1, now: false })
  })
})
