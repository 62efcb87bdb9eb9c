import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const address = '/api/programmes/miit-2020-8/dashboard'
const registrations = 'identifier-registrations'

describe.each(engines)('what changed lately, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const handedIn = async (who: Someone, indicator: string, body: object, more: object = {}) => {
    const { id, version } = (await whole.as(who).post(`/api/indicators/${indicator}/progress-entries`, body)).body
    return (await whole.as(who).post(`/api/progress-entries/${id}/submission`, { version, ...more })).body
  }
  const approved = async (who: Someone, indicator: string, body: object, more: object = {}) => {
    const { id, version } = await handedIn(who, indicator, body, more)
    const done = await whole.as('approver').approve(`/api/progress-entries/${id}`, version)
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    return done.body
  }
  const shown = async (query = '', who: Someone | null = 'auditor') =>
    (await (who === null ? whole.nobody : whole.as(who)).get(`${address}?${query}`)).body

  it('begins with nothing: the first values of the catalogue are no change', async () => {
    expect((await shown()).changes).toEqual([])
  })

  it('tells one value with its region, and several of one day and period together', async () => {
    const first = await approved('regional-recorder', registrations, { region: '320000', period: '2020-03', value: 7 })
    const { changes, figuresSeq } = await shown()
    expect(changes).toMatchObject([
      {
        seq: figuresSeq,
        kind: 'entry',
        indicator: { id: registrations, goal: 'T07' },
        count: 1,
        period: '2020-03',
        region: { zh: '江苏' },
        value: 7,
        before: null,
      },
    ])
    await approved('zhejiang-recorder', registrations, { region: '330000', period: '2020-03', value: 9 })
    expect((await shown()).changes).toMatchObject([{ kind: 'entry', count: 2, region: null, value: null }])

    const correction = await whole
      .as('regional-recorder')
      .post(`/api/progress-entries/${first.id}/correction`, { version: first.version, reason: '重复登记', value: 6 })
    const { id, version } = (
      await whole
        .as('regional-recorder')
        .post(`/api/progress-entries/${correction.body.id}/submission`, { version: correction.body.version })
    ).body
    await whole.as('approver').approve(`/api/progress-entries/${id}`, version)
    const [newest] = (await shown()).changes
    expect(newest).toMatchObject({
      kind: 'correction',
      region: { zh: '江苏' },
      value: 6,
      before: 7,
      reason: '重复登记',
    })
  })

  it('leaves out what speaks of later days, and what was not known yet', async () => {
    expect((await shown('on=2020-03-30')).changes).toEqual([])
    const { changes } = await shown()
    const known = await shown(`knownAt=${changes.at(-1).seq}`)
    expect(known.changes).toMatchObject([{ kind: 'entry', count: 2 }])
  })

  it('tells nobody without an account of entries, but of what was said in public', async () => {
    const figure = {
      indicator: 'T06',
      region: '000000',
      on: '2020-12-31',
      precision: 'day',
      publishedOn: '2021-01-20',
      value: 88,
      speaker: '工业和信息化部',
      occasion: '新闻发布会',
      confidence: 'primary',
      link: 'https://www.example.org/a',
    }
    const draft = await whole.as('recorder').post('/api/published-figures', figure)
    expect(draft).toMatchObject({ status: 201 })
    const { id, version } = draft.body
    const submitted = await whole.as('recorder').post(`/api/published-figures/${id}/submission`, { version })
    await whole.as('approver').approve(`/api/published-figures/${id}`, submitted.body.version)
    const { changes, reporting } = await shown('', null)
    expect(changes).toMatchObject([{ kind: 'published', indicator: { goal: 'T06' }, value: 88, on: '2020-12-31' }])
    expect(reporting).toBeNull()
  })

  it('says how much of the last month is there and counts, by kind of unit', async () => {
    const { reporting } = await shown('on=2020-04-15')
    expect(reporting).toMatchObject({ period: '2020-03', endsOn: '2020-03-31' })
    const offices = reporting.kinds.find(({ kind }: { kind: string }) => kind === 'communications-administration')
    expect(offices).toMatchObject({ counted: 2 })
    expect(offices.expected).toBeGreaterThan(31)
    const page = await whole.as('programme-manager').get('/api/reporting?programme=miit-2020-8&period=2020-03')
    const sum = (of: 'expected' | 'counted') =>
      reporting.kinds.reduce((total: number, kind: Record<typeof of, number>) => total + kind[of], 0)
    expect(page.body).toMatchObject({ expected: sum('expected'), counted: sum('counted') })
    // What was handed in and not approved yet does not count.
    await handedIn('guangdong-recorder', registrations, { region: '440000', period: '2020-03', value: 3 })
    expect((await shown('on=2020-04-15')).reporting.kinds).toContainEqual(offices)
  })

  it('gives the reason of a lag with its goal', async () => {
    const lag = { cause: 'funding', remedy: '追加资金', responsible: '网络安全管理局', newDate: '2021-03-31' }
    await approved('recorder', 'monitored-platforms', { region: '000000', period: '2020-09', value: 136 }, { lag })
    const row = (await shown('on=2020-10-29')).indicators.find(({ goal }: { goal: string }) => goal === 'T10')
    expect(row).toMatchObject({
      status: 'behind',
      lag: { cause: { zh: '资金未到位' }, remedy: '追加资金', newDate: '2021-03-31', region: null, period: '2020-09' },
    })
    const open = (await shown('on=2020-10-29', null)).indicators.find(({ goal }: { goal: string }) => goal === 'T10')
    expect(open.lag).toBeNull()
  })
})
