import type { IndicatorPage, LastReport } from '@xushi/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const address = '/api/indicators/identifier-registrations'

describe.each(engines)('the entries behind a number, on %s', (engine) => {
  let whole: WholeApp
  /** The ledger number before the correction of the cell. */
  let before = 0
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    await approved('regional-recorder', { region: '320000', period: '2020-03', value: 30 })
    const old = await approved('zhejiang-recorder', { region: '330000', period: '2020-04', value: 40 })
    await approved('regional-recorder', { region: '320000', period: '2020-04', value: 0 })
    await drafted('guangdong-recorder', { region: '440000', period: '2020-04', value: 50 })
    before = (await pageOn('2020-04-30')).figuresSeq
    const correction = await move('zhejiang-recorder', old, 'correction', { reason: '漏报', value: 44 })
    await settled('zhejiang-recorder', correction)
    await approved('regional-recorder', { region: '320000', period: '2020-05', value: 60 })
  })
  afterAll(() => whole.close())

  const drafted = async (who: Someone, entry: { region: string; period: string; value: number }) =>
    (await whole.as(who).post(`${address}/progress-entries`, entry)).body
  const move = async (who: Someone, { id, version }: { id: string; version: number }, to: string, more: object = {}) =>
    (await whole.as(who).post(`/api/progress-entries/${id}/${to}`, { version, ...more })).body
  const approvedBy = async (who: Someone, { id, version }: { id: string; version: number }) =>
    (await whole.as(who).approve(`/api/progress-entries/${id}`, version)).body
  const settled = async (who: Someone, entry: { id: string; version: number }) =>
    approvedBy('approver', await move(who, entry, 'submission'))
  const approved = async (who: Someone, entry: { region: string; period: string; value: number }) =>
    settled(who, await drafted(who, entry))
  const pageOn = async (on: string, knownAt?: number): Promise<IndicatorPage> =>
    (await whole.as('auditor').get(`${address}?on=${on}${knownAt === undefined ? '' : `&knownAt=${knownAt}`}`)).body
  const reportOn = async (on: string, knownAt?: number): Promise<LastReport | undefined> =>
    (await pageOn(on, knownAt)).lastReports?.find(({ level }) => level === 'region')
  const valuesOf = (report: LastReport | undefined) => report?.entries.map(({ region, value }) => [region, value])

  it('are those of the last period that ended by the date, with who recorded and who approved', async () => {
    const report = await reportOn('2020-05-30')
    expect(report).toMatchObject({ period: '2020-04', endsOn: '2020-04-30' })
    expect(valuesOf(report)).toEqual([
      ['320000', 0],
      ['330000', 44],
    ])
    expect(report?.entries[0]).toMatchObject({ recorder: { name: '李静' }, approver: { name: '郑洁' } })
    expect(await reportOn('2020-05-31')).toMatchObject({ period: '2020-05', entries: [{ value: 60 }] })
  })

  it('are those that counted at the moment of knowledge, whatever became of them', async () => {
    expect(valuesOf(await reportOn('2020-12-31', before))).toEqual([
      ['320000', 0],
      ['330000', 40],
    ])
  })

  it('name who has not reported: a draft is no report, a zero is one', async () => {
    const missing = (await reportOn('2020-04-30'))?.missing ?? []
    const codes = missing.map(({ region }) => region)
    expect(codes).toHaveLength(29)
    expect(codes).toContain('440000')
    expect(codes).not.toContain('320000')
    expect(missing.find(({ region }) => region === '440000')?.name.zh).toBe('广东省通信管理局')
  })

  it('are none before the first report, and not told to somebody without an account', async () => {
    expect((await pageOn('2020-03-30')).lastReports).toEqual([])
    const { body, text } = await whole.nobody.get(`${address}?on=2020-05-31`)
    expect(body.lastReports).toBeNull()
    expect(text).not.toContain('李静')
  })
})

describe.each(engines)('what the nation recorded itself, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  it('is every approved value up to the date, the oldest first, and not told to somebody without an account', async () => {
    const of = '/api/indicators/monitored-platforms'
    for (const [period, value] of [
      ['2020-05', 145],
      ['2020-04', 140],
    ] as const) {
      const { body: draft } = await whole.as('recorder').post(`${of}/progress-entries`, {
        region: '000000',
        unit: 'department-wangan',
        period,
        value,
      })
      const { body: sent } = await whole.as('recorder').post(`/api/progress-entries/${draft.id}/submission`, {
        version: draft.version,
      })
      expect(sent).toMatchObject({ state: 'submitted' })
      expect(await whole.as('approver').approve(`/api/progress-entries/${sent.id}`, sent.version)).toMatchObject({
        status: 200,
      })
    }
    const recordedOn = async (on: string) => {
      const { recorded }: IndicatorPage = (await whole.as('auditor').get(`${of}?on=${on}`)).body
      return recorded?.map(({ on: day, period, value }) => [day, period, value])
    }
    expect(await recordedOn('2020-05-31')).toEqual([
      ['2020-04-30', '2020-04', 140],
      ['2020-05-31', '2020-05', 145],
    ])
    expect(await recordedOn('2020-05-30')).toEqual([['2020-04-30', '2020-04', 140]])
    expect((await whole.nobody.get(`${of}?on=2020-05-31`)).body.recorded).toBeNull()
  })
})

describe.each(engines)('a plan that was re-based, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  it('keeps the line that held before, with the reason, from its day on and not before', async () => {
    const before = (await whole.as('auditor').get('/api/audit-events')).body.head.seq
    const proposed = await whole.as('programme-manager').post('/api/decisions', {
      part: 'due',
      indicator: 'secondary-nodes',
      reason: '疫情影响，顺延半年',
      effectiveOn: '2020-07-01',
      value: { on: '2021-06-30', stated: true },
    })
    const { id, version } = proposed.body
    expect(await whole.as('approver').approve(`/api/decisions/${id}`, version)).toMatchObject({ status: 200 })
    const pageOn = async (query: string): Promise<IndicatorPage> =>
      (await whole.as('auditor').get(`/api/indicators/secondary-nodes?${query}`)).body

    const page = await pageOn('on=2020-10-29')
    expect(page.planLine.on.at(-1)).toBe('2021-06-30')
    expect(page.earlierPlans).toMatchObject([
      {
        on: ['2020-03-20', '2020-12-31'],
        value: [47, 67],
        untilOn: '2020-07-01',
        part: 'due',
        reason: '疫情影响，顺延半年',
      },
    ])
    expect((await pageOn('on=2020-06-30')).earlierPlans).toEqual([])
    expect((await pageOn(`on=2020-10-29&knownAt=${before}`)).earlierPlans).toEqual([])
  })
})
