import { canonicalJson } from './canonical-json.ts'
import { asc, inArray, sql } from './drizzle.ts'
import { type FilingRow, ledgeredFiling } from './filings.ts'
import type { EntryRow } from './progress-entries.ts'
import { ledgeredEntry } from './progress-entries.ts'
import type { Reading } from './store.ts'

/** A stored row that is not what its last event says; `seq` is that event, null where there is none. */
export type StoredDifference = { readonly kind: string; readonly id: string; readonly seq: number | null }

/** What changes without an event: what one types in a draft, the version that counts those changes, and being superseded. */
const unsaid = ['version', 'state']
const openStates = ['draft', 'returned']

/**
 * Every stored entry and filing that disagrees with its newest event: a value that was changed around the product. Drafts and returned
 * ones are left out, since they are saved as one types.
 */
export async function verifyStored(reading: Reading): Promise<readonly StoredDifference[]> {
  const { db, t } = reading
  const entries = (await db.select().from(t.progressEntry).orderBy(asc(t.progressEntry.id))) as EntryRow[]
  const filings = (await db.select().from(t.filing).orderBy(asc(t.filing.id))) as FilingRow[]
  const rows = [
    ...entries.map((row) => ({ kind: 'progress-entry', row, says: ledgeredEntry(row) })),
    ...filings.map((row) => ({ kind: row.kind as string, row, says: ledgeredFiling(row) })),
  ].filter(({ row }) => !openStates.includes(row.state))
  const differences: StoredDifference[] = []
  for (let start = 0; start < rows.length; start += 500) {
    const some = rows.slice(start, start + 500)
    const last = await lastEvents(
      reading,
      some.map(({ row }) => row.id),
    )
    for (const { kind, row, says } of some) {
      const event = last.get(row.id)
      if (event === undefined) differences.push({ kind, id: row.id, seq: null })
      else if (told(says) !== told(JSON.parse(event.after ?? 'null')))
        differences.push({ kind, id: row.id, seq: event.seq })
    }
  }
  return differences
}

async function lastEvents({ db, t: { ledgerEvent: e } }: Reading, ids: readonly string[]) {
  const newest = db
    .select({ seq: sql`max(${e.seq})`.mapWith(Number) })
    .from(e)
    .where(inArray(e.subjectId, [...ids]))
    .groupBy(e.subjectId)
  const seqs = (await newest).map(({ seq }) => seq)
  if (seqs.length === 0) return new Map<string, { seq: number; after: string | null }>()
  const rows = await db.select({ seq: e.seq, id: e.subjectId, after: e.after }).from(e).where(inArray(e.seq, seqs))
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

function told(says: unknown): string {
  const kept = Object.entries(says ?? {}).filter(([key]) => !unsaid.includes(key))
  return canonicalJson(Object.fromEntries(kept))
}
