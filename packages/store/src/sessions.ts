import { randomBytes } from 'node:crypto'
import { type AccountRow, secretHash } from './accounts.ts'
import { and, desc, eq, gt, inArray, lt } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import { noteSecurity } from './security-log.ts'
import type { Reading, Store } from './store.ts'

/** A session of an account. The token itself is only with the browser. */
export type SessionRow = {
  readonly tokenHash: string
  readonly account: AccountRow
  readonly lastSeenAt: string
  readonly expiresAt: string
  /** When the visit before this one ended; null for the first time. */
  readonly lastVisitAt: string | null
}

/** After so long an absence the visit is over and the next one begins. */
const absenceMinutes = 30

/** When the visit before the one of `now` ended: signing out and in again, or in from a second place, goes on with the same visit. */
function lastVisitOf(
  { lastSeenAt, lastVisitAt }: Pick<AccountRow, 'lastSeenAt' | 'lastVisitAt'>,
  now: string,
): string | null {
  const isOver = lastSeenAt !== null && Date.parse(now) - Date.parse(lastSeenAt) > absenceMinutes * 60_000
  return isOver ? lastSeenAt : lastVisitAt
}

/** Opens a session: a random token of 256 bits, kept as its hash. `origin` is the address it was opened from. */
export async function openSession(store: Store, accountId: string, expiresAt: string, origin = ''): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await store.write(async (writing) => {
    const { db, t, now } = writing
    await db.delete(t.session).where(lt(t.session.expiresAt, now))
    const [before] = await db
      .select({ lastSeenAt: t.account.lastSeenAt, lastVisitAt: t.account.lastVisitAt, username: t.account.username })
      .from(t.account)
      .where(eq(t.account.id, accountId))
    const lastVisitAt = before === undefined ? null : lastVisitOf(before, now)
    await db.update(t.account).set({ lastSeenAt: now, lastVisitAt }).where(eq(t.account.id, accountId))
    const session = { tokenHash: secretHash(token), accountId, createdAt: now, lastSeenAt: now, origin, expiresAt }
    await db.insert(t.session).values({ ...session, lastVisitAt })
    if (before !== undefined) await noteSecurity(writing, { origin, username: before.username, what: 'signed-in' })
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
  const { tokenHash, lastSeenAt, expiresAt, lastVisitAt } = row.session
  return { tokenHash, account: row.account, lastSeenAt, expiresAt, lastVisitAt }
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

/** Notes that a session was used, and its account with it; the caller does so at most once a minute. */
export async function touchSession(store: Store, tokenHash: string): Promise<void> {
  await store.write(async ({ db, t, now }) => {
    const [row] = await db
      .update(t.session)
      .set({ lastSeenAt: now })
      .where(eq(t.session.tokenHash, tokenHash))
      .returning({ accountId: t.session.accountId })
    if (row !== undefined) await db.update(t.account).set({ lastSeenAt: now }).where(eq(t.account.id, row.accountId))
  })
}

/** Ends the session of a token. `origin`: its owner signs out from there, which is noted; null where another session takes its place. */
export async function closeSession(store: Store, token: string, origin: string | null = null): Promise<void> {
  await store.write(async (writing) => {
    const { db, t } = writing
    const [closed] = await db
      .delete(t.session)
      .where(eq(t.session.tokenHash, secretHash(token)))
      .returning()
    if (closed === undefined || origin === null) return
    const username = await usernameOf(writing, closed.accountId)
    if (username !== null) await noteSecurity(writing, { origin, username, what: 'signed-out' })
  })
}

async function usernameOf({ db, t: { account } }: Reading, id: string): Promise<string | null> {
  const [found] = await db.select({ username: account.username }).from(account).where(eq(account.id, id))
  return found?.username ?? null
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

/** Ends sessions of one account at its owner's word, each noted; those of others stay, whatever is named. */
export async function closeOwnSessions(
  store: Store,
  { accountId, origin }: Pick<Actor, 'accountId' | 'origin'>,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return
  await store.write(async (writing) => {
    const { db, t } = writing
    const { session: s } = t
    const named = and(eq(s.accountId, accountId), inArray(s.tokenHash, [...hashes]))
    const closed = await db.delete(s).where(named).returning()
    const username = await usernameOf(writing, accountId)
    if (username === null) return
    for (const _ of closed) await noteSecurity(writing, { origin, username, what: 'session-ended' })
  })
}
