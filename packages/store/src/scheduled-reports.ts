import { canonicalJson } from '@xushi/domain'
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from './drizzle.ts'
import { type Actor, holdLedger } from './ledger.ts'
import { type NewMessage, putMessages } from './messages.ts'
import type { ReportRow } from './report-archive.ts'
import type { ReportFailure } from './report-making.ts'
import { type ScheduleRow, scheduleOf } from './report-schedules.ts'
import { insertDraft, type NewReport } from './reports.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store } from './store.ts'

/** What a schedule owes: one report for each region and month. */
export type ScheduledKey = { readonly scheduleId: string; readonly region: string; readonly month: string }
export type Scheduled = Omit<Tables['scheduledReport']['$inferSelect'], 'failure' | 'told'> & {
  readonly failure: ReportFailure | null
  readonly told: 'ready' | 'failed' | null
}
/** With the report that became of it; null where none did, or not yet. */
export type ScheduledOutcome = { readonly scheduled: Scheduled; readonly report: ReportRow | null }

type Joined = {
  readonly scheduled_report: Tables['scheduledReport']['$inferSelect']
  readonly report: Tables['report']['$inferSelect'] | null
}

const outcomeOf = ({ scheduled_report: row, report }: Joined): ScheduledOutcome => ({
  scheduled: scheduledOf(row),
  report: report as ReportRow | null,
})
const scheduledOf = ({ failure, told, ...row }: Tables['scheduledReport']['$inferSelect']): Scheduled => ({
  ...row,
  failure: failure === null ? null : JSON.parse(failure),
  told: told as Scheduled['told'],
})

const rowOf = ({ scheduledReport: d }: Tables, { scheduleId, region, month }: ScheduledKey) =>
  and(eq(d.scheduleId, scheduleId), eq(d.region, region), eq(d.month, month))

/** Which of several things that are owed nobody wrote down yet. */
export async function notBegun(
  { db, t: { scheduledReport: d } }: Reading,
  keys: readonly ScheduledKey[],
): Promise<readonly ScheduledKey[]> {
  if (keys.length === 0) return []
  const months = [...new Set(keys.map(({ month }) => month))]
  const rows = await db.select().from(d).where(inArray(d.month, months))
  const known = new Set(rows.map(keyText))
  return keys.filter((key) => !known.has(keyText(key)))
}

const keyText = ({ scheduleId, region, month }: ScheduledKey) => `${scheduleId} ${region} ${month}`

/** Writes down what is owed; another instance may have been first. */
export async function beginScheduled(store: Store, keys: readonly ScheduledKey[]): Promise<void> {
  if (keys.length === 0) return
  await store.write(async ({ db, t }) => {
    const open = { reportId: null, failure: null, told: null }
    await db
      .insert(t.scheduledReport)
      .values(keys.map(({ scheduleId, region, month }) => ({ scheduleId, region, month, ...open })))
      .onConflictDoNothing()
  })
}

export type Waiting = { readonly scheduled: Scheduled; readonly schedule: ScheduleRow }

/** What is owed and has neither become a report nor failed, the oldest month first. */
export async function scheduledWaiting({ db, t }: Reading): Promise<readonly Waiting[]> {
  const { scheduledReport: d, reportSchedule: s } = t
  const rows = await db
    .select()
    .from(d)
    .innerJoin(s, eq(s.id, d.scheduleId))
    .where(and(isNull(d.reportId), isNull(d.failure), eq(s.state, 'active')))
    .orderBy(asc(d.month), asc(s.createdAt), asc(d.region))
  return rows.map((row) => ({
    scheduled: scheduledOf(row.scheduled_report),
    schedule: scheduleOf(row.report_schedule),
  }))
}

/**
 * Drafts one report that is owed, once: whoever else is about to waits, and finds it drafted.
 *
 * @returns null where it was drafted or given up meanwhile, or its schedule was changed
 * @throws DomainError too-many-reports while too many of its author's wait
 */
export async function draftScheduled(
  store: Store,
  actor: Actor,
  { scheduled, schedule }: Waiting,
  report: NewReport,
): Promise<ReportRow | null> {
  return store.write(async (writing) => {
    await holdLedger(writing)
    const { db, t } = writing
    const { scheduledReport: d, reportSchedule: s } = t
    const [still] = await db
      .select({ id: s.id })
      .from(d)
      .innerJoin(s, eq(s.id, d.scheduleId))
      .where(and(rowOf(t, scheduled), isNull(d.reportId), isNull(d.failure), eq(s.version, schedule.version)))
    if (still === undefined) return null
    const row = await insertDraft(writing, actor, report)
    await db.update(d).set({ reportId: row.id }).where(rowOf(t, scheduled))
    return row
  })
}

/** Keeps why there is no report. */
export async function failScheduled(store: Store, key: ScheduledKey, failure: ReportFailure): Promise<void> {
  await store.write(async ({ db, t }) => {
    const { scheduledReport: d } = t
    await db
      .update(d)
      .set({ failure: canonicalJson(failure) })
      .where(and(rowOf(t, key), isNull(d.reportId), isNull(d.failure)))
  })
}

/** What came of schedules and its people were not told of: reports that are ready, and what failed. */
export async function scheduledUntold({
  db,
  t,
}: Reading): Promise<readonly (ScheduledOutcome & { readonly schedule: ScheduleRow })[]> {
  const { scheduledReport: d, reportSchedule: s, report: r } = t
  const isReady = and(eq(r.making, 'ready'), or(isNull(d.told), eq(d.told, 'failed')))
  const hasFailed = and(isNull(d.told), or(isNotNull(d.failure), eq(r.making, 'failed')))
  const rows = await db
    .select()
    .from(d)
    .innerJoin(s, eq(s.id, d.scheduleId))
    .leftJoin(r, eq(r.id, d.reportId))
    .where(and(or(isReady, hasFailed), or(isNull(r.id), ne(r.state, 'deleted'))))
    .orderBy(asc(d.month), asc(d.region))
  return rows.map((row) => ({ ...outcomeOf(row), schedule: scheduleOf(row.report_schedule) }))
}

/** Tells people what came of something that was owed, once. */
export async function tellScheduled(
  store: Store,
  key: ScheduledKey,
  told: 'ready' | 'failed',
  { messages, byMail }: { readonly messages: readonly NewMessage[]; readonly byMail: boolean },
): Promise<void> {
  await store.write(async (writing) => {
    const { db, t } = writing
    const { scheduledReport: d } = t
    const wasNot = told === 'ready' ? or(isNull(d.told), ne(d.told, 'ready')) : isNull(d.told)
    const rows = await db
      .update(d)
      .set({ told })
      .where(and(rowOf(t, key), wasNot))
      .returning({ month: d.month })
    if (rows.length > 0) await putMessages(writing, messages, byMail)
  })
}

/** What came of each region of each schedule the last time. */
export async function lastOutcomes({ db, t }: Reading): Promise<readonly ScheduledOutcome[]> {
  const { scheduledReport: d, report: r } = t
  const last = db
    .select({
      scheduleId: d.scheduleId,
      region: d.region,
      month: sql`max(${d.month})`.mapWith(d.month).as('last_month'),
    })
    .from(d)
    .groupBy(d.scheduleId, d.region)
    .as('last')
  const isLast = and(eq(d.scheduleId, last.scheduleId), eq(d.region, last.region), eq(d.month, last.month))
  const rows = await db
    .select({ scheduled_report: d, report: r })
    .from(d)
    .innerJoin(last, isLast)
    .leftJoin(r, eq(r.id, d.reportId))
    .orderBy(desc(d.month), asc(d.region))
  return rows.map(outcomeOf)
}
