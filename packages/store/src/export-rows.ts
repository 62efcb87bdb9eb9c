import { accountsById } from './accounts.ts'
import { and, asc, eq, gt, gte, lte, ne, or, sql } from './drizzle.ts'
import { type EntryFilter, entryConditions } from './entry-lists.ts'
import type { EntryRow } from './progress-entries.ts'
import type { Store } from './store.ts'

/** What an export asks for. `from` and `to` are first and last days of periods. */
export type ExportFilter = Pick<EntryFilter, 'indicatorId' | 'region' | 'unitIds'> & {
  readonly from?: string
  readonly to?: string
}

/** One entry with the names of the people behind it. */
export type ExportRow = {
  readonly entry: EntryRow
  readonly recorder: string
  readonly unitReviewer: string | null
  readonly approver: string | null
}

/** How many rows an export would have. Drafts are nobody else's business and stay out. */
export async function countExportRows(store: Store, filter: ExportFilter): Promise<number> {
  return store.read(async ({ db, t }) => {
    const [counted] = await db
      .select({ total: sql`count(*)`.mapWith(Number) })
      .from(t.progressEntry)
      .where(and(...conditions(t, filter)))
    return counted?.total ?? 0
  })
}

type T = Parameters<typeof entryConditions>[0]

function conditions(t: T, filter: ExportFilter) {
  const e = t.progressEntry
  return [
    ...entryConditions(t, filter),
    ne(e.state, 'draft'),
    // Periods end after they begin: the second bound lets the index begin where the range does.
    ...(filter.from === undefined ? [] : [gte(e.startsOn, filter.from), gte(e.endsOn, filter.from)]),
    ...(filter.to === undefined ? [] : [lte(e.endsOn, filter.to)]),
  ]
}

/**
 * Entries in pages, oldest period first, by key and not by offset: each page is a short read of its own, so that nothing waits for a
 * long export, and a page costs the same wherever it is.
 */
export async function* exportPages(
  store: Store,
  filter: ExportFilter,
  pageSize = 2000,
): AsyncGenerator<readonly ExportRow[]> {
  let after: { readonly endsOn: string; readonly id: string } | null = null
  for (;;) {
    const page: readonly ExportRow[] = await exportPage(store, filter, after, pageSize)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = { endsOn: last.entry.endsOn, id: last.entry.id }
  }
}

async function exportPage(
  store: Store,
  filter: ExportFilter,
  after: { readonly endsOn: string; readonly id: string } | null,
  pageSize: number,
): Promise<readonly ExportRow[]> {
  return store.read(async ({ db, t }) => {
    const e = t.progressEntry
    const later =
      after === null ? undefined : or(gt(e.endsOn, after.endsOn), and(eq(e.endsOn, after.endsOn), gt(e.id, after.id)))
    const rows = await db
      .select()
      .from(e)
      .where(and(...conditions(t, filter), later))
      .orderBy(asc(e.endsOn), asc(e.id))
      .limit(pageSize)
    const people = await accountsById(
      { db, t },
      rows.flatMap(({ recorderId, unitReviewerId, approverId }) => [recorderId, unitReviewerId, approverId]),
    )
    const name = (id: string | null) => (id === null ? null : (people.get(id)?.displayName ?? id))
    return rows.map((row) => ({
      entry: row as EntryRow,
      recorder: name(row.recorderId) ?? '',
      unitReviewer: name(row.unitReviewerId),
      approver: name(row.approverId),
    }))
  })
}
