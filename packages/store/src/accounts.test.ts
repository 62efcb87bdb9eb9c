import { DomainError } from '@xushi/domain'
import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  changeAccount,
  closeSession,
  createAccount,
  createFirstAdministrator,
  findSession,
  noteFailedSignIn,
  openFirstAdministrator,
  openSession,
  setPassword,
} from './index.ts'

const now = '2020-03-20T01:00:00.000Z'
const later = '2020-03-20T13:00:00.000Z'
const long = '2020-03-20T00:30:00.000Z'
const person = { username: 'li', displayName: '李', unitId: 'u', passwordHash: 'argon2id-hash' }
const operator = { accountId: 'operator', unitId: null, origin: 'system' } as const

describe.each(engines)('accounts on %s', (engine) => {
  let room: StoreRoom
  beforeEach(async () => {
    room = await openRoom(engine)
  })
  afterEach(() => room.close())

  const kindOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.kind : error),
    )
  const administrator = async () => {
    const secret = await openFirstAdministrator(room.store, later)
    return createFirstAdministrator(room.store, '127.0.0.1', secret ?? '', person)
  }
  const session = (token: string) => room.store.read((reading) => findSession(reading, token, now, long))

  it('begin with one administrator by a secret that works once', async () => {
    const secret = (await openFirstAdministrator(room.store, later)) ?? ''
    const renewed = (await openFirstAdministrator(room.store, later)) ?? ''
    const create = (token: string) => kindOf(createFirstAdministrator(room.store, '127.0.0.1', token, person))
    expect(await create(secret)).toBe('first-administrator-closed')
    expect(await create(renewed)).toBe('done')
    expect(await create(renewed)).toBe('first-administrator-closed')
    expect(await openFirstAdministrator(room.store, later)).toBeNull()
  })

  it('refuse a secret that has run out', async () => {
    const secret = (await openFirstAdministrator(room.store, '2020-03-20T00:59:59.000Z')) ?? ''
    expect(await kindOf(createFirstAdministrator(room.store, '127.0.0.1', secret, person))).toBe(
      'first-administrator-closed',
    )
  })

  it('are never left without an administrator', async () => {
    const { id, version } = await administrator()
    expect(await kindOf(changeAccount(room.store, operator, id, version, { disabled: true }))).toBe(
      'last-administrator',
    )
    expect(await kindOf(changeAccount(room.store, operator, id, version, { role: 'recorder' }))).toBe(
      'last-administrator',
    )
  })

  it('are never left without one either when two administrators disable each other at once', async () => {
    const first = await administrator()
    const second = await createAccount(room.store, operator, {
      ...person,
      username: 'wu',
      role: 'administrator',
      mustChangePassword: false,
    })
    let begun: () => void = () => undefined
    const disabling = new Promise<void>((resolve) => {
      begun = resolve
    })
    const disabled = room.store.write(async ({ db, t, now: at, event }) => {
      await db.update(t.account).set({ disabledAt: at }).where(eq(t.account.id, first.id))
      const said = { action: 'account-changed', subjectKind: 'account', subjectId: first.id } as const
      await event({ actor: operator, ...said, movesFigures: false })
      begun()
      // Long enough for the other one to do all that does not wait for this unit.
      await new Promise((resolve) => setTimeout(resolve, 150))
    })
    await disabling
    const other = kindOf(changeAccount(room.store, operator, second.id, second.version, { disabled: true }))
    await disabled
    expect(await other).toBe('last-administrator')
  })

  it('keep their sessions under another display name', async () => {
    const { id, version } = await administrator()
    const token = await openSession(room.store, id, later)
    await changeAccount(room.store, operator, id, version, { displayName: '李静' })
    expect((await session(token))?.account.displayName).toBe('李静')
  })

  it('have names of their own', async () => {
    const account = { ...person, role: 'recorder', mustChangePassword: true } as const
    expect(await kindOf(createAccount(room.store, operator, account))).toBe('done')
    expect(await kindOf(createAccount(room.store, operator, account))).toBe('username-taken')
  })

  it('lose their sessions when disabled, moved or given another password, and keep the one that changed it', async () => {
    await administrator()
    const { id } = await createAccount(room.store, operator, {
      ...person,
      username: 'wu',
      role: 'recorder',
      mustChangePassword: false,
    })
    const ends: [string, () => Promise<unknown>][] = [
      ['role', () => changeAccount(room.store, operator, id, 1, { role: 'approver' })],
      ['password', () => setPassword(room.store, operator, id, { hash: 'new', mustChange: true })],
      ['disable', () => changeAccount(room.store, operator, id, 3, { disabled: true })],
    ]
    for (const [, end] of ends) {
      const token = await openSession(room.store, id, later)
      expect((await session(token))?.account.id).toBe(id)
      await end()
      expect(await session(token)).toBeNull()
    }
  })

  it('forget a session that was closed, ran out, or stood idle', async () => {
    const { id } = await administrator()
    const token = await openSession(room.store, id, later)
    const at = (moment: string, idleSince: string) =>
      room.store.read((reading) => findSession(reading, token, moment, idleSince))
    expect(await at(now, long)).not.toBeNull()
    expect(await at(later, long)).toBeNull()
    expect(await at(now, now)).toBeNull()
    await closeSession(room.store, token)
    expect(await at(now, long)).toBeNull()
  })

  it('keep neither a token nor a secret in the store', async () => {
    const { id } = await administrator()
    const token = await openSession(room.store, id, later)
    const all = await room.store.read(async ({ db, t }) => [
      await db.select().from(t.session),
      await db.select().from(t.ledgerEvent),
    ])
    expect(JSON.stringify(all)).not.toContain(token)
    expect(JSON.stringify(all)).not.toContain('argon2id-hash')
  })

  it('bound the log of sign-ins in time and in number', async () => {
    const fail = (username = 'x') =>
      noteFailedSignIn(
        room.store,
        { origin: '127.0.0.1', username, what: 'wrong-credentials' },
        { failures: 3, person: 2 },
      )
    const notes = async (kinds: readonly string[]) => {
      const rows = await room.store.read(({ db, t }) => db.select().from(t.securityLog))
      return rows.filter(({ what }) => kinds.includes(what)).map(({ username }) => username)
    }
    const { id, username } = await administrator()
    await fail('long-ago')
    room.set('2020-10-20T12:00:00.000Z')
    await fail()
    expect(await notes(['wrong-credentials'])).toEqual(['x'])
    await openSession(room.store, id, '2099-01-01T00:00:00.000Z')
    for (let second = 10; second < 16; second += 1) {
      room.set(`2020-10-20T13:00:${second}.000Z`)
      await fail(`guess-${second}`)
    }
    expect((await notes(['wrong-credentials'])).toSorted()).toEqual(['guess-13', 'guess-14', 'guess-15'])
    // Who guesses drives out nobody's own notes, whatever name they try.
    for (let times = 0; times < 4; times += 1) await fail(username)
    expect(await notes(['signed-in'])).toEqual([username])
    const out = { origin: '127.0.0.1', username, what: 'signed-out' } as const
    for (let second = 20; second < 24; second += 1) {
      room.set(`2020-10-20T13:00:${second}.000Z`)
      await noteFailedSignIn(room.store, out, { failures: 3, person: 2 })
    }
    expect(await notes(['signed-in', 'signed-out'])).toEqual([username, username])
    expect(await notes(['wrong-credentials'])).toHaveLength(3)
  })
})
