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

/**
 * What a step cannot go over and would refuse without saying where: asked before it, in its transaction. Each row names what stands in the
 * way. One text for both engines.
 */
export const askedBefore: ReadonlyMap<string, string> = new Map([
  [
    '0023-stays-apart',
    `select subject, unique_key, min(title) as title, max(title) as other_title from filing
      where unique_key is not null and valid_to is null and kind in ('case', 'promotion')
        and (state = 'approved' or (supersedes_id is null and state in ('draft', 'submitted', 'unit-reviewed', 'returned')))
      group by kind, subject, unique_key having count(*) > 1 order by subject, unique_key`,
  ],
])

export type HeldTwice = {
  readonly subject: string
  readonly unique_key: string
  readonly title: string
  readonly other_title: string
}

/** @throws StoreProblem `key-held-twice` naming register, code and things, when several that have not left share a code */
export function refuseHeldTwice(rows: readonly HeldTwice[], where: string): void {
  if (rows.length === 0) return
  const named = rows.map(({ subject, unique_key, title, other_title }) => {
    // Quoted as JSON quotes: a name from back then may hold a line end, and this is printed.
    const titles = [...new Set([title, other_title])].map((one) => JSON.stringify(one))
    return `${subject} ${unique_key}: ${titles.join(' / ')}`
  })
  throw new StoreProblem('key-held-twice', [where, ...named].join('; '))
}

export const migrationTable =
  'create table if not exists schema_migration (id text primary key, checksum text not null, applied_at text not null)'
