import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('the checks of an entry, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  type Entry = { readonly id: string; readonly version: number }
  const record = async (who: Someone, indicator: string, body: object): Promise<Entry> => {
    const made = await whole.as(who).post(`/api/indicators/${indicator}/progress-entries`, body)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return made.body
  }
  const submit = async (who: Someone, { id, version }: Entry, more: object = {}): Promise<Entry> => {
    const { status, body } = await whole.as(who).post(`/api/progress-entries/${id}/submission`, { version, ...more })
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const approve = async ({ id, version }: Entry) =>
    (await whole.as('approver').approve(`/api/progress-entries/${id}`, version)).body
  const checksOf = async ({ id }: Entry, who: Someone = 'approver') =>
    (await whole.as(who).get(`/api/progress-entries/${id}/checks`)).body
  const registrations = (region: string, period: string, value: number) => ({ region, period, value })
  const identifiers = 'identifier-registrations'

  it('say what the regions will add up to, and that the status is the nation’s', async () => {
    await approve(
      await submit(
        'zhejiang-recorder',
        await record('zhejiang-recorder', identifiers, registrations('330000', '2020-10', 480)),
      ),
    )
    const entry = await submit(
      'regional-recorder',
      await record('regional-recorder', identifiers, registrations('320000', '2020-10', 310)),
    )
    const checks = await checksOf(entry)
    expect(checks).toMatchObject({
      id: entry.id,
      on: '2021-02-20',
      total: {
        before: { known: true, value: 480, bound: 'above' },
        after: { known: true, value: 790, bound: 'above' },
        reported: { units: 2 },
      },
      statuses: [{ of: 'nation', before: 'achieved', after: 'achieved', source: 'national' }],
    })
    expect(checks.rules).toContainEqual({ is: 'range', result: 'passed', finding: null })
    expect(checks.rules).toContainEqual({ is: 'jump', result: 'not-compared', finding: null })
    expect(checks.beside).toMatchObject([{ of: 'regions', source: 'national', exceeds: false }])

    await approve(entry)
    const board = await whole.as('approver').get('/api/programmes/miit-2020-8/dashboard')
    const row = board.body.indicators.find(({ goal }: { goal: string }) => goal === 'T07')
    const regions = row.beside.find(({ source }: { source: string }) => source === 'regions')
    expect(regions.figure).toEqual(checks.total.after)
  })

  it('of a correction move the total by the difference', async () => {
    const { entries } = (await whole.as('approver').get(`/api/progress-entries?region=320000&state=approved`)).body
    const [{ id, version }] = entries
    const correction = { version, reason: '多填一位', value: 31 }
    const draft = await whole.as('regional-recorder').post(`/api/progress-entries/${id}/correction`, correction)
    const { total } = await checksOf(draft.body, 'regional-recorder')
    expect([total.before.value, total.after.value]).toEqual([790, 511])
    await whole.as('regional-recorder').send('DELETE', `/api/progress-entries/${draft.body.id}`)
  })

  it('mark a sum of regions that is above the figure of the nation', async () => {
    const said = {
      indicator: 'T07',
      region: '000000',
      on: '2020-10-31',
      precision: 'day',
      publishedOn: '2020-11-02',
      value: 6_000_000_000,
      speaker: '信息通信管理局',
      occasion: '新闻发布会',
      confidence: 'primary',
    }
    const figure = (await whole.as('recorder').post('/api/published-figures', said)).body
    const url = `/api/published-figures/${figure.id}`
    const { version } = (await whole.as('recorder').post(`${url}/submission`, { version: figure.version })).body
    await whole.as('approver').approve(`${url}`, version)
    const entry = await record('guangdong-recorder', identifiers, registrations('440000', '2020-10', 99_000_000_000))
    const { beside, total } = await checksOf(entry, 'guangdong-recorder')
    expect(beside).toMatchObject([{ source: 'national', exceeds: true }])
    expect(total.after.value).toBe(99_000_000_790)
  })

  it('of the nation say what the status will be', async () => {
    const value = { region: '000000', period: '2020-10', value: 90_100, unit: 'department-wangan' }
    const lag = { cause: 'funding', remedy: '追加预算', responsible: '网络安全管理局', newDate: '2021-06-30' }
    const entry = await submit('recorder', await record('recorder', 'monitored-enterprises', value), { lag })
    const { total, statuses } = await checksOf(entry)
    expect(total).toBeNull()
    expect(statuses).toEqual([{ of: 'nation', before: 'no-data', after: 'overdue', source: 'national' }])
    await approve(entry)
    const board = await whole.as('approver').get('/api/programmes/miit-2020-8/dashboard')
    expect(board.body.indicators.find(({ goal }: { goal: string }) => goal === 'T11').status).toBe('overdue')
  })

  it('are no part of what is signed, and are seen by those who see the entry', async () => {
    const draft = await record('regional-recorder', identifiers, registrations('320000', '2020-11', 300))
    expect(await whole.as('zhejiang-recorder').get(`/api/progress-entries/${draft.id}/checks`)).toMatchObject({
      status: 404,
    })
    const entry = await submit('regional-recorder', draft)
    const digest = async () => (await whole.as('approver').get(`/api/progress-entries/${entry.id}`)).body.digest
    const before = await digest()
    // What others record moves the checks, not what is signed.
    const other = registrations('330000', '2020-11', 500)
    await approve(await submit('zhejiang-recorder', await record('zhejiang-recorder', identifiers, other)))
    expect((await checksOf(entry)).total.before.value).toBe(1290)
    expect(await digest()).toBe(before)
  })
})
