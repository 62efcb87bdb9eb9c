import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attached, pdf } from '../../test/attached.ts'
import { codeOf, enterprise, type RegisterDesk, registerDesk } from '../../test/register-desk.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const thousand = 'local-enterprise-cases'
const hundred = 'leading-enterprise-cases'
const ten = 'benchmark-networks'

describe.each(engines)('a register, on %s', (engine) => {
  let whole: WholeApp
  let desk: RegisterDesk
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    desk = registerDesk(whole)
    for (const register of [thousand, hundred, ten]) await desk.open(register)
  })
  afterAll(() => whole.close())

  const rowOn = async (goal: string, on: string, more = '') => {
    const { body } = await whole.as('approver').get(`/api/programmes/miit-2020-8/dashboard?on=${on}${more}`)
    return body.indicators.find((row: { goal: string }) => row.goal === goal)
  }

  it('counts a case from its publication, in its region, and no longer once it leaves; ten is chosen out of it', async () => {
    const source = await desk.published(await desk.approvedCase(1), '2020-06-01')
    expect((await rowOn('T05', '2020-05-31')).actual).toEqual({ known: false, why: 'not-reported' })
    expect((await rowOn('T05', '2020-10-29')).actual).toEqual({
      known: true,
      value: 1,
      bound: 'above',
      on: '2020-10-29',
    })
    expect((await rowOn('T05', '2020-10-29', '&region=320000')).actual).toMatchObject({ known: true, value: 1 })
    expect((await rowOn('T05', '2020-10-29', '&region=330000')).actual).toMatchObject({ known: false })

    const chosen = await whole.as('recorder').post(`/api/cases/${source.id}/promotion`, {
      into: ten,
      reason: '专家评审第一名',
      fields: { network: '江南5G内网' },
      stages: { assessment: '2020-11-01', announcement: '2020-12-08', publication: '2020-12-18' },
    })
    expect(chosen).toMatchObject({
      status: 201,
      body: { state: 'submitted', source: { id: source.id, register: thousand } },
    })
    await desk.move(whole.as('approver'), chosen.body, 'approval')
    expect((await rowOn('T03', '2020-12-31')).actual).toMatchObject({ value: 1 })

    const before = (await whole.as('auditor').get('/api/audit-events')).body.head.seq
    await desk.left(source, '2021-01-15')
    expect((await rowOn('T05', '2020-12-31')).actual).toMatchObject({ value: 1 })
    const later = await whole.as('approver').get(`/api/registers/${thousand}/cases?on=2021-01-31`)
    expect(later.body).toMatchObject({ count: { known: false }, cases: [{ inForce: false }] })
    const known = await whole.as('approver').get(`/api/registers/${thousand}/cases?on=2021-01-31&knownAt=${before}`)
    expect(known.body.count).toEqual({ known: true, value: 1, bound: 'above' })
    const list = await whole.as('approver').get(`/api/registers/${ten}/cases?on=2021-01-31`)
    expect(list.body.cases).toMatchObject([{ title: '江南第1机械厂', inForce: false, validTo: '2021-01-15' }])

    const then = await whole.as('approver').get(`/api/registers/${thousand}/cases?on=2020-12-31`)
    expect(then.body.byRegion).toMatchObject([{ region: '320000', name: { zh: '江苏' }, count: 1 }])
    expect(later.body.byRegion).toEqual([])
    // None left of what was published is none; before the publication there is no count yet.
    expect(list.body.count).toEqual({ known: true, value: 0 })
    const open = await whole.as('approver').get(`/api/registers/${ten}/cases?on=2020-12-17`)
    expect(open.body.count).toEqual({ known: false, why: 'selection-open' })

    const shown = await whole.as('approver').get(`/api/cases/${source.id}`)
    const actions = shown.body.history.map(({ action }: { action: string }) => action)
    expect(actions).toEqual(
      expect.arrayContaining(['case-approved', 'evidence-attached', 'promotion-submitted', 'promotion-approved']),
    )
    expect(actions.indexOf('evidence-attached')).toBeLessThan(actions.indexOf('case-approved'))
    expect(shown.body.history.find(({ action }: { action: string }) => action === 'promotion-drafted')).toMatchObject({
      after: { title: '江南第1机械厂', body: { note: '专家评审第一名' } },
    })
    expect(shown.body.lists).toMatchObject([{ register: ten }])
  })

  it('is a series by month and region, and the cases behind the count', async () => {
    const { body } = await whole.as('approver').get(`/api/indicators/${thousand}/series?by=region`)
    expect(body).toMatchObject({ source: 'register', by: 'region' })
    const at = (period: string) => body.periods.indexOf(period)
    const column = (values: readonly (number | null)[]) =>
      ['2020-05', '2020-06', '2020-12', '2021-01'].map((period) => values[at(period)])
    // Nobody confirmed a list: with no case in force a count is unknown, not zero.
    expect(column(body.total.cumulative)).toEqual([null, 1, 1, null])
    expect(column(body.total.flow)).toEqual([null, null, 0, null])
    expect(column(body.total.bound)).toEqual([null, 'above', 'above', null])
    expect(body.total.expected[at('2020-12')]).toBe(32)
    expect(body.total.complete[at('2020-12')]).toBe(false)
    const jiangsu = body.regions.find(({ region }: { region: string }) => region === '320000')
    expect(column(jiangsu.cumulative)).toEqual([null, 1, 1, null])
    expect(body.regions).toHaveLength(32)

    const derived = await whole.as('auditor').get(`/api/indicators/${thousand}/derivation?on=2020-12-31`)
    expect(derived.body.register).toMatchObject({
      openedOn: '2020-03-20',
      balance: 0,
      figure: { known: true, value: 1, bound: 'above' },
      cases: [{ title: '江南第1机械厂', validFrom: '2020-06-01', validTo: '2021-01-15', inForce: true }],
      casesTotal: 1,
      period: '2020-12',
      confirmed: 0,
    })
    expect(derived.body.register.unconfirmed).toHaveLength(32)
    expect((await whole.nobody.get(`/api/indicators/${thousand}/derivation?on=2020-12-31`)).body.register).toBeNull()
  })

  it('is whole once its units confirmed the month, and 零报告 is a word too', async () => {
    const confirmed = await whole
      .as('industry-recorder')
      .post(`/api/registers/${hundred}/confirmations`, { period: '2020-09' })
    expect(confirmed).toMatchObject({ status: 201, body: { caseCount: 0, unit: { id: 'industry-320000' } } })
    const again = await whole
      .as('industry-recorder')
      .post(`/api/registers/${hundred}/confirmations`, { period: '2020-09' })
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:already-filed' } })
    expect(await rowOn('T04', '2020-10-29')).toMatchObject({
      actual: { known: true, value: 0, bound: 'above' },
      reported: { units: 1, expected: 32 },
    })
    const early = await whole
      .as('industry-recorder')
      .post(`/api/registers/${hundred}/confirmations`, { period: '2021-02' })
    expect(early).toMatchObject({ status: 422, body: { type: 'urn:xushi:problem:period-not-over' } })
  })

  it('takes one of two who register the same enterprise at once and names the other case', async () => {
    const both = await Promise.all(
      ['industry-recorder', 'recorder'].map((who) =>
        whole.as(who as Someone).post(`/api/registers/${thousand}/cases`, enterprise(2)),
      ),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const [first, refused] = both.toSorted((a, b) => a.status - b.status)
    const existing = { id: first?.body.id, title: '江南第2机械厂' }
    expect(refused?.body.type).toBe('urn:xushi:problem:already-filed')
    // A draft is named to its recorder and to those who see it, and to nobody else.
    const again = await Promise.all(
      ['industry-recorder', 'recorder'].map((who) =>
        whole.as(who as Someone).post(`/api/registers/${thousand}/cases`, enterprise(2)),
      ),
    )
    expect(again.some(({ body }) => body.existing !== undefined)).toBe(true)
    for (const { status, body } of again) {
      expect(status).toBe(409)
      if (body.existing === undefined) expect(body.detail).not.toContain('江南第2机械厂')
      else expect(body).toMatchObject({ existing, detail: expect.stringContaining('“江南第2机械厂”') })
    }
    const found = await whole
      .as('industry-recorder')
      .get(
        `/api/registers/${thousand}/duplicates?code=${codeOf(2)}&name=%E6%B1%9F%E5%8D%97%E7%AC%AC2%E6%9C%BA%E6%A2%B0%E5%8E%82`,
      )
    expect(found.body.duplicates).toMatchObject([{ because: 'same-code', case: { title: '江南第2机械厂' } }])
    const counted = await desk.approvedCase(21)
    const named = await whole.as('recorder').post(`/api/registers/${thousand}/cases`, enterprise(21))
    expect(named).toMatchObject({ status: 409, body: { existing: { id: counted.id, title: '江南第21机械厂' } } })
    const { body: alike } = await whole
      .as('recorder')
      .get(`/api/registers/${thousand}/duplicates?name=${encodeURIComponent('江南第 21 机械厂有限责任公司')}`)
    expect(alike.duplicates).toMatchObject([{ because: 'like-name', case: { id: counted.id } }])
  })

  it.each([
    {
      wrong: 'a mistyped credit code',
      fields: { 'credit-code': '91320000MA0000003X' },
      pointer: '/fields/credit-code',
    },
    { wrong: 'an industry off the list', fields: { industry: 'alchemy' }, pointer: '/fields/industry' },
    { wrong: 'a field that is not there', fields: { count: 12 }, pointer: '/fields/count' },
    { wrong: 'a stage tomorrow', stages: { application: '2021-02-21' }, pointer: '/stages/application' },
    { wrong: 'a stage of the ministry', stages: { publication: '2020-06-01' }, pointer: '/stages/publication' },
  ])('refuses $wrong, pointing at it', async ({ fields = {}, stages, pointer }) => {
    const { fields: good, ...rest } = enterprise(3)
    const body = { ...rest, fields: { ...good, ...fields }, ...(stages && { stages }) }
    const answer = await whole.as('industry-recorder').post(`/api/registers/${thousand}/cases`, body)
    expect(answer).toMatchObject({
      status: 422,
      body: { type: 'urn:xushi:problem:case-invalid', errors: [{ pointer }] },
    })
  })

  it('keeps the publication that a unit leaves out of its correction', async () => {
    const source = await desk.published(await desk.approvedCase(11), '2020-07-01')
    const correction = { version: source.version, stages: { application: '2020-05-06' }, reason: '核对' }
    const erased = await whole.as('industry-recorder').send('PATCH', `/api/cases/${source.id}`, correction)
    expect(erased).toMatchObject({
      status: 422,
      body: {
        type: 'urn:xushi:problem:case-invalid',
        errors: ['assessment', 'announcement', 'publication'].map((stage) => ({ pointer: `/stages/${stage}` })),
      },
    })
    const stages = { ...source.stages, application: '2020-05-07' }
    const kept = { ...correction, stages }
    const draft = await whole.as('industry-recorder').send('PATCH', `/api/cases/${source.id}`, kept)
    expect(draft).toMatchObject({ status: 200, body: { state: 'draft', validFrom: '2020-07-01' } })
    const later = { version: draft.body.version, stages: { application: '2020-05-07' } }
    expect(await whole.as('industry-recorder').send('PATCH', `/api/cases/${source.id}`, later)).toMatchObject({
      status: 422,
    })
  })

  it('is neither submitted nor approved without evidence', async () => {
    const draft = await desk.recorded(enterprise(40))
    const bare = await desk.move(whole.as('industry-recorder'), draft, 'submission')
    expect(bare).toMatchObject({ status: 422, body: { type: 'urn:xushi:problem:evidence-required' } })
  })

  it('keeps an incomplete draft and refuses to submit it', async () => {
    const draft = await desk.recorded({ region: '320000', fields: { enterprise: '只有名称' } })
    const answer = await desk.move(whole.as('industry-recorder'), draft, 'submission')
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/fields/credit-code',
      '/fields/industry',
      '/stages',
    ])
  })

  it('takes no number: not as a case, not as an entry, not for what is chosen', async () => {
    const typed = await whole
      .as('recorder')
      .post(`/api/indicators/${thousand}/progress-entries`, { region: '320000', period: '2020-12', value: 1000 })
    expect(typed).toMatchObject({ status: 422, body: { type: 'urn:xushi:problem:counted-indicator' } })
    const chosen = await whole.as('recorder').post(`/api/registers/${ten}/cases`, enterprise(4))
    expect(chosen).toMatchObject({ status: 422, body: { type: 'urn:xushi:problem:chosen-register' } })
  })

  it('chooses only approved cases that are in force, out of its sources', async () => {
    const waiting = await desk.approvedCase(5)
    const into = { into: ten, reason: '好', fields: { network: '网' }, stages: { assessment: '2020-11-01' } }
    const choose = (id: string) => whole.as('recorder').post(`/api/cases/${id}/promotion`, into)
    expect(await choose(waiting.id)).toMatchObject({ status: 422, body: { type: 'urn:xushi:problem:not-chosen-from' } })
    const source = await desk.published(waiting, '2020-06-01')
    const gone = await desk.left(source, '2020-12-01')
    expect(await choose(gone.id)).toMatchObject({ status: 422 })
  })

  it('belongs to its unit: another one neither sees a draft nor writes', async () => {
    const draft = await desk.recorded(enterprise(8))
    expect(await whole.as('zhejiang-recorder').get(`/api/cases/${draft.id}`)).toMatchObject({ status: 404 })
    const elsewhere = await whole
      .as('zhejiang-recorder')
      .post(`/api/registers/${thousand}/cases`, enterprise(9, { region: '320000' }))
    expect(elsewhere).toMatchObject({ status: 403, body: { type: 'urn:xushi:problem:out-of-scope' } })
    expect(await desk.move(whole.as('regional-viewer'), draft, 'submission')).toMatchObject({ status: 403 })
  })

  it('is opened anew on a document alone', async () => {
    const again = {
      part: 'opening',
      indicator: thousand,
      reason: '重新启用',
      effectiveOn: '2020-06-01',
      value: { openedOn: '2020-06-01', balance: 0, balanceSource: '从零计起' },
    }
    const propose = (more: object) => whole.as('programme-manager').post('/api/decisions', { ...again, ...more })
    for (const documentNumber of [undefined, ' ']) {
      const refused = await propose(documentNumber === undefined ? {} : { documentNumber })
      expect(refused).toMatchObject({ status: 422, body: { type: 'urn:xushi:problem:document-required' } })
    }
    expect(await propose({ documentNumber: '工信厅信管〔2020〕8号' })).toMatchObject({ status: 201 })
  })

  it('tells in its history which files were put behind a case and taken away, to those who may see the case', async () => {
    const draft = await desk.recorded(enterprise(60))
    const file = { name: '误传.pdf', content: pdf('wrong') }
    const wrong = await attached(whole, 'industry-recorder', { subject: draft.id }, file)
    await whole.as('industry-recorder').send('DELETE', `/api/evidence/${wrong.body.id}`)
    const { body } = await whole.as('industry-recorder').get(`/api/cases/${draft.id}`)
    expect(body.history).toMatchObject([
      { action: 'case-drafted' },
      { action: 'evidence-attached', before: null, after: { name: '误传.pdf' } },
      { action: 'evidence-removed', before: { name: '误传.pdf' }, after: null },
    ])
  })

  it('tells nobody of a file behind a correction that they do not see', async () => {
    const one = await desk.approvedCase(61)
    const more = { version: one.version, stages: { application: '2020-05-08' }, reason: '核对' }
    const draft = await whole.as('industry-recorder').send('PATCH', `/api/cases/${one.id}`, more)
    expect(draft).toMatchObject({ status: 200, body: { state: 'draft' } })
    const file = { name: '更正依据.pdf', content: pdf('correction') }
    expect(await attached(whole, 'industry-recorder', { subject: one.id }, file)).toMatchObject({ status: 201 })
    const names = async (who: Someone) => {
      const { body } = await whole.as(who).get(`/api/cases/${one.id}`)
      const files = body.history.filter(({ action }: { action: string }) => action === 'evidence-attached')
      return files.map(({ after }: { after: { name: string } }) => after.name)
    }
    expect(await names('industry-recorder')).toEqual(['推荐函.pdf', '更正依据.pdf'])
    expect(await names('approver')).toEqual(['推荐函.pdf', '更正依据.pdf'])
    expect(await names('zhejiang-recorder')).toEqual(['推荐函.pdf'])
  })

  it('counts an opening balance with its source, and says what was published beside it', async () => {
    const before = await whole.as('approver').get('/api/registers/secondary-nodes/cases?on=2020-10-29')
    expect(before.body).toMatchObject({
      register: { opening: null },
      count: { known: false, why: 'register-not-open' },
      beside: { figure: { known: true }, difference: { known: false } },
    })
    await desk.open('secondary-nodes', { openedOn: '2021-01-01', balance: 75, balanceSource: '国家顶级节点统计' })
    expect(await rowOn('T06', '2020-12-31')).toMatchObject({ sourceOfRecord: 'register' })
    const { body } = await whole.as('approver').get('/api/registers/secondary-nodes/cases?on=2021-02-19')
    expect(body).toMatchObject({
      register: { opening: { openedOn: '2021-01-01', balance: 75 } },
      count: { known: true, value: 75, bound: 'above' },
      beside: { figure: { value: 75 }, on: '2020-10-29', difference: { known: true, value: 0, bound: 'above' } },
    })
    // What is judged after the due date is the figure of that day; the list speaks of the day that is asked for.
    for (const on of ['2021-10-31', '2021-12-31']) {
      const later = await whole.as('approver').get(`/api/registers/secondary-nodes/cases?on=${on}`)
      expect(later.body.beside).toEqual({
        figure: { known: true, value: 156 },
        on: '2021-10-20',
        difference: { known: true, value: -81, bound: 'above' },
      })
    }
    const dayBefore = await whole.as('approver').get('/api/registers/secondary-nodes/cases?on=2021-10-19')
    expect(dayBefore.body.beside).toMatchObject({ figure: { value: 75 }, on: '2020-10-29' })
  })
})
