import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('handing in, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const record = async (who: Someone, indicator: string, body: object) =>
    (await whole.as(who).post(`/api/indicators/${indicator}/progress-entries`, body)).body
  const submit = (who: Someone, { id, version }: { id: string; version: number }, lag?: object) =>
    whole.as(who).post(`/api/progress-entries/${id}/submission`, { version, ...(lag !== undefined && { lag }) })
  const approve = (id: string, version: number, digest?: string) =>
    digest === undefined
      ? whole.as('approver').approve(`/api/progress-entries/${id}`, version)
      : whole.as('approver').post(`/api/progress-entries/${id}/approval`, { version, digest })
  const approved = async (who: Someone, indicator: string, body: object, lag?: object) => {
    const entry = await record(who, indicator, body)
    const submission = await submit(who, entry, lag)
    expect(submission.status, JSON.stringify(submission.body)).toBe(200)
    return (await approve(entry.id, submission.body.version)).body
  }
  const zhejiang = (period: string, value: number, note = '') => ({ region: '330000', period, value, note })

  it('bars what a hard rule forbids, and keeps the draft', async () => {
    const entry = await record('zhejiang-recorder', 'identifier-registrations', zhejiang('2020-03', 100_000_000_001))
    const { status, body } = await submit('zhejiang-recorder', entry)
    expect([status, body.type]).toEqual([422, expect.stringMatching(/rule-broken$/)])
    const kept = await whole.as('zhejiang-recorder').get(`/api/progress-entries/${entry.id}`)
    expect(kept.body.entry).toMatchObject({ state: 'draft', value: 100_000_000_001 })
    await whole.as('zhejiang-recorder').send('DELETE', `/api/progress-entries/${entry.id}`)
  })

  it('asks for a note on a jump, and shows what was found to the reviewer', async () => {
    for (const [period, value] of [
      ['2020-03', 31_000_000],
      ['2020-04', 26_000_000],
      ['2020-05', 29_000_000],
      ['2020-06', 28_000_000],
    ] as const)
      await approved('zhejiang-recorder', 'identifier-registrations', zhejiang(period, value))
    const entry = await record('zhejiang-recorder', 'identifier-registrations', zhejiang('2020-07', 280_000_000))
    const refused = await submit('zhejiang-recorder', entry)
    expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer: '/note' }] })
    const noted = await whole
      .as('zhejiang-recorder')
      .send('PATCH', `/api/progress-entries/${entry.id}`, { version: 1, note: '集中补登存量' })
    const { body } = await submit('zhejiang-recorder', noted.body)
    expect(body).toMatchObject({ state: 'submitted', findings: [{ is: 'jump', median: 28_500_000 }] })

    const desk = (await whole.as('approver').get('/api/review-desk')).body
    expect(desk.items[0]).toMatchObject({
      entry: { id: entry.id },
      flags: ['finding', 'without-evidence'],
      lateDays: null,
      evidence: 0,
    })
    expect((await whole.as('regional-viewer').get('/api/review-desk')).status).toBe(403)
  })

  it('needs a reason for lag where the nation falls behind', async () => {
    const value = { region: '000000', period: '2020-10', value: 90_100, unit: 'department-wangan' }
    const entry = await record('recorder', 'monitored-enterprises', value)
    const lag = { cause: 'funding', remedy: '追加预算', responsible: '网络安全管理局', newDate: '2021-06-30' }
    expect((await submit('recorder', entry)).body.type).toMatch(/lag-reason-required$/)
    expect((await submit('recorder', entry, { ...lag, cause: 'weather' })).body.type).toMatch(/lag-cause-unknown$/)
    expect((await submit('recorder', entry, { ...lag, newDate: '2020-10-31' })).body.type).toMatch(/lag-date-past$/)
    const { body } = await submit('recorder', entry, lag)
    expect(body).toMatchObject({ state: 'submitted', lag })
    const on = await record('recorder', 'monitored-enterprises', { ...value, period: '2020-11', value: 99_000 })
    expect((await submit('recorder', on)).status).toBe(200)
  })

  it('is approved only as it was shown', async () => {
    const entry = await record('regional-recorder', 'identifier-registrations', {
      region: '320000',
      period: '2020-05',
      value: 5,
    })
    const { version } = (await submit('regional-recorder', entry)).body
    const { digest } = (await whole.as('approver').get(`/api/progress-entries/${entry.id}`)).body
    const other = `${digest[0] === '0' ? '1' : '0'}${digest.slice(1)}`
    expect(await approve(entry.id, version, other)).toMatchObject({ status: 409 })
    expect((await whole.as('approver').get(`/api/progress-entries/${entry.id}`)).body.entry.state).toBe('submitted')
    expect(await approve(entry.id, version, digest)).toMatchObject({ status: 200, body: { state: 'approved' } })
    const { history } = (await whole.as('approver').get(`/api/progress-entries/${entry.id}`)).body
    expect(history.at(-1).after.signedDigest).toBe(digest)
  })

  it('is approved and returned many at once, each with its own result', async () => {
    const periods = ['2020-06', '2020-07', '2020-08']
    for (const period of periods)
      await submit(
        'regional-recorder',
        await record('regional-recorder', 'identifier-registrations', { region: '320000', period, value: 6 }),
      )
    const { items } = (await whole.as('approver').get('/api/review-desk')).body
    type Item = { entry: { id: string; version: number; region: string }; digest: string }
    const own = items.filter(({ entry }: Item) => entry.region === '320000')
    expect(own).toHaveLength(3)
    const shown = own.map(({ entry: { id, version }, digest }: Item) => ({ id, version, digest }))
    const [first, second, third] = shown
    const answer = await whole
      .as('approver')
      .post('/api/progress-entries/approvals', { entries: [first, { ...second, digest: '0'.repeat(64) }] })
    expect(answer.body.results).toMatchObject([
      { id: first.id, entry: { state: 'approved' }, problem: null },
      { id: second.id, entry: null, problem: { status: 409 } },
    ])
    const returned = await whole.as('approver').post('/api/progress-entries/returns', {
      entries: [second, third].map(({ id, version }) => ({ id, version })),
      reason: '请核对口径',
    })
    expect(returned.body.results.map(({ entry }: { entry: { state: string } }) => entry.state)).toEqual([
      'returned',
      'returned',
    ])
  })

  it('once approved may be asked to be corrected, and goes on counting', async () => {
    const entry = await approved('regional-recorder', 'identifier-registrations', {
      region: '320000',
      period: '2020-09',
      value: 6,
    })
    const url = `/api/progress-entries/${entry.id}/correction-request`
    expect((await whole.as('regional-recorder').post(url, { version: entry.version, reason: '再核' })).status).toBe(403)
    const asked = await whole.as('approver').post(url, { version: entry.version, reason: '与节点导出不符' })
    expect(asked.body).toMatchObject({ state: 'approved', correctionAsked: { reason: '与节点导出不符' } })
    const series = await whole.as('approver').get('/api/indicators/identifier-registrations/series?by=region')
    const row = series.body.regions.find(({ region }: { region: string }) => region === '320000')
    expect(row.value[series.body.periods.indexOf('2020-09')]).toBe(6)
  })

  it('judges a region by the part that was decided for it', async () => {
    const proposed = await whole.as('programme-manager').post('/api/decisions', {
      part: 'regional-target',
      indicator: 'identifier-registrations',
      value: { region: '330000', value: 900_000_000, on: '2020-12-31' },
      reason: '分解任务',
      documentNumber: '工信厅信管函〔2020〕1号',
      effectiveOn: '2020-03-20',
    })
    expect(proposed.status, JSON.stringify(proposed.body)).toBe(201)
    await whole.as('programme-manager').post(`/api/decisions/${proposed.body.id}/submission`, { version: 1 })
    const decided = await whole.as('approver').approve(`/api/decisions/${proposed.body.id}`, 2)
    expect(decided.status, JSON.stringify(decided.body)).toBe(200)
    const board = await whole
      .as('zhejiang-recorder')
      .get('/api/programmes/miit-2020-8/dashboard?region=330000&on=2020-10-31')
    const row = board.body.indicators.find(({ goal }: { goal: string }) => goal === 'T07')
    expect(row).toMatchObject({ status: 'behind', target: { value: 900_000_000, perRegion: true } })
    expect(row.attainment.value).toBeCloseTo(114 / 900, 3)

    const entry = await record('zhejiang-recorder', 'identifier-registrations', zhejiang('2020-08', 28_000_000))
    expect((await submit('zhejiang-recorder', entry)).body.type).toMatch(/lag-reason-required$/)
  })
})
