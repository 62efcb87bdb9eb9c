import postgres from 'postgres'
import { postgresDriver } from './drizzle.ts'
import type { Engine } from './engine.ts'
import type { Handle } from './kit.ts'
import { type AppliedMigration, migrationsOf, migrationTable, pendingMigrations } from './migrations.ts'
import { StoreProblem } from './store-problem.ts'

const channel = 'xushi_written'
/** Any fixed number: instances that start at the same time migrate one after the other. */
const migrationLock = 7_420_208

/**
 * PostgreSQL through its own protocol: ordinary transactions, read-only snapshots, and LISTEN/NOTIFY between instances.
 *
 * @throws StoreProblem when the server cannot be reached or holds a newer schema
 */
export async function openPostgres(url: string, now: () => string): Promise<Engine> {
  const client = postgres(url, { max: 10, connect_timeout: 10, idle_timeout: 60, onnotice: () => undefined })
  const where = new URL(url).host
  try {
    await migrate(client, where, now)
  } catch (error) {
    await client.end({ timeout: 1 })
    if (error instanceof StoreProblem || !isConnection(error)) throw error
    throw new StoreProblem('store-unreachable', where, { cause: error })
  }
  const db = postgresDriver().drizzle(client)
  // The handle of PostgreSQL stands in for SQLite's: see kit.ts.
  const as = (handle: unknown) => handle as Handle

  return {
    name: 'postgres',
    write: (unit) => db.transaction((handle) => unit(as(handle))),
    read: (reads) =>
      db.transaction((handle) => reads(as(handle)), { isolationLevel: 'repeatable read', accessMode: 'read only' }),
    listen: async (heard) => {
      await client.listen(channel, heard)
    },
    tell: async () => {
      await client.notify(channel, '')
    },
    close: () => client.end({ timeout: 5 }),
  }
}

async function migrate(client: postgres.Sql, where: string, now: () => string): Promise<void> {
  await client.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`
    await sql.unsafe(migrationTable)
    const applied = await sql<AppliedMigration[]>`select id, checksum from schema_migration order by id`
    for (const migration of pendingMigrations(migrationsOf('postgres'), applied, where)) {
      await sql.unsafe(migration.sql)
      await sql`insert into schema_migration (id, checksum, applied_at)
        values (${migration.id}, ${migration.checksum}, ${now()})`
    }
  })
}

/** Connection, authentication and missing-database errors: the address or the server, not the product. */
function isConnection(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(ECONN|ENOTFOUND|ETIMEDOUT|EHOST|CONNECT|28|3D000|57P03)/.test(code)
}
