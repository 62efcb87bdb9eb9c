import type { SqliteConnection } from './engine-sqlite.ts'
import type { Handle } from './kit.ts'
import { sqliteProblem } from './store-problem.ts'

/** A batch shares one commit, and so one write to the disk; longer ones would make the first wait for the last. */
const largestBatch = 64

type Waiting = { readonly run: (handle: Handle) => Promise<() => void>; readonly reject: (reason: unknown) => void }

/** The one writing connection, behind a queue. */
export type SqliteWriter = {
  /** Runs a unit in a transaction that it may share with others; resolves when it is on disk. */
  readonly write: <Result>(unit: (handle: Handle) => Promise<Result>) => Promise<Result>
  /** Runs work while no transaction is open. */
  readonly betweenBatches: (work: () => void) => Promise<void>
  /** Resolves when nothing is waiting any more. */
  readonly settled: () => Promise<void>
}

/** @param committed called after each batch */
export function sqliteWriter(connection: SqliteConnection, file: string, committed: () => void): SqliteWriter {
  const queue: Waiting[] = []
  const between: (() => void)[] = []
  let writing: Promise<void> | null = null

  const drain = async () => {
    while (queue.length > 0 || between.length > 0) {
      for (const work of between.splice(0)) work()
      if (queue.length === 0) continue
      await commitTogether(connection, queue.splice(0, largestBatch), file)
      committed()
    }
    writing = null
  }
  // Requests that arrive in the same turn of the loop share the commit.
  const begin = () => {
    writing ??= new Promise<void>((turn) => setImmediate(turn)).then(drain)
  }

  return {
    write: (unit) =>
      new Promise((resolve, reject) => {
        const run = async (handle: Handle) => {
          const result = await unit(handle)
          return () => resolve(result)
        }
        queue.push({ run, reject })
        begin()
      }),
    betweenBatches: (work) =>
      new Promise((done) => {
        between.push(() => {
          work()
          done()
        })
        begin()
      }),
    settled: async () => {
      while (writing !== null) await writing
    },
  }
}

/** Runs units in one transaction, each in its savepoint: one that fails takes nothing of its neighbours with it. */
async function commitTogether(
  { raw, handle }: SqliteConnection,
  batch: readonly Waiting[],
  file: string,
): Promise<void> {
  const acknowledge: (() => void)[] = []
  try {
    raw.exec('begin immediate')
    for (const waiting of batch) {
      raw.exec('savepoint unit')
      try {
        acknowledge.push(await waiting.run(handle))
        raw.exec('release unit')
      } catch (error) {
        // A full disk rolls the whole transaction back: then nobody of this batch is on disk.
        if (!raw.inTransaction) throw error
        raw.exec('rollback to unit')
        raw.exec('release unit')
        waiting.reject(sqliteProblem(error, file))
      }
    }
    raw.exec('commit')
    for (const resolve of acknowledge) resolve()
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback')
    for (const waiting of batch) waiting.reject(sqliteProblem(error, file))
  }
}
