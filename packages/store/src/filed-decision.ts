import { accountsById } from './accounts.ts'
import { decide } from './decisions.ts'
import type { Actor } from './ledger.ts'
import type { Tables } from './schema.ts'
import type { Writing } from './store.ts'

/** What a filed decision says: which part of its subject, its new value, why, by which document and from when. */
export type FiledDecision = {
  readonly part: string
  readonly value: unknown
  readonly reason: string
  readonly documentNumber: string | null
  readonly effectiveOn: string
}

/** Makes an approved decision hold: a row that no catalogue overwrites, in the name of the two people who stand behind it. */
export async function takeEffect(
  writing: Writing,
  row: Pick<Tables['filing']['$inferSelect'], 'subject' | 'body' | 'recorderId' | 'approverId'>,
  actor: Actor,
): Promise<void> {
  const { part, value, reason, documentNumber, effectiveOn }: FiledDecision = JSON.parse(row.body)
  const people = await accountsById(writing, [row.recorderId, row.approverId])
  const who = [row.recorderId, row.approverId].map((id) => people.get(id ?? '')?.displayName ?? id).join('、')
  const decision = { subject: row.subject, part, body: value, origin: 'page', who, reason, documentNumber, effectiveOn }
  await decide(writing, actor, decision)
}
