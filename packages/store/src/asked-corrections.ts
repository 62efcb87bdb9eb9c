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
