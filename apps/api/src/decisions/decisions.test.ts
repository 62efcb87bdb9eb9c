import { draftFiling, nation, submitFiling } from '@xushi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const refused = 'urn:xushi:problem:decision-refused'

describe.each(engines)('a decision, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const because = { indicator: 'identifier-registrations', reason: '按会议纪要', effectiveOn: '2020-03-20' }
  const propose = (part: string, value: object, more: object = {}) =>
    whole.as('programme-manager').post('/api/decisions', { part, ...because, ...more, value })
  const part = (region: string, value: number) => propose('regional-target', { region, value, on: '2020-12-31' })
  const plan = (...values: number[]) =>
    propose('plan', { points: values.map((value, at) => ({ on: `2020-0${at + 6}-30`, value })) })
  const approve = ({ id, version }: { id: string; version: number }) =>
    whole.as('approver').approve(`/api/decisions/${id}`, version)
  const open = async (id: string) =>
    (await whole.as('approver').get('/api/decisions')).body.open.find((one: { id: string }) => one.id === id)

  it('carries its unit, its places and its region, so that it can be told in words', async () => {
    const { body } = await part('320000', 100_000_000)
    const marks = { unit: { zh: '个', en: 'identifiers' }, decimals: 0, place: { zh: '江苏', en: 'Jiangsu' } }
    expect(body).toMatchObject({ ...marks, before: null, value: { value: 100_000_000 }, warnings: [] })
    expect(await approve(body)).toMatchObject({ status: 200 })
    const { decided } = (await whole.as('approver').get('/api/decisions')).body
    expect(decided[0]).toMatchObject(marks)
  })

  it('without a reason that says something is refused', async () => {
    const answer = await propose('due', { on: '2020-11-30', stated: true }, { reason: '\u3000 ' })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } })
  })

  it('about a region alone above the nation is refused at its number, with the number of the nation', async () => {
    const answer = await part('440000', 900_000_000_000)
    expect(answer).toMatchObject({ status: 422, body: { type: refused, errors: [{ pointer: '/value/value' }] } })
    expect(answer.body.errors[0].detail).toContain('2,000,000,000个')
    expect(await part('440000', 2_000_000_000)).toMatchObject({ status: 201 })
  })

  it('about regions that come to more than the nation is told so to who proposes and who approves, and may hold', async () => {
    const { status, body } = await part('330000', 1_950_000_000)
    const warnings = [{ is: 'parts-exceed-whole', sum: 2_050_000_000, most: 2_000_000_000 }]
    expect({ status, warnings: body.warnings }).toEqual({ status: 201, warnings })
    expect(await open(body.id)).toMatchObject({ warnings })
    expect(await approve(body)).toMatchObject({ status: 200 })
  })

  it.each([
    ['lies below the baseline', [1], 0, '1,600,000,000个'],
    ['goes past the target', [1_700_000_000, 3_600_000_001], 1, '3,600,000,000个'],
    ['turns back', [2_000_000_000, 1_800_000_000], 1, '倒退'],
  ])('about a plan that %s is refused at its point', async (_, values, at, says) => {
    const answer = await plan(...values)
    const pointer = `/value/points/${at}/value`
    expect(answer).toMatchObject({ status: 422, body: { type: refused, errors: [{ pointer }] } })
    expect(answer.body.errors[0].detail).toContain(says)
  })

  it('about a plan is asked again when it is approved: its target may have changed since', async () => {
    const proposed = await plan(3_000_000_000)
    expect(proposed).toMatchObject({ status: 201 })
    const lower = await propose('target', { comparator: 'at-least', value: 1_000_000_000, basis: 'increment' })
    expect(await approve(lower.body)).toMatchObject({ status: 200 })
    expect(await approve(proposed.body)).toMatchObject({ status: 422, body: { type: refused } })
  })

  it('about the same thing as another is told so, and the one approved second is refused', async () => {
    const due = (on: string) => propose('due', { on, stated: true }, { indicator: 'monitored-enterprises' })
    const [older, newer] = [(await due('2020-11-30')).body, (await due('2020-10-31')).body]
    expect((await open(older.id)).warnings).toEqual([{ is: 'another-waits' }])
    expect(await approve(newer)).toMatchObject({ status: 200 })
    expect((await open(older.id)).warnings).toEqual([{ is: 'overtaken' }])
    const refusal = await approve(older)
    expect(refusal).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:decision-overtaken' } })
    expect(await open(older.id)).toMatchObject({ state: 'submitted' })
    const anew = (await due('2020-11-30')).body
    expect(await approve(anew)).toMatchObject({ status: 200 })
  })

  it('that does not say on what it was proposed is held against the number of its proposal', async () => {
    const subject = 'external-network-prefectures'
    const due = (on: string) => propose('due', { on, stated: true }, { indicator: subject })
    const older = await proposedBefore(subject, { on: '2020-11-30', stated: true })
    expect((await open(older.id)).warnings).toEqual([])
    expect(await approve((await due('2020-10-31')).body)).toMatchObject({ status: 200 })
    expect((await open(older.id)).warnings).toEqual([{ is: 'overtaken' }])
    const refusal = await approve(older)
    expect(refusal).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:decision-overtaken' } })
    expect(await open(older.id)).toMatchObject({ state: 'submitted' })
    expect(await approve(await proposedBefore(subject, { on: '2020-12-15', stated: true }))).toMatchObject({
      status: 200,
    })
  })

  /** A decision as it was filed before it said on what it was proposed. */
  const proposedBefore = async (subject: string, value: object) => {
    const actor = { accountId: whole.idOf('programme-manager'), unitId: 'department-xinguan', origin: 'test' }
    const { reason, effectiveOn } = because
    const place = { kind: 'decision', programme: 'miit-2020-8', subject, unitId: 'department-xinguan' } as const
    const draft = await draftFiling(whole.store, actor, place, {
      region: nation,
      title: '达到日期',
      uniqueKey: null,
      happenedOn: effectiveOn,
      validFrom: null,
      validTo: null,
      body: { part: 'due', value, reason, documentNumber: null, effectiveOn },
    })
    return submitFiling(whole.store, actor, draft.id, draft.version)
  }
})
