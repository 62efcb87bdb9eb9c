import {
  canonicalJson,
  DomainError,
  nextReportState,
  type ReportMove,
  type Role,
  reportNumber,
  type SingleAction,
  shanghaiDate,
} from '@xushi/domain'
import { and, desc, eq, inArray } from './drizzle.ts'
import { type Actor, holdLedger } from './ledger.ts'
import { newId } from './new-id.ts'
import { getReport, type ReportColumns, type ReportRow } from './report-archive.ts'
import type { Store, Writing } from './store.ts'

/** What a report is asked for; `request` is the whole of it. */
export type NewReport = {
  readonly programme: string
  readonly kind: string
  readonly language: string
  readonly region: string
  readonly period: string
  readonly request: unknown
  readonly texts: Readonly<Record<string, string>>
  /** Roles that it was scheduled for. */
  readonly recipients?: readonly Role[]
}

/** Reports of one person that may wait for their files at the same time. */
const mostWaiting = 5

/** Writes a report down as a draft and puts it in the queue. @throws DomainError too-many-reports */
export async function draftReport(store: Store, actor: Actor, report: NewReport): Promise<ReportRow> {
  return store.write((writing) => insertDraft(writing, actor, report))
}

/** The same within a unit of writing. @throws DomainError too-many-reports */
export async function insertDraft(writing: Writing, actor: Actor, report: NewReport): Promise<ReportRow> {
  const { db, t, now, event } = writing
  await checkQueue(writing, actor.accountId)
  const { programme, kind, language, region, period } = report
  const recipients = report.recipients === undefined ? undefined : JSON.stringify(report.recipients)
  const place = { programme, kind, language, region, period, ...(recipients !== undefined && { recipients }) }
  const [row] = await db
    .insert(t.report)
    .values({
      ...{ id: newId(), ...place, title: '', state: 'draft', version: 1 },
      ...{ request: canonicalJson(report.request), texts: canonicalJson(report.texts) },
      ...{ authorId: actor.accountId, createdAt: now, files: '[]', demo: false },
      ...{ making: 'queued', turn: 1, attempts: 0, stepsDone: 0, stepsAll: 0 },
    })
    .returning()
  if (row === undefined) throw new Error('a row that was inserted comes back')
  const after = { ...place, request: JSON.parse(row.request) }
  await event({ ...ofReport(actor, row.id, 'report-drafted'), after })
  return row as ReportRow
}

/** @throws DomainError too-many-reports. Whoever else asks waits: two that are asked for at once are counted one after the other. */
async function checkQueue(writing: Writing, authorId: string): Promise<void> {
  await holdLedger(writing)
  const { db, t } = writing
  const { report: r } = t
  const waiting = and(eq(r.authorId, authorId), inArray(r.making, ['queued', 'making']))
  if ((await db.select({ id: r.id }).from(r).where(waiting).limit(mostWaiting)).length >= mostWaiting) {
    throw new DomainError('too-many-reports', { most: mostWaiting })
  }
}

/** Figures are marked 已更正 by what the last issued report told: a report that is issued or withdrawn changes what stands beside them. */
const ofReport = (actor: Actor, id: string, action: SingleAction) => ({
  actor,
  action,
  subjectKind: 'report' as const,
  subjectId: id,
  movesFigures: action === 'report-issued' || action === 'report-withdrawn',
})

/** Changes what the author of a draft wrote; it is made again. No event: drafts change until they are sent. */
export const editReport = (
  store: Store,
  actor: Actor,
  move: { readonly id: string; readonly version: number; readonly texts: Readonly<Record<string, string>> },
): Promise<ReportRow> =>
  moveReport(store, actor, { ...move, move: 'edit' }, () => ({
    columns: { texts: canonicalJson(move.texts), digest: null, ...queued },
  }))

/** Puts a report in the queue again whose files were not made: it failed, or was cancelled. @throws DomainError wrong-state */
export const makeReportAgain = (store: Store, actor: Actor, move: Asked): Promise<ReportRow> =>
  moveReport(store, actor, { ...move, move: 'make' }, ({ making }) => {
    if (making !== 'failed' && making !== 'cancelled') throw new DomainError('wrong-state', { state: making })
    return { columns: queued }
  })

const queued = { making: 'queued', attempts: 0, stepsDone: 0, failure: null, leaseUntil: null } as const

export const deleteReport = (store: Store, actor: Actor, move: Asked): Promise<ReportRow> =>
  moveReport(store, actor, { ...move, move: 'delete' }, () => ({
    columns: { making: 'cancelled', files: '[]', leaseUntil: null },
    event: { action: 'report-deleted' },
  }))

/** 送审: what was made is what is sent. @throws DomainError report-not-ready, wrong-state, version-conflict */
export const submitReport = (store: Store, actor: Actor, move: Asked): Promise<ReportRow> =>
  moveReport(store, actor, { ...move, move: 'submit' }, ({ making, digest, title, texts, files }, now) => {
    if (making !== 'ready' || digest === null) throw new DomainError('report-not-ready')
    return {
      columns: { submittedAt: now, returnReason: null },
      event: {
        action: 'report-submitted',
        says: { title, digest, texts: JSON.parse(texts), files: JSON.parse(files) },
      },
    }
  })

export const returnReport = (
  store: Store,
  actor: Actor,
  move: Asked & { readonly reason: string },
): Promise<ReportRow> =>
  moveReport(store, actor, { ...move, move: 'return' }, () => ({
    columns: { returnReason: move.reason },
    event: { action: 'report-returned', says: { returnReason: move.reason } },
  }))

/**
 * 发布: the next number of the year, by another person than the author. Its files are made once more, with their number, and kept then.
 *
 * @param move.digest of the model that was on screen
 * @throws DomainError same-person, changed-since-shown, wrong-state, version-conflict
 */
export const issueReport = (
  store: Store,
  actor: Actor,
  move: Asked & { readonly digest: string },
): Promise<ReportRow> =>
  moveReport(store, actor, { ...move, move: 'issue' }, async (row, now, writing) => {
    if (row.authorId === actor.accountId) throw new DomainError('same-person')
    if (row.digest !== move.digest) throw new DomainError('changed-since-shown')
    const year = Number(shanghaiDate(now).slice(0, 4))
    const place = await nextPlace(writing, year)
    const number = reportNumber(year, place)
    return {
      columns: { issuerId: actor.accountId, issuedAt: now, numberYear: year, numberPlace: place, ...queued },
      event: { action: 'report-issued', says: { number, numberYear: year, numberPlace: place, digest: row.digest } },
    }
  })

/** The first number of a year that nobody has. Whoever else issues waits for this one. */
async function nextPlace(writing: Writing, year: number): Promise<number> {
  await holdLedger(writing)
  const { report: r } = writing.t
  const [last] = await writing.db
    .select({ place: r.numberPlace })
    .from(r)
    .where(eq(r.numberYear, year))
    .orderBy(desc(r.numberPlace))
    .limit(1)
  return (last?.place ?? 0) + 1
}

export const withdrawReport = (
  store: Store,
  actor: Actor,
  move: Asked & { readonly reason: string },
): Promise<ReportRow> =>
  moveReport(store, actor, { ...move, move: 'withdraw' }, (_, now) => ({
    columns: { withdrawnBy: actor.accountId, withdrawnAt: now, withdrawalReason: move.reason },
    event: { action: 'report-withdrawn', says: { withdrawalReason: move.reason } },
  }))

type Asked = { readonly id: string; readonly version: number }
type Changed = {
  readonly columns: Partial<ReportColumns>
  readonly event?: { readonly action: SingleAction; readonly says?: Readonly<Record<string, unknown>> }
}

/** One move of a report, in one transaction with its event. @throws DomainError not-found, version-conflict, wrong-state */
async function moveReport(
  store: Store,
  actor: Actor,
  { id, version, move }: Asked & { readonly move: ReportMove },
  change: (row: ReportRow, now: string, writing: Writing) => Changed | Promise<Changed>,
): Promise<ReportRow> {
  return store.write(async (writing) => {
    const { db, t, now, event } = writing
    const row = await getReport(writing, id)
    if (row.version !== version) throw new DomainError('version-conflict', { current: row.version })
    const state = nextReportState(row.state, move)
    if (state === undefined) throw new DomainError('wrong-state', { state: row.state })
    const { columns, event: told } = await change(row, now, writing)
    if (columns.making === 'queued') await checkQueue(writing, row.authorId)
    const [after] = await db
      .update(t.report)
      .set({ ...columns, state, version: version + 1, ...(columns.making !== undefined && { turn: row.turn + 1 }) })
      .where(and(eq(t.report.id, id), eq(t.report.version, version)))
      .returning()
    if (after === undefined) throw new DomainError('version-conflict', { current: version + 1 })
    if (told !== undefined) {
      await event({ ...ofReport(actor, id, told.action), after: { state, ...told.says } })
    }
    return after as ReportRow
  })
}
