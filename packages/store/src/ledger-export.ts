import { setImmediate as others } from 'node:timers/promises'
import { and, asc, gt, lte } from './drizzle.ts'
import { canonicalEvent, ledgerHead } from './ledger.ts'
import type { Store } from './store.ts'

/**
 * The whole ledger as lines of canonical JSON, oldest first, in pages of short reads with
 * others in between. Whoever has the lines can check the chain with
 * any JSON library: without its `hash`, and written canonically, each line has the SHA-256 that its `hash` says, and its
 * `previousHash` is the `hash` of the line before. The ledger only grows, so the pages fit together up to the head they began with.
 */
export async function* ledgerLines(store: Store, pageSize = 500): AsyncGenerator<readonly string[]> {
  const { seq: last } = await store.read(({ db, t }) => ledgerHead(db, t))
  for (let done = 0; done < last; done += pageSize) {
    const rows = await store.read(({ db, t: { ledgerEvent: e } }) =>
      db
        .select()
        .from(e)
        .where(and(gt(e.seq, done), lte(e.seq, Math.min(done + pageSize, last))))
        .orderBy(asc(e.seq)),
    )
    yield rows.map(canonicalEvent)
    await others()
  }
}
