import { canonicalJson, DomainError, type RefusalDetails } from '@xushi/domain'
import { and, asc, eq, inArray, lt, or, sql } from './drizzle.ts'
import { filesOf, getReport, type ReportFileRow, type ReportRow } from './report-archive.ts'
import type { Reading, Store } from './store.ts'

/** How often the making of a report may be begun: one that ends the process each time is not tried for ever. */
const mostAttempts = 3

/** Why a report could not be made: a refusal by its kind, or a fault whose reference stands in the log. */
export type ReportFailure = { readonly kind: string; readonly details: RefusalDetails }

/** Whose turn it is to make a report: nobody else finishes it. */
export type Turn = { readonly id: string; readonly turn: number }

/**
 * Takes the report that waits longest, or one whose maker has not been heard of since its lease ended: this is also how the work of a
 * process that was killed is taken up again.
 *
 * @param leaseUntil until when whoever asks promises to be heard of
 * @returns null where nothing waits
 */
export async function claimReport(store: Store, leaseUntil: string): Promise<ReportRow | null> {
  return store.write(async ({ db, t: { report: r }, now }) => {
    const waits = or(eq(r.making, 'queued'), and(eq(r.making, 'making'), lt(r.leaseUntil, now)))
    const [next] = await db.select().from(r).where(waits).orderBy(asc(r.createdAt), asc(r.id)).limit(1)
    if (next === undefined) return null
    const over = next.attempts >= mostAttempts
    const failure = canonicalJson({ kind: 'report-died', details: { attempts: next.attempts } })
    const taken = over
      ? { making: 'failed', failure, leaseUntil: null }
      : { making: 'making', attempts: next.attempts + 1, stepsDone: 0, failure: null, leaseUntil }
    const [row] = await db
      .update(r)
      .set({ ...taken, turn: next.turn + 1 })
      .where(and(eq(r.id, next.id), eq(r.turn, next.turn)))
      .returning()
    return row === undefined || over ? null : (row as ReportRow)
  })
}

/** Whether anything waits to be made. */
export async function reportsWait({ db, t: { report: r } }: Reading): Promise<boolean> {
  return (
    (
      await db
        .select({ id: r.id })
        .from(r)
        .where(inArray(r.making, ['queued', 'making']))
        .limit(1)
    ).length > 0
  )
}

/** Tells how far a report is, and that its maker is alive. @returns whether it is still wanted, by this maker */
export async function tellReportSteps(
  store: Store,
  { id, turn }: Turn,
  { done, all, leaseUntil }: { readonly done: number; readonly all: number; readonly leaseUntil: string },
): Promise<boolean> {
  return store.write(async ({ db, t: { report: r } }) => {
    const rows = await db
      .update(r)
      .set({ stepsDone: done, stepsAll: all, leaseUntil })
      .where(and(eq(r.id, id), eq(r.turn, turn), eq(r.making, 'making')))
      .returning({ id: r.id })
    return rows.length > 0
  })
}

export type MadeReport = {
  readonly title: string
  readonly digest: string
  readonly demo: boolean
  readonly files: readonly ReportFileRow[]
}

/**
 * Keeps what was made. The files of an issued report are an event: they are what was issued.
 *
 * @returns the files that nothing stands on any more; null where the report is not wanted any more, or not from this maker
 * @throws DomainError report-differs when an issued report comes out otherwise than it was signed
 */
export async function finishReport(
  store: Store,
  { id, turn }: Turn,
  { title, digest, demo, files }: MadeReport,
): Promise<readonly string[] | null> {
  return store.write(async (writing) => {
    const { db, t, event } = writing
    const { report: r } = t
    const before = await getReport(writing, id)
    if (before.turn !== turn || before.making !== 'making') return null
    const isIssued = before.state === 'issued'
    if (isIssued && before.digest !== digest) throw new DomainError('report-differs')
    await db
      .update(r)
      .set({
        ...{ title, digest, demo, files: canonicalJson(files) },
        ...{ making: 'ready', attempts: 0, failure: null, leaseUntil: null },
        stepsDone: sql`${r.stepsAll}`.mapWith(r.stepsDone),
      })
      .where(eq(r.id, id))
    if (isIssued && before.issuerId !== null) {
      const actor = { accountId: before.issuerId, unitId: null, origin: 'system' }
      await event({
        actor,
        action: 'report-filed',
        subjectKind: 'report',
        subjectId: id,
        after: { files },
        movesFigures: false,
      })
    }
    const kept = new Set(files.map(({ sha256 }) => sha256))
    return filesOf(before)
      .map(({ sha256 }) => sha256)
      .filter((sha256) => !kept.has(sha256))
  })
}

/** Puts a report back into the queue whose maker stops: that was no failed attempt. */
export async function releaseReport(store: Store, { id, turn }: Turn): Promise<void> {
  await store.write(async ({ db, t: { report: r } }) => {
    await db
      .update(r)
      .set({ making: 'queued', attempts: 0, stepsDone: 0, leaseUntil: null })
      .where(and(eq(r.id, id), eq(r.turn, turn), eq(r.making, 'making')))
  })
}

/** Says why a report was not made. */
export async function failReport(store: Store, { id, turn }: Turn, failure: ReportFailure): Promise<void> {
  await store.write(async ({ db, t: { report: r } }) => {
    await db
      .update(r)
      .set({ making: 'failed', failure: canonicalJson(failure), leaseUntil: null })
      .where(and(eq(r.id, id), eq(r.turn, turn), eq(r.making, 'making')))
  })
}

/** Stops the making of a report, whether it waits or is under way. @throws DomainError wrong-state when there is nothing to stop */
export async function cancelReport(store: Store, id: string): Promise<ReportRow> {
  return store.write(async (writing) => {
    const { report: r } = writing.t
    const before = await getReport(writing, id)
    const [row] = await writing.db
      .update(r)
      .set({ making: 'cancelled', leaseUntil: null, turn: before.turn + 1 })
      .where(and(eq(r.id, id), inArray(r.making, ['queued', 'making'])))
      .returning()
    if (row === undefined) throw new DomainError('wrong-state', { state: before.making })
    return row as ReportRow
  })
}

/** The digests of the files that reports stand on. */
export async function reportFilesKept({
  db,
  t: { report: r },
}: Reading): Promise<readonly (ReportFileRow & { readonly report: string })[]> {
  const rows = await db.select({ id: r.id, files: r.files }).from(r)
  return rows.flatMap(({ id, files }) => filesOf({ files }).map((file) => ({ ...file, report: id })))
}
