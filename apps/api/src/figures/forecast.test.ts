import type { Dashboard, IndicatorPage } from '@xushi/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const registrations = 'identifier-registrations'

describe.each(engines)('the forecasts, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    const flows = [42_000_000, 55_000_000, 61_000_000, 70_000_000, 78_000_000, 84_000_000, 90_000_000]
    for (const [index, value] of flows.entries()) {
      const entry = { region: '320000', period: `2020-0${index + 3}`, value, note: '按月增长' }
      await approved('regional-recorder', registrations, entry)
    }
  })
  afterAll(() => whole.close())

  async function approved(who: Someone, indicator: string, entry: object, lag?: object) {
    const { id, version } = (await whole.as(who).post(`/api/indicators/${indicator}/progress-entries`, entry)).body
    const sent = await whole.as(who).post(`/api/progress-entries/${id}/submission`, { version, ...(lag && { lag }) })
    expect(sent.status, sent.text).toBe(200)
    const { version: shown } = sent.body
    const done = await whole.as('approver').approve(`/api/progress-entries/${id}`, shown)
    expect(done.status, done.text).toBe(200)
  }
  const clientOf = (who: Someone | null) => (who === null ? whole.nobody : whole.as(who))
  const forecastsOf = async (who: Someone | null, on: string, indicator = registrations) => {
    const page: IndicatorPage = (await clientOf(who).get(`/api/indicators/${indicator}?on=${on}`)).body
    return page.forecasts
  }
  const rowOf = async (who: Someone | null, query: string, goal: string) => {
    const dashboard: Dashboard = (await clientOf(who).get(`/api/programmes/miit-2020-8/dashboard?${query}`)).body
    return dashboard.indicators.find((row) => row.goal === goal)?.forecast
  }

  it('tell the source of record with its three figures, and the sum of regions beside it', async () => {
    const [national, regions, ...others] = await forecastsOf('approver', '2020-10-29')
    expect(others).toEqual([])
    const tooFew = { known: false, why: 'too-few-points', points: 3 }
    expect(national).toEqual({
      source: 'national',
      counts: true,
      scale: 'value',
      target: { known: true, value: 3_600_000_000, bound: 'above' },
      headline: tooFew,
      other: tooFew,
    })
    expect(regions).toMatchObject({
      source: 'regions',
      counts: false,
      scale: 'gain',
      target: { known: true, value: 2_000_000_000 },
      headline: {
        method: 'recent-pace',
        usedFrom: '2020-06-30',
        usedTo: '2020-09-30',
        points: 7,
        incomplete: 3,
        pacePerMonth: { known: true, value: 84_000_000, bound: 'above' },
        expected: { known: true, value: 732_000_000, bound: 'above', on: '2020-12-31' },
        reachedOn: { known: true, on: '2022-04-03', from: '2022-01-05', to: '2022-08-10' },
        line: { on: ['2020-09-30', '2020-10-31', '2020-11-30', '2020-12-31'] },
        backTest: { count: 3, within: 3 },
      },
      other: { known: true, method: 'theil-sen', usedFrom: '2020-03-31' },
    })
  })

  it('know nothing of periods after the date asked for', async () => {
    const [, regions] = await forecastsOf('approver', '2020-05-31')
    expect(regions?.headline).toEqual({ known: false, why: 'too-few-points', points: 3 })
  })

  it('tell somebody without an account what was published, and that the rest is for those who sign in', async () => {
    const [national, regions] = await forecastsOf(null, '2020-10-29')
    expect(national?.headline).toEqual({ known: false, why: 'too-few-points', points: 3 })
    expect(regions?.headline).toEqual({ known: false, why: 'sign-in-required', points: 0 })
    const { text } = await whole.nobody.get(`/api/indicators/${registrations}?on=2020-10-29`)
    expect(text).not.toContain('732000000')
    expect(await rowOf(null, 'on=2020-10-29', 'T12')).toMatchObject({ why: 'sign-in-required' })
  })

  it('end with the due date', async () => {
    const forecasts = await forecastsOf('approver', '2021-01-01')
    expect(forecasts.map(({ headline }) => headline)).toMatchObject([{ why: 'past-due' }, { why: 'past-due' }])
    expect((await forecastsOf(null, '2021-01-01')).at(-1)?.headline).toMatchObject({ why: 'past-due' })
  })

  it('are none for a goal without any source', async () => {
    expect(await forecastsOf('approver', '2020-10-29', 'active-identifiers')).toEqual([])
  })

  it.each([
    { goal: 'T07', why: 'too-few-points' },
    { goal: 'T08', why: 'by-stages' },
    { goal: 'T16', why: 'per-region' },
    { goal: 'T18', why: 'no-number' },
  ])('say in the row of $goal: $why', async ({ goal, why }) => {
    expect(await rowOf('approver', 'on=2020-10-29', goal)).toMatchObject({ known: false, why })
  })

  it('apply no national target to a region', async () => {
    const row = await rowOf('approver', 'on=2020-10-29&region=320000', 'T07')
    expect(row).toEqual({ known: false, why: 'no-regional-target', points: 0 })
  })

  it('say in a row where the source of record is going', async () => {
    const lag = { cause: 'funding', remedy: '追加预算', responsible: '网络安全管理局', newDate: '2021-06-30' }
    for (const [index, month] of ['04', '05', '06', '07', '08', '09'].entries()) {
      const entry = { region: '000000', period: `2020-${month}`, value: 136 + index, unit: 'department-wangan' }
      await approved('recorder', 'monitored-platforms', entry, lag)
    }
    expect(await rowOf('approver', 'on=2020-10-29', 'T10')).toEqual({
      known: true,
      method: 'recent-pace',
      usedFrom: '2020-06-30',
      usedTo: '2020-09-30',
      pacePerMonth: { known: true, value: 1 },
      expected: { known: true, value: 144, on: '2020-12-31' },
      reachedOn: { known: true, on: '2021-06-30', from: '2021-06-30', to: '2021-06-30' },
      neededPerMonth: { known: true, value: 3 },
    })
  })
})
