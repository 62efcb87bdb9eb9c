import { DomainError, type LocalDate, type Period } from '@xushi/domain'
import { and, asc, desc, eq, gte, inArray, isNull, lte } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store } from './store.ts'

export type ClosingRow = Tables['periodClosing']['$inferSelect']
export type ExceptionRow = Tables['deadlineException']['$inferSelect']

/** The closings of a programme, those that were opened again among them, newest period first. */
export async function closingsOf({ db, t: { periodClosing: p } }: Reading, programme: string): Promise<ClosingRow[]> {
  return db.select().from(p).where(eq(p.programme, programme)).orderBy(desc(p.endsOn), desc(p.closedSeq))
}

/** Closes a period (锁定): nothing is recorded or changed in it any more. @throws DomainError `period-closed` when it is */
export async function closePeriod(
  store: Store,
  actor: Actor,
  { programme, period, reason }: { readonly programme: string; readonly period: Period; readonly reason: string },
): Promise<ClosingRow> {
  return store.write(async ({ db, t, now, event }) => {
    const id = newId()
    const { code, startsOn, endsOn } = period
    const closed = { programme, period: code, reason }
    const { seq } = await event({
      actor,
      action: 'period-closed',
      subjectKind: 'period',
      subjectId: `${programme} ${code}`,
      after: closed,
      movesFigures: false,
    })
    const closing = { id, ...closed, startsOn, endsOn, closedBy: actor.accountId, closedAt: now, closedSeq: seq }
    const open = { reopenedBy: null, reopenedAt: null, reopenedReason: null, endedSeq: null }
    const [row] = await db
      .insert(t.periodClosing)
      .values({ ...closing, ...open })
      .onConflictDoNothing()
      .returning()
    if (row === undefined) throw new DomainError('period-closed', { period: code })
    return row
  })
}

/** Opens a closed period again, with a reason. @throws DomainError `period-open` when it is not closed */
export async function reopenPeriod(
  store: Store,
  actor: Actor,
  { programme, period, reason }: { readonly programme: string; readonly period: string; readonly reason: string },
): Promise<ClosingRow> {
  return store.write(async ({ db, t, now, event }) => {
    const { periodClosing: p } = t
    const { seq } = await event({
      actor,
      action: 'period-reopened',
      subjectKind: 'period',
      subjectId: `${programme} ${period}`,
      after: { programme, period, reason },
      movesFigures: false,
    })
    const [row] = await db
      .update(p)
      .set({ reopenedBy: actor.accountId, reopenedAt: now, reopenedReason: reason, endedSeq: seq })
      .where(and(eq(p.programme, programme), eq(p.period, period), isNull(p.endedSeq)))
      .returning()
    if (row === undefined) throw new DomainError('period-open', { period })
    return row
  })
}

export type NewException = {
  readonly indicatorId: string
  readonly unitId: string
  readonly period: Period
  readonly untilOn: LocalDate
  readonly reason: string
}

/** Lets a unit hand one indicator in later, or in a closed period, until a day (准予延期). */
export async function grantException(
  store: Store,
  actor: Actor,
  { period, ...exception }: NewException,
): Promise<ExceptionRow> {
  return store.write(async ({ db, t, now, event }) => {
    const id = newId()
    const granted = { ...exception, period: period.code }
    const { seq } = await event({
      actor,
      action: 'exception-granted',
      subjectKind: 'exception',
      subjectId: id,
      after: granted,
      movesFigures: false,
    })
    const values = {
      id,
      ...granted,
      endsOn: period.endsOn,
      grantedBy: actor.accountId,
      grantedAt: now,
      grantedSeq: seq,
    }
    const [row] = await db.insert(t.deadlineException).values(values).returning()
    if (row === undefined) throw new Error('a row that was inserted comes back')
    return row
  })
}

/** Exceptions for periods that end between two days, oldest first. */
export async function exceptionsBetween(
  { db, t: { deadlineException: x } }: Reading,
  from: LocalDate,
  to: LocalDate,
): Promise<ExceptionRow[]> {
  return db
    .select()
    .from(x)
    .where(and(gte(x.endsOn, from), lte(x.endsOn, to)))
    .orderBy(asc(x.endsOn), asc(x.grantedSeq))
}

type CellAsked = {
  readonly programme: string
  readonly indicatorId: string
  readonly unitId: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
}

/**
 * Refuses what would be written into a closed period, unless an exception lets the unit. A single day, as of a case that begins to
 * count, belongs to the period it lies in: an exception for that period lets it.
 *
 * @throws DomainError `period-locked`
 */
export async function checkPeriodOpen(reading: Reading, cell: CellAsked, today: LocalDate): Promise<void> {
  const { db, t } = reading
  const { periodClosing: p, deadlineException: x } = t
  const [closing] = await db
    .select({ period: p.period, endsOn: p.endsOn })
    .from(p)
    .where(
      and(
        eq(p.programme, cell.programme),
        isNull(p.endedSeq),
        lte(p.startsOn, cell.endsOn),
        gte(p.endsOn, cell.startsOn),
      ),
    )
    .limit(1)
  if (closing === undefined) return
  const excusedOn = cell.startsOn === cell.endsOn ? closing.endsOn : cell.endsOn
  const [exception] = await db
    .select({ id: x.id })
    .from(x)
    .where(
      and(
        eq(x.indicatorId, cell.indicatorId),
        eq(x.unitId, cell.unitId),
        eq(x.endsOn, excusedOn),
        gte(x.untilOn, today),
      ),
    )
    .limit(1)
  if (exception === undefined) throw new DomainError('period-locked', { period: closing.period })
}

/** One cell that was handed in: where it belongs, when first, and how it stands. */
export type HandedIn = {
  readonly indicatorId: string
  readonly unitId: string
  readonly region: string
  readonly endsOn: LocalDate
  readonly state: string
  readonly firstSubmittedAt: string | null
  /** The event that made it count; null while it never did. */
  readonly approvedSeq: number | null
  /** The event that ended that; null while it counts. */
  readonly endedSeq: number | null
  readonly note: string
  /** 滞后原因, as JSON; null where none was given. */
  readonly lag: string | null
}

/**
 * Everything that stands in the cells of periods that end between two days, drafts among it.
 *
 * @param units ids of units; left out for all
 */
export async function handedInBetween(
  { db, t: { progressEntry: e } }: Reading,
  indicators: readonly string[],
  from: LocalDate,
  to: LocalDate,
  units?: readonly string[],
): Promise<HandedIn[]> {
  if (indicators.length === 0) return []
  return db
    .select({
      indicatorId: e.indicatorId,
      unitId: e.unitId,
      region: e.region,
      endsOn: e.endsOn,
      state: e.state,
      firstSubmittedAt: e.firstSubmittedAt,
      approvedSeq: e.approvedSeq,
      endedSeq: e.endedSeq,
      note: e.note,
      lag: e.lag,
    })
    .from(e)
    .where(
      and(
        inArray(e.indicatorId, [...indicators]),
        gte(e.endsOn, from),
        lte(e.endsOn, to),
        units === undefined ? undefined : inArray(e.unitId, [...units]),
      ),
    )
    .orderBy(asc(e.endsOn), asc(e.createdAt))
}

/** When this installation began: the day before which periods are made up (补录). Null while nothing happened. */
export async function beganAt({ db, t: { ledgerEvent: e } }: Reading): Promise<string | null> {
  const [first] = await db.select({ at: e.at }).from(e).orderBy(asc(e.seq)).limit(1)
  return first?.at ?? null
}
