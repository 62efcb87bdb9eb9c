import path from 'node:path'
import type { Engine } from './engine.ts'
import { openSqlite } from './engine-sqlite.ts'
import { type Handle, postgresKit, sqliteKit } from './kit.ts'
import { appendEvent, type NewEvent } from './ledger.ts'
import { type Tables, tables } from './schema.ts'

export type StoreSettings = {
  /** A PostgreSQL address; null for the database file in `home`. */
  readonly databaseUrl: string | null
  /** Folder of the state. */
  readonly home: string
  /** The one clock: instants in UTC. */
  readonly clock: () => string
}

/** What reads work with: one snapshot. */
export type Reading = { readonly db: Handle; readonly t: Tables }

/** What a unit of writing works with: one transaction, its time, and the ledger. */
export type Writing = Reading & {
  readonly now: string
  readonly event: (event: NewEvent) => Promise<{ readonly seq: number; readonly at: string }>
}

/** The store: one schema and one set of queries over either engine. */
export type Store = {
  readonly engine: Engine['name']
  readonly clock: () => string
  /**
   * Runs a unit in one transaction; when it resolves, the unit is on disk. A unit awaits nothing but the store and never catches a
   * constraint error: PostgreSQL would abort the transaction where SQLite goes on.
   */
  readonly write: <Result>(unit: (writing: Writing) => Promise<Result>) => Promise<Result>
  readonly read: <Result>(reads: (reading: Reading) => Promise<Result>) => Promise<Result>
  /** Calls back when this or another instance may have written. */
  readonly onWritten: (heard: () => void) => void
  readonly close: () => Promise<void>
}

/** Loaded only where it is asked for: most installations never speak to a server. */
async function postgresEngine(databaseUrl: string, clock: () => string): Promise<Engine> {
  const { openPostgres } = await import('./engine-postgres.ts')
  return openPostgres(databaseUrl, clock)
}

/** The database file of a home. */
export const databaseFile = (home: string): string => path.join(home, 'xushi.sqlite')

/**
 * Opens the store and brings its schema up to date.
 *
 * @throws StoreProblem when it cannot be used as it stands
 */
export async function openStore({ databaseUrl, home, clock }: StoreSettings): Promise<Store> {
  const engine = databaseUrl === null ? openSqlite(databaseFile(home), clock) : await postgresEngine(databaseUrl, clock)
  const t = tables(engine.name === 'sqlite' ? sqliteKit : postgresKit)
  const listeners: (() => void)[] = []
  const heard = () => {
    for (const listener of listeners) listener()
  }
  await engine.listen(heard)

  return {
    engine: engine.name,
    clock,
    write: async (unit) => {
      const result = await engine.write((db) => {
        const now = clock()
        return unit({ db, t, now, event: (event) => appendEvent(db, t, now, event) })
      })
      heard()
      await engine.tell()
      return result
    },
    read: (reads) => engine.read((db) => reads({ db, t })),
    onWritten: (listener) => {
      listeners.push(listener)
    },
    close: engine.close,
  }
}
