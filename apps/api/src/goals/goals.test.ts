import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('what is filed about a goal, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  type Filed = { readonly id: string; readonly version: number }
  const move = (client: Client, path: string, of: Filed, name: string, more: object = {}) =>
    name === 'approval'
      ? client.approve(`/api/${path}/${of.id}`, of.version)
      : client.post(`/api/${path}/${of.id}/${name}`, { version: of.version, ...more })
  /** Files, submits and approves by two people. */
  const counted = async (path: string, url: string, body: object) => {
    const draft = await whole.as('recorder').post(url, body)
    expect(draft).toMatchObject({ status: 201, body: { state: 'draft' } })
    const submitted = await move(whole.as('recorder'), path, draft.body, 'submission')
    const approved = await move(whole.as('approver'), path, submitted.body, 'approval')
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } })
    return approved.body
  }

  describe('a milestone event', () => {
    const url = '/api/milestones/M01/events'
    const event = (body: object) => counted('milestone-events', url, body)
    const standingOn = async (on: string) => (await whole.as('approver').get(`${url}?on=${on}`)).body.standing

    it('moves the milestone once a second person approved it, and the old day is kept', async () => {
      await event({ kind: 'planned', on: '2020-04-01', expectedOn: '2020-12-31' })
      await event({ kind: 'stage', on: '2020-08-01', stage: '初步设计' })
      await event({ kind: 'moved', on: '2020-12-20', expectedOn: '2021-12-31', note: '招标推迟' })
      expect(await standingOn('2020-10-29')).toMatchObject({ state: 'under-way', stage: '初步设计' })
      expect(await standingOn('2021-02-01')).toMatchObject({ state: 'slipped', expectedBefore: ['2020-12-31'] })
      const { body } = await whole.as('approver').get('/api/programmes/miit-2020-8/dashboard?on=2021-02-01')
      const row = body.milestones.find(({ goal }: { goal: string }) => goal === 'M01')
      expect(row.standing).toMatchObject({ state: 'slipped', expectedOn: '2021-12-31' })
    })

    it.each([
      {
        wrong: 'done before it was planned',
        body: { kind: 'done', on: '2020-03-25', documentNumber: '一号' },
        at: '/on',
      },
      { wrong: 'planned twice', body: { kind: 'planned', on: '2020-05-01', expectedOn: '2020-12-31' }, at: '/on' },
      {
        wrong: 'moved into the past',
        body: { kind: 'moved', on: '2021-01-05', expectedOn: '2020-12-31', note: '改' },
        at: '/expectedOn',
      },
      {
        wrong: 'moved without a reason',
        body: { kind: 'moved', on: '2021-01-05', expectedOn: '2021-06-30' },
        at: '/note',
      },
      { wrong: 'planned for no day', body: { kind: 'planned', on: '2020-04-01' }, at: '/expectedOn' },
      { wrong: 'of a stage without a name', body: { kind: 'stage', on: '2020-09-01', stage: ' ' }, at: '/stage' },
      {
        wrong: 'a stage with the number of an issue',
        body: { kind: 'stage', on: '2020-09-01', stage: '招标', number: 2 },
        at: '/number',
      },
      { wrong: 'an issue of what does not recur', body: { kind: 'issue', on: '2020-06-30', number: 1 }, at: '/kind' },
      {
        wrong: 'of issue three before one',
        body: { kind: 'issue', on: '2020-06-30', number: 3 },
        at: '/number',
        of: 'M16',
      },
    ])('is refused when it is $wrong', async ({ body, at, of }) => {
      const answer = await whole.as('recorder').post(of === undefined ? url : `/api/milestones/${of}/events`, body)
      expect(answer).toMatchObject({
        status: 422,
        body: { type: 'urn:xushi:problem:milestone-event-refused', errors: [{ pointer: at }] },
      })
    })

    it.each([
      { body: { kind: 'done', on: '2021-01-05' }, kind: 'document-required' },
      { body: { kind: 'stage', on: '2021-02-21', stage: '明天' }, kind: 'out-of-order' },
      { body: { kind: 'stage', on: '2021-02-30', stage: '没有这天' }, kind: 'unknown-date' },
    ])('is refused for $kind', async ({ body, kind }) => {
      expect((await whole.as('recorder').post(url, body)).body.type).toBe(`urn:xushi:problem:${kind}`)
    })

    it('is not handed in when it could not be approved any more', async () => {
      const other = '/api/milestones/M11/events'
      const done = await whole.as('recorder').post(other, { kind: 'done', on: '2020-05-01', documentNumber: '一号' })
      expect(done.status).toBe(201)
      await counted('milestone-events', other, { kind: 'planned', on: '2020-06-01', expectedOn: '2020-12-31' })
      const answer = await move(whole.as('recorder'), 'milestone-events', done.body, 'submission')
      expect(answer).toMatchObject({
        status: 422,
        body: { type: 'urn:xushi:problem:milestone-event-refused', errors: [{ pointer: '/on' }] },
      })
    })

    it('that planned a day is not withdrawn while that day was moved, and is once the move is gone', async () => {
      const other = '/api/milestones/M12/events'
      const planned = await counted('milestone-events', other, {
        kind: 'planned',
        on: '2020-06-01',
        expectedOn: '2020-12-31',
      })
      const later = { kind: 'moved', on: '2020-12-01', expectedOn: '2021-06-30', note: '招标推迟' }
      const moved = await counted('milestone-events', other, later)
      const withdrawn = (of: Filed) =>
        move(whole.as('programme-manager'), 'milestone-events', of, 'withdrawal', { reason: '误录' })
      expect(await withdrawn(planned)).toMatchObject({
        status: 422,
        body: { type: 'urn:xushi:problem:milestone-event-refused' },
      })
      expect(await withdrawn(moved)).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
      expect(await withdrawn(planned)).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
    })

    it('belongs to milestones, not to what has a number', async () => {
      const answer = await whole
        .as('recorder')
        .post('/api/milestones/identifier-registrations/events', { kind: 'stage', on: '2020-05-01', stage: '中' })
      expect(answer.body.type).toBe('urn:xushi:problem:not-a-milestone')
    })

    it('is corrected with a reason, once approved', async () => {
      const first = await counted('milestone-events', '/api/milestones/M03/events', {
        kind: 'stage',
        on: '2020-07-01',
        stage: '立项',
      })
      const corrected = await whole.as('recorder').post(`/api/milestone-events/${first.id}/correction`, {
        version: first.version,
        reason: '日期有误',
        kind: 'stage',
        on: '2020-07-08',
        stage: '立项',
      })
      expect(corrected).toMatchObject({ status: 201, body: { id: first.id, state: 'draft', on: '2020-07-08' } })
    })
  })

  it('stands on the desk of whoever may decide on it, and of whoever wrote it', async () => {
    const url = '/api/milestones/M09/events'
    const draft = await whole.as('recorder').post(url, { kind: 'stage', on: '2020-05-01', stage: '征集' })
    await move(whole.as('recorder'), 'milestone-events', draft.body, 'submission')
    const desk = async (who: 'approver' | 'recorder' | 'zhejiang-recorder') => {
      const { body } = await whole.as(who).get('/api/open-filings')
      const ids = (list: { id: string }[]) => list.map(({ id }) => id).includes(draft.body.id)
      return [ids(body.toReview), ids(body.own)]
    }
    expect(await desk('approver')).toEqual([true, false])
    expect(await desk('recorder')).toEqual([false, true])
    expect(await desk('zhejiang-recorder')).toEqual([false, false])
  })

  describe('a narrative', () => {
    const texts = { progress: '已建成六个分中心。', problems: '数据接入不足。', next: '年内接入五十家。' }

    it('stands once for a goal, a period and a region', async () => {
      const url = '/api/goals/T06/narratives'
      const made = await counted('narratives', url, { period: '2020-10', ...texts })
      expect(made).toMatchObject({ goal: 'T06', region: '000000', ...texts })
      const again = await whole.as('recorder').post(url, { period: '2020-10', ...texts })
      expect(again).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:already-filed' } })
      const own = { region: '320000', period: '2020-10', ...texts }
      expect(await whole.as('regional-recorder').post(url, own)).toMatchObject({ status: 201 })
      const shown = await whole.as('regional-viewer').get(`/api/goals/secondary-nodes/narratives`)
      expect(shown.body.narratives).toHaveLength(2)
    })

    it.each([
      { body: { period: '2020-10', progress: ' ', problems: '', next: '' }, kind: 'narrative-empty' },
      { body: { period: '2019-12', ...texts }, kind: 'period-before-programme' },
      { body: { period: '2021-03', ...texts }, kind: 'period-not-over' },
    ])('is refused for $kind', async ({ body, kind }) => {
      const answer = await whole.as('recorder').post('/api/goals/T01/narratives', body)
      expect(answer.body.type).toBe(`urn:xushi:problem:${kind}`)
    })

    it('for the nation is nobody’s who works for a region', async () => {
      const answer = await whole
        .as('regional-recorder')
        .post('/api/goals/T01/narratives', { period: '2020-10', ...texts })
      expect(answer.body.type).toBe('urn:xushi:problem:out-of-scope')
    })
  })

  describe('a published figure', () => {
    const url = '/api/published-figures'
    const said = {
      indicator: 'T06',
      region: '000000',
      on: '2020-11-30',
      precision: 'day',
      publishedOn: '2020-12-05',
      value: 80,
      bound: 'above',
      speaker: '部领导',
      occasion: '新闻发布会',
      confidence: 'primary',
      link: 'https://www.example.org/a?b=1',
    }
    const actual = async () => {
      const { body } = await whole.nobody.get('/api/programmes/miit-2020-8/dashboard?on=2020-12-31')
      return body.indicators.find(({ goal }: { goal: string }) => goal === 'T06').actual
    }

    it('counts once a second person approved it, for everybody, and no longer once it is withdrawn', async () => {
      expect(await actual()).toMatchObject({ value: 75 })
      const made = await counted('published-figures', url, said)
      expect(await actual()).toEqual({ known: true, value: 80, bound: 'above', on: '2020-11-30' })
      const twice = await whole.as('recorder').post(url, said)
      expect(twice).toMatchObject({ status: 409 })
      const nobody = await whole.as('recorder').post(url, { ...said, value: 81, speaker: ' \u3000' })
      expect(nobody).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/speaker', detail: '不能只有空格。' }] },
      })
      const alone = await move(whole.as('approver'), 'published-figures', made, 'withdrawal', { reason: '引用有误' })
      expect(alone).toMatchObject({ status: 403, body: { type: 'urn:xushi:problem:same-person' } })
      await move(whole.as('programme-manager'), 'published-figures', made, 'withdrawal', { reason: '引用有误' })
      expect(await actual()).toMatchObject({ value: 75 })
    })

    it.each([
      { wrong: { publishedOn: '2020-11-01' }, kind: 'out-of-order' },
      { wrong: { value: 80.5 }, kind: 'value-not-whole' },
      { wrong: { on: '2020-11-31' }, kind: 'unknown-date' },
      { wrong: { link: 'javascript:alert(1)' }, kind: 'invalid-request' },
    ])('is refused for $kind', async ({ wrong, kind }) => {
      expect((await whole.as('recorder').post(url, { ...said, ...wrong })).body.type).toBe(`urn:xushi:problem:${kind}`)
    })

    it('stays in the region it was recorded for', async () => {
      const { body: draft } = await whole.as('recorder').post(url, { ...said, value: 81 })
      const { indicator: _, ...figure } = { ...said, value: 81 }
      for (const region of ['320000', '999999']) {
        const changed = { ...figure, region, version: draft.version }
        const answer = await whole.as('recorder').send('PATCH', `${url}/${draft.id}`, changed)
        expect(answer).toMatchObject({
          status: 422,
          body: { type: 'urn:xushi:problem:region-fixed', errors: [{ pointer: '/region' }] },
        })
      }
      expect((await whole.as('recorder').get(`${url}/${draft.id}`)).body.filing).toMatchObject({
        version: draft.version,
      })
    })

    it('is recorded by those who work for the nation', async () => {
      expect(await whole.as('regional-recorder').post(url, said)).toMatchObject({ status: 403 })
    })
  })
})
