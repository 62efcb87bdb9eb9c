import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const texts = { progress: '已有七十三个。', problems: '进度不及预期。', next: '一季度补上。' }
const lag = { cause: 'funding', remedy: '追加预算', responsible: '信息通信管理局', newDate: '2021-06-30' }

describe.each(engines)('the narrative of a goal without typed values, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  type Filed = { readonly id: string; readonly version: number }
  const write = async (goal: string, period: string, more: object = {}, who: Someone = 'recorder'): Promise<Filed> => {
    const { status, body } = await whole.as(who).post(`/api/goals/${goal}/narratives`, { period, ...texts, ...more })
    expect(status, JSON.stringify(body)).toBe(201)
    return body
  }
  const submit = ({ id, version }: Filed, who: Someone = 'recorder') =>
    whole.as(who).post(`/api/narratives/${id}/submission`, { version })
  const edit = ({ id, version }: Filed, content: object) =>
    whole.as('recorder').send('PATCH', `/api/narratives/${id}`, { version, ...texts, ...content })

  it('needs a reason for lag where a count is behind, and is told each part that is missing', async () => {
    // T08 is behind at the end of 2020 by what was published, and on schedule at the end of October.
    const draft = await write('T08', '2020-12')
    const refused = await submit(draft)
    expect(refused).toMatchObject({ status: 422, body: { type: 'urn:xushi:problem:lag-reason-required' } })
    const pointers = (body: { errors: { pointer: string }[] }) => body.errors.map(({ pointer }) => pointer)
    expect(pointers(refused.body)).toEqual(['/lag/cause', '/lag/remedy', '/lag/responsible', '/lag/newDate'])

    const half = await edit(draft, { lag: { ...lag, remedy: ' ', newDate: '' } })
    expect(half, JSON.stringify(half.body)).toMatchObject({ status: 200, body: { lag: { cause: 'funding' } } })
    expect(pointers((await submit(half.body)).body)).toEqual(['/lag/remedy', '/lag/newDate'])

    for (const [wrong, kind] of [
      [{ cause: 'weather' }, 'lag-cause-unknown'],
      [{ newDate: '2020-12-31' }, 'lag-date-past'],
      [{ newDate: '2021-02-30' }, 'unknown-date'],
    ] as const) {
      const { body } = await whole.as('recorder').get(`/api/narratives/${draft.id}`)
      const edited = await edit(body.filing, { lag: { ...lag, ...wrong } })
      expect((await submit(edited.body)).body.type).toBe(`urn:xushi:problem:${kind}`)
    }
    const { body } = await whole.as('recorder').get(`/api/narratives/${draft.id}`)
    const mended = await edit(body.filing, { lag })
    const handedIn = await submit(mended.body)
    expect(handedIn).toMatchObject({ status: 200, body: { state: 'submitted', lag } })
    const { version } = handedIn.body
    await whole.as('approver').approve(`/api/narratives/${draft.id}`, version)
    const { history } = (await whole.as('approver').get(`/api/narratives/${draft.id}`)).body
    expect(history.at(-1)).toMatchObject({ action: 'narrative-approved', after: { body: { lag } } })
  })

  it('needs none on schedule, where a value carries it, or for a region without a part of its own', async () => {
    expect((await submit(await write('T08', '2020-10'))).status).toBe(200)
    expect((await submit(await write('T11', '2020-12'))).status).toBe(200)
    const region = { region: '320000' }
    const own = await write('T08', '2020-12', region, 'industry-recorder')
    expect((await submit(own, 'industry-recorder')).status).toBe(200)
  })

  it('needs one for a milestone that is overdue, and for a region only of its own', async () => {
    const planned = { kind: 'planned', on: '2020-04-01', expectedOn: '2020-12-31' }
    const event = (await whole.as('recorder').post('/api/milestones/M05/events', planned)).body
    const move = { version: event.version }
    const { version } = (await whole.as('recorder').post(`/api/milestone-events/${event.id}/submission`, move)).body
    await whole.as('approver').approve(`/api/milestone-events/${event.id}`, version)
    expect((await submit(await write('M05', '2020-12'))).status).toBe(200)
    const late = await submit(await write('M05', '2021-01'))
    expect(late.body.type).toBe('urn:xushi:problem:lag-reason-required')
  })

  it('that is corrected keeps its reason unless another is given, and is held to it again', async () => {
    const { body } = await whole.as('recorder').get('/api/goals/T08/narratives')
    const approved = body.narratives.find(({ state }: { state: string }) => state === 'approved')
    const correction = { version: approved.version, reason: '漏写一处', ...texts }
    const draft = await whole.as('recorder').post(`/api/narratives/${approved.id}/correction`, correction)
    expect(draft.body).toMatchObject({ state: 'draft', lag })
    const without = await edit(draft.body, { lag: null })
    expect((await submit(without.body)).body.type).toBe('urn:xushi:problem:lag-reason-required')
  })
})
