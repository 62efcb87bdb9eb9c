import { DomainError } from '@xushi/domain'
import { accountsById } from './accounts.ts'
import { decide } from './decisions.ts'
import { and, desc, eq } from './drizzle.ts'
import { type Actor, eventsOf } from './ledger.ts'
import type { Tables } from './schema.ts'
import type { Reading, Writing } from './store.ts'

/** What a filed decision says: which part of its subject, its new value, why, by which document and from when. */
export type FiledDecision = {
  readonly part: string
  readonly value: unknown
  readonly reason: string
  readonly documentNumber: string | null
  readonly effectiveOn: string
  /** Number of the last decision about the same thing when it was proposed, null for none; not kept before there was this rule. */
  readonly after?: number | null
}

/** Number of the last decision about one part of a subject; null where there is none. */
export async function lastDecided({ db, t }: Reading, subject: string, part: string): Promise<number | null> {
  const { decision: d } = t
  const [row] = await db
    .select({ seq: d.decidedSeq })
    .from(d)
    .where(and(eq(d.subject, subject), eq(d.part, part)))
    .orderBy(desc(d.decidedSeq))
    .limit(1)
  return row?.seq ?? null
}

/** A decision as it was filed: all that says whether it still stands on what holds. */
type Proposed = Pick<Tables['filing']['$inferSelect'], 'id' | 'subject' | 'body'>

/**
 * Whether another decision about the same thing took effect since one was proposed. One that does not say on what it was proposed, from
 * before that was kept, is held against the number of its own proposal.
 */
export async function isOvertaken(reading: Reading, { id, subject, body }: Proposed): Promise<boolean> {
  const { part, after }: FiledDecision = JSON.parse(body)
  const last = await lastDecided(reading, subject, part)
  if (after !== undefined) return after !== last
  const [proposed] = await eventsOf(reading.db, reading.t, 'decision', id)
  return last !== null && proposed !== undefined && last > proposed.seq
}

/**
 * Makes an approved decision hold: a row that no catalogue overwrites, in the name of the two people who stand behind it.
 *
 * @throws DomainError `decision-overtaken` for one that was proposed on something that holds no more
 */
export async function takeEffect(
  writing: Writing,
  row: Proposed & Pick<Tables['filing']['$inferSelect'], 'recorderId' | 'approverId'>,
  actor: Actor,
): Promise<void> {
  const filed: FiledDecision = JSON.parse(row.body)
  const { part, value, reason, documentNumber, effectiveOn } = filed
  if (await isOvertaken(writing, row)) throw new DomainError('decision-overtaken')
  const people = await accountsById(writing, [row.recorderId, row.approverId])
  const who = [row.recorderId, row.approverId].map((id) => people.get(id ?? '')?.displayName ?? id).join('、')
  const decision = { subject: row.subject, part, body: value, origin: 'page', who, reason, documentNumber, effectiveOn }
  await decide(writing, actor, decision)
}
