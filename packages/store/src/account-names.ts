import { and, asc, eq, inArray, lte } from './drizzle.ts'
import type { Reading } from './store.ts'

/**
 * The names that accounts had at a ledger number, by id. They come from the ledger and not from the accounts of today, so that what is made
 * again at that number names people as it did then. Who had no account yet, or is no person, has no name.
 */
export async function accountNamesAt(
  { db, t: { ledgerEvent: e } }: Reading,
  ids: readonly (string | null)[],
  seq: number,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ id: e.subjectId, after: e.after })
    .from(e)
    .where(
      and(
        eq(e.subjectKind, 'account'),
        inArray(e.action, ['account-created', 'account-changed']),
        inArray(e.subjectId, wanted),
        lte(e.seq, seq),
      ),
    )
    .orderBy(asc(e.seq))
  return new Map(
    rows.map(({ id, after }) => {
      const { displayName }: { readonly displayName: string } = JSON.parse(after ?? '{}')
      return [id, displayName]
    }),
  )
}
