import type { Dashboard, Derivation, ProgressEntry, Series } from '@xushi/contract'
import { type FreshDatabase, freshDatabase, type RunningProduct, startProduct } from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const cell = { region: '320000', period: '2020-12' }
const value = 31_000_000
/** Twenty thousand events are written before the first answer; a busy machine takes its time. */
const patience = 400_000

describe.each(['sqlite', 'postgres'] as const)('one figure from its recorder to the exports, on %s', (engine) => {
  let product: RunningProduct
  let database: FreshDatabase | undefined

  beforeAll(async () => {
    database = engine === 'postgres' ? await freshDatabase() : undefined
    product = await startProduct({ XUSHI_DEMO: '1', ...(database && { DATABASE_URL: database.url }) })
  }, patience)
  afterAll(async () => {
    await product.remove()
    await database?.drop()
  })

  const ask = async (role: string, path: string, init: RequestInit = {}) =>
    fetch(product.address + path, {
      ...init,
      headers: {
        cookie: await product.cookieOf(role),
        origin: product.address,
        ...(init.body ? { 'content-type': 'application/json' } : {}),
      },
    })
  const post = async (role: string, path: string, body: object) => {
    const response = await ask(role, path, { method: 'POST', body: JSON.stringify(body) })
    return { status: response.status, body: (await response.json()) as ProgressEntry }
  }
  const seriesByRegion = async () => {
    const response = await ask('approver', '/api/indicators/identifier-registrations/series?by=region')
    return (await response.json()) as Series & Required<Pick<Series, 'regions'>>
  }
  const regionsOn = async (on: string) => {
    const response = await ask('approver', `/api/programmes/miit-2020-8/dashboard?on=${on}`)
    const { indicators } = (await response.json()) as Dashboard
    const row = indicators.find(({ goal }) => goal === 'T07')
    const figure = row?.beside.find(({ source }) => source === 'regions')?.figure
    return { row, total: figure?.known ? figure.value : null }
  }

  it('is drafted, submitted, approved by another person, and moves every figure', async () => {
    const before = await regionsOn('2020-12-31')
    const drafted = await post('regional-recorder', '/api/indicators/identifier-registrations/progress-entries', {
      ...cell,
      value,
    })
    expect(drafted).toMatchObject({ status: 201, body: { state: 'draft', value, region: '320000' } })
    const path = `/api/progress-entries/${drafted.body.id}`

    const submitted = await post('regional-recorder', `${path}/submission`, { version: drafted.body.version })
    expect(submitted).toMatchObject({ status: 200, body: { state: 'submitted' } })
    const shown = (await (await ask('approver', path)).json()) as { readonly digest: string }
    const signed = { version: submitted.body.version, digest: shown.digest }
    const own = await post('regional-recorder', `${path}/approval`, signed)
    expect(own.status).toBe(403)
    expect((await regionsOn('2020-12-31')).total).toEqual(before.total)

    const approved = await post('approver', `${path}/approval`, signed)
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } })
    const again = await post('approver', `${path}/approval`, signed)
    expect(again.status).toBe(409)

    const after = await regionsOn('2020-12-31')
    expect(after.total).toBe((before.total ?? 0) + value)
    expect(after.row?.actual).toEqual(before.row?.actual)
    expect(after.row?.sourceOfRecord).toBe('national')
  })

  it('is in the series by region and in total', async () => {
    const byRegion = await seriesByRegion()
    const index = byRegion.periods.indexOf('2020-12')
    const row = byRegion.regions.find(({ region }) => region === '320000')
    expect(row?.value[index]).toBe(value)
    const sum = byRegion.regions.reduce((total, { value: column }) => total + (column[index] ?? 0), 0)
    expect(byRegion.total.flow[index]).toBe(sum)
  })

  it('is in the derivation with who recorded and who approved', async () => {
    const response = await ask('auditor', '/api/indicators/identifier-registrations/derivation?on=2020-12-31')
    const derivation = (await response.json()) as Derivation
    const entry = derivation.entries.find(
      (candidate) => candidate.region === '320000' && candidate.period === '2020-12',
    )
    expect(entry).toMatchObject({ value, state: 'approved' })
    expect(entry?.recorder.name).not.toBe(entry?.approver?.name)
  })

  it('is in both exports', async () => {
    const query = 'from=2020-12&to=2020-12&indicator=identifier-registrations&region=320000'
    const csv = await ask('approver', `/api/exports/progress-entries?format=csv&${query}`)
    const bytes = Buffer.from(await csv.arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(bytes.toString('utf8')).toContain(String(value))
    const xlsx = await ask('approver', `/api/exports/progress-entries?format=xlsx&${query}`)
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  it('stops gracefully on SIGTERM and starts again with everything in place', async () => {
    expect(await product.stop()).toBe(0)
    product = await startProduct({
      XUSHI_DEMO: '1',
      XUSHI_HOME: product.home,
      ...(database && { DATABASE_URL: database.url }),
    })
    const series = await seriesByRegion()
    const row = series.regions.find(({ region }) => region === '320000')
    expect(row?.value[series.periods.indexOf('2020-12')]).toBe(value)
  })

  it.each([
    { on: '2020-06-30', goal: 'T05', actual: 412, bound: 'above', ratio: 0.412, units: 18, status: 'on-schedule' },
    { on: '2020-06-30', goal: 'T04', actual: 37, ratio: 0.37, units: 32, status: 'on-schedule' },
    { on: '2020-10-29', goal: 'T05', actual: 905, bound: 'above', ratio: 0.905, units: 30, status: 'on-schedule' },
    { on: '2020-10-29', goal: 'T04', actual: 100, ratio: 1, units: 32, status: 'on-schedule' },
    { on: '2020-12-31', goal: 'T05', actual: 1000, ratio: 1, units: 32, status: 'on-schedule' },
    { on: '2021-01-01', goal: 'T05', actual: 1000, ratio: 1, units: 32, status: 'overdue' },
    { on: '2020-12-31', goal: 'T04', actual: 101, ratio: 1.01, units: 32, status: 'achieved' },
    { on: '2020-12-31', goal: 'T03', actual: 10, ratio: 1, units: 0, status: 'achieved' },
  ])('counts $goal from its register on $on', async ({ on, goal, actual, bound, ratio, units, status }) => {
    const response = await ask('approver', `/api/programmes/miit-2020-8/dashboard?on=${on}`)
    const row = ((await response.json()) as Dashboard).indicators.find((one) => one.goal === goal)
    const exactly = bound === undefined ? {} : { bound }
    expect(row).toMatchObject({
      sourceOfRecord: 'register',
      actual: { known: true, value: actual, ...exactly },
      attainment: { known: true, value: ratio, ...exactly },
      reported: { units },
      status,
    })
  })

  it.each([
    { on: '2020-06-30', status: 'not-started', reached: [] },
    { on: '2020-10-29', status: 'on-schedule', reached: ['application', 'screening', 'assessment'] },
  ])('judges the selection of the ten by its stages on $on', async ({ on, status, reached }) => {
    const response = await ask('approver', `/api/programmes/miit-2020-8/dashboard?on=${on}`)
    const row = ((await response.json()) as Dashboard).indicators.find(({ goal }) => goal === 'T03')
    expect(row).toMatchObject({ status, actual: { known: false, why: 'selection-open' } })
    expect(row?.stages?.filter((stage) => stage.reached).map(({ id }) => id)).toEqual(reached)
  })

  it.each([
    { on: '2020-06-30', regions: 9, units: 11 },
    { on: '2020-10-29', regions: 25, units: 28 },
    { on: '2020-12-31', regions: 29, units: 32 },
  ])('covers $regions regions with a paired enterprise on $on', async ({ on, regions, units }) => {
    const response = await ask('approver', `/api/programmes/miit-2020-8/dashboard?on=${on}`)
    const row = ((await response.json()) as Dashboard).indicators.find(({ goal }) => goal === 'T16')
    expect(row).toMatchObject({ actual: { value: regions }, reported: { units, expected: 32 }, status: 'not-judged' })
  })
})
