import { choiceDays, DomainError, followedEnd } from '@xushi/domain'
import { and, asc, eq } from './drizzle.ts'
import { checkStay } from './filing-stays.ts'
import type { FilingRow } from './filings.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import type { ReviewMoves } from './review-moves.ts'
import type { Reading, Writing } from './store.ts'

type Moves = Pick<ReviewMoves<FilingRow>, 'get' | 'note' | 'change' | 'end'> & {
  readonly openBeside: (writing: Writing, row: FilingRow) => Promise<FilingRow | undefined>
}

/**
 * What was chosen out of a case follows it when its last day is decided anew, in the transaction that decides so. The act is the
 * approver's, on the proposal of whoever proposed it for the case: so both stand in the row, and the approver in the ledger.
 *
 * @throws DomainError `cell-taken` while a correction of the choice is open: it would have nothing left to supersede; `still-in-force`
 *   where it would last into the days of another choice of the same enterprise
 */
export async function followSource(writing: Writing, actor: Actor, source: FilingRow, moves: Moves): Promise<void> {
  // Out of a case that does not count nothing counts, whatever its last day.
  if (source.supersedesId === null || source.validFrom === null) return
  const before = await moves.get(writing, source.supersedesId)
  for (const promotion of await choicesOf(writing, source.thread)) {
    const validTo = followedEnd(promotion.validTo, before.validTo, source.validTo)
    if (promotion.validFrom === null || validTo === promotion.validTo) continue
    const open = await moves.openBeside(writing, promotion)
    if (open !== undefined) throw new DomainError('cell-taken', { id: open.id, state: open.state })
    const reason = source.correctionReason ?? ''
    const days = choiceDays({ validFrom: promotion.validFrom, validTo }, source)
    if (days.validFrom === null) await moves.end(writing, actor, promotion, reason)
    else await endOn(writing, actor, { promotion, source, days, reason }, moves)
  }
}

/** What counts of what was chosen out of a case. */
export async function choicesOf({ db, t: { filing: f } }: Reading, source: string): Promise<FilingRow[]> {
  const rows = await db
    .select()
    .from(f)
    .where(and(eq(f.kind, 'promotion'), eq(f.sourceThread, source), eq(f.state, 'approved')))
    .orderBy(asc(f.id))
  return rows as FilingRow[]
}

type Ending = {
  readonly promotion: FilingRow
  readonly source: FilingRow
  readonly days: Pick<FilingRow, 'validFrom' | 'validTo'>
  readonly reason: string
}

async function endOn(writing: Writing, actor: Actor, { promotion, source, days, reason }: Ending, moves: Moves) {
  const { db, t, now } = writing
  const { recorderId, unitReviewerId, submittedAt, unitReviewedAt, demo } = source
  const successor: FilingRow = {
    ...promotion,
    id: newId(),
    ...days,
    version: 1,
    recorderId,
    unitReviewerId,
    approverId: actor.accountId,
    supersedesId: promotion.id,
    correctionReason: reason,
    returnReason: null,
    // What the approver signed is the exit of the case.
    signedDigest: null,
    correctionAsked: null,
    createdAt: now,
    updatedAt: now,
    submittedAt,
    unitReviewedAt,
    decidedAt: now,
    demo,
  }
  const { seq } = await moves.note(writing, actor, 'approved', { before: promotion, after: successor }, true)
  await checkStay(writing, successor)
  await moves.change(writing, promotion, promotion.version, { state: 'superseded', endedSeq: seq })
  await db.insert(t.filing).values({ ...successor, approvedSeq: seq })
}
