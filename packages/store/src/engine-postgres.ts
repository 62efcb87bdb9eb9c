import postgres from 'postgres'
import { DrizzleQueryError, postgresDriver } from './drizzle.ts'
import type { Engine } from './engine.ts'
import type { Handle } from './kit.ts'
import {
  type AppliedMigration,
  askedBefore,
  type HeldTwice,
  migrationsOf,
  migrationTable,
  pendingMigrations,
  refuseHeldTwice,
} from './migrations.ts'
import { StoreProblem, type StoreProblemKind } from './store-problem.ts'

const channel = 'xushi_written'
/** Any fixed number: instances that start at the same time migrate one after the other. */
const migrationLock = 7_420_208

/**
 * PostgreSQL through its own protocol: ordinary transactions, read-only snapshots, and LISTEN/NOTIFY between instances.
 *
 * @throws StoreProblem when the server cannot be reached, holds a newer schema, or what a step of the schema cannot go over
 */
export async function openPostgres(url: string, now: () => string): Promise<Engine> {
  const client = postgres(url, { max: 10, connect_timeout: 10, idle_timeout: 60, onnotice: () => undefined })
  const where = new URL(url).host
  try {
    await migrate(client, where, now)
  } catch (error) {
    await client.end({ timeout: 1 })
    throw postgresProblem(error, where)
  }
  const db = postgresDriver().drizzle(client)
  // The handle of PostgreSQL stands in for SQLite's: see kit.ts.
  const as = (handle: unknown) => handle as Handle

  return {
    name: 'postgres',
    write: (unit) => withoutValues(db.transaction((handle) => unit(as(handle)))),
    read: (reads) =>
      withoutValues(
        db.transaction((handle) => reads(as(handle)), { isolationLevel: 'repeatable read', accessMode: 'read only' }),
      ),
    // Called after each connecting too: what was told while the line was down nobody heard.
    listen: async (heard) => {
      await client.listen(channel, heard, heard)
    },
    // What is to be told is on disk already; a line that breaks now must not make it look as if it were not.
    tell: async () => {
      await client.notify(channel, '').catch(() => undefined)
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
      const asked = askedBefore.get(migration.id)
      if (asked !== undefined) refuseHeldTwice(await sql.unsafe<HeldTwice[]>(asked), where)
      await sql.unsafe(migration.sql)
      await sql`insert into schema_migration (id, checksum, applied_at)
        values (${migration.id}, ${migration.checksum}, ${now()})`
    }
  })
}

const postgresKinds: readonly (readonly [RegExp, StoreProblemKind])[] = [
  // Connection, authentication and missing-database errors: the address or the server, not the product.
  [/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|CONNECT|08|28|3D000|57P03)/, 'store-unreachable'],
  // A standby, or an account that may not make tables.
  [/^(25006|42501)/, 'store-read-only'],
]

function postgresProblem(error: unknown, where: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const kind = postgresKinds.find(([pattern]) => pattern.test(code))?.[1]
  return kind === undefined ? error : new StoreProblem(kind, where, { cause: error })
}

/** drizzle's error repeats the values of the query, and the server's detail the row: neither belongs in a log. */
async function withoutValues<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    const fault = error instanceof DrizzleQueryError ? error.cause : error
    if (fault instanceof postgres.PostgresError) Reflect.deleteProperty(fault, 'detail')
    throw fault
  }
}
