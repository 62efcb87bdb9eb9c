import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type WholeApp, wholeApp } from '../../test/whole-app.ts'

let whole: WholeApp
beforeAll(async () => {
  whole = await wholeApp()
})
afterAll(() => whole.close())

type Assigned = { indicator: string; region: string; unit: { id: string } }

describe('the recording desk', () => {
  it('offers a region what its unit reports, and nothing of others', async () => {
    const { body } = await whole.as('regional-recorder').get('/api/recording-desk')
    expect(body).toMatchObject({
      today: '2021-02-20',
      defaultPeriod: '2021-01',
      firstPeriod: '2020-03',
      open: [],
      recent: [],
    })
    const units = new Set(body.assignments.map(({ unit }: Assigned) => unit.id))
    expect([...units]).toEqual(['communications-320000'])
    const registrations = body.assignments.filter(({ indicator }: Assigned) => indicator === 'identifier-registrations')
    expect(registrations).toEqual([expect.objectContaining({ region: '320000', typed: 'period', yesNo: false })])
    expect(body.assignments.map(({ indicator }: Assigned) => indicator)).not.toContain('local-enterprise-cases')
  })

  it('offers the recorder of the nation every region', async () => {
    const { body } = await whole.as('recorder').get('/api/recording-desk')
    const regions = body.assignments
      .filter(({ indicator }: Assigned) => indicator === 'identifier-registrations')
      .map(({ region }: Assigned) => region)
    expect(regions).toHaveLength(32)
    expect(regions).toContain('000000')
  })

  it('offers only what can really be recorded', async () => {
    const { body } = await whole.as('regional-recorder').get('/api/recording-desk')
    for (const { indicator, region, unit } of body.assignments.slice(0, 40)) {
      const url = `/api/indicators/${indicator}/progress-entries`
      const value = 1
      // The only one that is reported by quarter.
      const period = indicator === 'monitored-platforms' ? '2020-Q4' : '2020-12'
      const answer = await whole.as('regional-recorder').post(url, { region, period, value, unit: unit.id })
      expect([indicator, region, answer.status]).toEqual([indicator, region, 201])
    }
  })
})

describe('a cell of the desk', () => {
  const cell = '/api/indicators/identifier-registrations/cell?region=320000'

  it('shows what was recorded before, the running total and the entry that is there', async () => {
    const recorder = whole.as('regional-recorder')
    for (const [period, value] of [
      ['2020-03', 10],
      ['2020-04', 20],
    ] as const) {
      const url = '/api/indicators/identifier-registrations/progress-entries'
      const { body } = await recorder.post(url, { region: '320000', period, value })
      await recorder.post(`/api/progress-entries/${body.id}/submission`, { version: 1 })
      await whole.as('approver').approve(`/api/progress-entries/${body.id}`, 2)
    }
    const { body } = await recorder.get(`${cell}&period=2020-12`)
    expect(body).toMatchObject({
      typed: 'period',
      endsOn: '2020-12-31',
      entry: { state: 'draft', value: 1 },
      plan: { known: false, why: 'no-regional-target' },
      minimum: 0,
      maximum: 100_000_000_000,
      history: [
        { period: '2020-03', value: 10, cumulative: { known: true, value: 10 } },
        { period: '2020-04', value: 20, cumulative: { known: true, value: 30 } },
      ],
    })
  })

  it.each(['period=2020-13', 'period=2021-02', 'period=2020-12&region=330000'])('is refused with %s', async (query) => {
    const url = query.includes('region=')
      ? `/api/indicators/identifier-registrations/cell?${query}`
      : `${cell}&${query}`
    const { status } = await whole.as('regional-recorder').get(url)
    expect([403, 422]).toContain(status)
  })
})

describe('the grid of a region and month', () => {
  const gridOf = async (who: Parameters<WholeApp['as']>[0], region: string, period: string) =>
    (await whole.as(who).get(`/api/recording-grid?region=${region}&period=${period}`)).body
  type Row = { is: string; goal: string; region?: string }

  it('holds what the person records: numbers, milestones and narratives, the past beside', async () => {
    const body = await gridOf('regional-recorder', '320000', '2020-05')
    expect(body).toMatchObject({ past: ['2020-02', '2020-03', '2020-04'], endsOn: '2020-05-31' })
    const registrations = body.rows.find(({ goal, is }: Row) => goal === 'T07' && is === 'entry')
    expect(registrations).toMatchObject({
      past: [
        { period: '2020-03', value: 10 },
        { period: '2020-04', value: 20 },
      ],
      locked: null,
      entry: null,
      needsLag: false,
    })
    expect(body.rows.some(({ goal, is }: Row) => goal === 'T07' && is === 'narrative')).toBe(true)
    // T01 is asked of every prefecture.
    expect(body.rows.filter(({ goal, is }: Row) => goal === 'T01' && is === 'entry').length).toBeGreaterThan(10)
    expect(body.lagCauses.length).toBeGreaterThan(3)
  })

  it('asks a quarter only in its last month', async () => {
    const goals = async (period: string) =>
      (await gridOf('regional-recorder', '320000', period)).rows.map(({ goal }: Row) => goal)
    expect(await goals('2020-08')).not.toContain('T10')
    expect(await goals('2020-09')).toContain('T10')
  })

  it('has nothing of another unit to record, and nothing that is typed for a counted goal', async () => {
    const { rows } = await gridOf('regional-recorder', '330000', '2020-09')
    expect(rows.filter(({ is }: Row) => is === 'entry' || is === 'count')).toEqual([])
    const { rows: own } = await gridOf('industry-recorder', '320000', '2020-09')
    expect(own.filter(({ goal, is }: Row) => goal === 'T05' && is === 'entry')).toEqual([])
    const { rows: national } = await gridOf('recorder', '000000', '2020-09')
    expect(national.filter(({ is }: Row) => is === 'milestone').length).toBeGreaterThan(20)
  })

  it('tells at once what the rules find in a draft', async () => {
    const url = '/api/indicators/monitored-enterprises/progress-entries'
    await whole.as('regional-recorder').post(url, { region: '320000', period: '2020-06', value: 10_000_001 })
    const { rows } = await gridOf('regional-recorder', '320000', '2020-06')
    const row = rows.find(({ goal, is }: Row) => goal === 'T11' && is === 'entry')
    expect(row).toMatchObject({ entry: { state: 'draft' }, findings: [{ is: 'range', severity: 'hard' }] })
  })

  it.each(['2020-Q3', '2021-02', '2020-13'])('is refused for %s', async (period) => {
    const { status } = await whole.as('regional-recorder').get(`/api/recording-grid?region=320000&period=${period}`)
    expect(status).toBe(422)
  })
})
