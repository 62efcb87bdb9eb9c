import { type Confirmation, DomainError, isInForce, type LocalDate } from '@xushi/domain'
import { accountById } from './accounts.ts'
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store, Writing } from './store.ts'

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

/** Which confirmations no longer say what the list says: a case of the unit came into its period, or left it, after they were given. */
export async function changedLists(
  reading: Reading,
  register: string,
  confirmations: readonly ConfirmationRow[],
): Promise<ReadonlySet<string>> {
  if (confirmations.length === 0) return new Set()
  const { db, t } = reading
  const { filing: f } = t
  const rows = await db
    .select({
      thread: f.thread,
      unitId: f.unitId,
      validFrom: f.validFrom,
      validTo: f.validTo,
      approvedSeq: f.approvedSeq,
      endedSeq: f.endedSeq,
    })
    .from(f)
    .where(and(eq(f.kind, 'case'), eq(f.subject, register), isNotNull(f.approvedSeq)))
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId)
  const changed = confirmations.filter(({ unitId, endsOn, confirmedSeq }) => {
    const own = (byUnit.get(unitId) ?? []).filter((row) => isInForce(row, endsOn))
    const then = own.filter(
      ({ approvedSeq, endedSeq }) =>
        approvedSeq !== null && approvedSeq <= confirmedSeq && (endedSeq === null || endedSeq > confirmedSeq),
    )
    const now = own.filter(({ endedSeq }) => endedSeq === null)
    const known = new Set(then.map(({ thread }) => thread))
    return now.length !== then.length || now.some(({ thread }) => !known.has(thread))
  })
  return new Set(changed.map(({ id }) => id))
}

/**
 * Takes a unit's word that its list of a period is whole. It is given again where the list changed after it: the earlier word ends.
 *
 * @throws DomainError `already-filed` when it was given and the list is still the same
 */
export async function confirmRegister(
  store: Store,
  actor: Actor,
  confirmation: NewConfirmation,
): Promise<ConfirmationRow> {
  return store.write(async (writing) => {
    const { db, t, now, event } = writing
    const { demo } = await accountById(writing, actor.accountId)
    await endChanged(writing, actor, confirmation)
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

/** Ends the word that was given of a list that changed since. */
async function endChanged(
  writing: Writing,
  actor: Actor,
  { register, unitId, period }: NewConfirmation,
): Promise<void> {
  const { db, t, event } = writing
  const { registerConfirmation: c } = t
  const standing = (await listConfirmations(writing, register)).filter(
    (row) => row.unitId === unitId && row.period === period,
  )
  const changed = await changedLists(writing, register, standing)
  for (const { id, endsOn, caseCount } of standing) {
    if (!changed.has(id)) continue
    const before = { register, unitId, period, endsOn, caseCount }
    const { seq } = await event({
      actor,
      action: 'confirmation-ended',
      subjectKind: 'confirmation',
      subjectId: id,
      before,
      movesFigures: true,
    })
    await db.update(c).set({ endedSeq: seq }).where(eq(c.id, id))
  }
}
