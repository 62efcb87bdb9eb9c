import type { EntryState } from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { asksCorrection } from './asked-corrections.ts'
import { and, desc, eq, inArray, lt, or, sql } from './drizzle.ts'
import type { EntryRow } from './progress-entries.ts'
import type { Tables } from './schema.ts'
import type { Reading } from './store.ts'

export type EntryFilter = {
  readonly states?: readonly EntryState[]
  readonly indicatorId?: string
  readonly region?: string
  readonly period?: string
  /** Units whose entries may be seen; left out for all. */
  readonly unitIds?: readonly string[]
  readonly recorderId?: string
}

export type EntryPage = { readonly rows: readonly EntryRow[]; readonly total: number; readonly next: string | null }

/**
 * Entries, newest change first, in pages.
 *
 * @param filter.asked those that a correction is asked of and nobody has begun, or all
 * @param page.cursor `next` of the page before; null for the first
 */
export async function listEntries(
  reading: Reading,
  { asked, ...filter }: EntryFilter & { readonly asked?: true },
  page: { readonly cursor: string | null; readonly limit: number },
): Promise<EntryPage> {
  const { db, t } = reading
  const e = t.progressEntry
  const wanted = [...entryConditions(t, filter), asked && asksCorrection(reading, e)]
  const [updatedAt, id] = page.cursor?.split('~') ?? []
  const after =
    updatedAt === undefined || id === undefined
      ? undefined
      : or(lt(e.updatedAt, updatedAt), and(eq(e.updatedAt, updatedAt), lt(e.id, id)))
  const rows = await db
    .select()
    .from(e)
    .where(and(...wanted, after))
    .orderBy(desc(e.updatedAt), desc(e.id))
    .limit(page.limit + 1)
  const [counted] = await db
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(e)
    .where(and(...wanted))
  const shown = (rows as EntryRow[]).slice(0, page.limit)
  const last = shown.at(-1)
  const next = rows.length > page.limit && last !== undefined ? `${last.updatedAt}~${last.id}` : null
  return { rows: shown, total: counted?.total ?? 0, next }
}

/** The conditions of a filter; an empty list of units or states matches nothing. */
export function entryConditions({ progressEntry: e }: Tables, filter: EntryFilter): readonly SQL[] {
  const conditions: SQL[] = []
  const { states, unitIds, indicatorId, region, period, recorderId } = filter
  if (states !== undefined) conditions.push(inArray(e.state, [...states]))
  if (unitIds !== undefined) conditions.push(inArray(e.unitId, [...unitIds]))
  if (indicatorId !== undefined) conditions.push(eq(e.indicatorId, indicatorId))
  if (region !== undefined) conditions.push(eq(e.region, region))
  if (period !== undefined) conditions.push(eq(e.period, period))
  if (recorderId !== undefined) conditions.push(eq(e.recorderId, recorderId))
  return conditions
}

/** How many entries there are in states, for the first steps of an installation. */
export async function countEntries({ db, t }: Reading, states: readonly EntryState[] | null): Promise<number> {
  const conditions = entryConditions(t, states === null ? {} : { states })
  const [counted] = await db
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(t.progressEntry)
    .where(and(...conditions))
  return counted?.total ?? 0
}
