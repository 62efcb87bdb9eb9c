import {
  DomainError,
  type ReportKind,
  type Role,
  type ScheduleState,
  type SingleAction,
  shanghaiDate,
} from '@xushi/domain'
import { and, asc, eq, isNull, ne, notInArray } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store, Writing } from './store.ts'

type Columns = Tables['reportSchedule']['$inferSelect']

/** What reports a schedule drafts, on which day of the month, and whom it tells. */
export type Schedule = {
  readonly programme: string
  readonly kind: ReportKind
  readonly language: 'zh' | 'en'
  /** Codes of regions, the nation (`000000`) among them. */
  readonly regions: readonly string[]
  /** Of the month, 1 to 28. */
  readonly day: number
  readonly recipients: readonly Role[]
}
export type ScheduleRow = Omit<Columns, keyof Schedule | 'state'> & Schedule & { readonly state: ScheduleState }

/** The row as it is used: its lists are kept as JSON. */
export const scheduleOf = ({ kind, language, regions, recipients, state, ...row }: Columns): ScheduleRow => ({
  ...row,
  kind: kind as ReportKind,
  language: language as Schedule['language'],
  regions: JSON.parse(regions),
  recipients: JSON.parse(recipients),
  state: state as ScheduleState,
})

const columnsOf = ({ programme, kind, language, regions, day, recipients }: Schedule) => ({
  ...{ programme, kind, language, day },
  regions: JSON.stringify(regions),
  recipients: JSON.stringify(recipients),
})

/** What of a schedule stands in the ledger. */
const ledgered = ({ programme, kind, language, regions, day, recipients, state, sinceOn }: ScheduleRow) => ({
  ...{ programme, kind, language, regions, day, recipients },
  ...{ state, sinceOn },
})

/** All schedules that were not deleted, the oldest first. */
export async function listSchedules({ db, t: { reportSchedule: s } }: Reading): Promise<readonly ScheduleRow[]> {
  const rows = await db.select().from(s).where(ne(s.state, 'deleted')).orderBy(asc(s.createdAt), asc(s.id))
  return rows.map(scheduleOf)
}

export async function createSchedule(store: Store, actor: Actor, schedule: Schedule): Promise<ScheduleRow> {
  return store.write(async (writing) => {
    const { db, t, now } = writing
    const made = { id: newId(), madeBy: actor.accountId, createdAt: now, sinceOn: shanghaiDate(now), version: 1 }
    const [inserted] = await db
      .insert(t.reportSchedule)
      .values({ ...columnsOf(schedule), ...made, state: 'active' })
      .returning()
    if (inserted === undefined) throw new Error('a row that was inserted comes back')
    const row = scheduleOf(inserted)
    await told(writing, actor, 'schedule-created', { before: null, row })
    return row
  })
}

type Asked = { readonly id: string; readonly version: number }
export type ScheduleChange = Partial<Omit<Schedule, 'programme'>> & { readonly state?: 'active' | 'paused' }

/**
 * Changes a schedule, pauses it or lets it go on. Whoever saves it is the author of its reports from then on; what was due before that
 * day is not made up.
 *
 * @throws DomainError not-found, version-conflict
 */
export const changeSchedule = (
  store: Store,
  actor: Actor,
  { id, version, ...change }: Asked & ScheduleChange,
): Promise<ScheduleRow> => save(store, actor, { id, version }, 'schedule-changed', change)

/** Ends a schedule; its reports stay. @throws DomainError not-found, version-conflict */
export const deleteSchedule = (store: Store, actor: Actor, asked: Asked): Promise<ScheduleRow> =>
  save(store, actor, asked, 'schedule-deleted', { state: 'deleted' })

async function save(
  store: Store,
  actor: Actor,
  { id, version }: Asked,
  action: 'schedule-changed' | 'schedule-deleted',
  change: Partial<Schedule> & { readonly state?: ScheduleState },
): Promise<ScheduleRow> {
  return store.write(async (writing) => {
    const { db, t, now } = writing
    const { reportSchedule: s } = t
    const [found] = await db
      .select()
      .from(s)
      .where(and(eq(s.id, id), ne(s.state, 'deleted')))
    if (found === undefined) throw new DomainError('not-found')
    const before = scheduleOf(found)
    const isSaved = action === 'schedule-changed'
    const wanted = { ...before, ...change }
    const [updated] = await db
      .update(s)
      .set({
        ...columnsOf(wanted),
        state: wanted.state,
        ...(isSaved && { sinceOn: shanghaiDate(now), madeBy: actor.accountId }),
        version: version + 1,
      })
      .where(and(eq(s.id, id), eq(s.version, version), ne(s.state, 'deleted')))
      .returning()
    if (updated === undefined) throw new DomainError('version-conflict', { version: before.version })
    const row = scheduleOf(updated)
    await dropWaiting(writing, before, row)
    await told(writing, actor, action, { before, row })
    return row
  })
}

/** What a schedule had not drafted yet and does not want any more. */
async function dropWaiting(
  { db, t: { scheduledReport: d } }: Writing,
  before: ScheduleRow,
  { id, state, kind, regions }: ScheduleRow,
): Promise<void> {
  const isOther = state !== 'active' || kind !== before.kind
  await db
    .delete(d)
    .where(
      and(
        eq(d.scheduleId, id),
        isNull(d.reportId),
        isNull(d.failure),
        isOther ? undefined : notInArray(d.region, [...regions]),
      ),
    )
}

async function told(
  { event }: Writing,
  actor: Actor,
  action: SingleAction,
  { before, row }: { readonly before: ScheduleRow | null; readonly row: ScheduleRow },
): Promise<void> {
  await event({
    ...{ actor, action, subjectKind: 'report-schedule', subjectId: row.id, movesFigures: false },
    ...(before !== null && { before: ledgered(before) }),
    after: ledgered(row),
  })
}
