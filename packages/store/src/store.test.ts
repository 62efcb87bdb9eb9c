import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountById, createAccount, type Writing } from './index.ts'
import { type Slots, statement } from './statement.ts'

const operator = { accountId: 'operator', unitId: null, origin: 'system' } as const
const tested = {
  actor: operator,
  action: 'decided',
  subjectKind: 'decision',
  subjectId: '1',
  movesFigures: false,
} as const
const person = {
  displayName: '李',
  role: 'recorder',
  unitId: 'u',
  passwordHash: 'x',
  mustChangePassword: true,
} as const

const note = statement(({ db, t }, slot: Slots<{ readonly id: string }>) =>
  db
    .insert(t.securityLog)
    .values({ id: slot('id'), at: '', origin: '', username: '', what: '' })
    .returning(),
)
const noteWithId = statement(({ db, t }, slot: Slots<{ readonly id: string }>) =>
  db
    .select()
    .from(t.securityLog)
    .where(eq(t.securityLog.id, slot('id'))),
)

describe.each(engines)('a store on %s', (engine) => {
  let room: StoreRoom
  beforeEach(async () => {
    room = await openRoom(engine)
  })
  afterEach(() => room.close())

  const notes = () =>
    room.store.read(async ({ db, t }) => {
      const rows = await db.select({ id: t.securityLog.id }).from(t.securityLog).orderBy(asc(t.securityLog.id))
      return rows.map(({ id }) => id)
    })
  const seq = () => room.store.read(async ({ db, t }) => (await db.select().from(t.ledgerHead))[0]?.seq)

  it('takes back everything of a unit that throws, at whatever step', async () => {
    for (const steps of [1, 2, 3]) {
      const failing = room.store.write(async (writing) => {
        await note(writing, { id: 'a' })
        if (steps === 1) throw new Error('this one fails')
        await writing.event(tested)
        if (steps === 2) throw new Error('this one fails')
        await note(writing, { id: 'b' })
        await Promise.reject(new Error('this one fails'))
      })
      await expect(failing).rejects.toThrow('this one fails')
    }
    expect(await notes()).toEqual([])
    expect(await seq()).toBe(0)
  })

  it('takes back a unit that breaks a constraint and goes on with the next', async () => {
    const twice = room.store.write(async (writing) => {
      await note(writing, { id: 'a' })
      await note(writing, { id: 'a' })
    })
    const [outcome] = await Promise.allSettled([twice, room.store.write((writing) => note(writing, { id: 'b' }))])
    expect(outcome.status).toBe('rejected')
    expect(await notes()).toEqual(['b'])
  })

  it('runs a prepared statement inside the transaction of its unit, the first time and later', async () => {
    for (const id of ['a', 'b']) {
      const seen: unknown[] = []
      const failing = room.store.write(async (writing) => {
        await note(writing, { id })
        seen.push(...(await noteWithId(writing, { id })))
        throw new Error('this one fails')
      })
      await expect(failing).rejects.toThrow('this one fails')
      expect(seen).toHaveLength(1)
      expect(await room.store.read((reading) => noteWithId(reading, { id }))).toEqual([])
    }
    const [kept] = await room.store.write((writing) => note(writing, { id: 'c' }))
    expect(await room.store.read((reading) => noteWithId(reading, { id: 'c' }))).toEqual([kept])
  })

  it('gives many units at once a transaction each, and every event its number', async () => {
    const unit = (n: number) => async (writing: Writing) => {
      const { seq: number } = await writing.event(tested)
      await note(writing, { id: `note-${n}` })
      if (n % 4 === 0) throw new Error('this one fails')
      return number
    }
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => room.store.write(unit(n))))
    const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
    expect(await notes()).toHaveLength(30)
    expect(await seq()).toBe(30)
  })

  it('reads one snapshot while others write', async () => {
    await room.store.read(async (reading) => {
      const before = await reading.db.select().from(reading.t.ledgerHead)
      await room.store.write(({ event }) => event(tested))
      expect(await reading.db.select().from(reading.t.ledgerHead)).toEqual(before)
    })
    expect(await seq()).toBe(1)
  })

  it('refuses to write while it reads', async () => {
    const sneaky = room.store.read((reading) => note({ ...reading }, { id: 'a' }))
    await expect(sneaky).rejects.toThrow()
    expect(await notes()).toEqual([])
  })

  it.each([2_000_000_000, 2_147_483_648, 690_000_000_000, Number.MAX_SAFE_INTEGER])(
    'keeps %d, adds it up and counts it as numbers',
    async (value) => {
      const row = { region: 'r', lastPeriod: '', lastEndsOn: '', lastValue: -value, lastAbsence: null, entryCount: 1 }
      await room.store.write(async ({ db, t }) => {
        await db.insert(t.standing).values([
          { ...row, indicatorId: 'a', total: value },
          { ...row, indicatorId: 'b', total: 0 },
        ])
      })
      const [sums] = await room.store.read(({ db, t: { standing: s } }) =>
        db
          .select({
            sum: sql`sum(${s.total})`.mapWith(Number),
            least: sql`min(${s.lastValue})`.mapWith(Number),
            count: sql`count(*)`.mapWith(Number),
          })
          .from(s),
      )
      expect(sums).toEqual({ sum: value, least: -value, count: 2 })
      const rows = await room.store.read(({ db, t }) =>
        db.select().from(t.standing).orderBy(asc(t.standing.indicatorId)),
      )
      expect(rows.map(({ total, lastValue }) => [total, lastValue])).toEqual([
        [value, -value],
        [0, -value],
      ])
    },
  )

  it('sorts texts by code, not by the habits of a language', async () => {
    for (const id of ['b', 'A', 'a', 'B', '_', '10', '9']) await room.store.write((writing) => note(writing, { id }))
    expect(await notes()).toEqual(['10', '9', 'A', 'B', '_', 'a', 'b'])
  })

  it('tells its listeners when a unit is on disk, and only then', async () => {
    let heard = 0
    room.store.onWritten(() => {
      heard += 1
    })
    await room.store.write(async () => Promise.reject(new Error('this one fails'))).catch(() => undefined)
    const before = heard
    await room.store.write(({ event }) => event(tested))
    expect(before).toBe(0)
    expect(heard).toBeGreaterThan(0)
  })

  it('gives flags, nulls and texts back as they were', async () => {
    const displayName = `李'静"; -- \\ %_ 𠮷 ${'长'.repeat(300)}`
    const account = { ...person, username: 'li', displayName, demo: true, mustChangePassword: false }
    const { id } = await createAccount(room.store, operator, account)
    expect(await room.store.read((reading) => accountById(reading, id))).toMatchObject({ ...account, disabledAt: null })
  })
})
