import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RegisterDesk, registerDesk, ten, thousand } from '../../test/register-desk.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

type Listed = {
  readonly id: string
  readonly title: string
  readonly inForce: boolean
  readonly moves: readonly string[]
}

describe.each(engines)('the list of a register, on %s', (engine) => {
  let whole: WholeApp
  let desk: RegisterDesk
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    desk = registerDesk(whole)
    for (const register of [thousand, ten]) await desk.open(register)
  })
  afterAll(() => whole.close())

  const listed = async (who: Someone, register = thousand, query = '') => {
    const { body } = await whole.as(who).get(`/api/registers/${register}/cases${query}`)
    return body.cases as readonly Listed[]
  }
  const head = async () => (await whole.as('auditor').get('/api/audit-events')).body.head.seq as number
  const begun = (of: { id: string; version: number }, stages: object) =>
    whole
      .as('industry-recorder')
      .send('PATCH', `/api/cases/${of.id}`, { version: of.version, stages, reason: '核对申报日期' })

  it('goes on showing what counts while its unit writes a correction, and what those who decide may do with it', async () => {
    const source = await desk.published(await desk.approvedCase(1), '2020-06-01')
    const before = (await whole.as('approver').get(`/api/cases/${source.id}`)).body.case
    const whileOpen = before.moves.filter((move: string) => move !== 'correction-request')
    const draft = await begun(source, { ...source.stages, application: '2020-05-01' })
    expect(draft).toMatchObject({ status: 200, body: { state: 'draft', inForce: true } })

    for (const who of ['approver', 'regional-viewer', 'industry-recorder'] as const) {
      expect(await listed(who)).toMatchObject([{ id: source.id, state: 'approved', inForce: true }])
    }
    expect(await listed('approver')).toMatchObject([{ underway: 'draft', moves: whileOpen }])
    expect(await listed('regional-viewer')).toMatchObject([{ underway: null }])
    const decider = (await whole.as('approver').get(`/api/cases/${source.id}`)).body.case
    expect(decider).toMatchObject({ state: 'approved', inForce: true, underway: 'draft', moves: whileOpen })
    const writer = (await whole.as('industry-recorder').get(`/api/cases/${source.id}`)).body.case
    expect(writer).toMatchObject({ state: 'draft', inForce: true, underway: null })

    const submitted = await desk.move(whole.as('industry-recorder'), draft.body, 'submission')
    const waiting = (await whole.as('approver').get(`/api/cases/${source.id}`)).body.case
    expect(waiting).toMatchObject({ state: 'submitted', inForce: true, moves: expect.arrayContaining(['approval']) })
    await desk.move(whole.as('approver'), submitted.body, 'return', { reason: '不必更正' })
  })

  it('holds nobody up who ends a case by a draft of its correction, and takes the draft along', async () => {
    const mistaken = await desk.approvedCase(2)
    const draft = await begun(mistaken, { application: '2020-05-02' })
    expect(draft).toMatchObject({ status: 200, body: { state: 'draft' } })
    const gone = await desk.move(whole.as('approver'), mistaken, 'withdrawal', { reason: '误报' })
    expect(gone).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
    const told = (await whole.as('auditor').get(`/api/audit-events?subjectId=${draft.body.filing}`)).body.events
    expect(told[0]).toMatchObject({ action: 'case-deleted', actorName: '郑洁' })
  })

  it('is known as it was: its rows follow the moment like its count', async () => {
    const first = await head()
    const source = await desk.published(await desk.approvedCase(3), '2020-06-01')
    const chosen = await whole.as('recorder').post(`/api/cases/${source.id}/promotion`, {
      into: ten,
      reason: '专家评审第一名',
      fields: { network: '江南5G内网' },
      stages: { assessment: '2020-11-01', announcement: '2020-12-08', publication: '2020-12-18' },
    })
    await desk.move(whole.as('approver'), chosen.body, 'approval')
    const counted = await head()
    await desk.left(source, '2020-12-31')

    const at = (seq: number) => `?on=2021-01-31&knownAt=${seq}`
    const names = async (register: string, seq: number) =>
      (await listed('approver', register, at(seq))).map(({ title, inForce }) => [title, inForce])
    expect(await names(thousand, first)).not.toContainEqual(['江南第3机械厂', expect.anything()])
    expect(await names(thousand, counted)).toContainEqual(['江南第3机械厂', true])
    expect(await names(ten, counted)).toEqual([['江南第3机械厂', true]])
    expect(await names(thousand, await head())).toContainEqual(['江南第3机械厂', false])
    expect(await names(ten, await head())).toEqual([['江南第3机械厂', false]])
    // What was known then is looked at, not moved.
    expect(await listed('approver', thousand, at(counted))).not.toContainEqual(
      expect.objectContaining({ moves: expect.arrayContaining(['merger']) }),
    )
    const { body } = await whole.as('approver').get(`/api/registers/${thousand}/cases${at(counted)}`)
    expect(body.cases.filter(({ inForce }: Listed) => inForce)).toHaveLength(body.count.value)
  })
})
