import { type EntryState, openStates } from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { asksCorrection } from './asked-corrections.ts'
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, sql } from './drizzle.ts'
import { type FilingKind, type FilingRow, isOpen } from './filings.ts'
import type { Tables } from './schema.ts'
import type { Reading } from './store.ts'

export type FilingFilter = {
  readonly kinds: readonly FilingKind[]
  readonly subjects?: readonly string[]
  readonly states?: readonly EntryState[]
  readonly region?: string
  readonly unitIds?: readonly string[]
  readonly recorderId?: string
  readonly sourceThread?: string
  readonly threads?: readonly string[]
}

function conditionsOf({ filing: f }: Tables, filter: FilingFilter): SQL[] {
  const { kinds, subjects, states, region, unitIds, recorderId, sourceThread, threads } = filter
  const conditions: SQL[] = [inArray(f.kind, [...kinds])]
  if (subjects !== undefined) conditions.push(inArray(f.subject, [...subjects]))
  if (states !== undefined) conditions.push(inArray(f.state, [...states]))
  if (region !== undefined) conditions.push(eq(f.region, region))
  if (unitIds !== undefined) conditions.push(inArray(f.unitId, [...unitIds]))
  if (recorderId !== undefined) conditions.push(eq(f.recorderId, recorderId))
  if (threads !== undefined) conditions.push(inArray(f.thread, [...threads]))
  if (sourceThread !== undefined) conditions.push(eq(f.sourceThread, sourceThread))
  return conditions
}

/** Filings that counted at a ledger number (null: now), oldest first. */
export async function countedFilings(
  { db, t }: Reading,
  filter: Omit<FilingFilter, 'states'>,
  knownSeq: number | null,
): Promise<FilingRow[]> {
  const { filing: f } = t
  const counted =
    knownSeq === null
      ? eq(f.state, 'approved')
      : and(isNotNull(f.approvedSeq), lte(f.approvedSeq, knownSeq), or(isNull(f.endedSeq), gt(f.endedSeq, knownSeq)))
  const rows = await db
    .select()
    .from(f)
    .where(and(...conditionsOf(t, filter), counted))
    .orderBy(asc(f.happenedOn), asc(f.approvedSeq), asc(f.id))
  return rows as FilingRow[]
}

/** The last days of filings, by their ids; null where one has none. */
export async function lastDaysOf(
  { db, t: { filing: f } }: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: f.id, validTo: f.validTo })
    .from(f)
    .where(inArray(f.id, [...ids]))
  return new Map(rows.map(({ id, validTo }) => [id, validTo]))
}

export type FilingPage = { readonly rows: readonly FilingRow[]; readonly total: number; readonly next: string | null }

/**
 * Filings, newest change first, in pages.
 *
 * @param filter.asked those that a correction is asked of and nobody has begun, or all
 * @param page.cursor `next` of the page before; null for the first
 */
export async function listFilings(
  reading: Reading,
  { asked, ...filter }: FilingFilter & { readonly asked?: true },
  page: { readonly cursor: string | null; readonly limit: number },
): Promise<FilingPage> {
  const { db, t } = reading
  const { filing: f } = t
  const wanted = [...conditionsOf(t, filter), asked && asksCorrection(reading, f)]
  const [updatedAt, id] = page.cursor?.split('~') ?? []
  const after =
    updatedAt === undefined || id === undefined
      ? undefined
      : or(lt(f.updatedAt, updatedAt), and(eq(f.updatedAt, updatedAt), lt(f.id, id)))
  const rows = await db
    .select()
    .from(f)
    .where(and(...wanted, after))
    .orderBy(desc(f.updatedAt), desc(f.id))
    .limit(page.limit + 1)
  const [counted] = await db
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(f)
    .where(and(...wanted))
  const shown = (rows as FilingRow[]).slice(0, page.limit)
  const last = shown.at(-1)
  const next = rows.length > page.limit && last !== undefined ? `${last.updatedAt}~${last.id}` : null
  return { rows: shown, total: counted?.total ?? 0, next }
}

/** What stands for a thread: the filing that counts, with what is open beside it; or what is open alone. */
export type StandingFiling = { readonly row: FilingRow; readonly open: FilingRow | null }

/** The filings of a subject that stand for their threads, of those that somebody may see; threads that are over are left out. */
export async function threadsOf(
  { db, t: { filing: f } }: Reading,
  subject: string,
  maySee: (row: FilingRow) => boolean,
  most: number,
): Promise<StandingFiling[]> {
  const rows = await db
    .select()
    .from(f)
    .where(
      and(
        inArray(f.kind, ['case', 'promotion']),
        eq(f.subject, subject),
        inArray(f.state, [...openStates, 'approved']),
      ),
    )
    .orderBy(desc(f.updatedAt), desc(f.id))
    .limit(most)
  const seen = (rows as FilingRow[]).filter(maySee)
  return Array.from(
    Map.groupBy(seen, ({ thread }) => thread),
    ([, some]) => {
      const open = some.find(({ state }) => isOpen(state)) ?? null
      const counting = some.find(({ state }) => state === 'approved') ?? null
      return counting === null ? some.map((row) => ({ row, open: null })) : [{ row: counting, open }]
    },
  ).flat()
}

/** How many cases and choices count in each register, whenever they began. */
export async function countRegisterCases({ db, t: { filing: f } }: Reading): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ subject: f.subject, total: sql`count(*)`.mapWith(Number) })
    .from(f)
    .where(and(inArray(f.kind, ['case', 'promotion']), eq(f.state, 'approved')))
    .groupBy(f.subject)
  return new Map(rows.map(({ subject, total }) => [subject, total]))
}
