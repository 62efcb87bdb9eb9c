import { randomBytes } from 'node:crypto'
import { type AccountRow, newId, secretHash } from './accounts.ts'
import { and, desc, eq, gt, inArray, lt, lte, or } from './drizzle.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store } from './store.ts'

/** A session of an account. The token itself is only with the browser. */
export type SessionRow = {
  readonly tokenHash: string
  readonly account: AccountRow
  readonly lastSeenAt: string
  readonly expiresAt: string
  /** When the account had signed in before this session; null for the first time. */
  readonly previousSignInAt: string | null
}

/** Opens a session: a random token of 256 bits, kept as its hash. `origin` is the address it was opened from. */
export async function openSession(store: Store, accountId: string, expiresAt: string, origin = ''): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await store.write(async ({ db, t, now }) => {
    await db.delete(t.session).where(lt(t.session.expiresAt, now))
    const [before] = await db
      .select({ lastSignInAt: t.account.lastSignInAt })
      .from(t.account)
      .where(eq(t.account.id, accountId))
    await db.update(t.account).set({ lastSignInAt: now }).where(eq(t.account.id, accountId))
    const session = { tokenHash: secretHash(token), accountId, createdAt: now, lastSeenAt: now, origin, expiresAt }
    await db.insert(t.session).values({ ...session, previousSignInAt: before?.lastSignInAt ?? null })
  })
  return token
}

/** The session of a token, with its account as it is now; null when it is unknown, over, idle since before `idleSince`, or disabled. */
export async function findSession(
  reading: Reading,
  token: string,
  now: string,
  idleSince: string,
): Promise<SessionRow | null> {
  const { db, t } = reading
  const [row] = await db
    .select({ session: t.session, account: t.account })
    .from(t.session)
    .innerJoin(t.account, eq(t.account.id, t.session.accountId))
    .where(
      and(
        eq(t.session.tokenHash, secretHash(token)),
        gt(t.session.expiresAt, now),
        gt(t.session.lastSeenAt, idleSince),
      ),
    )
  if (row === undefined || row.account.disabledAt !== null) return null
  const { tokenHash, lastSeenAt, expiresAt, previousSignInAt } = row.session
  return { tokenHash, account: row.account, lastSeenAt, expiresAt, previousSignInAt }
}

/** Which of several sessions still hold, by the hash of their token: not over, not idle since before `idleSince`, not disabled. */
export async function sessionsThatHold(
  { db, t: { session: s, account } }: Reading,
  hashes: readonly string[],
  now: string,
  idleSince: string,
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db
    .select({ hash: s.tokenHash, disabledAt: account.disabledAt })
    .from(s)
    .innerJoin(account, eq(account.id, s.accountId))
    .where(and(inArray(s.tokenHash, [...hashes]), gt(s.expiresAt, now), gt(s.lastSeenAt, idleSince)))
  return new Set(rows.filter(({ disabledAt }) => disabledAt === null).map(({ hash }) => hash))
}

/** Notes that a session was used; the caller does so at most once a minute. */
export async function touchSession(store: Store, tokenHash: string): Promise<void> {
  await store.write(async ({ db, t, now }) => {
    await db.update(t.session).set({ lastSeenAt: now }).where(eq(t.session.tokenHash, tokenHash))
  })
}

export async function closeSession(store: Store, token: string): Promise<void> {
  await store.write(async ({ db, t }) => {
    await db.delete(t.session).where(eq(t.session.tokenHash, secretHash(token)))
  })
}

/** A session as its owner sees it: `id` names it without telling its token. */
export type OwnSession = {
  readonly id: string
  readonly tokenHash: string
  readonly origin: string
  readonly createdAt: string
  readonly lastSeenAt: string
}

/** The sessions of an account that still hold, the one used last first. */
export async function ownSessions(
  { db, t: { session: s } }: Reading,
  accountId: string,
  now: string,
  idleSince: string,
): Promise<readonly OwnSession[]> {
  const rows = await db
    .select()
    .from(s)
    .where(and(eq(s.accountId, accountId), gt(s.expiresAt, now), gt(s.lastSeenAt, idleSince)))
    .orderBy(desc(s.lastSeenAt), desc(s.createdAt))
  return rows.map(({ tokenHash, origin, createdAt, lastSeenAt }) => ({
    id: secretHash(tokenHash).slice(0, 24),
    tokenHash,
    origin,
    createdAt,
    lastSeenAt,
  }))
}

/** Ends sessions of one account; those of others stay, whatever is named. */
export async function closeOwnSessions(store: Store, accountId: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  await store.write(async ({ db, t: { session: s } }) => {
    await db.delete(s).where(and(eq(s.accountId, accountId), inArray(s.tokenHash, [...hashes])))
  })
}

/** Failed sign-ins that are kept at most: who guesses without end does not fill the disk. */
const mostNotes = 10_000

/**
 * Notes a failed sign-in in the security log, which stands beside the ledger and is bounded in time and in number.
 *
 * @param keepSince older notes are dropped on the way
 */
export async function noteFailedSignIn(
  store: Store,
  failure: { readonly origin: string; readonly username: string; readonly what: string; readonly keepSince: string },
  most = mostNotes,
): Promise<void> {
  const { origin, username, what, keepSince } = failure
  await store.write(async ({ db, t: { securityLog: s }, now }) => {
    await db.insert(s).values({ id: newId(), at: now, origin, username: username.slice(0, 80), what })
    const [tooMany] = await db.select({ at: s.at }).from(s).orderBy(desc(s.at), desc(s.id)).limit(1).offset(most)
    await db.delete(s).where(or(lt(s.at, keepSince), tooMany === undefined ? undefined : lte(s.at, tooMany.at)))
  })
}

export type SecurityNote = Tables['securityLog']['$inferSelect']

/**
 * Failed sign-ins, newest first.
 *
 * @param before the note that the page before ended with; null for the newest
 */
export async function securityNotes(
  { db, t: { securityLog: s } }: Reading,
  page: { readonly before: Pick<SecurityNote, 'at' | 'id'> | null; readonly limit: number },
): Promise<SecurityNote[]> {
  const { before, limit } = page
  const older = before === null ? undefined : or(lt(s.at, before.at), and(eq(s.at, before.at), lt(s.id, before.id)))
  return db.select().from(s).where(older).orderBy(desc(s.at), desc(s.id)).limit(limit)
}
