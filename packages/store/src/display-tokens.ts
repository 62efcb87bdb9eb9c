import { randomBytes } from 'node:crypto'
import { DomainError } from '@xushi/domain'
import { secretHash } from './accounts.ts'
import { and, asc, desc, eq, gt, inArray, isNull } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store } from './store.ts'

export type DisplayTokenRow = Tables['displayToken']['$inferSelect']

/** What of a display token may stand in the ledger: never its hash. */
const ledgered = ({ name, programme, region, expiresAt, revokedAt }: DisplayTokenRow) => ({
  title: name,
  programme,
  region,
  expiresAt,
  revokedAt,
})

export type NewDisplayToken = {
  readonly name: string
  readonly programme: string
  /** Null for the nation. */
  readonly region: string | null
  readonly expiresAt: string
}

/** Makes a display token (显示令牌): 256 random bits, told once, kept as their hash. */
export async function createDisplayToken(
  store: Store,
  actor: Actor,
  display: NewDisplayToken,
): Promise<{ readonly row: DisplayTokenRow; readonly token: string }> {
  const token = randomBytes(32).toString('base64url')
  return store.write(async ({ db, t, now, event }) => {
    const id = newId()
    const values = { id, ...display, tokenHash: secretHash(token), createdBy: actor.accountId, createdAt: now }
    const [row] = await db
      .insert(t.displayToken)
      .values({ ...values, lastSeenAt: null, revokedAt: null })
      .returning()
    if (row === undefined) throw new Error('a row that was inserted comes back')
    await event({
      actor,
      action: 'display-created',
      subjectKind: 'display',
      subjectId: id,
      after: ledgered(row),
      movesFigures: false,
    })
    return { row, token }
  })
}

/** Ends a display token for good; nothing happens to one that is revoked already. @throws DomainError `not-found` */
export async function revokeDisplayToken(store: Store, actor: Actor, id: string): Promise<void> {
  await store.write(async ({ db, t: { displayToken: d }, now, event }) => {
    const [before] = await db.select().from(d).where(eq(d.id, id))
    if (before === undefined) throw new DomainError('not-found')
    const [after] = await db
      .update(d)
      .set({ revokedAt: now })
      .where(and(eq(d.id, id), isNull(d.revokedAt)))
      .returning()
    if (after === undefined) return
    await event({
      actor,
      action: 'display-revoked',
      subjectKind: 'display',
      subjectId: id,
      before: ledgered(before),
      after: ledgered(after),
      movesFigures: false,
    })
  })
}

/** All display tokens, those in force first, then the newest first. */
export async function listDisplayTokens({ db, t: { displayToken: d } }: Reading): Promise<DisplayTokenRow[]> {
  const rows = await db.select().from(d).orderBy(desc(d.createdAt), asc(d.name))
  return [...rows.filter((row) => row.revokedAt === null), ...rows.filter((row) => row.revokedAt !== null)]
}

/** The display token that a secret is; null when it is unknown, revoked or over. */
export async function findDisplayToken(
  { db, t: { displayToken: d } }: Reading,
  token: string,
  now: string,
): Promise<DisplayTokenRow | null> {
  const [row] = await db
    .select()
    .from(d)
    .where(and(eq(d.tokenHash, secretHash(token)), isNull(d.revokedAt), gt(d.expiresAt, now)))
  return row ?? null
}

/** Which of several display tokens still hold, by id. */
export async function displaysThatHold(
  { db, t: { displayToken: d } }: Reading,
  ids: readonly string[],
  now: string,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: d.id })
    .from(d)
    .where(and(inArray(d.id, [...ids]), isNull(d.revokedAt), gt(d.expiresAt, now)))
  return new Set(rows.map(({ id }) => id))
}

/** Notes that a display was there; the caller does so at most once a minute. */
export async function touchDisplayToken(store: Store, id: string): Promise<void> {
  await store.write(async ({ db, t: { displayToken: d }, now }) => {
    await db.update(d).set({ lastSeenAt: now }).where(eq(d.id, id))
  })
}
