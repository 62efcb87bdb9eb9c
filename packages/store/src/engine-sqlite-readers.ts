import type { SqliteConnection } from './engine-sqlite.ts'
import type { Handle } from './kit.ts'

/** Reading connections, each lent to one read at a time, first come, first served. */
export type SqliteReaders = {
  /** Runs reads on one snapshot. */
  readonly read: <Result>(reads: (handle: Handle) => Promise<Result>) => Promise<Result>
  /** Runs work while nobody reads: who reads already finishes, who comes later waits. */
  readonly whileNobodyReads: (work: () => void | Promise<void>) => Promise<void>
  /** Waits for the reads under way and closes every connection. */
  readonly close: () => Promise<void>
}

export function sqliteReaders(connections: readonly SqliteConnection[]): SqliteReaders {
  const idle = [...connections]
  const wanting: ((connection: SqliteConnection) => void)[] = []
  /** Only one may gather all connections: two would hold some each and wait for the other. */
  let gathering: Promise<void> = Promise.resolve()

  const take = async () => idle.pop() ?? new Promise<SqliteConnection>((resolve) => wanting.push(resolve))
  const give = (connection: SqliteConnection) => {
    const next = wanting.shift()
    if (next === undefined) idle.push(connection)
    else next(connection)
  }
  const whileNobodyReads = (work: () => void | Promise<void>): Promise<void> => {
    const turn = gathering.then(async () => {
      const all = await Promise.all(connections.map(take))
      try {
        await work()
      } finally {
        all.forEach(give)
      }
    })
    gathering = turn.catch(() => undefined)
    return turn
  }

  return {
    read: async (reads) => {
      const connection = await take()
      try {
        connection.raw.exec('begin')
        try {
          return await reads(connection.handle)
        } finally {
          connection.raw.exec('commit')
        }
      } finally {
        give(connection)
      }
    },
    whileNobodyReads,
    close: () =>
      whileNobodyReads(() => {
        for (const { raw } of connections) raw.close()
      }),
  }
}
