import {
  type Absence,
  approvalDue,
  DomainError,
  type EntryContent,
  type EntryMove,
  type EntryState,
  nextState,
} from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { accountById, newId } from './accounts.ts'
import { and, desc, eq, gte, inArray, lt, lte, ne, notInArray, or, sql } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import { refreshReadModels } from './read-models.ts'
import type { Tables } from './schema.ts'
import { rowOf, type Slots, statement } from './statement.ts'
import type { Reading, Store, Writing } from './store.ts'

export type EntryRow = Omit<Tables['progressEntry']['$inferSelect'], 'state' | 'absence'> & {
  readonly state: EntryState
  readonly absence: Absence | null
}

/** Where an entry belongs: one cell of the grid. */
export type Cell = {
  readonly programme: string
  readonly indicatorId: string
  readonly region: string
  readonly unitId: string
  readonly period: string
  readonly startsOn: string
  readonly endsOn: string
}

/** What the ledger keeps of an entry. */
const ledgered = (row: EntryRow) => ({
  indicator: row.indicatorId,
  region: row.region,
  unit: row.unitId,
  period: row.period,
  value: row.value,
  absence: row.absence,
  note: row.note,
  state: row.state,
  version: row.version,
  recorder: row.recorderId,
  unitReviewer: row.unitReviewerId,
  approver: row.approverId,
  supersedes: row.supersedesId,
  correctionReason: row.correctionReason,
  returnReason: row.returnReason,
})

const contentColumns = (content: EntryContent) => ({ value: content.value ?? null, absence: content.absence ?? null })

/**
 * Records a draft. Its creation is an event; later edits of it are not.
 *
 * @throws DomainError `cell-taken` when an open or approved entry stands in the cell, `period-overlaps` when one of another period
 *   covers part of the same time: a quarter and its months would count twice
 */
export async function draftEntry(
  store: Store,
  actor: Actor,
  cell: Cell,
  entry: EntryContent & { readonly note: string; readonly demo?: boolean },
): Promise<EntryRow> {
  return store.write(async (writing) => {
    const draft = await insertDraft(writing, actor, {
      ...cell,
      ...contentColumns(entry),
      note: entry.note,
      demo: entry.demo ?? false,
    })
    // Asked after the insert, which waits for whoever holds the cell: an approval may have come in between.
    const [approved] = await approvedInCell(writing, cell)
    if (approved !== undefined) throw new DomainError('cell-taken', { id: approved.id, state: approved.state })
    const [overlapping] = await overlappingCells(writing, cell)
    if (overlapping !== undefined) throw new DomainError('period-overlaps', { period: overlapping.period })
    return draft
  })
}

type NewDraft = Cell &
  Pick<EntryRow, 'value' | 'absence' | 'note' | 'demo'> & {
    readonly supersedesId?: string
    readonly correctionReason?: string
  }

async function insertDraft(writing: Writing, actor: Actor, draft: NewDraft): Promise<EntryRow> {
  const { now } = writing
  // What a demonstration account records is demonstration data too.
  const recorder = await accountById(writing, actor.accountId)
  const [row] = await insertOpen(writing, {
    ...emptyEntry,
    ...draft,
    demo: draft.demo || recorder.demo,
    id: newId(),
    state: 'draft',
    version: 1,
    recorderId: actor.accountId,
    createdAt: now,
    updatedAt: now,
  })
  if (row === undefined) {
    const [other] = await openInCell(writing, draft)
    throw new DomainError('cell-taken', other === undefined ? {} : { id: other.id, state: other.state })
  }
  const entry = entryRow(row)
  await noteEvent(
    writing,
    actor,
    draft.supersedesId === undefined ? 'entry-drafted' : 'correction-drafted',
    null,
    entry,
    false,
  )
  return entry
}

const emptyEntry = {
  unitReviewerId: null,
  approverId: null,
  supersedesId: null,
  correctionReason: null,
  returnReason: null,
  submittedAt: null,
  unitReviewedAt: null,
  decidedAt: null,
  approvedSeq: null,
  endedSeq: null,
}

/** Nothing comes back where the cell has an open entry. */
const insertOpen = statement(({ db, t }, slot: Slots<Tables['progressEntry']['$inferSelect']>) =>
  db.insert(t.progressEntry).values(rowOf(t.progressEntry, slot)).onConflictDoNothing().returning(),
)

type CellKey = Pick<Cell, 'indicatorId' | 'unitId' | 'region' | 'period'>

const inCell = (states: readonly EntryState[]) => {
  const rowsInCell = statement(({ db, t: { progressEntry: e } }, slot: Slots<CellKey>) =>
    db
      .select()
      .from(e)
      .where(
        and(
          eq(e.indicatorId, slot('indicatorId')),
          eq(e.unitId, slot('unitId')),
          eq(e.region, slot('region')),
          eq(e.period, slot('period')),
          inArray(e.state, [...states]),
        ),
      ),
  )
  return async (reading: Reading, { indicatorId, unitId, region, period }: CellKey): Promise<EntryRow[]> =>
    (await rowsInCell(reading, { indicatorId, unitId, region, period })).map(entryRow)
}
const approvedInCell = inCell(['approved'])
const openInCell = inCell(['draft', 'submitted', 'unit-reviewed', 'returned'])

type CellSpan = CellKey & Pick<Cell, 'startsOn' | 'endsOn'>

/** Entries of the same unit and region whose other period shares a day with this one. */
const overlapping = statement(({ db, t: { progressEntry: e } }, slot: Slots<CellSpan>) =>
  db
    .select({ period: e.period })
    .from(e)
    .where(
      and(
        eq(e.indicatorId, slot('indicatorId')),
        eq(e.unitId, slot('unitId')),
        eq(e.region, slot('region')),
        ne(e.period, slot('period')),
        lte(e.startsOn, slot('endsOn')),
        gte(e.endsOn, slot('startsOn')),
        notInArray(e.state, ['withdrawn', 'superseded']),
      ),
    )
    .limit(1),
)
const overlappingCells = (reading: Reading, { indicatorId, unitId, region, period, startsOn, endsOn }: CellSpan) =>
  overlapping(reading, { indicatorId, unitId, region, period, startsOn, endsOn })

/** The entries of a cell that still stand: an approved one, and an open one beside it while it is corrected. */
export async function entriesInCell(reading: Reading, cell: Cell): Promise<readonly EntryRow[]> {
  return [...(await approvedInCell(reading, cell)), ...(await openInCell(reading, cell))]
}

const entryRow = (row: Tables['progressEntry']['$inferSelect']): EntryRow => row as EntryRow

async function noteEvent(
  { event }: Writing,
  actor: Actor,
  action: string,
  before: EntryRow | null,
  after: EntryRow | null,
  movesFigures: boolean,
) {
  const subjectId = after?.id ?? before?.id ?? ''
  return event({
    actor,
    action,
    subjectKind: 'progress-entry',
    subjectId,
    ...(before === null ? {} : { before: ledgered(before) }),
    ...(after === null ? {} : { after: ledgered(after) }),
    movesFigures,
  })
}

const entryWithId = statement(({ db, t }, slot: Slots<{ readonly id: string }>) =>
  db
    .select()
    .from(t.progressEntry)
    .where(eq(t.progressEntry.id, slot('id'))),
)

/** @throws DomainError `not-found` */
export async function getEntry(reading: Reading, id: string): Promise<EntryRow> {
  const [row] = await entryWithId(reading, { id })
  if (row === undefined) throw new DomainError('not-found')
  return entryRow(row)
}

/** Where a move leads. @throws DomainError `wrong-state` when the entry's state does not allow it */
function stateAfter(entry: EntryRow, move: EntryMove): EntryState | null {
  const state = nextState(entry.state, move)
  if (state === undefined) throw new DomainError('wrong-state', { state: entry.state })
  return state
}

/** Writes a change on the condition that nobody was faster. @throws DomainError `version-conflict` */
async function change(
  { db, t, now }: Writing,
  entry: EntryRow,
  version: number,
  columns: Partial<Tables['progressEntry']['$inferInsert']>,
): Promise<EntryRow> {
  const e = t.progressEntry
  const [row] = await db
    .update(e)
    .set({ ...columns, version: version + 1, updatedAt: now })
    .where(and(eq(e.id, entry.id), eq(e.version, version), eq(e.state, entry.state)))
    .returning()
  if (row === undefined) throw new DomainError('version-conflict', { version: entry.version, state: entry.state })
  return entryRow(row)
}

/** Changes a draft or returned entry; no event, since drafts are saved as one types. */
export async function editEntry(
  store: Store,
  id: string,
  version: number,
  edit: { readonly content?: EntryContent; readonly note?: string },
): Promise<EntryRow> {
  return store.write(async (writing) => {
    const entry = await getEntry(writing, id)
    stateAfter(entry, 'edit')
    return change(writing, entry, version, {
      ...(edit.content === undefined ? {} : contentColumns(edit.content)),
      ...(edit.note === undefined ? {} : { note: edit.note }),
    })
  })
}

export async function deleteEntry(store: Store, actor: Actor, id: string, version: number | null): Promise<void> {
  await store.write(async (writing) => {
    const { db, t } = writing
    const entry = await getEntry(writing, id)
    stateAfter(entry, 'delete')
    const e = t.progressEntry
    const same = and(eq(e.id, id), eq(e.version, version ?? entry.version), eq(e.state, entry.state))
    const gone = await db.delete(e).where(same).returning({ id: e.id })
    if (gone.length === 0) throw new DomainError('version-conflict', { version: entry.version, state: entry.state })
    await noteEvent(writing, actor, 'entry-deleted', entry, null, false)
  })
}

export async function submitEntry(store: Store, actor: Actor, id: string, version: number): Promise<EntryRow> {
  return store.write(async (writing) => {
    const entry = await getEntry(writing, id)
    stateAfter(entry, 'submit')
    const columns = {
      state: 'submitted',
      submittedAt: writing.now,
      unitReviewerId: null,
      unitReviewedAt: null,
    } as const
    const after = await change(writing, entry, version, columns)
    await noteEvent(writing, actor, 'entry-submitted', entry, after, false)
    return after
  })
}

/**
 * Approves a submitted entry: inside the unit where that is due, else for the ministry, and only then does it count. Approving a
 * correction supersedes the entry it corrects. The read models move in the same transaction.
 *
 * @throws DomainError `same-person` for one's own entry, `wrong-state`, `version-conflict`
 */
export async function approveEntry(
  store: Store,
  actor: Actor,
  id: string,
  version: number,
  review: { readonly reviewsInside: boolean },
): Promise<EntryRow> {
  return store.write(async (writing) => {
    const entry = await getEntry(writing, id)
    const move = approvalDue(entry.state, review.reviewsInside)
    if (move === null) throw new DomainError('wrong-state', { state: entry.state })
    if (entry.version !== version)
      throw new DomainError('version-conflict', { version: entry.version, state: entry.state })
    if ([entry.recorderId, entry.unitReviewerId].includes(actor.accountId)) throw new DomainError('same-person')
    if (move === 'unit-review') {
      const columns = { state: 'unit-reviewed', unitReviewerId: actor.accountId, unitReviewedAt: writing.now } as const
      const after = await change(writing, entry, version, columns)
      await noteEvent(writing, actor, 'entry-unit-reviewed', entry, after, false)
      return after
    }
    return makeCount(writing, actor, entry, version)
  })
}

async function makeCount(writing: Writing, actor: Actor, entry: EntryRow, version: number): Promise<EntryRow> {
  const { now } = writing
  const sealed = {
    ...entry,
    state: 'approved',
    returnReason: null,
    version: version + 1,
    approverId: actor.accountId,
  } as const
  const { seq } = await noteEvent(writing, actor, 'entry-approved', entry, sealed, true)
  if (entry.supersedesId !== null) {
    const corrected = await getEntry(writing, entry.supersedesId)
    stateAfter(corrected, 'supersede')
    await change(writing, corrected, corrected.version, { state: 'superseded', endedSeq: seq })
  }
  const columns = {
    state: 'approved',
    approverId: actor.accountId,
    decidedAt: now,
    approvedSeq: seq,
    returnReason: null,
  } as const
  const after = await change(writing, entry, version, columns)
  await refreshReadModels(writing, after)
  return after
}

export async function returnEntry(
  store: Store,
  actor: Actor,
  id: string,
  version: number,
  reason: string,
): Promise<EntryRow> {
  return store.write(async (writing) => {
    const entry = await getEntry(writing, id)
    stateAfter(entry, 'return')
    if (entry.recorderId === actor.accountId) throw new DomainError('same-person')
    const after = await change(writing, entry, version, {
      state: 'returned',
      returnReason: reason,
      decidedAt: writing.now,
    })
    await noteEvent(writing, actor, 'entry-returned', entry, after, false)
    return after
  })
}

/**
 * Takes a submitted entry back to the drafts, or withdraws an approved one, which stops counting.
 *
 * @throws DomainError `reason-required` for an approved entry without a reason, `cell-taken` while a correction of it is open
 */
export async function withdrawEntry(
  store: Store,
  actor: Actor,
  id: string,
  version: number,
  reason: string | null,
): Promise<EntryRow> {
  return store.write(async (writing) => {
    const entry = await getEntry(writing, id)
    if (stateAfter(entry, 'withdraw') === 'draft') {
      const after = await change(writing, entry, version, {
        state: 'draft',
        submittedAt: null,
        unitReviewerId: null,
        unitReviewedAt: null,
      })
      await noteEvent(writing, actor, 'entry-taken-back', entry, after, false)
      return after
    }
    if (reason === null) throw new DomainError('reason-required')
    // Its correction would have nothing left to supersede, and could never be approved.
    const [correction] = await openInCell(writing, entry)
    if (correction !== undefined) throw new DomainError('cell-taken', { id: correction.id, state: correction.state })
    const sealed = { ...entry, state: 'withdrawn', version: version + 1, returnReason: reason } as const
    const { seq } = await noteEvent(writing, actor, 'entry-withdrawn', entry, sealed, true)
    const after = await change(writing, entry, version, { state: 'withdrawn', endedSeq: seq, returnReason: reason })
    await refreshReadModels(writing, after)
    return after
  })
}

/**
 * Opens a correction of an approved entry: a draft that supersedes it once approved. Until then the old value counts.
 *
 * @throws DomainError `wrong-state`, `version-conflict`, `cell-taken` when a correction is already under way
 */
export async function correctEntry(
  store: Store,
  actor: Actor,
  id: string,
  version: number,
  correction: { readonly reason: string; readonly content?: EntryContent; readonly note?: string },
): Promise<EntryRow> {
  return store.write(async (writing) => {
    const entry = await getEntry(writing, id)
    stateAfter(entry, 'correct')
    if (entry.version !== version)
      throw new DomainError('version-conflict', { version: entry.version, state: entry.state })
    const { programme, indicatorId, region, unitId, period, startsOn, endsOn, demo } = entry
    return insertDraft(writing, actor, {
      ...{ programme, indicatorId, region, unitId, period, startsOn, endsOn, demo },
      value: entry.value,
      absence: entry.absence,
      ...(correction.content === undefined ? {} : contentColumns(correction.content)),
      note: correction.note ?? entry.note,
      supersedesId: entry.id,
      correctionReason: correction.reason,
    })
  })
}

export type EntryFilter = {
  readonly states?: readonly EntryState[]
  readonly indicatorId?: string
  readonly region?: string
  readonly period?: string
  /** Units whose entries may be seen; left out for all. */
  readonly unitIds?: readonly string[]
  readonly recorderId?: string
}

export type EntryPage = { readonly rows: readonly EntryRow[]; readonly total: number; readonly next: string | null }

/**
 * Entries, newest change first, in pages.
 *
 * @param cursor `next` of the page before; null for the first
 */
export async function listEntries(
  { db, t }: Reading,
  filter: EntryFilter,
  page: { readonly cursor: string | null; readonly limit: number },
): Promise<EntryPage> {
  const e = t.progressEntry
  const wanted = entryConditions(t, filter)
  const [updatedAt, id] = page.cursor?.split('~') ?? []
  const after =
    updatedAt === undefined || id === undefined
      ? undefined
      : or(lt(e.updatedAt, updatedAt), and(eq(e.updatedAt, updatedAt), lt(e.id, id)))
  const rows = await db
    .select()
    .from(e)
    .where(and(...wanted, after))
    .orderBy(desc(e.updatedAt), desc(e.id))
    .limit(page.limit + 1)
  const [counted] = await db
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(e)
    .where(and(...wanted))
  const shown = rows.slice(0, page.limit).map(entryRow)
  const last = shown.at(-1)
  const next = rows.length > page.limit && last !== undefined ? `${last.updatedAt}~${last.id}` : null
  return { rows: shown, total: counted?.total ?? 0, next }
}

/** The conditions of a filter; an empty list of units or states matches nothing. */
export function entryConditions({ progressEntry: e }: Tables, filter: EntryFilter): readonly SQL[] {
  const conditions: SQL[] = []
  const { states, unitIds, indicatorId, region, period, recorderId } = filter
  if (states !== undefined) conditions.push(inArray(e.state, [...states]))
  if (unitIds !== undefined) conditions.push(inArray(e.unitId, [...unitIds]))
  if (indicatorId !== undefined) conditions.push(eq(e.indicatorId, indicatorId))
  if (region !== undefined) conditions.push(eq(e.region, region))
  if (period !== undefined) conditions.push(eq(e.period, period))
  if (recorderId !== undefined) conditions.push(eq(e.recorderId, recorderId))
  return conditions
}

/** How many entries there are in states, for the first steps of an installation. */
export async function countEntries({ db, t }: Reading, states: readonly EntryState[] | null): Promise<number> {
  const conditions = entryConditions(t, states === null ? {} : { states })
  const [counted] = await db
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(t.progressEntry)
    .where(and(...conditions))
  return counted?.total ?? 0
}
