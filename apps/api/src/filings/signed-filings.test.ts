import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attached, pdf } from '../../test/attached.ts'
import { engines, noDigest, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const changed = 'urn:xushi:problem:changed-since-shown'

describe.each(engines)('what is signed of a filing, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  type Filed = { readonly id: string; readonly version: number }
  const texts = { progress: '已建成六个分中心。', problems: '', next: '' }
  const written = async (period: string): Promise<Filed> =>
    (await whole.as('recorder').post('/api/goals/M05/narratives', { period, ...texts })).body
  const submitted = async ({ id, version }: Filed): Promise<Filed> =>
    (await whole.as('recorder').post(`/api/narratives/${id}/submission`, { version })).body
  const shown = async ({ id }: Filed) => (await whole.as('approver').get(`/api/narratives/${id}`)).body
  const approve = ({ id }: Filed, body: object) => whole.as('approver').post(`/api/narratives/${id}/approval`, body)

  it('is kept with its approval and in the ledger; without a digest, or with another, nothing is approved', async () => {
    const filed = await submitted(await written('2020-05'))
    const { digest } = await shown(filed)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await approve(filed, { version: filed.version })).toMatchObject({ status: 400 })
    const wrong = await approve(filed, { version: filed.version, digest: noDigest })
    expect(wrong).toMatchObject({ status: 409, body: { type: changed } })
    expect(await approve(filed, { version: filed.version, digest })).toMatchObject({ status: 200 })
    const { history } = await shown(filed)
    expect(history.at(-1)).toMatchObject({ action: 'narrative-approved', after: { signedDigest: digest } })
  })

  it('is of one filing only: what was loaded before a correction approves no correction of the same version', async () => {
    const first = await submitted(await written('2020-06'))
    const { digest } = await shown(first)
    expect((await approve(first, { version: first.version, digest })).status).toBe(200)
    const counted = (await shown(first)).filing
    const correction = { version: counted.version, reason: '笔误', ...texts, progress: '已建成七个分中心。' }
    const draft = await whole.as('recorder').post(`/api/narratives/${first.id}/correction`, correction)
    const second = await submitted(draft.body)
    expect(second.version).toBe(first.version)
    const stale = await approve(second, { version: first.version, digest })
    expect(stale).toMatchObject({ status: 409, body: { type: changed } })
    const back = { version: second.version, reason: '核', digest }
    const returned = await whole.as('approver').post(`/api/narratives/${second.id}/return`, back)
    expect(returned).toMatchObject({ status: 409, body: { type: changed } })
    const now = await shown(second)
    expect(now.filing).toMatchObject({ state: 'submitted', progress: '已建成七个分中心。' })
    expect(await approve(second, { version: second.version, digest: now.digest })).toMatchObject({ status: 200 })
  })

  it('has the files behind it in it', async () => {
    const draft = await written('2020-07')
    const before = (await shown(draft)).digest
    const file = { name: '批复.pdf', content: pdf('approved') }
    expect((await attached(whole, 'recorder', { subject: draft.id }, file)).status).toBe(201)
    expect((await shown(draft)).digest).not.toBe(before)
  })

  it('of a decision stands in the list it is shown in', async () => {
    const both = { zh: '业务主管', en: 'Programme manager' }
    const proposed = await whole.as('programme-manager').post('/api/decisions', {
      part: 'thresholds',
      programme: 'miit-2020-8',
      reason: '中期评估',
      effectiveOn: '2021-01-01',
      value: { onSchedule: 1, slightlyBehind: 0.8, author: both, reason: both },
    })
    const { id, version } = proposed.body
    const wrong = await whole.as('approver').post(`/api/decisions/${id}/approval`, { version, digest: noDigest })
    expect(wrong).toMatchObject({ status: 409, body: { type: changed } })
    expect(await whole.as('approver').approve(`/api/decisions/${id}`, version)).toMatchObject({ status: 200 })
  })
})
