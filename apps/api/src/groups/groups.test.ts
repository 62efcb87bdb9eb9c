import { creditCheckDigit } from '@xushi/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attached, pdf } from '../../test/attached.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const address = '/api/programmes/miit-2020-8/groups'
const thousand = 'local-enterprise-cases'
const hundred = 'leading-enterprise-cases'
const ten = 'benchmark-networks'

describe.each(engines)('the page of groups, on %s', (engine) => {
  let whole: WholeApp
  let seqWaiting = 0
  let source = { id: '', version: 0 }
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    for (const register of [thousand, hundred, ten]) await open(register)
    source = await published(thousand, 1)
    await published(hundred, 2)
  })
  afterAll(() => whole.close())

  async function open(indicator: string) {
    const value = { openedOn: '2020-03-20', balance: 0, balanceSource: '从零计起' }
    const body = { part: 'opening', indicator, reason: '台账启用', effectiveOn: '2020-03-20', value }
    const { id, version } = (await whole.as('programme-manager').post('/api/decisions', body)).body
    await whole.as('approver').approve(`/api/decisions/${id}`, version)
  }
  async function published(register: string, number: number) {
    const first = `91320000MA${String(number).padStart(7, '0')}`
    const fields = {
      enterprise: `江南第${number}厂`,
      'credit-code': first + creditCheckDigit(first),
      industry: 'steel',
    }
    const stages = { application: '2020-05-06' }
    const who = 'industry-recorder'
    const draft = await whole.as(who).post(`/api/registers/${register}/cases`, { region: '320000', fields, stages })
    expect(draft.status).toBe(201)
    const file = { name: '推荐函.pdf', content: pdf(`${register} ${number}`) }
    await attached(whole, who, { subject: draft.body.id }, file)
    const approved = await decided(who, draft.body)
    const published = {
      version: approved.version,
      stages: {
        ...stages,
        screening: '2020-05-12',
        recommendation: '2020-05-15',
        assessment: '2020-05-20',
        announcement: '2020-05-25',
        publication: '2020-06-01',
      },
      reason: '公示期满',
    }
    const changed = await whole.as('recorder').send('PATCH', `/api/cases/${approved.id}`, published)
    return decided('recorder', changed.body)
  }
  async function decided(who: Someone, { id, version }: { id: string; version: number }) {
    const submitted = await whole.as(who).post(`/api/cases/${id}/submission`, { version })
    return approvedBy(submitted.body)
  }
  async function approvedBy({ id, version }: { id: string; version: number }) {
    const approved = await whole.as('approver').approve(`/api/cases/${id}`, version)
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } })
    return approved.body
  }
  const pageOf = async (who: Someone | null, query = 'on=2020-10-29') =>
    (who === null ? whole.nobody : whole.as(who)).get(`${address}?${query}`)
  const memberOf = async (goal: string, who: Someone | null, query?: string) => {
    const { body } = await pageOf(who, query)
    const members = body.groups.flatMap((group: { members: object[] }) => group.members)
    return members.find((member: { goal: string }) => member.goal === goal)
  }
  const chosen = async (who: Someone, query?: string) => {
    const { choices } = await memberOf('T03', who, query)
    return choices.map((choice: { source: string; cases: { title: string; state: string }[] }) => [
      choice.source,
      choice.cases.map(({ title, state }) => `${title} ${state}`),
    ])
  }

  it('shows the groups of the catalogue with what each member counts, and never a sum', async () => {
    const { body } = await pageOf('approver')
    expect(body.groups.map(({ id }: { id: string }) => id)).toEqual(['ten-hundred-thousand', 'five-twelve'])
    expect(body.groups.map(({ members }: { members: { goal: string }[] }) => members.map(({ goal }) => goal))).toEqual([
      ['T03', 'T04', 'T05'],
      ['T13', 'T14', 'T15'],
    ])
    const t05 = await memberOf('T05', 'approver')
    expect(t05).toMatchObject({ actual: { known: true, value: 1, bound: 'above' }, chosenFrom: [], choices: [] })
    expect(await chosen('approver')).toEqual([
      [hundred, []],
      [thousand, []],
    ])
  })

  it('knows a choice that waits for those who work for the nation, and for nobody else', async () => {
    const before = await pageOf('recorder')
    const promotion = await whole.as('recorder').post(`/api/cases/${source.id}/promotion`, {
      into: ten,
      reason: '专家评审第一名',
      fields: { network: '江南5G内网' },
      stages: { assessment: '2020-10-20' },
    })
    expect(promotion.status).toBe(201)
    expect(await chosen('recorder')).toEqual([
      [hundred, []],
      [thousand, ['江南第1厂 put-forward']],
    ])
    expect((await memberOf('T03', 'recorder')).choices[1].cases[0]).toMatchObject({ isDecided: false, chosenOn: null })
    expect(await chosen('regional-viewer')).toEqual([
      [hundred, []],
      [thousand, []],
    ])
    const again = await whole
      .as('recorder')
      .get(`${address}?on=2020-10-29`, { 'if-none-match': String(before.headers.etag) })
    expect(again.status).toBe(200)
    seqWaiting = (await whole.as('auditor').get('/api/audit-events')).body.head.seq

    const approved = await approvedBy(promotion.body)
    expect(await chosen('regional-viewer')).toEqual([
      [hundred, []],
      [thousand, ['江南第1厂 put-forward']],
    ])
    expect(await chosen('regional-viewer', 'on=2020-10-19')).toEqual([
      [hundred, []],
      [thousand, []],
    ])
    const publication = {
      version: approved.version,
      stages: { assessment: '2020-10-20', announcement: '2020-12-08', publication: '2020-12-18' },
      reason: '公示期满',
    }
    const changed = await whole.as('recorder').send('PATCH', `/api/cases/${approved.id}`, publication)
    await decided('recorder', changed.body)
    expect(await chosen('regional-viewer', 'on=2020-12-31')).toEqual([
      [hundred, []],
      [thousand, ['江南第1厂 chosen']],
    ])
    expect(await chosen('regional-viewer', 'on=2020-12-17')).toEqual([
      [hundred, []],
      [thousand, ['江南第1厂 put-forward']],
    ])
  })

  it('knows at an earlier moment what it knew then', async () => {
    const query = `on=2020-12-31&knownAt=${seqWaiting}`
    expect(await chosen('recorder', query)).toEqual([
      [hundred, []],
      [thousand, ['江南第1厂 put-forward']],
    ])
    expect(await chosen('regional-viewer', query)).toEqual([
      [hundred, []],
      [thousand, []],
    ])
  })

  it('lets a case that leaves its source leave the ten', async () => {
    const { body } = await whole.as('approver').get(`/api/cases/${source.id}`)
    const departure = { version: body.case.version, on: '2021-01-15', reason: '停止运营' }
    const exit = await whole.as('recorder').post(`/api/cases/${source.id}/withdrawal`, departure)
    const { version } = exit.body
    expect(await whole.as('approver').approve(`/api/cases/${source.id}`, version)).toMatchObject({
      status: 200,
    })
    expect(await chosen('recorder', 'on=2021-01-31')).toEqual([
      [hundred, []],
      [thousand, []],
    ])
    expect(await chosen('recorder', 'on=2020-12-31')).toEqual([
      [hundred, []],
      [thousand, ['江南第1厂 chosen']],
    ])
  })

  it('shows somebody without an account the promises alone', async () => {
    const member = await memberOf('T03', null)
    expect(member).toMatchObject({ choices: null, actual: { known: false }, target: { value: 10 } })
  })

  it.each([
    { url: '/api/programmes/no-such/groups', kind: 'unknown-programme' },
    { url: `${address}?on=2020-02-30`, kind: 'unknown-date' },
  ])('refuses $kind', async ({ url, kind }) => {
    expect((await whole.nobody.get(url)).body.type).toBe(`urn:xushi:problem:${kind}`)
  })
})
