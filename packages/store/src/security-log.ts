import { addDays, isFailure, type SecurityEventGroup, type SecurityEventKind, securityEventGroups } from '@xushi/domain'
import { and, desc, eq, inArray, lt, lte, notInArray, or } from './drizzle.ts'
import { newId } from './new-id.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store, Writing } from './store.ts'

type SecurityRow = Tables['securityLog']['$inferSelect']

/** `name`, `byName`: of the accounts as they are called now; null where there is none. */
export type SecurityNote = Omit<SecurityRow, 'what'> & {
  readonly what: SecurityEventKind
  readonly name: string | null
  readonly byName: string | null
}

export type NewSecurityNote = {
  readonly origin: string
  readonly username: string
  readonly what: SecurityEventKind
  /** Who did it, where it was not the person themselves. */
  readonly by?: string | null
}

/** Notes are kept this long; older ones go when a new one comes. */
const keptDays = 200

/**
 * How many are kept at most: of each kind of failure, and of what one person did. Who guesses without end neither fills the disk nor
 * drives out what was done by others.
 */
export type MostNotes = { readonly failures: number; readonly person: number }
const mostNotes: MostNotes = { failures: 10_000, person: 1000 }

/** Notes something in the log of sign-ins, which stands beside the ledger and is bounded in time and in number. */
export async function noteSecurity(
  { db, t: { securityLog: s }, now }: Pick<Writing, 'db' | 't' | 'now'>,
  { origin, username, what, by = null }: NewSecurityNote,
  most = mostNotes,
): Promise<void> {
  const name = username.slice(0, 80)
  await db.insert(s).values({ id: newId(), at: now, origin, username: name, what, byUsername: by })
  const alike = isFailure(what)
    ? eq(s.what, what)
    : and(eq(s.username, name), notInArray(s.what, [...securityEventGroups.failures]))
  const [tooMany] = await db
    .select({ at: s.at, id: s.id })
    .from(s)
    .where(alike)
    .orderBy(desc(s.at), desc(s.id))
    .limit(1)
    .offset(isFailure(what) ? most.failures : most.person)
  const keptSince = addDays(now.slice(0, 10), -keptDays)
  const beyond = tooMany === undefined ? undefined : and(alike, notAfter(s, tooMany))
  await db.delete(s).where(or(lt(s.at, keptSince), beyond))
}

type At = Pick<SecurityRow, 'at' | 'id'>

const before = (s: Tables['securityLog'], { at, id }: At) => or(lt(s.at, at), and(eq(s.at, at), lt(s.id, id)))
const notAfter = (s: Tables['securityLog'], { at, id }: At) => or(lt(s.at, at), and(eq(s.at, at), lte(s.id, id)))

export async function noteFailedSignIn(store: Store, failure: NewSecurityNote, most = mostNotes): Promise<void> {
  await store.write((writing) => noteSecurity(writing, failure, most))
}

/**
 * The log of sign-ins, newest first.
 *
 * @param of one group of it; null for everything
 * @param after the note that the page before ended with; null for the newest
 */
export async function securityNotes(
  reading: Reading,
  page: {
    readonly of: SecurityEventGroup | null
    readonly after: At | null
    readonly limit: number
  },
): Promise<SecurityNote[]> {
  const { db, t } = reading
  const { securityLog: s } = t
  const { of, after, limit } = page
  const kinds = of === null ? undefined : inArray(s.what, [...securityEventGroups[of]])
  const older = after === null ? undefined : before(s, after)
  const rows = await db.select().from(s).where(and(kinds, older)).orderBy(desc(s.at), desc(s.id)).limit(limit)
  const names = await namesOf(reading, rows)
  return rows.map((row) => ({
    ...row,
    // Written by `noteSecurity` alone.
    what: row.what as SecurityEventKind,
    name: names.get(row.username) ?? null,
    byName: names.get(row.byUsername ?? '') ?? null,
  }))
}

async function namesOf({ db, t: { account } }: Reading, rows: readonly SecurityRow[]) {
  const usernames = [...new Set(rows.flatMap((row) => [row.username, row.byUsername ?? '']))].filter(
    (one) => one !== '',
  )
  if (usernames.length === 0) return new Map<string, string>()
  const { username, displayName } = account
  const found = await db.select({ username, displayName }).from(account).where(inArray(username, usernames))
  return new Map(found.map((one) => [one.username, one.displayName]))
}
