import { createHash, randomBytes } from 'node:crypto'
import { DomainError, type Role, type SecurityEventKind } from '@xushi/domain'
import { and, asc, eq, inArray, isNull, sql } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import type { Tables } from './schema.ts'
import { noteSecurity } from './security-log.ts'
import { type Slots, statement } from './statement.ts'
import type { Reading, Store, Writing } from './store.ts'

export type AccountRow = Tables['account']['$inferSelect']

/** What of an account may stand in the ledger: never the password's hash. */
const ledgered = ({ username, displayName, role, unitId, otherUnits, disabledAt, email, demo }: AccountRow) => ({
  username,
  displayName,
  role,
  unitId,
  otherUnits: unitsIn(otherUnits),
  disabledAt,
  email,
  demo,
})

/** The ids in a list of units as it is kept. */
const unitsIn = (list: string): readonly string[] => JSON.parse(list)

/** Every unit that a person serves, the one that names them first. */
export const unitsServed = ({ unitId, otherUnits }: Pick<AccountRow, 'unitId' | 'otherUnits'>): readonly string[] => [
  unitId,
  ...unitsIn(otherUnits).filter((other) => other !== unitId),
]

export type NewAccount = {
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly unitId: string
  /** Other units that the person serves. */
  readonly otherUnits?: readonly string[]
  /** argon2id, made by the caller. */
  readonly passwordHash: string
  readonly mustChangePassword: boolean
  /** Where mail goes. */
  readonly email?: string | null
  readonly demo?: boolean
}

/** @throws DomainError `username-taken` */
export async function createAccount(store: Store, actor: Actor, account: NewAccount): Promise<AccountRow> {
  return store.write((writing) => insertAccount(writing, actor, account))
}

async function insertAccount(
  { db, t, now, event }: Writing,
  actor: Actor,
  { otherUnits = [], ...account }: NewAccount,
): Promise<AccountRow> {
  const id = newId()
  const [row] = await db
    .insert(t.account)
    .values({
      id,
      ...account,
      otherUnits: JSON.stringify(otherUnits),
      email: account.email ?? null,
      demo: account.demo ?? false,
      disabledAt: null,
      passwordChangedAt: now,
      createdAt: now,
      version: 1,
    })
    .onConflictDoNothing()
    .returning()
  if (row === undefined) throw new DomainError('username-taken', { username: account.username })
  await event({
    actor,
    action: 'account-created',
    subjectKind: 'account',
    subjectId: id,
    after: ledgered(row),
    movesFigures: false,
  })
  return row
}

export type AccountChange = {
  readonly displayName?: string
  readonly role?: Role
  readonly unitId?: string
  readonly otherUnits?: readonly string[]
  readonly email?: string | null
  readonly disabled?: boolean
}

/**
 * Changes an account and ends its sessions when what it may do changes.
 *
 * @throws DomainError `not-found`, `version-conflict`, `last-administrator` when nobody could manage accounts afterwards
 */
export async function changeAccount(
  store: Store,
  actor: Actor,
  id: string,
  version: number,
  change: AccountChange,
): Promise<AccountRow> {
  return store.write(async (writing) => {
    const { db, t, now } = writing
    const before = await accountById(writing, id)
    const { disabled, otherUnits, ...rest } = change
    const disabledAt = disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? now) : null
    const [after] = await db
      .update(t.account)
      .set({
        ...rest,
        ...(otherUnits !== undefined && { otherUnits: JSON.stringify(otherUnits) }),
        disabledAt,
        version: version + 1,
      })
      .where(and(eq(t.account.id, id), eq(t.account.version, version)))
      .returning()
    if (after === undefined) throw new DomainError('version-conflict', { version: before.version })
    if (mayDoOther(before, after)) {
      await db.delete(t.session).where(eq(t.session.accountId, id))
      const isShut = before.disabledAt === null && after.disabledAt !== null
      await noteRevocation(writing, actor, after, isShut ? 'account-disabled' : 'access-changed')
    }
    await writing.event({
      actor,
      action: 'account-changed',
      subjectKind: 'account',
      subjectId: id,
      before: ledgered(before),
      after: ledgered(after),
      movesFigures: false,
    })
    await keepAnAdministrator(writing)
    return after
  })
}

/** Sessions ended with what happened to their account: the log of sign-ins tells who did it. */
async function noteRevocation(
  writing: Writing,
  { accountId, origin }: Actor,
  { id, username }: AccountRow,
  what: SecurityEventKind,
): Promise<void> {
  const by =
    accountId === id ? null : ((await accountsById(writing, [accountId])).get(accountId)?.username ?? accountId)
  await noteSecurity(writing, { origin, username, what, by })
}

const mayDoOther = (before: AccountRow, after: AccountRow) =>
  before.role !== after.role ||
  before.unitId !== after.unitId ||
  before.otherUnits !== after.otherUnits ||
  before.disabledAt !== after.disabledAt

/** Asked after the event, where writers have waited for one another: two administrators could disable each other at once. */
async function keepAnAdministrator({ db, t }: Writing): Promise<void> {
  const [left] = await db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(t.account)
    .where(and(eq(t.account.role, 'administrator'), isNull(t.account.disabledAt)))
  if (left?.count === 0) throw new DomainError('last-administrator')
}

/**
 * Gives an account another password and ends its sessions. The ledger learns that, never the password.
 *
 * @param keep hash of a session's token that goes on
 */
export async function setPassword(
  store: Store,
  actor: Actor,
  id: string,
  password: { readonly hash: string; readonly mustChange: boolean; readonly version?: number; readonly keep?: string },
): Promise<AccountRow> {
  return store.write(async (writing) => {
    const { db, t } = writing
    const before = await accountById(writing, id)
    const version = password.version ?? before.version
    const [after] = await db
      .update(t.account)
      .set({
        passwordHash: password.hash,
        mustChangePassword: password.mustChange,
        passwordChangedAt: writing.now,
        version: version + 1,
      })
      .where(and(eq(t.account.id, id), eq(t.account.version, version)))
      .returning()
    if (after === undefined) throw new DomainError('version-conflict', { version: before.version })
    const own = eq(t.session.accountId, id)
    await db
      .delete(t.session)
      .where(
        password.keep === undefined ? own : and(own, sql`${t.session.tokenHash} <> ${password.keep}`.mapWith(Boolean)),
      )
    const action = password.mustChange ? 'password-reset' : 'password-changed'
    await noteRevocation(writing, actor, after, action)
    await writing.event({
      actor,
      action,
      subjectKind: 'account',
      subjectId: id,
      movesFigures: false,
    })
    return after
  })
}

const accountWithId = statement(({ db, t }, slot: Slots<{ readonly id: string }>) =>
  db
    .select()
    .from(t.account)
    .where(eq(t.account.id, slot('id'))),
)

/** @throws DomainError `not-found` */
export async function accountById(reading: Reading, id: string): Promise<AccountRow> {
  const [row] = await accountWithId(reading, { id })
  if (row === undefined) throw new DomainError('not-found')
  return row
}

/** Null for a name that nobody has; names are compared in lower case. */
export async function accountByName({ db, t }: Reading, username: string): Promise<AccountRow | null> {
  const [row] = await db.select().from(t.account).where(eq(t.account.username, username.toLowerCase()))
  return row ?? null
}

/** Accounts by id, for the names beside entries; nulls and repeats are fine. */
export async function accountsById(
  { db, t }: Reading,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, AccountRow>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db.select().from(t.account).where(inArray(t.account.id, wanted))
  return new Map(rows.map((row) => [row.id, row]))
}

export async function listAccounts({ db, t }: Reading): Promise<AccountRow[]> {
  return db.select().from(t.account).orderBy(asc(t.account.createdAt), asc(t.account.username))
}

/** The hash under which a secret is kept: SHA-256, since the secrets are random and long. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Whether nobody has an account yet. */
export async function hasNoAccount({ db, t }: Reading): Promise<boolean> {
  const rows = await db.select({ id: t.account.id }).from(t.account).limit(1)
  return rows.length === 0
}

/** Makes the single-use secret for the first administrator; an earlier one no longer works. Nothing once an account exists. */
export async function openFirstAdministrator(store: Store, expiresAt: string): Promise<string | null> {
  const secret = randomBytes(32).toString('base64url')
  return store.write(async (writing) => {
    const { db, t } = writing
    if (!(await hasNoAccount(writing))) return null
    await db.delete(t.firstAdministrator)
    await db.insert(t.firstAdministrator).values({ tokenHash: secretHash(secret), expiresAt })
    return secret
  })
}

/** @throws DomainError `first-administrator-closed` for a wrong, used or expired secret, or once an account exists */
export async function createFirstAdministrator(
  store: Store,
  origin: string,
  secret: string,
  account: Omit<NewAccount, 'role' | 'mustChangePassword'>,
): Promise<AccountRow> {
  return store.write(async (writing) => {
    const { db, t, now } = writing
    const [token] = await db
      .delete(t.firstAdministrator)
      .where(eq(t.firstAdministrator.tokenHash, secretHash(secret)))
      .returning()
    const open = token !== undefined && token.expiresAt > now && (await hasNoAccount(writing))
    if (!open) throw new DomainError('first-administrator-closed')
    const actor = { accountId: 'operator', unitId: null, origin }
    return insertAccount(writing, actor, { ...account, role: 'administrator', mustChangePassword: false })
  })
}
