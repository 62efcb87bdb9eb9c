import { DomainError } from '@xushi/domain'
import { accountById } from './accounts.ts'
import { and, asc, eq, inArray, isNull } from './drizzle.ts'
import { filingsOfThread, standingFor } from './filings.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import { getEntry } from './progress-entries.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store } from './store.ts'

/** A file that stands behind an entry or a filing (佐证材料). */
export type EvidenceRow = Tables['evidence']['$inferSelect']
export type EvidenceSubject = { readonly kind: 'progress-entry' | 'filing'; readonly id: string }
/** A file as it lies in the content store. */
export type StoredFile = {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

/** What of it stands in the ledger. */
const ledgered = ({
  sha256,
  name,
  mediaType,
  size,
  subjectKind,
  subjectId,
}: StoredFile & Pick<EvidenceRow, 'subjectKind' | 'subjectId'>) => ({
  sha256,
  name,
  mediaType,
  size,
  subject: subjectId,
  subjectKind,
})

/** Puts a stored file behind a subject. @throws DomainError `already-filed` when the same file stands there, `wrong-state` */
export async function attachEvidence(
  store: Store,
  actor: Actor,
  subject: EvidenceSubject,
  file: StoredFile,
): Promise<EvidenceRow> {
  return store.write(async (writing) => {
    const { db, t, now, event } = writing
    await checkWritten(writing, subject)
    const { demo } = await accountById(writing, actor.accountId)
    const id = newId()
    const { seq } = await event({
      actor,
      action: 'evidence-attached',
      subjectKind: 'evidence',
      subjectId: id,
      after: ledgered({ ...file, subjectId: subject.id, subjectKind: subject.kind }),
      movesFigures: false,
    })
    const uploaded = { uploadedBy: actor.accountId, uploadedAt: now, attachedSeq: seq, removedSeq: null, demo }
    const [row] = await db
      .insert(t.evidence)
      .values({ id, ...file, subjectKind: subject.kind, subjectId: subject.id, ...uploaded })
      .onConflictDoNothing()
      .returning()
    if (row === undefined) throw new DomainError('already-filed')
    return row
  })
}

/**
 * Takes a file away from its subject; the file stays in the content store, and the ledger says that it was there.
 *
 * @throws DomainError `not-found`, `wrong-state` once something was approved with it
 */
export async function removeEvidence(store: Store, actor: Actor, id: string): Promise<void> {
  await store.write(async (writing) => {
    const { db, t, event } = writing
    const { evidence: v } = t
    const row = await getEvidence(writing, id)
    const rows = await checkWritten(writing, subjectOf(row))
    if (rows.some((one) => wasApprovedWith(one, row))) throw new DomainError('wrong-state', { state: 'approved' })
    const { seq } = await event({
      actor,
      action: 'evidence-removed',
      subjectKind: 'evidence',
      subjectId: id,
      before: ledgered(row),
      movesFigures: false,
    })
    const gone = await db
      .update(v)
      .set({ removedSeq: seq })
      .where(and(eq(v.id, id), isNull(v.removedSeq)))
      .returning({ id: v.id })
    if (gone.length === 0) throw new DomainError('not-found')
  })
}

export const subjectOf = ({ subjectKind, subjectId }: EvidenceRow): EvidenceSubject => ({
  kind: subjectKind === 'filing' ? 'filing' : 'progress-entry',
  id: subjectId,
})

/** Whether a file stood behind what was approved: what is put behind a correction that is being written does not yet. */
export const wasApprovedWith = (
  { approvedSeq }: { readonly approvedSeq: number | null },
  { attachedSeq }: Pick<EvidenceRow, 'attachedSeq'>,
): boolean => approvedSeq !== null && attachedSeq < approvedSeq

/** What a reviewer was shown must be what is approved: files come and go only while their subject is written. */
async function checkWritten(reading: Reading, { kind, id }: EvidenceSubject) {
  if (kind === 'progress-entry') {
    const entry = await getEntry(reading, id)
    return checkOpen([entry], entry.state)
  }
  const rows = await filingsOfThread(reading, id)
  return checkOpen(rows, standingFor(rows)?.state ?? 'deleted')
}

function checkOpen<Row>(rows: readonly Row[], state: string): readonly Row[] {
  if (state !== 'draft' && state !== 'returned') throw new DomainError('wrong-state', { state })
  return rows
}

/** @throws DomainError `not-found` */
export async function getEvidence({ db, t: { evidence: v } }: Reading, id: string): Promise<EvidenceRow> {
  const [row] = await db
    .select()
    .from(v)
    .where(and(eq(v.id, id), isNull(v.removedSeq)))
  if (row === undefined) throw new DomainError('not-found')
  return row
}

/** The files behind one subject, oldest first. */
export async function evidenceOf(
  { db, t: { evidence: v } }: Reading,
  { kind, id }: EvidenceSubject,
): Promise<EvidenceRow[]> {
  return db
    .select()
    .from(v)
    .where(and(eq(v.subjectKind, kind), eq(v.subjectId, id), isNull(v.removedSeq)))
    .orderBy(asc(v.attachedSeq))
}

/** The ids of every file that ever stood behind filings of some threads, those that were taken away among them. */
export async function evidenceEver({ db, t: { evidence: v } }: Reading, threads: readonly string[]): Promise<string[]> {
  if (threads.length === 0) return []
  const rows = await db
    .select({ id: v.id })
    .from(v)
    .where(and(eq(v.subjectKind, 'filing'), inArray(v.subjectId, [...threads])))
    .orderBy(asc(v.attachedSeq))
  return rows.map(({ id }) => id)
}

/** Every file that something stands on, for a check of the content store. */
export async function allEvidence({ db, t: { evidence: v } }: Reading): Promise<EvidenceRow[]> {
  return db.select().from(v).where(isNull(v.removedSeq)).orderBy(asc(v.attachedSeq))
}
