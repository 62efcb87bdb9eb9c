import { DomainError, openStates } from '@xushi/domain'
import { accountById } from './accounts.ts'
import { and, eq, inArray, isNull, ne } from './drizzle.ts'
import { checkStay } from './filing-stays.ts'
import {
  contentOf,
  type FilingColumns,
  type FilingContent,
  type FilingPlace,
  type FilingRow,
  filingMoves,
} from './filings.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import { checkVersion, newReview, stateAfter } from './review-moves.ts'
import type { Reading, Store, Writing } from './store.ts'

const contentColumns = ({ body, ...content }: Partial<FilingContent>): Partial<FilingColumns> => ({
  ...content,
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})

/**
 * Files a draft. Its creation is an event; later edits of it are not.
 *
 * @throws DomainError `already-filed` when the same thing is filed, with the thread and state of the other one
 */
export async function draftFiling(
  store: Store,
  actor: Actor,
  place: FilingPlace,
  content: FilingContent,
): Promise<FilingRow> {
  return store.write((writing) => insertFiling(writing, actor, place, content))
}

/** Files a draft in a transaction that is under way. @throws DomainError `already-filed`, `still-in-force` */
export async function insertFiling(
  writing: Writing,
  actor: Actor,
  { sourceThread = null, ...place }: Omit<FilingPlace, 'sourceThread'> & { readonly sourceThread?: string | null },
  content: FilingContent,
  correction: { readonly of: FilingRow; readonly reason: string } | null = null,
): Promise<FilingRow> {
  const { db, t, now } = writing
  // What a demonstration account files is demonstration data too.
  const { demo } = await accountById(writing, actor.accountId)
  const { kind, subject } = place
  const { of } = correction ?? { of: null }
  await checkStay(writing, { kind, subject, ...content, thread: of?.thread ?? null, supersedesId: of?.id ?? null })
  const id = newId()
  const [row] = await db
    .insert(t.filing)
    .values({
      ...newReview,
      ...place,
      sourceThread,
      ...content,
      body: JSON.stringify(content.body),
      id,
      thread: correction?.of.thread ?? id,
      supersedesId: correction?.of.id ?? null,
      correctionReason: correction?.reason ?? null,
      recorderId: actor.accountId,
      createdAt: now,
      updatedAt: now,
      demo,
    })
    .onConflictDoNothing()
    .returning()
  if (row === undefined) throw await alreadyFiled(writing, place, content, correction?.of.thread ?? null)
  const after = row as FilingRow
  await filingMoves.note(writing, actor, correction === null ? 'drafted' : 'correction-drafted', {
    before: null,
    after,
  })
  return after
}

async function alreadyFiled(
  { db, t: { filing: f } }: Reading,
  { kind, subject }: Pick<FilingPlace, 'kind' | 'subject'>,
  { uniqueKey }: Pick<FilingContent, 'uniqueKey'>,
  thread: string | null,
): Promise<DomainError> {
  // Of what leaves, the one that has not left, and not what it was before a correction; somebody was faster by a moment.
  const isStay = kind === 'case' || kind === 'promotion'
  const holds = isStay ? and(isNull(f.validTo), ne(f.state, 'superseded')) : isNull(f.supersedesId)
  const same =
    thread === null
      ? and(eq(f.kind, kind), eq(f.subject, subject), eq(f.uniqueKey, uniqueKey ?? ''), ne(f.state, 'withdrawn'), holds)
      : and(eq(f.thread, thread), inArray(f.state, [...openStates]))
  const [other] = await db.select().from(f).where(same).limit(1)
  if (other === undefined) return new DomainError('already-filed')
  return new DomainError('already-filed', { id: other.thread, state: other.state, title: other.title })
}

/** Changes a draft or returned filing. @throws DomainError `already-filed`, `still-in-force`, as for a new one */
export const editFiling = (
  store: Store,
  id: string,
  version: number,
  content: Partial<FilingContent>,
): Promise<FilingRow> =>
  filingMoves.edit(store, id, version, async (row, writing) => {
    await checkStay(writing, { ...row, ...content })
    return contentColumns(content)
  })

/**
 * Opens a correction of an approved filing: a draft of the same thread that supersedes it once approved. Until then the old one counts.
 *
 * @throws DomainError `wrong-state`, `version-conflict`, `already-filed` while another correction is open
 */
export async function correctFiling(
  store: Store,
  actor: Actor,
  id: string,
  version: number,
  correction: { readonly reason: string; readonly content: Partial<FilingContent> },
): Promise<FilingRow> {
  return store.write(async (writing) => {
    const row = await filingMoves.get(writing, id)
    stateAfter(row, 'correct')
    checkVersion(row, version)
    const content = { ...contentOf(row), ...correction.content }
    return insertFiling(writing, actor, placeOf(row), content, { of: row, reason: correction.reason })
  })
}

const placeOf = ({ kind, programme, subject, unitId, sourceThread }: FilingRow) => ({
  kind,
  programme,
  subject,
  unitId,
  sourceThread,
})
