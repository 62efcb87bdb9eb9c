import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attached, pdf } from '../../test/attached.ts'
import { codeOf, type RegisterDesk, registerDesk } from '../../test/register-desk.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const platforms = 'cross-industry-platforms'

describe.each(engines)('a selection that is made anew, on %s', (engine) => {
  let whole: WholeApp
  let desk: RegisterDesk
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    desk = registerDesk(whole)
    await desk.open(platforms)
  })
  afterAll(() => whole.close())

  /** A member with the days of all its stages, recorded by the ministry and approved by another person. */
  const member = async (number: number, on: string) => {
    const way = ['application', 'screening', 'recommendation', 'assessment', 'announcement', 'publication']
    const fields = {
      platform: `江南第${number}平台`,
      enterprise: `江南第${number}平台公司`,
      'credit-code': codeOf(number),
    }
    const stages = Object.fromEntries(way.map((stage) => [stage, on]))
    const draft = await desk.recorded({ region: '000000', fields, stages }, platforms, 'recorder')
    const file = { name: '名单.pdf', content: pdf(`list of ${on}`) }
    await attached(whole, 'recorder', { subject: draft.id }, file)
    const submitted = await desk.move(whole.as('recorder'), draft, 'submission')
    const approved = await desk.move(whole.as('approver'), submitted.body, 'approval')
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', validFrom: on } })
    return approved.body
  }
  const list = async (on: string) => (await whole.as('approver').get(`/api/registers/${platforms}/cases?on=${on}`)).body

  it('registers a member of an earlier round as such, and counts its own round alone', async () => {
    expect(await member(1, '2019-08-01')).toMatchObject({ round: '2019', inForce: false })
    const before = await list('2021-01-31')
    expect(before).toMatchObject({ byRegion: [], cases: [{ round: '2019', validFrom: '2019-08-01' }] })
    // Chosen anew: the enterprise is in both rounds, and the new one counts.
    expect(await member(1, '2020-12-20')).toMatchObject({ round: '2020', inForce: true })
    const after = await list('2021-01-31')
    expect(after.count).toMatchObject({ known: true, value: 1 })
    expect(after.cases.map(({ round }: { round: string }) => round).toSorted()).toEqual(['2019', '2020'])
    const file = await whole.as('approver').get(`/api/registers/${platforms}/cases?on=2020-12-19`)
    expect(file.body.count).toMatchObject({ known: false })
  })

  it('moves a case to the round of its corrected day', async () => {
    const one = await member(2, '2020-12-20')
    const on = '2019-08-02'
    const stages = Object.fromEntries(Object.keys(one.stages).map((stage) => [stage, on]))
    const changed = await whole
      .as('recorder')
      .send('PATCH', `/api/cases/${one.id}`, { version: one.version, stages, reason: '发布日期误登' })
    expect(changed).toMatchObject({ status: 200, body: { round: '2019' } })
    const submitted = await desk.move(whole.as('recorder'), changed.body, 'submission')
    const approved = await desk.move(whole.as('approver'), submitted.body, 'approval')
    expect(approved.body).toMatchObject({ state: 'approved', round: '2019', inForce: false })
    expect((await list('2021-01-31')).count).toMatchObject({ known: true, value: 1 })
  })
})
