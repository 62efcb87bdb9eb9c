import { DomainError } from '@xushi/domain'
import { and, eq } from './drizzle.ts'
import type { FilingRow } from './filings.ts'
import { choicesOf } from './follow-source.ts'
import type { Actor } from './ledger.ts'
import type { ReviewMoves } from './review-moves.ts'
import type { Reading, Writing } from './store.ts'

type Moves = Pick<ReviewMoves<FilingRow>, 'end'> & {
  readonly openBeside: (writing: Writing, row: FilingRow) => Promise<FilingRow | undefined>
}

/** The thread that a filing proposes its case to go into (并入), or went into; null for every other filing. */
export function mergerOf({ kind, body }: Pick<FilingRow, 'kind' | 'body'>): string | null {
  if (kind !== 'case') return null
  const { mergedInto = null }: { readonly mergedInto?: string | null } = JSON.parse(body)
  return mergedInto
}

/** Refuses a merger into what is no approved case of the same register. @throws DomainError `merger-target` */
export async function checkMergerTarget(
  { db, t: { filing: f } }: Reading,
  { thread, subject }: Pick<FilingRow, 'thread' | 'subject'>,
  into: string,
): Promise<void> {
  const [target] = await db
    .select({ thread: f.thread })
    .from(f)
    .where(and(eq(f.kind, 'case'), eq(f.subject, subject), eq(f.thread, into), eq(f.state, 'approved')))
    .limit(1)
  if (target === undefined || into === thread) throw new DomainError('merger-target')
}

/**
 * Ends a case once its merger is approved, in the transaction that approves it: first what was chosen out of it, then itself. Its filings
 * and events stay.
 *
 * @throws DomainError `cell-taken` while a correction of a choice is open: it would have nothing left to supersede
 */
export async function endMerged(writing: Writing, actor: Actor, row: FilingRow, moves: Moves): Promise<FilingRow> {
  const reason = row.correctionReason ?? ''
  for (const choice of await choicesOf(writing, row.thread)) {
    const open = await moves.openBeside(writing, choice)
    if (open !== undefined) throw new DomainError('cell-taken', { id: open.id, state: open.state })
    await moves.end(writing, actor, choice, reason)
  }
  return moves.end(writing, actor, row, reason, 'merged')
}
