import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { pgCore as pg, sqliteCore as sqlite } from './drizzle.ts'

/** The columns that both engines have. Instants and dates are text; amounts are 64-bit and travel as safe integers. */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  /** A small whole number: a version, a count. */
  whole: (name: string) => sqlite.integer(name),
  /** A 64-bit whole number: an amount, a ledger number. 32 bits end just above the two-billion target. */
  big: (name: string) => sqlite.integer(name),
  flag: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
}
export type ColumnKit = typeof sqliteKit

/**
 * The same columns for PostgreSQL. This is the one cast of the store: both kits make columns of the same names and TypeScript
 * types, and every query stays within the subset of drizzle that both builders share (a check of the sources holds it there).
 */
export const postgresKit = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  whole: (name: string) => pg.integer(name),
  big: (name: string) => pg.bigint(name, { mode: 'number' }),
  flag: (name: string) => pg.boolean(name),
} as unknown as ColumnKit

/** A handle on one engine inside one transaction. Queries are awaited; the terminal calls of one builder are not used. */
export type Handle = BetterSQLite3Database<Record<string, never>>
