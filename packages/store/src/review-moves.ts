import {
  approvalDue,
  DomainError,
  type EntryMove,
  type EntryState,
  type LedgerSubject,
  nextState,
  type ReviewAct,
  type ReviewedWord,
} from '@xushi/domain'
import { and, eq } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import type { Tables } from './schema.ts'
import { type Slots, statement } from './statement.ts'
import type { Reading, Store, Writing } from './store.ts'

type Columns = Tables['progressEntry']['$inferSelect']

/** What every reviewed thing has: who wrote it, who decided on it, and between which ledger numbers it counted. */
export type ReviewedRow = Pick<
  Columns,
  | 'id'
  | 'unitId'
  | 'version'
  | 'recorderId'
  | 'unitReviewerId'
  | 'approverId'
  | 'supersedesId'
  | 'correctionReason'
  | 'returnReason'
  | 'createdAt'
  | 'updatedAt'
  | 'submittedAt'
  | 'unitReviewedAt'
  | 'decidedAt'
  | 'approvedSeq'
  | 'endedSeq'
  | 'demo'
  | 'correctionAsked'
> & { readonly state: EntryState }

/** A kind of reviewed thing: where it is kept, what the ledger says of it, and what else happens when it starts or stops to count. */
export type ReviewedKind<Row extends ReviewedRow> = {
  readonly table: (t: Tables) => Tables['progressEntry'] | Tables['filing']
  /** How the ledger names one: `entry` makes `entry-submitted`. */
  readonly word: (row: Row) => ReviewedWord
  readonly subjectKind: (row: Row) => LedgerSubject
  /** What of it stands in the ledger. */
  readonly ledgered: (row: Row) => unknown
  /** Runs in the transaction in which it began to count, or ended. */
  readonly countedOrEnded: (writing: Writing, row: Row, actor: Actor, seq: number) => Promise<void>
  /** Refuses what may not count beside what counts already. */
  readonly mayCount?: (writing: Writing, row: Row) => Promise<void>
  /** What its approval does to it beside making it count; answers it as it stands then. */
  readonly carriedOut?: (writing: Writing, row: Row, actor: Actor) => Promise<Row>
  /** Columns of its own that its first handing in sets. */
  readonly handedIn?: (row: Row, now: string) => Partial<Columns>
  /** Another one that is open for the same thing, such as its correction. */
  readonly openBeside: (reading: Reading, row: Row) => Promise<Row | undefined>
}

/**
 * What somebody signs: the digest of what they were shown, and how it is made. It is made again in the transaction of the move, so
 * that nothing can come in between.
 */
export type Signed<Row> = {
  readonly digest: string
  readonly shown: (reading: Reading, row: Row) => Promise<string>
}

export type ReviewMoves<Row extends ReviewedRow> = ReturnType<typeof reviewMoves<Row>>

/**
 * The ways of a reviewed thing through its states, written once for entries, cases, milestones, narratives, figures and decisions:
 * each move is one transaction with its event, on the condition that nobody was faster.
 */
export function reviewMoves<Row extends ReviewedRow>(kind: ReviewedKind<Row>) {
  // Both tables have the columns of review; the builder would ask for each of them by name.
  const tableIn = (t: Tables) => kind.table(t) as Tables['progressEntry']

  const withId = statement((reading: Reading, slot: Slots<{ readonly id: string }>) => {
    const table = tableIn(reading.t)
    return reading.db
      .select()
      .from(table)
      .where(eq(table.id, slot('id')))
  })

  /** @throws DomainError `not-found` */
  const get = async (reading: Reading, id: string): Promise<Row> => {
    const [row] = await withId(reading, { id })
    if (row === undefined) throw new DomainError('not-found')
    return row as unknown as Row
  }

  const note = (
    { event }: Writing,
    actor: Actor,
    what: ReviewAct,
    rows: { readonly before: Row | null; readonly after: Row | null },
    movesFigures = false,
  ) => {
    const row = rows.after ?? rows.before
    if (row === null) throw new Error('an event speaks of something')
    return event({
      actor,
      action: `${kind.word(row)}-${what}`,
      subjectKind: kind.subjectKind(row),
      subjectId: row.id,
      ...(rows.before === null ? {} : { before: kind.ledgered(rows.before) }),
      ...(rows.after === null ? {} : { after: kind.ledgered(rows.after) }),
      movesFigures,
    })
  }

  /** Writes a change on the condition that nobody was faster. @throws DomainError `version-conflict` */
  const change = async (writing: Writing, row: Row, version: number, columns: Partial<Columns>): Promise<Row> => {
    const table = tableIn(writing.t)
    const [changed] = await writing.db
      .update(table)
      .set({ ...columns, version: version + 1, updatedAt: writing.now })
      .where(and(eq(table.id, row.id), eq(table.version, version), eq(table.state, row.state)))
      .returning()
    if (changed === undefined) throw new DomainError('version-conflict', { version: row.version, state: row.state })
    return changed as unknown as Row
  }

  /** Changes columns of a draft or returned one; no event, since drafts are saved as one types. */
  const edit = (
    store: Store,
    id: string,
    version: number,
    columns: (row: Row, writing: Writing) => Partial<Columns> | Promise<Partial<Columns>>,
  ): Promise<Row> =>
    store.write(async (writing) => {
      const row = await get(writing, id)
      stateAfter(row, 'edit')
      return change(writing, row, version, await columns(row, writing))
    })

  /**
   * Asks for a correction of an approved one (待更正), which goes on counting until it is corrected.
   *
   * @throws DomainError `correction-under-way` where somebody corrects it already, `correction-asked` where somebody asked before: the
   *   recorder is to see the reason that was given
   */
  const askCorrection = (store: Store, actor: Actor, id: string, version: number, reason: string): Promise<Row> =>
    store.write(async (writing) => {
      const before = await get(writing, id)
      stateAfter(before, 'correct')
      if ((await kind.openBeside(writing, before)) !== undefined) throw new DomainError('correction-under-way')
      if (before.correctionAsked !== null) throw new DomainError('correction-asked')
      const asked = { by: actor.accountId, at: writing.now, reason }
      const after = await change(writing, before, version, { correctionAsked: JSON.stringify(asked) })
      await note(writing, actor, 'correction-asked', { before, after })
      return after
    })

  /** Deletes a draft or returned one, in a transaction that is under way. */
  const drop = async (writing: Writing, actor: Actor, row: Row, version: number): Promise<void> => {
    stateAfter(row, 'delete')
    const table = tableIn(writing.t)
    const same = and(eq(table.id, row.id), eq(table.version, version), eq(table.state, row.state))
    const gone = await writing.db.delete(table).where(same).returning({ id: table.id })
    if (gone.length === 0) throw new DomainError('version-conflict', { version: row.version, state: row.state })
    await note(writing, actor, 'deleted', { before: row, after: null })
  }

  const remove = (store: Store, actor: Actor, id: string, version: number | null): Promise<void> =>
    store.write(async (writing) => {
      const row = await get(writing, id)
      return drop(writing, actor, row, version ?? row.version)
    })

  /** @param content columns of its own that are handed in with it */
  const submit = (
    store: Store,
    actor: Actor,
    id: string,
    version: number,
    content: Partial<Columns> = {},
  ): Promise<Row> =>
    store.write(async (writing) => {
      const row = await get(writing, id)
      stateAfter(row, 'submit')
      const submittedAt = writing.now
      const own = { ...content, ...kind.handedIn?.(row, writing.now) }
      const columns = { ...own, state: 'submitted', submittedAt, unitReviewerId: null, unitReviewedAt: null } as const
      const after = await change(writing, row, version, columns)
      await note(writing, actor, 'submitted', { before: row, after })
      return after
    })

  /** Makes it count, in a transaction that is under way; what it corrects is superseded. */
  const makeCount = async (
    writing: Writing,
    actor: Actor,
    row: Row,
    version: number,
    own: Pick<Partial<Columns>, 'signedDigest'> = {},
  ): Promise<Row> => {
    const approverId = actor.accountId
    const sealed = { ...row, ...own, state: 'approved', returnReason: null, version: version + 1, approverId } as const
    const { seq } = await note(writing, actor, 'approved', { before: row, after: sealed }, true)
    // Whoever makes something count holds the end of the ledger by now: what was made to count before is seen here.
    await kind.mayCount?.(writing, row)
    if (row.supersedesId !== null) {
      const corrected = await get(writing, row.supersedesId)
      stateAfter(corrected, 'supersede')
      await change(writing, corrected, corrected.version, { state: 'superseded', endedSeq: seq })
    }
    const decided = { state: 'approved', approverId, decidedAt: writing.now, approvedSeq: seq, returnReason: null }
    const columns = { ...own, ...decided }
    const after = await change(writing, row, version, columns)
    await kind.countedOrEnded(writing, after, actor, seq)
    return kind.carriedOut === undefined ? after : kind.carriedOut(writing, after, actor)
  }

  /**
   * Approves a submitted one: inside the unit where that is due, else for the ministry, and only then does it count.
   *
   * @throws DomainError `same-person` for one's own, `wrong-state`, `version-conflict`, `changed-since-shown`
   */
  const approve = (
    store: Store,
    actor: Actor,
    id: string,
    version: number,
    review: { readonly reviewsInside: boolean; readonly signed?: Signed<Row> },
  ): Promise<Row> =>
    store.write(async (writing) => {
      const row = await get(writing, id)
      const move = approvalDue(row.state, review.reviewsInside)
      if (move === null) throw new DomainError('wrong-state', { state: row.state })
      checkVersion(row, version)
      if ([row.recorderId, row.unitReviewerId].includes(actor.accountId)) throw new DomainError('same-person')
      await checkShown(writing, row, review.signed)
      const signedDigest = review.signed?.digest ?? null
      if (move === 'approve') return makeCount(writing, actor, row, version, { signedDigest })
      const unitReviewerId = actor.accountId
      const columns = { state: 'unit-reviewed', unitReviewerId, unitReviewedAt: writing.now } as const
      const after = await change(writing, row, version, columns)
      await note(writing, actor, 'unit-reviewed', { before: row, after })
      return after
    })

  const sendBack = (
    store: Store,
    actor: Actor,
    id: string,
    version: number,
    { reason, signed }: { readonly reason: string; readonly signed?: Signed<Row> | undefined },
  ): Promise<Row> =>
    store.write(async (writing) => {
      const row = await get(writing, id)
      stateAfter(row, 'return')
      if (row.recorderId === actor.accountId) throw new DomainError('same-person')
      checkVersion(row, version)
      await checkShown(writing, row, signed)
      const columns = { state: 'returned', returnReason: reason, decidedAt: writing.now } as const
      const after = await change(writing, row, version, columns)
      await note(writing, actor, 'returned', { before: row, after })
      return after
    })

  /** Ends an approved one, in a transaction that is under way. @param what how the ledger names it */
  const end = async (
    writing: Writing,
    actor: Actor,
    row: Row,
    reason: string,
    what: 'withdrawn' | 'merged' = 'withdrawn',
  ): Promise<Row> => {
    const sealed = { ...row, state: 'withdrawn', version: row.version + 1, returnReason: reason } as const
    const { seq } = await note(writing, actor, what, { before: row, after: sealed }, true)
    const columns = { state: 'withdrawn', endedSeq: seq, returnReason: reason } as const
    const after = await change(writing, row, row.version, columns)
    await kind.countedOrEnded(writing, after, actor, seq)
    return after
  }

  /**
   * Takes a submitted one back to the drafts, or withdraws an approved one, which stops counting.
   *
   * @throws DomainError `reason-required` for an approved one without a reason, `cell-taken` while a correction of it is open
   */
  const withdraw = (store: Store, actor: Actor, id: string, version: number, reason: string | null): Promise<Row> =>
    store.write(async (writing) => {
      const row = await get(writing, id)
      if (stateAfter(row, 'withdraw') === 'draft') {
        const columns = { state: 'draft', submittedAt: null, unitReviewerId: null, unitReviewedAt: null } as const
        const after = await change(writing, row, version, columns)
        await note(writing, actor, 'taken-back', { before: row, after })
        return after
      }
      if (reason === null) throw new DomainError('reason-required')
      // Its correction would have nothing left to supersede, and could never be approved.
      const correction = await kind.openBeside(writing, row)
      if (correction !== undefined) throw new DomainError('cell-taken', { id: correction.id, state: correction.state })
      checkVersion(row, version)
      return end(writing, actor, row, reason)
    })

  return { askCorrection, get, note, change, edit, drop, remove, submit, approve, makeCount, sendBack, end, withdraw }
}

/** Where a move leads. @throws DomainError `wrong-state` when the state does not allow it */
export function stateAfter(row: Pick<ReviewedRow, 'state'>, move: EntryMove): EntryState | null {
  const state = nextState(row.state, move)
  if (state === undefined) throw new DomainError('wrong-state', { state: row.state })
  return state
}

/** @throws DomainError `changed-since-shown` when it is no longer what was signed */
async function checkShown<Row>(reading: Reading, row: Row, signed: Signed<Row> | undefined): Promise<void> {
  if (signed === undefined) return
  if (signed.digest !== (await signed.shown(reading, row))) throw new DomainError('changed-since-shown')
}

/** @throws DomainError `version-conflict` */
export function checkVersion(row: Pick<ReviewedRow, 'state' | 'version'>, version: number): void {
  if (row.version !== version) throw new DomainError('version-conflict', { version: row.version, state: row.state })
}

/** The columns of review of something just begun. */
export const newReview = {
  state: 'draft',
  version: 1,
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
  correctionAsked: null,
} as const
