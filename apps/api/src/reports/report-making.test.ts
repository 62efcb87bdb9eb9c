import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as soon } from 'node:timers/promises'
import { canonicalJson } from '@xushi/domain'
import { claimReport, draftReport, failReport, finishReport, getReport, tellReportSteps } from '@xushi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { made } from '../../test/made-report.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const onePage = { programme: 'miit-2020-8', kind: 'one-page', on: '2020-10-31' }
const far = '2099-01-01T00:00:00.000Z'

describe.each(engines)('the queue of reports, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  /** A report that waits, put into the queue without its maker being told. */
  const waiting = async () => {
    const { body } = await whole.as('recorder').post('/api/reports', { ...onePage, kind: 'supervision' })
    const ready = await made(whole, 'recorder', body.id)
    const request = {
      ...onePage,
      language: 'zh',
      region: '000000',
      parts: [],
      period: '2020-10',
      knownAt: ready.knownAt,
    }
    const asked = { ...request, comparedWith: ready.comparedWith }
    const actor = { accountId: whole.idOf('recorder'), unitId: null, origin: 'test' }
    const row = await draftReport(whole.store, actor, { ...request, request: asked, texts: {} })
    const taken = await claimReport(whole.store, '2021-02-20T02:00:30.000Z')
    if (taken?.id !== row.id) throw new Error('somebody else took it')
    return taken
  }
  const stateOf = async (id: string) => (await whole.store.read((reading) => getReport(reading, id))).making

  it('takes up again what was being made when its maker was killed, and lets nobody finish who lost their turn', async () => {
    const first = await waiting()
    expect(await claimReport(whole.store, far)).toBeNull()
    whole.clock.moveTo('2021-02-20T02:01:00.000Z')
    const second = await claimReport(whole.store, far)
    expect([second?.id, second?.attempts]).toEqual([first.id, 2])
    const files = { title: '', digest: 'a'.repeat(64), demo: false, files: [] }
    expect(await finishReport(whole.store, first, files)).toBeNull()
    expect(await tellReportSteps(whole.store, first, { done: 1, all: 2, leaseUntil: far })).toBe(false)
    await failReport(whole.store, first, { kind: 'fault', details: {} })
    expect(await stateOf(first.id)).toBe('making')
    // The one of the server itself, which another maker left behind.
    await whole.as('recorder').send('POST', `/api/reports/${first.id}/cancellation`)
  })

  it('gives up on a report that ends its maker each time', async () => {
    const { id } = await waiting()
    for (const minute of ['02', '03']) {
      whole.clock.moveTo(`2021-02-20T02:${minute}:00.000Z`)
      expect((await claimReport(whole.store, `2021-02-20T02:${minute}:30.000Z`))?.id).toBe(id)
    }
    whole.clock.moveTo('2021-02-20T02:04:00.000Z')
    expect(await claimReport(whole.store, far)).toBeNull()
    const shown = await whole.as('recorder').get(`/api/reports/${id}`)
    expect(shown.body.making).toMatchObject({ state: 'failed', failure: expect.stringContaining('中断了 3 次') })
    expect((await whole.as('recorder').post(`/api/reports/${id}/making`, { version: shown.body.version })).status).toBe(
      200,
    )
    expect((await made(whole, 'recorder', id)).making.state).toBe('ready')
  })

  it('stops what is cancelled, also while it is made, and makes the next one', async () => {
    const { body } = await whole.as('recorder').post('/api/reports', { ...onePage, kind: 'monthly' })
    const stopped = await whole.as('recorder').send('POST', `/api/reports/${body.id}/cancellation`)
    expect(stopped.body.making.state).toBe('cancelled')
    expect(stopped.body.moves).toContain('make')
    const again = await whole.as('recorder').send('POST', `/api/reports/${body.id}/cancellation`)
    expect([again.status, again.body.type]).toEqual([409, 'urn:xushi:problem:wrong-state'])
    const next = await whole.as('recorder').post('/api/reports', onePage)
    expect((await made(whole, 'recorder', next.body.id)).making.state).toBe('ready')
    await soon(100)
    expect(await stateOf(body.id)).toBe('cancelled')
  })

  it('takes no more than five of one person at a time', async () => {
    const asked = await Promise.all(Array.from({ length: 7 }, () => whole.as('approver').post('/api/reports', onePage)))
    const refused = asked.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.body.type).toBe('urn:xushi:problem:too-many-reports')
    for (const { status, body } of asked) if (status === 201) await made(whole, 'approver', body.id)
  })

  it('is made again as the same bytes by the same request at the same ledger number', async () => {
    const { body: first } = await whole.as('recorder').post('/api/reports', onePage)
    const once = await made(whole, 'recorder', first.id)
    const { body: second } = await whole
      .as('recorder')
      .post('/api/reports', { ...onePage, knownAt: String(once.knownAt) })
    const twice = await made(whole, 'recorder', second.id)
    expect(twice.digest).toBe(once.digest)
    expect(canonicalJson(twice.comparedWith)).toBe(canonicalJson(once.comparedWith))
  })
})

describe('a report whose file cannot be written', () => {
  it('fails with the reason, and is made once the disk takes it', async () => {
    const whole = await wholeApp()
    const folder = path.join(whole.home, 'reports')
    await writeFile(folder, 'a file where the folder belongs')
    const { body } = await whole.as('recorder').post('/api/reports', onePage)
    const { making, files, version } = await made(whole, 'recorder', body.id)
    expect([making.state, files]).toEqual(['failed', []])
    expect(making.failure).toMatch(/磁盘已满或不可写（E[A-Z]+）/)
    await rm(folder)
    expect((await whole.as('recorder').post(`/api/reports/${body.id}/making`, { version })).status).toBe(200)
    expect((await made(whole, 'recorder', body.id)).making.state).toBe('ready')
    await whole.close()
  })
})
