import { DomainError, type EntryState } from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { accountById } from './accounts.ts'
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from './drizzle.ts'
import { takeEffect } from './filed-decision.ts'
import { followSource } from './follow-source.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import { checkVersion, newReview, type ReviewMoves, reviewMoves, stateAfter } from './review-moves.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store, Writing } from './store.ts'

/** What can be filed (报送): one thing that one person writes and another decides on, beside the numbers of progress entries. */
export type FilingKind = 'case' | 'promotion' | 'milestone-event' | 'narrative' | 'published-figure' | 'decision'

type Columns = Tables['filing']['$inferSelect']
export type FilingRow = Omit<Columns, 'state' | 'kind'> & { readonly state: EntryState; readonly kind: FilingKind }

/** What a filing says. `body` is the JSON value of its kind; the other columns are what is asked for and counted by. */
export type FilingContent = {
  readonly region: string
  readonly title: string
  /** What may be filed once for its subject; null where it may be filed again. */
  readonly uniqueKey: string | null
  readonly happenedOn: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly body: unknown
}

/** Where a filing belongs. */
export type FilingPlace = {
  readonly kind: FilingKind
  readonly programme: string
  /** The register, indicator or other thing it speaks of. */
  readonly subject: string
  readonly unitId: string
  /** The thread of the case that a promotion chooses. */
  readonly sourceThread?: string
}

/** What the ledger keeps of a filing. */
export const ledgeredFiling = (row: FilingRow) => ({
  kind: row.kind,
  subject: row.subject,
  thread: row.thread,
  source: row.sourceThread,
  region: row.region,
  unit: row.unitId,
  title: row.title,
  happenedOn: row.happenedOn,
  validFrom: row.validFrom,
  validTo: row.validTo,
  body: JSON.parse(row.body),
  state: row.state,
  version: row.version,
  recorder: row.recorderId,
  unitReviewer: row.unitReviewerId,
  approver: row.approverId,
  supersedes: row.supersedesId,
  correctionReason: row.correctionReason,
  returnReason: row.returnReason,
  // Only where there is one, so that events from before this column still say the same.
  ...(row.signedDigest === null ? {} : { signedDigest: row.signedDigest }),
})

const moves: ReviewMoves<FilingRow> = reviewMoves<FilingRow>({
  table: (t) => t.filing,
  word: ({ kind }) => kind,
  subjectKind: ({ kind }) => kind,
  ledgered: ledgeredFiling,
  // A decision takes effect in the transaction that approves it.
  countedOrEnded: async (writing, row, actor) => {
    if (row.kind === 'decision' && row.state === 'approved') await takeEffect(writing, row, actor)
    if (row.kind === 'case' && row.state === 'approved') {
      await followSource(writing, actor, row, { ...moves, openBeside: openFilingBeside })
    }
  },
  openBeside: (reading, row) => openFilingBeside(reading, row),
})

/** Another filing of the same thread that is open, such as its correction. */
export async function openFilingBeside(reading: Reading, row: FilingRow): Promise<FilingRow | undefined> {
  const rows = await filingsOfThread(reading, row.thread)
  return rows.find(({ id, state }) => id !== row.id && isOpen(state))
}

export const getFiling = moves.get
export const deleteFiling = moves.remove
/** Deletes a draft in a transaction that is under way: the consequence of something else. */
export const dropFiling = moves.drop
export const submitFiling = moves.submit
export const approveFiling = moves.approve
export const returnFiling = moves.sendBack
export const withdrawFiling = moves.withdraw
/** Ends an approved filing in a transaction that is under way: the consequence of something else. */
export const endFiling = moves.end

const openStates: readonly EntryState[] = ['draft', 'submitted', 'unit-reviewed', 'returned']
const isOpen = (state: EntryState) => openStates.includes(state)

const contentColumns = ({ body, ...content }: Partial<FilingContent>): Partial<Columns> => ({
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

/** Files a draft in a transaction that is under way. @throws DomainError `already-filed` */
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
  await moves.note(writing, actor, correction === null ? 'drafted' : 'correction-drafted', { before: null, after })
  return after
}

async function alreadyFiled(
  { db, t: { filing: f } }: Reading,
  { kind, subject }: Pick<FilingPlace, 'kind' | 'subject'>,
  { uniqueKey }: Pick<FilingContent, 'uniqueKey'>,
  thread: string | null,
): Promise<DomainError> {
  const same =
    thread === null
      ? and(eq(f.kind, kind), eq(f.subject, subject), eq(f.uniqueKey, uniqueKey ?? ''), ne(f.state, 'withdrawn'))
      : and(eq(f.thread, thread), inArray(f.state, [...openStates]))
  const [other] = await db.select().from(f).where(same).limit(1)
  if (other === undefined) return new DomainError('already-filed')
  return new DomainError('already-filed', { id: other.thread, state: other.state, title: other.title })
}

/** Changes a draft or returned filing. */
export const editFiling = (
  store: Store,
  id: string,
  version: number,
  content: Partial<FilingContent>,
): Promise<FilingRow> => moves.edit(store, id, version, () => contentColumns(content))

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
    const row = await moves.get(writing, id)
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

/** The content of a filing, as it was written. */
export const contentOf = (row: FilingRow): FilingContent => ({
  region: row.region,
  title: row.title,
  uniqueKey: row.uniqueKey,
  happenedOn: row.happenedOn,
  validFrom: row.validFrom,
  validTo: row.validTo,
  body: JSON.parse(row.body),
})

/** All filings of one thread, oldest first. */
export async function filingsOfThread({ db, t: { filing: f } }: Reading, thread: string): Promise<FilingRow[]> {
  return (await db.select().from(f).where(eq(f.thread, thread)).orderBy(asc(f.createdAt), asc(f.id))) as FilingRow[]
}

/** The filing of a thread that stands for it: the one that is open, else the last one. @throws DomainError `not-found` */
export async function currentFiling(reading: Reading, kind: FilingKind, thread: string): Promise<FilingRow> {
  const row = standingFor((await filingsOfThread(reading, thread)).filter((one) => one.kind === kind))
  if (row === undefined) throw new DomainError('not-found')
  return row
}

/** Of filings of one thread, the one that stands for it. */
export const standingFor = (rows: readonly FilingRow[]): FilingRow | undefined =>
  rows.find(({ state }) => isOpen(state)) ?? rows.findLast(({ state }) => state === 'approved') ?? rows.at(-1)

export type FilingFilter = {
  readonly kinds: readonly FilingKind[]
  readonly subjects?: readonly string[]
  readonly states?: readonly EntryState[]
  readonly region?: string
  readonly unitIds?: readonly string[]
  readonly recorderId?: string
  readonly sourceThread?: string
  readonly threads?: readonly string[]
}

function conditionsOf({ filing: f }: Tables, filter: FilingFilter): SQL[] {
  const { kinds, subjects, states, region, unitIds, recorderId, sourceThread, threads } = filter
  const conditions: SQL[] = [inArray(f.kind, [...kinds])]
  if (subjects !== undefined) conditions.push(inArray(f.subject, [...subjects]))
  if (states !== undefined) conditions.push(inArray(f.state, [...states]))
  if (region !== undefined) conditions.push(eq(f.region, region))
  if (unitIds !== undefined) conditions.push(inArray(f.unitId, [...unitIds]))
  if (recorderId !== undefined) conditions.push(eq(f.recorderId, recorderId))
  if (threads !== undefined) conditions.push(inArray(f.thread, [...threads]))
  if (sourceThread !== undefined) conditions.push(eq(f.sourceThread, sourceThread))
  return conditions
}

/** Filings that counted at a ledger number (null: now), oldest first. */
export async function countedFilings(
  { db, t }: Reading,
  filter: Omit<FilingFilter, 'states'>,
  knownSeq: number | null,
): Promise<FilingRow[]> {
  const { filing: f } = t
  const counted =
    knownSeq === null
      ? eq(f.state, 'approved')
      : and(isNotNull(f.approvedSeq), lte(f.approvedSeq, knownSeq), or(isNull(f.endedSeq), gt(f.endedSeq, knownSeq)))
  const rows = await db
    .select()
    .from(f)
    .where(and(...conditionsOf(t, filter), counted))
    .orderBy(asc(f.happenedOn), asc(f.approvedSeq), asc(f.id))
  return rows as FilingRow[]
}

export type FilingPage = { readonly rows: readonly FilingRow[]; readonly total: number; readonly next: string | null }

/** Filings, newest change first, in pages. @param page.cursor `next` of the page before; null for the first */
export async function listFilings(
  { db, t }: Reading,
  filter: FilingFilter,
  page: { readonly cursor: string | null; readonly limit: number },
): Promise<FilingPage> {
  const { filing: f } = t
  const wanted = conditionsOf(t, filter)
  const [updatedAt, id] = page.cursor?.split('~') ?? []
  const after =
    updatedAt === undefined || id === undefined
      ? undefined
      : or(lt(f.updatedAt, updatedAt), and(eq(f.updatedAt, updatedAt), lt(f.id, id)))
  const rows = await db
    .select()
    .from(f)
    .where(and(...wanted, after))
    .orderBy(desc(f.updatedAt), desc(f.id))
    .limit(page.limit + 1)
  const [counted] = await db
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(f)
    .where(and(...wanted))
  const shown = (rows as FilingRow[]).slice(0, page.limit)
  const last = shown.at(-1)
  const next = rows.length > page.limit && last !== undefined ? `${last.updatedAt}~${last.id}` : null
  return { rows: shown, total: counted?.total ?? 0, next }
}

/** What stands for a thread: the filing that counts, with what is open beside it; or what is open alone. */
export type StandingFiling = { readonly row: FilingRow; readonly open: FilingRow | null }

/** The filings of a subject that stand for their threads, of those that somebody may see; threads that are over are left out. */
export async function threadsOf(
  { db, t: { filing: f } }: Reading,
  subject: string,
  maySee: (row: FilingRow) => boolean,
  most: number,
): Promise<StandingFiling[]> {
  const rows = await db
    .select()
    .from(f)
    .where(
      and(
        inArray(f.kind, ['case', 'promotion']),
        eq(f.subject, subject),
        inArray(f.state, [...openStates, 'approved']),
      ),
    )
    .orderBy(desc(f.updatedAt), desc(f.id))
    .limit(most)
  const seen = (rows as FilingRow[]).filter(maySee)
  return Array.from(
    Map.groupBy(seen, ({ thread }) => thread),
    ([, some]) => {
      const open = some.find(({ state }) => isOpen(state)) ?? null
      const counting = some.find(({ state }) => state === 'approved') ?? null
      return counting === null ? some.map((row) => ({ row, open: null })) : [{ row: counting, open }]
    },
  ).flat()
}

/** How many cases and choices count in each register, whenever they began. */
export async function countRegisterCases({ db, t: { filing: f } }: Reading): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ subject: f.subject, total: sql`count(*)`.mapWith(Number) })
    .from(f)
    .where(and(inArray(f.kind, ['case', 'promotion']), eq(f.state, 'approved')))
    .groupBy(f.subject)
  return new Map(rows.map(({ subject, total }) => [subject, total]))
}
