import { type Absence, monthsFilled, type PeriodTotal, totalsByPeriod } from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from './drizzle.ts'
import type { EntryRow } from './progress-entries.ts'
import { accumulationOf, nation, periodsOf } from './read-models.ts'
import type { Tables } from './schema.ts'
import type { Reading } from './store.ts'

/** Entries that counted at a ledger number; null for now. */
function counting({ progressEntry: e }: Tables, knownSeq: number | null): SQL | undefined {
  if (knownSeq === null) return eq(e.state, 'approved')
  return and(isNotNull(e.approvedSeq), lte(e.approvedSeq, knownSeq), or(isNull(e.endedSeq), gt(e.endedSeq, knownSeq)))
}

/** One indicator, as far as adding its entries up needs it. */
type Indicator = { readonly id: string } & Parameters<typeof accumulationOf>[0]

/** A period's total with the mark of demonstration data. */
export type StoredTotal = PeriodTotal & { readonly demo: boolean }

/**
 * The totals over regions of several indicators, oldest period first, by indicator. From the read model for now; for an earlier
 * `knownSeq` the same aggregation runs over the entries that counted then.
 */
export async function regionalTotals(
  reading: Reading,
  indicators: readonly Indicator[],
  knownSeq: number | null,
): Promise<ReadonlyMap<string, readonly StoredTotal[]>> {
  const { db, t } = reading
  const ids = indicators.map(({ id }) => id)
  const totals = new Map<string, StoredTotal[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return totals
  if (knownSeq === null) {
    const p = t.periodTotal
    const rows = await db.select().from(p).where(inArray(p.indicatorId, ids)).orderBy(asc(p.endsOn), asc(p.period))
    for (const { indicatorId, ...total } of rows) totals.get(indicatorId)?.push(total)
    return withGaps(indicators, totals)
  }
  for (const indicator of indicators) {
    const cells = (await countedEntries(reading, { indicatorId: indicator.id, knownSeq })).filter(
      ({ region }) => region !== nation,
    )
    const demo = new Set(cells.filter((cell) => cell.demo).map(({ period }) => period))
    const accumulation = accumulationOf(indicator)
    const made = totalsByPeriod(
      accumulation,
      cells.map(({ unitId, ...cell }) => ({ ...cell, unit: unitId })),
      periodsOf(cells),
    )
    totals.set(
      indicator.id,
      made.map((total) => ({ ...total, demo: demo.has(total.period) })),
    )
  }
  return withGaps(indicators, totals)
}

/** Flows with a row for each month nobody reported: a missing month makes what follows a lower bound. */
function withGaps(indicators: readonly Indicator[], totals: ReadonlyMap<string, readonly StoredTotal[]>) {
  const flows = new Set(indicators.filter((indicator) => accumulationOf(indicator) === 'flow').map(({ id }) => id))
  return new Map(
    [...totals].map(([id, rows]) => [
      id,
      flows.has(id) ? monthsFilled(rows, (total) => ({ ...total, demo: false })) : rows,
    ]),
  )
}

export type CountedFilter = {
  readonly indicatorId: string
  readonly knownSeq: number | null
  readonly region?: string
  readonly period?: string
  readonly from?: string
  readonly to?: string
}

/** The entries of an indicator that count, oldest period first. `from` and `to` bound the last day of the period. */
export async function countedEntries({ db, t }: Reading, filter: CountedFilter): Promise<EntryRow[]> {
  const e = t.progressEntry
  const rows = await db
    .select()
    .from(e)
    .where(counted(t, filter))
    .orderBy(asc(e.endsOn), asc(e.period), asc(e.region), asc(e.unitId))
  return rows as EntryRow[]
}

/** What stands in the cells of an indicator, and nothing besides: a series has a hundred thousand of them. */
export type CountedCell = Pick<EntryRow, 'region' | 'period' | 'value' | 'absence'>

/** The same entries in the same order, as a series needs them. */
export async function countedCells({ db, t }: Reading, filter: CountedFilter): Promise<CountedCell[]> {
  const e = t.progressEntry
  const rows = await db
    .select({ region: e.region, period: e.period, value: e.value, absence: e.absence })
    .from(e)
    .where(counted(t, filter))
    .orderBy(asc(e.endsOn), asc(e.period), asc(e.region), asc(e.unitId))
  return rows as CountedCell[]
}

function counted(t: Tables, { indicatorId, knownSeq, region, period, from, to }: CountedFilter) {
  const e = t.progressEntry
  return and(
    eq(e.indicatorId, indicatorId),
    counting(t, knownSeq),
    region === undefined ? undefined : eq(e.region, region),
    period === undefined ? undefined : eq(e.period, period),
    from === undefined ? undefined : gt(e.endsOn, from),
    to === undefined ? undefined : lte(e.endsOn, to),
  )
}

/** Approved entries of the nation, for several indicators, oldest first. */
export async function nationalEntries(
  { db, t }: Reading,
  indicatorIds: readonly string[],
  knownSeq: number | null,
): Promise<EntryRow[]> {
  if (indicatorIds.length === 0) return []
  const e = t.progressEntry
  const rows = await db
    .select()
    .from(e)
    .where(and(inArray(e.indicatorId, [...indicatorIds]), eq(e.region, nation), counting(t, knownSeq)))
    .orderBy(asc(e.endsOn))
  return rows as EntryRow[]
}

/** The newest 滞后原因 that was approved with a value of an indicator in a region, for values up to a day. */
export type RecordedLag = Pick<EntryRow, 'indicatorId' | 'region' | 'period' | 'endsOn'> & { readonly lag: string }

/** The last reasons for lag of several indicators, one a region at most, as known at a ledger number (null: now). */
export async function recordedLags(
  { db, t }: Reading,
  indicatorIds: readonly string[],
  { knownSeq, on }: { readonly knownSeq: number | null; readonly on: string },
): Promise<readonly RecordedLag[]> {
  if (indicatorIds.length === 0) return []
  const e = t.progressEntry
  const { indicatorId, region, period, endsOn, lag } = e
  const rows = await db
    .select({ indicatorId, region, period, endsOn, lag })
    .from(e)
    .where(and(isNotNull(lag), inArray(indicatorId, [...indicatorIds]), lte(endsOn, on), counting(t, knownSeq)))
    .orderBy(asc(endsOn))
  const last = new Map<string, RecordedLag>()
  for (const row of rows) if (row.lag !== null) last.set(`${row.indicatorId} ${row.region}`, { ...row, lag: row.lag })
  return Array.from(last, ([, lag]) => lag)
}

/** The values of entries by id, whatever became of them. */
export async function entryValues(
  { db, t: { progressEntry: e } }: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: e.id, value: e.value })
    .from(e)
    .where(inArray(e.id, [...ids]))
  return new Map(rows.map(({ id, value }) => [id, value]))
}

/** What one region holds of an indicator. `total` adds flows up; `last…` is its newest period. */
export type Standing = {
  readonly indicatorId: string
  readonly region: string
  readonly lastPeriod: string
  readonly lastEndsOn: string
  readonly lastValue: number | null
  readonly lastAbsence: Absence | null
  readonly total: number
  readonly entryCount: number
}

/** The standings of one region, from the read model: now, on any date not before its newest period. */
export async function standingsOf({ db, t }: Reading, region: string): Promise<Standing[]> {
  const rows = await db.select().from(t.standing).where(eq(t.standing.region, region))
  return rows as Standing[]
}

/** Whether any entry that is not for demonstration is there, or any that is. */
export async function hasEntries({ db, t }: Reading, demo: boolean): Promise<boolean> {
  const e = t.progressEntry
  const rows = await db.select({ id: e.id }).from(e).where(eq(e.demo, demo)).limit(1)
  return rows.length > 0
}

/** The newest approved period of every indicator and region, by `indicator region`. */
export async function lastPeriods({ db, t }: Reading): Promise<ReadonlyMap<string, string>> {
  const s = t.standing
  const rows = await db.select({ indicatorId: s.indicatorId, region: s.region, lastPeriod: s.lastPeriod }).from(s)
  return new Map(rows.map(({ indicatorId, region, lastPeriod }) => [`${indicatorId} ${region}`, lastPeriod]))
}
