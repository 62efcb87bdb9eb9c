import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { sqliteDriver } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { boundedLog, largestLog } from './engine-sqlite-log.ts'
import { sqliteReaders } from './engine-sqlite-readers.ts'
import { sqliteWriter } from './engine-sqlite-writer.ts'
import type { Handle } from './kit.ts'
import {
  askedBefore,
  type HeldTwice,
  migrationsOf,
  migrationTable,
  pendingMigrations,
  refuseHeldTwice,
} from './migrations.ts'
import { StoreProblem, sqliteProblem } from './store-problem.ts'

const readerCount = 3
/** Bytes up to which the whole file is checked at the start (about 0.1 s); a larger one by its schema alone. */
const largestChecked = 50_000_000

export type SqliteConnection = { readonly raw: Database.Database; readonly handle: Handle }

/**
 * SQLite in WAL mode: one writer behind a queue whose units share commits, and readers with a snapshot each.
 *
 * better-sqlite3 cannot run an asynchronous transaction callback, so the transaction is opened and closed here; a unit awaits
 * nothing but the store, whose answers are ready at once, and so nothing comes between.
 *
 * @throws StoreProblem when the file is read-only, locked, from a newer version, corrupt, or holds what a step of the schema cannot go
 *   over; what it holds is left untouched then
 */
export function openSqlite(
  file: string,
  now: () => string,
  { busyMilliseconds = 3000, logBytes = largestLog }: { busyMilliseconds?: number; logBytes?: number } = {},
): Engine {
  const open = (readonly: boolean): SqliteConnection => {
    const raw = new Database(file, { readonly, timeout: busyMilliseconds })
    raw.pragma('synchronous = full')
    raw.pragma('foreign_keys = on')
    // What REPLACE takes away goes past the triggers that guard a table otherwise.
    raw.pragma('recursive_triggers = on')
    keepStatements(raw)
    return { raw, handle: sqliteDriver().drizzle(raw) }
  }
  let connection: SqliteConnection
  try {
    inspect(file)
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    connection = open(false)
    connection.raw.pragma('journal_mode = wal')
    connection.raw.pragma(`journal_size_limit = ${logBytes}`)
    // What is deleted is overwritten: an old password's hash does not stay behind in a free page.
    connection.raw.pragma('secure_delete = on')
    migrate(connection.raw, file, now)
  } catch (error) {
    throw sqliteProblem(error, file)
  }

  const readers = sqliteReaders(Array.from({ length: readerCount }, () => open(true)))
  const log = boundedLog(connection.raw, file, logBytes)
  const writer = sqliteWriter(connection, file, () => log.check(readers, writer))
  return {
    name: 'sqlite',
    write: writer.write,
    read: readers.read,
    listen: async () => undefined,
    tell: async () => undefined,
    close: async () => {
      await writer.settled()
      await log.settled()
      await readers.close()
      connection.raw.close()
    },
  }
}

/** Statements kept for each connection; the product has fewer, unless a list of ids changes its length. */
const mostStatements = 500

/**
 * Keeps what was prepared: drizzle writes the same text for the same query and prepares it again each time, which costs more than
 * running it. One text is always run in one way, so a kept statement never finds itself in the mode of another one.
 */
function keepStatements(raw: Database.Database): void {
  const prepare = raw.prepare.bind(raw)
  const kept = new Map<string, Database.Statement>()
  raw.prepare = ((text: string) => {
    const statement = kept.get(text) ?? prepare(text)
    kept.delete(text)
    kept.set(text, statement)
    const [oldest] = kept.keys()
    if (kept.size > mostStatements && oldest !== undefined) kept.delete(oldest)
    return statement
    // The library gives prepare a type parameter for the parameters, which a cache cannot carry.
  }) as typeof raw.prepare
}

/** Looks at an existing file without a right to write, so that a wrong one is left as it is. */
function inspect(file: string): void {
  if (!existsSync(file)) return
  const raw = new Database(file, { readonly: true, timeout: 0 })
  try {
    const whole = statSync(file).size > largestChecked ? 'ok' : raw.pragma('quick_check(1)', { simple: true })
    if (whole !== 'ok') throw new StoreProblem('store-corrupt', file)
    pendingMigrations(migrationsOf('sqlite'), applied(raw), file)
  } finally {
    raw.close()
  }
}

function applied(raw: Database.Database): { id: string; checksum: string }[] {
  const has = raw.prepare("select 1 from sqlite_master where type = 'table' and name = 'schema_migration'").get()
  if (has === undefined) return []
  return raw
    .prepare<[], { id: string; checksum: string }>('select id, checksum from schema_migration order by id')
    .all()
}

function migrate(raw: Database.Database, file: string, now: () => string): void {
  raw.exec('begin immediate')
  try {
    raw.exec(migrationTable)
    for (const { id, sql, checksum } of pendingMigrations(migrationsOf('sqlite'), applied(raw), file)) {
      const asked = askedBefore.get(id)
      if (asked !== undefined) refuseHeldTwice(raw.prepare<[], HeldTwice>(asked).all(), file)
      raw.exec(sql)
      raw.prepare('insert into schema_migration (id, checksum, applied_at) values (?, ?, ?)').run(id, checksum, now())
    }
    raw.exec('commit')
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback')
    raw.close()
    throw error
  }
}
