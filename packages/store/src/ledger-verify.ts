import { setImmediate as others } from 'node:timers/promises'
import { and, asc, desc, gte, lte } from './drizzle.ts'
import { eventHash, type LedgerRow, ledgerHead } from './ledger.ts'
import type { Store } from './store.ts'

/** An event and the hash it has: whoever remembers one can tell whether the ledger before it was written again. */
export type LedgerPoint = { readonly seq: number; readonly hash: string }

/** Before the first event. */
export const ledgerStart: LedgerPoint = { seq: 0, hash: '' }

export type BrokenLedger = {
  readonly holds: false
  /** The first event that does not hold. */
  readonly seq: number
  readonly why: 'missing' | 'changed' | 'not-chained' | 'head-differs' | 'rewritten'
}

/** What a check of the chain found: up to where it holds, of how many events; or the first one that does not hold, and why. */
export type LedgerVerdict = { readonly holds: true; readonly events: number; readonly upTo: LedgerPoint } | BrokenLedger

export type LedgerWalk = {
  /** What was checked before: the walk begins with this event. */
  readonly from?: LedgerPoint
  /** What was once seen to hold: a chain that was written again as a whole has another hash there. */
  readonly known?: LedgerPoint
  /** How many events are checked at most; all of them if left out. */
  readonly most?: number
}

const pageSize = 500

/**
 * Walks the chain: numbers without a gap, each hash right and chained to the one before, the head as stored, and what was known
 * still there. Reads are short and others come in between, so a long ledger holds nobody up.
 */
export async function verifyLedger(store: Store, walk: LedgerWalk = {}): Promise<LedgerVerdict> {
  const { from = ledgerStart, known = from, most = Number.POSITIVE_INFINITY } = walk
  const { head, newest } = await headAndNewest(store)
  let upTo = ledgerStart
  if (from.seq > 0) upTo = { seq: from.seq - 1, hash: '' }
  const last = Math.min(head.seq, from.seq + most)
  while (upTo.seq < last) {
    const rows = await eventsAfter(store, upTo.seq, Math.min(last, upTo.seq + pageSize))
    for (const row of rows) {
      const why = brokenBy(row, upTo, upTo.hash === '' && upTo.seq > 0)
      if (why !== null) return { holds: false, seq: why === 'missing' ? upTo.seq + 1 : row.seq, why }
      if ((row.seq === known.seq && row.hash !== known.hash) || (row.seq === from.seq && row.hash !== from.hash)) {
        return { holds: false, seq: row.seq, why: 'rewritten' }
      }
      upTo = { seq: row.seq, hash: row.hash }
    }
    if (rows.length === 0) {
      return { holds: false, seq: upTo.seq + 1, why: newest > upTo.seq ? 'missing' : 'head-differs' }
    }
    await others()
  }
  if (head.seq < known.seq || newest > head.seq) return { holds: false, seq: head.seq + 1, why: 'head-differs' }
  if (upTo.seq === head.seq && upTo.hash !== head.hash) return { holds: false, seq: head.seq, why: 'head-differs' }
  return { holds: true, events: head.seq, upTo }
}

/** Why an event does not follow the one before; null when it does. The first one of a walk stands on what was remembered of itself. */
function brokenBy({ hash, ...row }: LedgerRow, before: LedgerPoint, isFirst: boolean) {
  if (row.seq !== before.seq + 1) return 'missing'
  if (!isFirst && row.previousHash !== before.hash) return 'not-chained'
  return holdsItself({ ...row, hash }) ? null : 'changed'
}

/** Whether an event has the hash of what it says. A row that cannot even be read as JSON has not. */
export function holdsItself({ hash, ...row }: LedgerRow): boolean {
  try {
    return eventHash(row) === hash
  } catch {
    return false
  }
}

const headAndNewest = (store: Store) =>
  store.read(async ({ db, t }) => {
    const { ledgerEvent: e } = t
    const [newest] = await db.select({ seq: e.seq }).from(e).orderBy(desc(e.seq)).limit(1)
    return { head: await ledgerHead(db, t), newest: newest?.seq ?? 0 }
  })

const eventsAfter = (store: Store, seq: number, last: number) =>
  store.read(({ db, t: { ledgerEvent: e } }) =>
    db
      .select()
      .from(e)
      .where(and(gte(e.seq, seq + 1), lte(e.seq, last)))
      .orderBy(asc(e.seq)),
  )
