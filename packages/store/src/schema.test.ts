import { engines, openRoom } from '@xushi/testkit'
import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { postgresKit, sqliteKit } from './kit.ts'
import { tables } from './schema.ts'

type Column = { readonly name: string; readonly type: string; readonly required: boolean }

describe.each(engines)('the migrated schema on %s', (engine) => {
  it('has the tables and columns of the kit, with their types, and no others', async () => {
    const room = await openRoom(engine)
    try {
      const found = await room.store.read(({ db }) => migratedColumns(db))
      const ours = found.filter(({ name }) => !name.startsWith('schema_migration.'))
      expect(byName(ours)).toEqual(byName(kitColumns(engine)))
    } finally {
      await room.close()
    }
  })
})

const byName = (columns: readonly Column[]) =>
  columns.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, type, required }) => [name, type, required])

const kitColumns = (engine: (typeof engines)[number]): readonly Column[] =>
  Object.values(tables(engine === 'sqlite' ? sqliteKit : postgresKit)).flatMap((table) =>
    Object.values(getTableColumns(table)).map((column) => ({
      name: `${getTableName(table)}.${column.name}`,
      type: column.getSQLType(),
      required: column.notNull,
    })),
  )

type Both = {
  readonly all?: (query: unknown) => { name: string; type: string; required: unknown }[]
  readonly execute?: (query: unknown) => Promise<{ name: string; type: string; required: unknown }[]>
}

const sqliteColumns = `
  select m.name || '.' || c.name as name, lower(c.type) as type, (c."notnull" or c.pk > 0) as required
  from sqlite_master m join pragma_table_info(m.name) c
  where m.type = 'table' and m.name not like 'sqlite_%'`

const postgresColumns = `
  select table_name || '.' || column_name as name, data_type as type, is_nullable = 'NO' as required
  from information_schema.columns where table_schema = 'public'`

/** Asked of the engine's own catalogue, which the two handles do under different names; the product itself never does. */
async function migratedColumns(db: unknown): Promise<Column[]> {
  const handle = db as Both
  const rows =
    handle.execute === undefined ? handle.all?.(sql.raw(sqliteColumns)) : await handle.execute(sql.raw(postgresColumns))
  return (rows ?? []).map(({ name, type, required }) => ({ name, type, required: Boolean(required) }))
}
