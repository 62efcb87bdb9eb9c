import { type EngineName, engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { castOf, cell, takeUp } from './cast.fixture.ts'
import {
  draftEntry,
  type LedgerPoint,
  type LedgerRow,
  ledgerHead,
  ledgerPage,
  ledgerStart,
  resolveKnownAt,
  verifyLedger,
} from './index.ts'
import { canonicalEvent, eventHash } from './ledger.ts'

describe.each(engines)('the ledger on %s', (engine) => {
  let room: StoreRoom

  beforeEach(async () => {
    room = await openRoom(engine)
    await takeUp(room.store)
    const { zhou } = await castOf(room.store)
    room.set('2020-05-10T15:30:00.000Z')
    await draftEntry(room.store, zhou, cell('flow', '320000', '04'), { value: 5, note: '机密' })
    room.set('2020-05-10T16:30:00.000Z')
    await draftEntry(room.store, zhou, cell('flow', '110000', '04'), { value: 6, note: '' })
  })
  afterEach(() => room.close())

  const verdict = () => verifyLedger(room.store)
  const head = () => room.store.read(({ db, t }) => ledgerHead(db, t))
  /** Somebody with the file or the server in their hands takes the guard away first. */
  const tamper = (statement: string) =>
    room.store.write(async ({ db }) => {
      for (const guard of withoutGuards(engine)) await execute(db, guard)
      await execute(db, statement)
    })

  it('verifies as it was written', async () => {
    const { seq, hash } = await head()
    expect(await verdict()).toEqual({ holds: true, events: seq, upTo: { seq, hash } })
  })

  it('verifies in parts, each from where the last one ended', async () => {
    const { seq, hash } = await head()
    let from: LedgerPoint = ledgerStart
    for (let step = 0; from.seq < seq; step += 1) {
      expect(step).toBeLessThan(seq)
      const part = await verifyLedger(room.store, { from, most: 2 })
      if (!part.holds) throw new Error(part.why)
      expect(part.events).toBe(seq)
      expect(part.upTo.seq).toBe(Math.min(seq, from.seq + 2))
      from = part.upTo
    }
    expect(from).toEqual({ seq, hash })
    expect(await verifyLedger(room.store, { from })).toEqual({ holds: true, events: seq, upTo: from })
  })

  it('shows, from what was seen before, a chain that was written again so that it holds by itself', async () => {
    const { seq, hash } = await head()
    const known = { seq, hash }
    const rows = await room.store.read(({ db, t }) => ledgerPage(db, t, { before: null, limit: 2 }))
    const [last, before] = rows
    if (last === undefined || before === undefined) throw new Error('two events')
    const changed = { ...before, after: (before.after ?? '').replace('"value":5', '"value":7') }
    const first = { ...changed, hash: eventHash(withoutHash(changed)) }
    const chained = { ...last, previousHash: first.hash }
    const second = { ...chained, hash: eventHash(withoutHash(chained)) }
    for (const { seq: number, after, previousHash, hash: own } of [first, second]) {
      await tamper(
        `update ledger_event set after = '${after}', previous_hash = '${previousHash}', hash = '${own}' where seq = ${number}`,
      )
    }
    await tamper(`update ledger_head set hash = '${second.hash}'`)
    expect(canonicalEvent(first)).toContain('"value":7')
    expect(await verdict()).toMatchObject({ holds: true })
    expect(await verifyLedger(room.store, { known })).toEqual({ holds: false, seq, why: 'rewritten' })
    expect(await verifyLedger(room.store, { from: known })).toEqual({ holds: false, seq, why: 'rewritten' })
  })

  it('shows, from what was seen before, an end that was cut off together with its head', async () => {
    const { seq, hash } = await head()
    await tamper(`delete from ledger_event where seq = ${seq}`)
    await tamper(
      `update ledger_head set seq = ${seq - 1}, hash = (select hash from ledger_event where seq = ${seq - 1})`,
    )
    expect(await verdict()).toMatchObject({ holds: true })
    expect(await verifyLedger(room.store, { from: { seq, hash } })).toMatchObject({ holds: false, why: 'head-differs' })
  })

  it.each([
    ['a changed value', 'update ledger_event set after = replace(after, \'"value":5\', \'"value":6\')', 'changed', -1],
    [
      'a changed time',
      "update ledger_event set at = '2020-05-10T15:30:00.001Z' where at = '2020-05-10T15:30:00.000Z'",
      'changed',
      -1,
    ],
    [
      'a value that is no JSON any more',
      "update ledger_event set after = '{' where seq = (select max(seq) from ledger_event)",
      'changed',
      0,
    ],
    [
      'an event added without its head',
      "insert into ledger_event select seq + 1, at, actor, actor_unit, origin, action, subject_kind, subject_id, before, after, moves_figures, hash, 'x' from ledger_event where seq = (select max(seq) from ledger_event)",
      'head-differs',
      1,
    ],
    ['a removed event', 'delete from ledger_event where seq = (select max(seq) - 1 from ledger_event)', 'missing', -1],
    ['a removed tail', 'delete from ledger_event where seq = (select max(seq) from ledger_event)', 'head-differs', 0],
  ] as const)('shows %s', async (_, statement, why, offset) => {
    const { seq } = await head()
    await tamper(statement)
    expect(await verdict()).toEqual({ holds: false, seq: seq + offset, why })
  })

  it('shows two events that changed places', async () => {
    const { seq } = await head()
    await tamper(`update ledger_event set seq = -1 where seq = ${seq}`)
    await tamper(`update ledger_event set seq = ${seq} where seq = ${seq - 1}`)
    await tamper(`update ledger_event set seq = ${seq - 1} where seq = -1`)
    expect(await verdict()).toEqual({ holds: false, seq: seq - 1, why: 'not-chained' })
  })

  it.each([
    'update ledger_event set actor = actor',
    'update ledger_event set actor = actor where seq = 1',
    'delete from ledger_event',
    'delete from ledger_event where seq = (select max(seq) from ledger_event)',
    ...(engine === 'postgres' ? ['truncate ledger_event', 'truncate ledger_event cascade'] : []),
  ])('is guarded by the database: %s', async (statement) => {
    await expect(room.store.write(({ db }) => execute(db, statement))).rejects.toThrow()
    expect(await verdict()).toMatchObject({ holds: true })
  })

  it.each([
    ['an event in the place of another', 'seq', "hash || 'x'", 'seq = 2'],
    ['an event with the hash of another', '(select seq from ledger_head)', 'hash', 'seq = 2'],
    ['an event beyond the next one', 'seq + 2', "'x'", 'seq = (select max(seq) from ledger_event)'],
    ['an event before the first one', '0', "'x'", 'seq = 1'],
  ])('takes no %s, whatever is said of a conflict', async (_, seq, hash, where) => {
    const rest = 'at, actor, actor_unit, origin, action, subject_kind, subject_id, before, after, moves_figures'
    const rows = `ledger_event select ${seq}, ${rest}, previous_hash, ${hash} from ledger_event where ${where}`
    const ways =
      engine === 'sqlite'
        ? [`insert or replace into ${rows}`, `insert into ${rows} on conflict do update set actor = 'x'`]
        : ['seq', 'hash'].map((key) => `insert into ${rows} on conflict (${key}) do update set actor = 'x'`)
    for (const way of ways) {
      const written = room.store.write(async ({ db }) => {
        // Another program's connection has not this one on.
        if (engine === 'sqlite') await execute(db, 'pragma recursive_triggers = off')
        await execute(db, way)
      })
      const refusal = await written.then(
        () => null,
        (error: Error) => error,
      )
      expect(String(refusal?.cause ?? refusal)).toContain('the ledger is append-only')
    }
    expect(await verdict()).toMatchObject({ holds: true })
  })

  it('never goes back in time', async () => {
    room.set('2019-01-01T00:00:00.000Z')
    await room.store.write(({ event }) => event({ ...nothing, action: 'decided' }))
    expect((await head()).at).toBe('2020-05-10T16:30:00.000Z')
  })

  it('resolves dates of China, instants and its own numbers', async () => {
    const { seq } = await head()
    const resolve = (text: string) => room.store.read(({ db, t }) => resolveKnownAt(db, t, text))
    expect(await resolve('2020-05-10')).toBe(seq - 1)
    expect(await resolve('2020-05-11')).toBe(seq)
    expect(await resolve('2020-05-10T16:00:00Z')).toBe(seq - 1)
    expect(await resolve('2020-05-10T16:30Z')).toBe(seq)
    room.set('2020-05-10T16:30:00.500Z')
    await room.store.write(({ event }) => event({ ...nothing, action: 'decided' }))
    expect(await resolve('2020-05-10T16:30:00Z')).toBe(seq)
    expect(await resolve('2020-05-10T16:30:00.4Z')).toBe(seq)
    expect(await resolve('2020-05-10T16:30:00.5Z')).toBe(seq + 1)
    expect(await resolve('2019-12-31')).toBe(0)
    expect(await resolve(String(seq - 1))).toBe(seq - 1)
    for (const nonsense of [String(seq + 2), '2020-02-30', 'now', '2020-05-10T25:00:00Z', "1' or 1=1"]) {
      await expect(resolve(nonsense)).rejects.toMatchObject({ kind: 'unknown-moment' })
    }
  })

  it('holds no credential', async () => {
    const rows = await room.store.read(({ db, t }) => ledgerPage(db, t, { before: null, limit: 1000 }))
    expect(JSON.stringify(rows)).not.toMatch(/argon2|secret-of|password_?hash/i)
  })
})

const nothing = {
  actor: { accountId: 'operator', unitId: null, origin: 'system' },
  subjectKind: 'decision',
  subjectId: '1',
  movesFigures: false,
} as const

const withoutHash = ({ hash: _, ...row }: LedgerRow): Omit<LedgerRow, 'hash'> => row

const withoutGuards = (engine: EngineName): readonly string[] =>
  engine === 'sqlite'
    ? ['not_changed', 'not_deleted', 'the_next'].map((guard) => `drop trigger if exists ledger_event_is_${guard}`)
    : ['alter table ledger_event disable trigger all']

type Both = { readonly run?: (query: unknown) => unknown; readonly execute?: (query: unknown) => Promise<unknown> }

/** Raw SQL, which the two handles run under different names; the product itself never does. */
async function execute(db: unknown, statement: string): Promise<void> {
  const handle = db as Both
  const query = sql.raw(statement)
  await (handle.execute === undefined ? handle.run?.(query) : handle.execute(query))
}
