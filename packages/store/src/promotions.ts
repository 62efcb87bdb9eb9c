import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from './drizzle.ts'
import { countedFilings } from './filing-lists.ts'
import type { FilingRow } from './filings.ts'
import { timeOfEvent } from './ledger.ts'
import type { Reading } from './store.ts'

/** A choice out of a register with the case it chooses. `isDecided`: approved, so that everybody may know of it. */
export type KnownPromotion = { readonly row: FilingRow; readonly source: FilingRow; readonly isDecided: boolean }

/**
 * The choices of registers that choose, as known at a ledger number (null: now), oldest first: those that were approved, and those that
 * waited for a decision. One whose case is not counted any more is left out, as it leaves every list.
 *
 * A choice that was returned and handed in again is known from its last submission on: the table keeps no other.
 */
export async function knownPromotions(
  reading: Reading,
  registers: readonly string[],
  knownSeq: number | null,
): Promise<readonly KnownPromotion[]> {
  if (registers.length === 0) return []
  const counted = await countedFilings(reading, { kinds: ['promotion'], subjects: registers }, knownSeq)
  const threads = new Set(counted.map(({ thread }) => thread))
  const waiting = (await waitingPromotions(reading, registers, knownSeq)).filter(({ thread }) => !threads.has(thread))
  const all = [...counted, ...waiting]
  const wanted = [...new Set(all.flatMap(({ sourceThread }) => sourceThread ?? []))]
  const cases = wanted.length === 0 ? [] : await countedFilings(reading, { kinds: ['case'], threads: wanted }, knownSeq)
  const byThread = new Map(cases.map((row) => [row.thread, row]))
  return all.flatMap((row) => {
    const source = byThread.get(row.sourceThread ?? '')
    return source === undefined ? [] : [{ row, source, isDecided: threads.has(row.thread) }]
  })
}

async function waitingPromotions(
  { db, t }: Reading,
  registers: readonly string[],
  knownSeq: number | null,
): Promise<readonly FilingRow[]> {
  const { filing: f } = t
  const waits = inArray(f.state, ['submitted', 'unit-reviewed'])
  const at = knownSeq === null ? null : await timeOfEvent(db, t, knownSeq)
  const waited =
    knownSeq === null || at === null
      ? waits
      : and(
          isNotNull(f.submittedAt),
          lte(f.submittedAt, at),
          or(waits, gt(f.approvedSeq, knownSeq), and(eq(f.state, 'returned'), gt(f.decidedAt, at))),
        )
  const rows = await db
    .select()
    .from(f)
    // A correction waits beside the filing that it corrects, which is the one that is known.
    .where(and(eq(f.kind, 'promotion'), inArray(f.subject, [...registers]), isNull(f.supersedesId), waited))
    .orderBy(asc(f.submittedAt), asc(f.id))
  return rows as FilingRow[]
}
