import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('the review desk, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  let minute = 10
  const later = () => whole.clock.moveTo(`2021-02-20T02:${minute++}:00.000Z`)
  const handedIn = async (who: Someone, region: string, period: string): Promise<string> => {
    const cell = { region, period, value: 1, note: '已覆盖' }
    const draft = await whole.as(who).post('/api/indicators/external-network-prefectures/progress-entries', cell)
    expect(draft.status, draft.text).toBe(201)
    const { id, version } = draft.body
    const done = await whole.as(who).post(`/api/progress-entries/${id}/submission`, { version })
    expect(done.status, done.text).toBe(200)
    later()
    return id
  }
  type Item = { readonly entry: { readonly id: string } }
  const deskOf = async (who: Someone, limit: number) => {
    const { body } = await whole.as(who).get(`/api/review-desk?limit=${limit}`)
    return { ids: body.items.map(({ entry }: Item) => entry.id), total: body.total }
  }

  it('shows what waited longest and counts all that wait, whoever else’s is newer', async () => {
    const first = await handedIn('guangdong-recorder', '440100', '2020-05')
    const ministry: string[] = []
    for (const period of ['2020-05', '2020-06', '2020-07'])
      ministry.push(await handedIn('regional-recorder', '320100', period))
    expect(await deskOf('unit-reviewer', 1)).toEqual({ ids: [first], total: 1 })
    expect(await deskOf('approver', 2)).toEqual({ ids: ministry.slice(0, 2), total: 3 })
    await whole.as('unit-reviewer').approve(`/api/progress-entries/${first}`, 2)
    expect(await deskOf('unit-reviewer', 1)).toEqual({ ids: [], total: 0 })
    // It was handed in before the others, and waits longest.
    expect(await deskOf('approver', 1)).toEqual({ ids: [first], total: 4 })
  })

  it('shows the filings that wait longest, and a person’s own, with how many there are of each', async () => {
    const texts = { progress: '已建成六个分中心。', problems: '', next: '' }
    const ids: string[] = []
    for (const period of ['2020-05', '2020-06', '2020-07']) {
      const { body } = await whole.as('recorder').post('/api/goals/M05/narratives', { period, ...texts })
      await whole.as('recorder').post(`/api/narratives/${body.id}/submission`, { version: body.version })
      ids.push(body.id)
      later()
    }
    const waiting = (await whole.as('approver').get('/api/open-filings?limit=1')).body
    expect(waiting.toReview.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 1))
    expect(waiting.totals).toEqual({ toReview: 3, own: 0, toCorrect: 0 })
    const own = (await whole.as('recorder').get('/api/open-filings?limit=2')).body
    expect(own.own.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[1]])
    expect(own.totals).toEqual({ toReview: 0, own: 3, toCorrect: 0 })
    // Decisions ask for a right of their own: nobody but an approver or another manager is shown one.
    expect((await whole.as('unit-reviewer').get('/api/open-filings')).body.totals).toEqual({
      toReview: 0,
      own: 0,
      toCorrect: 0,
    })
  })
})
