import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hundred, type Moved, type RegisterDesk, registerDesk, ten, thousand } from '../../test/register-desk.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('what is chosen into the ten, on %s', (engine) => {
  let whole: WholeApp
  let desk: RegisterDesk
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    desk = registerDesk(whole)
    for (const register of [thousand, hundred, ten]) await desk.open(register)
  })
  afterAll(() => whole.close())

  const choose = (of: Moved, stages: object) => {
    const body = { into: ten, reason: '专家评审第一名', fields: { network: '江南5G内网' }, stages }
    return whole.as('recorder').post(`/api/cases/${of.id}/promotion`, body)
  }
  /** T03, the page of groups and the list of the register, on one day. */
  const counted = async (on: string) => {
    const at = `on=${on}`
    const { body: page } = await whole.as('approver').get(`/api/programmes/miit-2020-8/dashboard?${at}`)
    const { actual } = page.indicators.find(({ goal }: { goal: string }) => goal === 'T03')
    const { body: groups } = await whole.as('approver').get(`/api/programmes/miit-2020-8/groups?${at}`)
    const members = groups.groups.flatMap(({ members }: { members: { id: string; choices: [] }[] }) => members)
    const { choices } = members.find(({ id }: { id: string }) => id === ten)
    const cases = choices.flatMap(({ cases: some }: { cases: { state: string }[] }) => some)
    const { body: list } = await whole.as('approver').get(`/api/registers/${ten}/cases?${at}`)
    return [
      actual.known ? actual.value : null,
      cases.filter(({ state }: { state: string }) => state === 'chosen').length,
      list.cases.filter(({ inForce }: { inForce: boolean }) => inForce).length,
    ]
  }

  it('counts from the later day of its own and its case, and never before its case', async () => {
    const source = await desk.published(await desk.approvedCase(1), '2020-06-01')
    const early = await choose(source, {
      assessment: '2020-04-01',
      announcement: '2020-05-01',
      publication: '2020-05-31',
    })
    expect(early).toMatchObject({ status: 422, body: { type: 'urn:xushi:problem:not-chosen-from' } })
    const chosen = await choose(source, {
      assessment: '2020-06-10',
      announcement: '2020-06-12',
      publication: '2020-06-15',
    })
    await desk.move(whole.as('approver'), chosen.body, 'approval')
    expect(await counted('2020-06-14')).toEqual([null, 0, 0])
    expect(await counted('2020-06-15')).toEqual([1, 1, 1])

    // The ministry finds that the case was published later than the choice says.
    const later = await desk.published(source, '2020-07-01')
    expect(await counted('2020-06-30')).toEqual([null, 0, 0])
    expect(await counted('2020-07-01')).toEqual([1, 1, 1])
    expect((await whole.as('approver').get(`/api/cases/${chosen.body.id}`)).body.case).toMatchObject({
      validFrom: '2020-07-01',
    })
    await desk.left(later, '2020-12-15')
    expect(await counted('2020-12-14')).toEqual([1, 1, 1])
    expect(await counted('2020-12-15')).toEqual([0, 0, 0])
  })

  it('gives an enterprise one seat, and names it where the same code comes through the other source', async () => {
    const inThousand = await desk.published(await desk.approvedCase(3), '2020-06-01')
    const inHundred = await desk.published(await desk.approvedCase(3, hundred), '2020-06-01')
    const stages = { assessment: '2020-11-01', announcement: '2020-12-08', publication: '2020-12-18' }
    const first = await choose(inThousand, stages)
    expect(first).toMatchObject({ status: 201 })
    const second = await choose(inHundred, stages)
    expect(second).toMatchObject({ status: 409, body: { type: 'urn:xushi:problem:seat-taken' } })
    expect(second.body.detail).toContain('江南第3机械厂')
    // Both at once: the database lets one in.
    const [other, same] = [await desk.approvedCase(4), await desk.approvedCase(4, hundred)]
    const both = await Promise.all(
      [await desk.published(other, '2020-06-01'), await desk.published(same, '2020-06-01')].map((one) =>
        choose(one, stages),
      ),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  it('is not approved where its case left before its day', async () => {
    const source = await desk.published(await desk.approvedCase(2), '2020-06-01')
    const waiting = await choose(source, {
      assessment: '2020-11-01',
      announcement: '2020-12-08',
      publication: '2020-12-18',
    })
    await desk.left(source, '2020-12-01')
    const refused = await desk.move(whole.as('approver'), waiting.body, 'approval')
    expect(refused).toMatchObject({ status: 422, body: { type: 'urn:xushi:problem:not-chosen-from' } })
  })
})
