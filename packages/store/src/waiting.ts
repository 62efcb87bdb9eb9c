import type { EntryState } from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { and, asc, eq, inArray, isNull, ne, or, sql } from './drizzle.ts'
import type { FilingKind, FilingRow } from './filings.ts'
import type { EntryRow } from './progress-entries.ts'
import type { Tables } from './schema.ts'
import type { Reading } from './store.ts'

/** What one person may decide on now: units in a state of review, and nothing that went through that person's hands already. */
export type WaitingFor = {
  readonly due: readonly { readonly state: EntryState; readonly unitIds: readonly string[] }[]
  readonly notBy: string
}

/** The first of what waits, and how many wait in all. */
export type WaitingPage<Row> = { readonly rows: readonly Row[]; readonly total: number }

/** Entries that wait for a person, the longest waiting first. */
export const waitingEntries = async (
  reading: Reading,
  waiting: WaitingFor,
  limit: number,
): Promise<WaitingPage<EntryRow>> => {
  const { progressEntry: e } = reading.t
  const { rows, total } = await longestWaiting(reading, e, waitingIn(e, waiting), limit)
  return { rows: rows as unknown as EntryRow[], total }
}

/** Filings that wait for a person, the longest waiting first; kinds may ask for different rights. */
export const waitingFilings = async (
  reading: Reading,
  waiting: readonly (WaitingFor & { readonly kinds: readonly FilingKind[] })[],
  { subjects, limit }: { readonly subjects?: readonly string[]; readonly limit: number },
): Promise<WaitingPage<FilingRow>> => {
  const { filing: f } = reading.t
  const about = subjects === undefined ? undefined : inArray(f.subject, [...subjects])
  const any = or(...waiting.map((one) => and(inArray(f.kind, [...one.kinds]), waitingIn(asReviewed(f), one))))
  const { rows, total } = await longestWaiting(reading, asReviewed(f), and(any ?? inArray(f.id, []), about), limit)
  return { rows: rows as unknown as FilingRow[], total }
}

// Both tables have the columns of review; the builder would ask for each of them by name.
const asReviewed = (table: Tables['filing']) => table as unknown as Tables['progressEntry']

function waitingIn(table: Tables['progressEntry'], { due, notBy }: WaitingFor): SQL | undefined {
  const places = due.map(({ state, unitIds }) => and(eq(table.state, state), inArray(table.unitId, [...unitIds])))
  return and(
    or(...places) ?? inArray(table.id, []),
    ne(table.recorderId, notBy),
    or(isNull(table.unitReviewerId), ne(table.unitReviewerId, notBy)),
  )
}

async function longestWaiting({ db }: Reading, table: Tables['progressEntry'], wanted: SQL | undefined, limit: number) {
  const rows = await db.select().from(table).where(wanted).orderBy(asc(table.submittedAt), asc(table.id)).limit(limit)
  const [counted] = await db
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(table)
    .where(wanted)
  return { rows, total: counted?.total ?? 0 }
}
