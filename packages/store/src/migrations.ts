import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { StoreProblem } from './store-problem.ts'

/** One numbered step of the schema. Forward only; a step that was applied is never changed. */
export type Migration = { readonly id: string; readonly sql: string; readonly checksum: string }
export type AppliedMigration = { readonly id: string; readonly checksum: string }

const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url))

const read = new Map<string, readonly Migration[]>()

/** The steps of an engine, in order; read once. */
export function migrationsOf(engine: 'sqlite' | 'postgres'): readonly Migration[] {
  const known = read.get(engine) ?? readMigrations(engine)
  read.set(engine, known)
  return known
}

function readMigrations(engine: string): readonly Migration[] {
  const names = readdirSync(path.join(folder, engine)).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const sql = readFileSync(path.join(folder, engine, name), 'utf8')
    return { id: name.slice(0, -'.sql'.length), sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * The steps still to be taken.
 *
 * @throws StoreProblem `store-newer` when the store knows a step that this program does not, `migration-changed` when a step that
 *   was applied reads differently now
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
  where: string,
): readonly Migration[] {
  const byId = new Map(known.map((migration) => [migration.id, migration]))
  for (const { id, checksum } of applied) {
    const migration = byId.get(id)
    if (migration === undefined) throw new StoreProblem('store-newer', where)
    if (migration.checksum !== checksum) throw new StoreProblem('migration-changed', `${where} ${id}`)
  }
  const done = new Set(applied.map(({ id }) => id))
  return known.filter(({ id }) => !done.has(id))
}

export const migrationTable =
  'create table if not exists schema_migration (id text primary key, checksum text not null, applied_at text not null)'
