import { openStates } from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { and, inArray, isNotNull, notInArray } from './drizzle.ts'
import type { Tables } from './schema.ts'
import type { Reading } from './store.ts'

/** That a correction is asked of something (待更正) and nobody has begun one. */
export function asksCorrection({ db }: Reading, reviewed: Tables['progressEntry'] | Tables['filing']): SQL | undefined {
  // Both tables have the columns of review; the builder would ask for each of them by name.
  const table = reviewed as Tables['progressEntry']
  const begun = db
    .select({ id: table.supersedesId })
    .from(table)
    .where(and(inArray(table.state, [...openStates]), isNotNull(table.supersedesId)))
  return and(isNotNull(table.correctionAsked), notInArray(table.id, begun))
}

/** Of which of several rows a correction is under way: a draft of it, or what waits for a decision. */
export async function correctionsBegun(
  { db, t }: Reading,
  of: 'entries' | 'filings',
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  // The columns of review are the same in both tables.
  const table = (of === 'entries' ? t.progressEntry : t.filing) as Tables['progressEntry']
  const rows = await db
    .select({ id: table.supersedesId })
    .from(table)
    .where(and(inArray(table.state, [...openStates]), inArray(table.supersedesId, [...ids])))
  return new Set(rows.flatMap(({ id }) => id ?? []))
}
