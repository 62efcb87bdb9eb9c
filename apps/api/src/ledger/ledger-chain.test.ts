import { ledgerHead, ledgerPage } from '@xushi/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cast, type EngineName, engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { ledgerWatch } from './ledger-watch.ts'

const address = '/api/audit-events/chain'

describe.each(engines)('the chain while the server runs, on %s', (engine) => {
  let whole: WholeApp
  let seq: number
  beforeEach(async () => {
    whole = await wholeApp({ engine })
    seq = (await whole.store.read(({ db, t }) => ledgerHead(db, t))).seq
  })
  afterEach(() => whole.close())

  const look = async () => (await whole.as('auditor').get(address)).body
  const lookAgain = async () => (await whole.as('auditor').send('POST', address)).body
  const draft = (period: string) =>
    whole
      .as('regional-recorder')
      .post('/api/indicators/identifier-registrations/progress-entries', { region: '320000', period, value: 5 })
  const tamper = (statement: string) => change(whole, engine, statement)

  it('is checked up to the head, and goes on with what is new', async () => {
    const now = '2021-02-20T02:00:00.000Z'
    expect(await look()).toMatchObject({ events: seq, verifiedTo: seq, wholeAt: now, checkedAt: now, broken: null })
    whole.clock.moveTo('2021-02-20T02:10:00.000Z')
    await draft('2020-10')
    expect(await look()).toMatchObject({
      events: seq + 1,
      verifiedTo: seq + 1,
      checkedAt: '2021-02-20T02:10:00.000Z',
      wholeAt: now,
      broken: null,
    })
    expect(await lookAgain()).toMatchObject({ verifiedTo: seq + 1, wholeAt: '2021-02-20T02:10:00.000Z' })
  })

  it('shows a new event that was changed at the next look', async () => {
    await look()
    await draft('2020-10')
    await tamper(`update ledger_event set after = replace(after, '"value":5', '"value":6') where seq = ${seq + 1}`)
    expect(await look()).toMatchObject({ verifiedTo: seq, broken: { seq: seq + 1, why: 'changed' } })
    await draft('2020-11')
    expect(await look()).toMatchObject({ broken: { seq: seq + 1, why: 'changed' } })
  })

  it('shows an old event that was changed when it is asked to look again, on its own row, and after an hour', async () => {
    await look()
    await tamper("update ledger_event set actor = 'somebody' where seq = 3")
    expect(await look()).toMatchObject({ broken: null })
    const { body } = await whole.as('auditor').get('/api/audit-events?before=5&limit=4')
    expect(body.events.map(({ holds }: { holds: boolean }) => holds)).toEqual([true, false, true, true])
    for (const time of ['02:20', '02:40', '02:59']) {
      whole.clock.moveTo(`2021-02-20T${time}:00.000Z`)
      expect(await look()).toMatchObject({ broken: null })
    }
    whole.clock.moveTo('2021-02-20T03:00:00.000Z')
    expect(await look()).toMatchObject({ broken: { seq: 3, why: 'changed' } })
    expect(await lookAgain()).toMatchObject({ broken: { seq: 3, why: 'changed' }, verifiedTo: 2 })
  })

  it('shows that its end was cut off, with the head or without', async () => {
    await look()
    await tamper(`delete from ledger_event where seq = ${seq}`)
    expect(await look()).toMatchObject({ broken: { seq, why: 'head-differs' } })
    await tamper(
      `update ledger_head set seq = ${seq - 1}, hash = (select hash from ledger_event where seq = ${seq - 1})`,
    )
    expect(await lookAgain()).toMatchObject({ broken: { seq, why: 'head-differs' } })
  })

  it('holds again when what was changed is put back', async () => {
    await look()
    const [third] = await whole.store.read(({ db, t }) => ledgerPage(db, t, { before: 4, limit: 1 }))
    await tamper("update ledger_event set actor = 'somebody' where seq = 3")
    expect((await lookAgain()).broken).toMatchObject({ seq: 3 })
    await tamper(`update ledger_event set actor = '${third?.actor}' where seq = 3`)
    expect((await look()).broken).toMatchObject({ seq: 3 })
    expect(await lookAgain()).toMatchObject({ verifiedTo: seq, broken: null })
  })

  it('says so in the log once for each time it is found', async () => {
    const told: unknown[] = []
    const watch = ledgerWatch({ store: whole.store, clock: whole.clock, alarm: (broken) => told.push(broken) })
    await tamper('delete from ledger_event where seq = 3')
    const states = await Promise.all([watch.look(), watch.look(), watch.lookAgain(), watch.look()])
    for (const { broken } of states) expect(broken).toEqual({ seq: 3, why: 'missing' })
    expect(told).toHaveLength(2)
  })

  it('lists who may stand in it', async () => {
    const { body } = await whole.as('auditor').get('/api/audit-events/people')
    expect(body.people).toContainEqual({ id: whole.idOf('approver'), name: '郑洁' })
    expect((await whole.as('approver').get('/api/audit-events/people')).status).toBe(403)
  })

  it('is told page by page, without a page too many', async () => {
    const seen: number[] = []
    for (let before = ''; ; ) {
      const { body } = await whole.as('auditor').get(`/api/audit-events?action=account-created&limit=5${before}`)
      seen.push(...body.events.map(({ seq: number }: { seq: number }) => number))
      if (body.next === null) break
      expect(body.events).toHaveLength(5)
      before = `&before=${body.next}`
    }
    expect(seen).toHaveLength(Object.keys(cast).length)
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  })
})

type Both = { readonly run?: (query: string) => unknown; readonly execute?: (query: string) => Promise<unknown> }

/** Somebody with the file or the server in their hands takes the guards away first. */
async function change(whole: WholeApp, engine: EngineName, statement: string): Promise<void> {
  const guards =
    engine === 'sqlite'
      ? ['drop trigger if exists ledger_event_is_not_changed', 'drop trigger if exists ledger_event_is_not_deleted']
      : ['alter table ledger_event disable trigger all']
  await whole.store.write(async ({ db }) => {
    const handle = db as unknown as Both
    for (const text of [...guards, statement]) {
      if (handle.execute === undefined) handle.run?.(text)
      else await handle.execute(text)
    }
  })
}
