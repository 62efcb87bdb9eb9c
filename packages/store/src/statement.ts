import type { Column, Placeholder, SQL, Table } from 'drizzle-orm'
import { getTableColumns, sql } from './drizzle.ts'
import type { Reading } from './store.ts'

/** Names the places of a statement's values: `slot('id')` stands for the `id` that each call brings. */
export type Slots<Values> = (name: keyof Values & string) => Placeholder

type Query<Rows> = PromiseLike<Rows> & {
  readonly prepare: () => { execute: (values: Record<string, unknown>) => unknown }
}

/**
 * A query as a value, for the hot paths: built once for each handle and then only given its values.
 *
 * SQLite's handle lives as long as its connection, so a query is prepared once for each connection. PostgreSQL's handle lives as long as
 * its transaction, and must: a statement prepared on the pool runs outside the transaction, and its row survives the rollback.
 *
 * @param build makes the query; it is called with the handle it will run on, and may keep nothing of it
 * @returns runs the query with its values inside the reading or writing it is given
 */
export function statement<Values extends { readonly [Name in keyof Values]: unknown }, Rows>(
  build: (reading: Reading, slot: Slots<Values>) => Query<Rows>,
): (reading: Reading, values: Values) => Promise<Rows> {
  const prepared = new WeakMap<object, ReturnType<Query<Rows>['prepare']>>()
  return async (reading, values) => {
    let query = prepared.get(reading.db)
    if (query === undefined) {
      query = build(reading, (name) => sql.placeholder(name)).prepare()
      prepared.set(reading.db, query)
    }
    // The rows are those of the builder; only the preparing of it forgets their type on one of the engines.
    return (await query.execute(values)) as Rows
  }
}

/** A place in `set`, whose value is written the way its column writes values. */
export const slotFor = <C extends Column>(column: C, slot: Placeholder): SQL<C['_']['data']> =>
  sql`${sql.param(slot, column)}`.mapWith(column) as SQL<C['_']['data']>

/** A place for every column of a table: what an insert of whole rows takes. */
export function rowOf<T extends Table>(
  table: T,
  slot: Slots<T['$inferSelect']>,
): Record<keyof T['$inferSelect'], Placeholder> {
  const places = Object.keys(getTableColumns(table)).map((name) => [
    name,
    slot(name as keyof T['$inferSelect'] & string),
  ])
  return Object.fromEntries(places)
}
