import { setImmediate as others } from 'node:timers/promises'
import type { SingleAction } from '@xushi/domain'
import { and, asc, eq, gt, gte, inArray, or } from './drizzle.ts'
import { type LedgeredTable, ledgeredTables, type ToldEvent } from './ledgered-tables.ts'
import type { Reading, Store } from './store.ts'
import { columnsApart, type Said, type StoredDifference } from './verify-stored.ts'

/** A row as its events tell it, with the newest of them. */
type ToldRow = { readonly seq: number; readonly says: Said }

const pageSize = 1000

/**
 * Every row of the tables whose rows come from events that is not what they say, with each of its columns. A table is held against its
 * events in one snapshot.
 */
export async function verifyTables(store: Store): Promise<readonly StoredDifference[]> {
  const found: StoredDifference[] = []
  for (const table of ledgeredTables) {
    found.push(...(await store.read((reading) => differences(reading, table))))
    await others()
  }
  return found
}

async function differences(reading: Reading, table: LedgeredTable): Promise<readonly StoredDifference[]> {
  const { kind } = table
  const told = await toldRows(reading, table)
  const found: StoredDifference[] = []
  for (const row of await table.rows(reading)) {
    const id = table.key(row)
    const expected = told.get(id)
    told.delete(id)
    if (expected === undefined) {
      found.push({ kind, id, seq: null, why: 'unheard-of', columns: [] })
      continue
    }
    const { seq, says } = expected
    const said = Object.keys(says).filter((name) => says[name] !== undefined)
    const columns = columnsApart(said, row, says)
    if (columns.length > 0) found.push({ kind, id, seq, why: 'differs', columns })
  }
  return [...found, ...[...told].map(([id, { seq }]) => ({ kind, id, seq, why: 'gone', columns: [] }) as const)]
}

/** The rows that the events of a table tell, by their key. */
async function toldRows(reading: Reading, table: LedgeredTable): Promise<Map<string, ToldRow>> {
  const told = new Map<string, ToldRow>()
  for (const subject of table.subjects) {
    // The row in force of each subject: what the next of its events changes.
    const inForce = new Map<string, string>()
    for await (const event of eventsOf(reading, table, subject)) {
      const { changes, begins } = table.events[event.action]?.(event) ?? {}
      const key = inForce.get(event.subjectId)
      const row = key === undefined ? undefined : told.get(key)
      if (key !== undefined && row !== undefined && changes !== undefined) {
        const changed = typeof changes === 'function' ? changes(row.says) : changes
        told.set(key, { seq: event.seq, says: { ...row.says, ...changed } })
      }
      if (begins === undefined) continue
      const begun = table.key(begins)
      told.set(begun, { seq: event.seq, says: begins })
      inForce.set(event.subjectId, begun)
    }
  }
  return told
}

/** The events of one kind of subject that rows come from: subject by subject, as the index has them, the oldest of each first. */
async function* eventsOf({ db, t }: Reading, { events }: LedgeredTable, subject: string): AsyncGenerator<ToldEvent> {
  const { ledgerEvent: e } = t
  const { seq, actor, action, subjectKind, subjectId, after } = e
  const actions = Object.keys(events)
  for (let last: { readonly subjectId: string; readonly seq: number } | undefined = { subjectId: '', seq: 0 }; last; ) {
    const beyond = and(
      gte(subjectId, last.subjectId),
      or(gt(subjectId, last.subjectId), and(eq(subjectId, last.subjectId), gt(seq, last.seq))),
    )
    const page = await db
      .select({ seq, actor, action, subjectKind, subjectId, after })
      .from(e)
      .where(and(eq(subjectKind, subject), inArray(action, actions), beyond))
      .orderBy(asc(subjectId), asc(seq))
      .limit(pageSize)
    // Only actions of the table are asked for.
    for (const row of page) {
      yield { ...row, action: row.action as SingleAction, after: JSON.parse(row.after ?? '{}') }
    }
    last = page.length < pageSize ? undefined : page.at(-1)
  }
}
