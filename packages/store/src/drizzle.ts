import { createRequire } from 'node:module'

/*
 * drizzle's values, loaded as CommonJS: Node reads the package's manifest (180 kB, all of its entry points) again for each of
 * its hundreds of ES modules, which takes 0.4 s at every start; as CommonJS they take 0.1 s. Types come from drizzle itself.
 */
const load = createRequire(import.meta.url)

const orm: typeof import('drizzle-orm') = load('drizzle-orm')
export const {
  and,
  asc,
  desc,
  DrizzleQueryError,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  sql,
} = orm

export const sqliteCore: typeof import('drizzle-orm/sqlite-core') = load('drizzle-orm/sqlite-core')
export const pgCore: typeof import('drizzle-orm/pg-core') = load('drizzle-orm/pg-core')
/** Each engine's driver, loaded when that engine is opened. */
export const sqliteDriver = (): typeof import('drizzle-orm/better-sqlite3') => load('drizzle-orm/better-sqlite3')
export const postgresDriver = (): typeof import('drizzle-orm/postgres-js') => load('drizzle-orm/postgres-js')
