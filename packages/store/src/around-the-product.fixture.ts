import { sql } from './drizzle.ts'
import type { Store } from './store.ts'

type Both = { readonly run?: (query: unknown) => unknown; readonly execute?: (query: unknown) => Promise<unknown> }

/** Somebody with the file or the server in their hands, who takes the guards of the tables away first. */
export async function aroundTheProduct(store: Store, statement: string): Promise<void> {
  await store.write(async ({ db }) => {
    const handle = db as Both
    const run = async (text: string) =>
      handle.execute === undefined ? handle.run?.(sql.raw(text)) : await handle.execute(sql.raw(text))
    await run(
      store.engine === 'sqlite'
        ? 'pragma ignore_check_constraints = on'
        : 'set local session_replication_role = replica',
    )
    await run(statement)
  })
}
