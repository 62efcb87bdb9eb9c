import { DomainError, type EntryState, openStates } from '@xushi/domain'
import { checkMergerTarget, endMerged, mergerOf } from './case-mergers.ts'
import { asc, eq } from './drizzle.ts'
import { takeEffect } from './filed-decision.ts'
import { checkStay } from './filing-stays.ts'
import { followSource } from './follow-source.ts'
import { type ReviewMoves, reviewMoves } from './review-moves.ts'
import type { Tables } from './schema.ts'
import type { Reading } from './store.ts'

/** What can be filed (报送): one thing that one person writes and another decides on, beside the numbers of progress entries. */
export type FilingKind = 'case' | 'promotion' | 'milestone-event' | 'narrative' | 'published-figure' | 'decision'

export type FilingColumns = Tables['filing']['$inferSelect']
export type FilingRow = Omit<FilingColumns, 'state' | 'kind'> & {
  readonly state: EntryState
  readonly kind: FilingKind
}

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
  ...(row.correctionAsked === null ? {} : { correctionAsked: JSON.parse(row.correctionAsked) }),
})

/** The moves of review of a filing, each of them one transaction with its event. */
export const filingMoves: ReviewMoves<FilingRow> = reviewMoves<FilingRow>({
  table: (t) => t.filing,
  word: ({ kind }) => kind,
  subjectKind: ({ kind }) => kind,
  ledgered: ledgeredFiling,
  mayCount: async (writing, row) => {
    const into = mergerOf(row)
    if (into === null) await checkStay(writing, row)
    else await checkMergerTarget(writing, row, into)
  },
  // A decision takes effect in the transaction that approves it.
  countedOrEnded: async (writing, row, actor) => {
    if (row.kind === 'decision' && row.state === 'approved') await takeEffect(writing, row, actor)
    if (row.kind === 'case' && row.state === 'approved' && mergerOf(row) === null) {
      await followSource(writing, actor, row, { ...filingMoves, openBeside: openFilingBeside })
    }
  },
  carriedOut: (writing, row, actor) =>
    mergerOf(row) === null
      ? Promise.resolve(row)
      : endMerged(writing, actor, row, { ...filingMoves, openBeside: openFilingBeside }),
  openBeside: (reading, row) => openFilingBeside(reading, row),
})

/** Another filing of the same thread that is open, such as its correction. */
export async function openFilingBeside(reading: Reading, row: FilingRow): Promise<FilingRow | undefined> {
  const rows = await filingsOfThread(reading, row.thread)
  return rows.find(({ id, state }) => id !== row.id && isOpen(state))
}

export const getFiling = filingMoves.get
export const deleteFiling = filingMoves.remove
/** Deletes a draft in a transaction that is under way: the consequence of something else. */
export const dropFiling = filingMoves.drop
export const submitFiling = filingMoves.submit
export const approveFiling = filingMoves.approve
/** Asks for a correction of an approved filing (待更正), which goes on counting until it is corrected. */
export const askFilingCorrection = filingMoves.askCorrection
export const returnFiling = filingMoves.sendBack
export const withdrawFiling = filingMoves.withdraw
/** Ends an approved filing in a transaction that is under way: the consequence of something else. */
export const endFiling = filingMoves.end

export const isOpen = (state: EntryState) => openStates.some((open) => open === state)

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
