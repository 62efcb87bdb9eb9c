import { DomainError } from '@xushi/domain'
import { accountsById } from './accounts.ts'
import { decide } from './decisions.ts'
import { and, desc, eq } from './drizzle.ts'
import type { Actor } from './ledger.ts'
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

/** Refuses what was proposed on something that holds no more. @throws DomainError decision-overtaken */
async function checkNotOvertaken(writing: Writing, subject: string, { part, after }: FiledDecision): Promise<void> {
  if (after !== undefined && after !== (await lastDecided(writing, subject, part)))
    throw new DomainError('decision-overtaken')
}

/** Makes an approved decision hold: a row that no catalogue overwrites, in the name of the two people who stand behind it. */
export async function takeEffect(
  writing: Writing,
  row: Pick<Tables['filing']['$inferSelect'], 'subject' | 'body' | 'recorderId' | 'approverId'>,
  actor: Actor,
): Promise<void> {
  const filed: FiledDecision = JSON.parse(row.body)
  const { part, value, reason, documentNumber, effectiveOn } = filed
  await checkNotOvertaken(writing, row.subject, filed)
  const people = await accountsById(writing, [row.recorderId, row.approverId])
  const who = [row.recorderId, row.approverId].map((id) => people.get(id ?? '')?.displayName ?? id).join('、')
  const decision = { subject: row.subject, part, body: value, origin: 'page', who, reason, documentNumber, effectiveOn }
  await decide(writing, actor, decision)
}
