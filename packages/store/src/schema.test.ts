import { engines, openRoom } from '@xushi/testkit'
import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sqliteKit } from './kit.ts'
import { tables } from './schema.ts'

const wanted = Object.values(tables(sqliteKit)).flatMap((table) =>
  Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`),
)

describe.each(engines)('the migrated schema on %s', (engine) => {
  it('has the tables and columns of the kit, and no others', async () => {
    const room = await openRoom(engine)
    try {
      const found = await room.store.read(({ db }) => columnsOf(db))
      expect(found.filter((column) => !column.startsWith('schema_migration.')).toSorted()).toEqual(wanted.toSorted())
    } finally {
      await room.close()
    }
  })
})

type Both = {
  readonly all?: (query: unknown) => { column: string }[]
  readonly execute?: (query: unknown) => Promise<{ column: string }[]>
}

async function columnsOf(db: unknown): Promise<string[]> {
  const handle = db as Both
  const rows =
    handle.execute === undefined
      ? handle.all?.(
          sql.raw(
            "select m.name || '.' || c.name as \"column\" from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'",
          ),
        )
      : await handle.execute(
          sql.raw(
            "select table_name || '.' || column_name as \"column\" from information_schema.columns where table_schema = 'public'",
          ),
        )
  return (rows ?? []).map(({ column }) => column)
}
