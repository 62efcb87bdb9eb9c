import {
  type Confirmation,
  type CountedCase,
  DomainError,
  isInForce,
  type LocalDate,
  type Register,
} from '@xushi/domain'
import { accountById, newId } from './accounts.ts'
import { and, asc, eq, gt, inArray, isNull, lte, or } from './drizzle.ts'
import { countedFilings, endFiling, type FilingFilter, type FilingRow, getFiling, succeedFiling } from './filings.ts'
import type { Actor } from './ledger.ts'
import { checkVersion } from './review-moves.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store } from './store.ts'

/** A case or a promotion as counting sees it, with what it is known by. */
export type Member = CountedCase & { readonly thread: string; readonly title: string; readonly demo: boolean }

type Counting = Pick<Register, 'id' | 'distinctBy' | 'round'>

/**
 * Everything that registers count, by register, as known at a ledger number (null: now): approved cases, and promotions, which end no
 * later than the case they chose (a case that leaves its source leaves 十 too).
 */
export async function registerMembers(
  reading: Reading,
  registers: readonly Counting[],
  knownSeq: number | null,
): Promise<ReadonlyMap<string, readonly Member[]>> {
  const subjects = registers.map(({ id }) => id)
  if (subjects.length === 0) return new Map()
  const cases = await countedFilings(reading, { kinds: ['case'], subjects }, knownSeq)
  const promotions = await countedFilings(reading, { kinds: ['promotion'], subjects }, knownSeq)
  const byThread = new Map(cases.map((row) => [row.thread, row]))
  const missing = promotions.flatMap(({ sourceThread }) =>
    sourceThread !== null && !byThread.has(sourceThread) ? [sourceThread] : [],
  )
  for (const row of await countedCasesOf(reading, missing, knownSeq)) byThread.set(row.thread, row)
  const rows = [...cases, ...promotions.flatMap((promotion) => withSource(promotion, byThread))]
  const bySubject = Map.groupBy(rows, ({ subject }) => subject)
  return new Map(
    registers.map((register) => [
      register.id,
      (bySubject.get(register.id) ?? []).flatMap((row) => memberOf(row, register)),
    ]),
  )
}

async function countedCasesOf(
  reading: Reading,
  threads: readonly string[],
  knownSeq: number | null,
): Promise<readonly FilingRow[]> {
  if (threads.length === 0) return []
  return countedFilings(reading, { kinds: ['case'], threads }, knownSeq)
}

/** A promotion stands no longer than its source: it takes its place, name and last day from there. */
function withSource(promotion: FilingRow, cases: ReadonlyMap<string, FilingRow>): FilingRow[] {
  const source = cases.get(promotion.sourceThread ?? '')
  if (source === undefined) return []
  const ends = [promotion.validTo, source.validTo].filter((day) => day !== null).sort()
  const validTo = ends[0] ?? null
  if (validTo !== null && promotion.validFrom !== null && validTo < promotion.validFrom) return []
  return [{ ...promotion, region: source.region, unitId: source.unitId, title: source.title, validTo }]
}

function memberOf(row: FilingRow, { distinctBy, round }: Counting): Member[] {
  const { region, unitId: unit, validFrom, validTo, thread, title, demo } = row
  const member = { region, unit, validFrom, validTo, thread, title, demo, distinct: null }
  if (distinctBy === null && round === null) return [member]
  const body: { readonly round?: string; readonly fields?: Readonly<Record<string, unknown>> } = JSON.parse(row.body)
  if (round !== null && body.round !== round) return []
  const value = distinctBy === null ? undefined : body.fields?.[distinctBy]
  return [{ ...member, distinct: value === undefined || value === null ? null : String(value) }]
}

export type ConfirmationRow = Tables['registerConfirmation']['$inferSelect']

/** The confirmations of registers as known at a ledger number (null: now), by register. */
export async function confirmationsOf(
  { db, t: { registerConfirmation: c } }: Reading,
  registers: readonly string[],
  knownSeq: number | null,
): Promise<ReadonlyMap<string, readonly (Confirmation & { readonly demo: boolean })[]>> {
  if (registers.length === 0) return new Map()
  const standing =
    knownSeq === null
      ? isNull(c.endedSeq)
      : and(lte(c.confirmedSeq, knownSeq), or(isNull(c.endedSeq), gt(c.endedSeq, knownSeq)))
  const rows = await db
    .select({ register: c.register, unit: c.unitId, period: c.period, demo: c.demo })
    .from(c)
    .where(and(inArray(c.register, [...registers]), standing))
    .orderBy(asc(c.period), asc(c.unitId))
  return Map.groupBy(rows, ({ register }) => register)
}

/** Confirmations with who gave them, newest period first. */
export async function listConfirmations(
  { db, t: { registerConfirmation: c } }: Reading,
  register: string,
): Promise<ConfirmationRow[]> {
  return db
    .select()
    .from(c)
    .where(and(eq(c.register, register), isNull(c.endedSeq)))
    .orderBy(asc(c.endsOn), asc(c.unitId))
}

export type NewConfirmation = {
  readonly register: string
  readonly unitId: string
  readonly period: string
  readonly endsOn: LocalDate
  /** How many cases of the unit stood in the list that was confirmed. */
  readonly caseCount: number
}

/** Takes a unit's word that its list of a period is whole. @throws DomainError `already-filed` when it was given */
export async function confirmRegister(
  store: Store,
  actor: Actor,
  confirmation: NewConfirmation,
): Promise<ConfirmationRow> {
  return store.write(async (writing) => {
    const { db, t, now, event } = writing
    const { demo } = await accountById(writing, actor.accountId)
    const id = newId()
    const { seq } = await event({
      actor,
      action: 'register-confirmed',
      subjectKind: 'confirmation',
      subjectId: id,
      after: confirmation,
      movesFigures: true,
    })
    const [row] = await db
      .insert(t.registerConfirmation)
      .values({
        ...confirmation,
        id,
        confirmedBy: actor.accountId,
        confirmedAt: now,
        confirmedSeq: seq,
        endedSeq: null,
        demo,
      })
      .onConflictDoNothing()
      .returning()
    if (row === undefined) throw new DomainError('already-filed')
    return row
  })
}

/**
 * Takes an approved case out of its register from a day on, with a reason: it counted until then, and what was said of earlier days
 * stays. Whatever was chosen out of it ends on the same day. A case that never counted goes altogether.
 *
 * @throws DomainError `wrong-state`, `version-conflict`, `reason-required`, `out-of-order` for a day before it began to count
 */
export async function withdrawCase(
  store: Store,
  actor: Actor,
  id: string,
  withdrawal: {
    readonly version: number
    readonly on: LocalDate | null
    readonly reason: string
    readonly stage: string
  },
): Promise<FilingRow> {
  const { version, on, reason, stage } = withdrawal
  return store.write(async (writing) => {
    const row = await getFiling(writing, id)
    if (row.state !== 'approved') throw new DomainError('wrong-state', { state: row.state })
    checkVersion(row, version)
    if (row.recorderId === actor.accountId) throw new DomainError('same-person')
    const promotions = await promotionsOf(writing, row.thread)
    // It never counted: it goes altogether, and what was chosen out of it goes first.
    if (row.validFrom === null) {
      for (const promotion of promotions) await endFiling(writing, actor, promotion, reason)
      return endFiling(writing, actor, row, reason)
    }
    if (on === null || on <= row.validFrom) throw new DomainError('out-of-order', { from: row.validFrom })
    for (const promotion of promotions.filter((one) => isInForce(one, on))) {
      const content = { validTo: on }
      await succeedFiling(writing, actor, promotion, { reason, content })
    }
    const body = JSON.parse(row.body)
    const stages = { ...body.stages, [stage]: on }
    return succeedFiling(writing, actor, row, { reason, content: { validTo: on, body: { ...body, stages } } })
  })
}

/**
 * Ends a case that was registered twice, naming the one that stays: its filings and events stay, and what was chosen out of it goes.
 *
 * @throws DomainError `wrong-state` unless it is approved, `version-conflict`, `same-person`
 */
export async function mergeCase(
  store: Store,
  actor: Actor,
  id: string,
  merger: { readonly version: number; readonly into: string; readonly reason: string },
): Promise<FilingRow> {
  return store.write(async (writing) => {
    const { db, t } = writing
    const row = await getFiling(writing, id)
    if (row.state !== 'approved') throw new DomainError('wrong-state', { state: row.state })
    checkVersion(row, merger.version)
    if (row.recorderId === actor.accountId) throw new DomainError('same-person')
    for (const promotion of await promotionsOf(writing, row.thread)) {
      await endFiling(writing, actor, promotion, merger.reason)
    }
    const body = JSON.stringify({ ...JSON.parse(row.body), mergedInto: merger.into })
    await db.update(t.filing).set({ body }).where(eq(t.filing.id, id))
    return endFiling(writing, actor, { ...row, body }, merger.reason)
  })
}

/** Approved promotions out of a case. */
export const promotionsOf = (reading: Reading, thread: string): Promise<FilingRow[]> =>
  countedFilings(reading, { kinds: ['promotion'], sourceThread: thread } satisfies FilingFilter, null)
