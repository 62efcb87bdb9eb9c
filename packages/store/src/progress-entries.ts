import {
  type Absence,
  DomainError,
  type EntryContent,
  type EntryState,
  type Finding,
  type LagReason,
} from '@xushi/domain'
import { accountById } from './accounts.ts'
import { and, eq, gte, inArray, lte, ne, notInArray } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import { refreshReadModels } from './read-models.ts'
import { checkVersion, newReview, reviewMoves, stateAfter } from './review-moves.ts'
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
export const ledgeredEntry = (row: EntryRow) => ({
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
  // Only where there are any, so that events from before these columns still say the same.
  ...(row.findings === '[]' ? {} : { findings: JSON.parse(row.findings) }),
  ...(row.lag === null ? {} : { lag: JSON.parse(row.lag) }),
  ...(row.signedDigest === null ? {} : { signedDigest: row.signedDigest }),
  ...(row.correctionAsked === null ? {} : { correctionAsked: JSON.parse(row.correctionAsked) }),
})

/** The moves of an entry. Approving and withdrawing move the read models in the same transaction. */
const moves = reviewMoves<EntryRow>({
  table: (t) => t.progressEntry,
  word: () => 'entry',
  subjectKind: () => 'progress-entry',
  ledgered: ledgeredEntry,
  countedOrEnded: refreshReadModels,
  handedIn: ({ firstSubmittedAt }, now) => ({ firstSubmittedAt: firstSubmittedAt ?? now }),
  openBeside: async (reading, entry) => (await openInCell(reading, entry))[0],
})
export const getEntry = moves.get
export const deleteEntry = moves.remove

/** Hands an entry in, with what the rules found in it and why its goal is behind. @throws DomainError as every submission */
export const submitEntry = (
  store: Store,
  actor: Actor,
  id: string,
  version: number,
  handedIn: { readonly findings: readonly Finding[]; readonly lag: LagReason | null } = { findings: [], lag: null },
): Promise<EntryRow> =>
  moves.submit(store, actor, id, version, {
    findings: JSON.stringify(handedIn.findings),
    lag: handedIn.lag === null ? null : JSON.stringify(handedIn.lag),
  })

export const approveEntry = moves.approve

/** Asks for a correction of an approved entry (待更正), which goes on counting until it is corrected. */
export const askCorrection = moves.askCorrection
export const returnEntry = moves.sendBack
export const withdrawEntry = moves.withdraw

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
    ...newReview,
    firstSubmittedAt: null,
    findings: '[]',
    lag: null,
    signedDigest: null,
    ...draft,
    demo: draft.demo || recorder.demo,
    id: newId(),
    recorderId: actor.accountId,
    createdAt: now,
    updatedAt: now,
  })
  if (row === undefined) {
    const [other] = await openInCell(writing, draft)
    throw new DomainError('cell-taken', other === undefined ? {} : { id: other.id, state: other.state })
  }
  const entry = entryRow(row)
  const what = draft.supersedesId === undefined ? 'drafted' : 'correction-drafted'
  await moves.note(writing, actor, what, { before: null, after: entry })
  return entry
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

/** Changes a draft or returned entry; no event, since drafts are saved as one types. */
export const editEntry = (
  store: Store,
  id: string,
  version: number,
  edit: { readonly content?: EntryContent; readonly note?: string },
): Promise<EntryRow> =>
  moves.edit(store, id, version, () => ({
    ...(edit.content === undefined ? {} : contentColumns(edit.content)),
    ...(edit.note === undefined ? {} : { note: edit.note }),
  }))

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
    const entry = await moves.get(writing, id)
    stateAfter(entry, 'correct')
    checkVersion(entry, version)
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
