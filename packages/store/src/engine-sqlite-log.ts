import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import type { SqliteReaders } from './engine-sqlite-readers.ts'
import type { SqliteWriter } from './engine-sqlite-writer.ts'

/** Bytes from which the write-ahead log is emptied. */
export const largestLog = 67_108_864

/** Keeps the write-ahead log bounded: while one reader always follows another, SQLite itself only lengthens it. */
export type BoundedLog = {
  /** Looks at the log after a batch, and empties it when it is too long, beside whatever goes on. */
  readonly check: (readers: SqliteReaders, writer: SqliteWriter) => void
  /** Resolves when no emptying is under way. */
  readonly settled: () => Promise<void>
}

export function boundedLog(raw: Database.Database, file: string, logBytes: number): BoundedLog {
  let emptying: Promise<void> | null = null
  let tooLong = logBytes
  const empty = () => {
    if (emptied(raw)) tooLong = logBytes
  }
  return {
    check: (readers, writer) => {
      const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
      if (emptying !== null || size < tooLong) return
      // Another program may read the file for long: then it is tried again when the log has grown as much again.
      tooLong = size + logBytes
      const work = readers.whileNobodyReads(() => writer.betweenBatches(empty))
      emptying = work.finally(() => {
        emptying = null
      })
    },
    settled: async () => {
      await emptying
    },
  }
}

/** Moves the whole log into the file and cuts it to nothing, unless another program reads; it does not wait for one. */
function emptied(raw: Database.Database): boolean {
  const patience = Number(raw.pragma('busy_timeout', { simple: true }))
  raw.pragma('busy_timeout = 0')
  try {
    return raw.prepare<[], { busy: number }>('pragma wal_checkpoint(truncate)').get()?.busy === 0
  } catch {
    return false
  } finally {
    raw.pragma(`busy_timeout = ${patience}`)
  }
}
