import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStore, type Store } from '@xushi/store'
import { freshDatabase } from './fresh-database.ts'

/** An empty store on one engine, with its clock in the test's hand. */
export type StoreRoom = {
  readonly store: Store
  /** What the store's clock says from now on. */
  readonly set: (instant: string) => void
  readonly close: () => Promise<void>
}

export const engines = ['sqlite', 'postgres'] as const
export type EngineName = (typeof engines)[number]

/** Opens an empty store: a database file in a folder of its own, or a database of its own on a real PostgreSQL. */
export async function openRoom(engine: EngineName): Promise<StoreRoom> {
  const home = await mkdtemp(path.join(tmpdir(), 'xushi-store-'))
  const database = engine === 'postgres' ? await freshDatabase() : null
  let now = '2020-03-20T01:00:00.000Z'
  const store = await openStore({ databaseUrl: database?.url ?? null, home, clock: () => now })
  return {
    store,
    set: (instant) => {
      now = instant
    },
    close: async () => {
      await store.close()
      await database?.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
