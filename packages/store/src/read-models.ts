import {
  type Accumulation,
  type CellValue,
  type IndicatorDefinition,
  longestCarry,
  parsePeriod,
  totalsByPeriod,
} from '@xushi/domain'
import { and, asc, desc, eq, gte, lte, ne } from './drizzle.ts'
import type { EntryRow } from './progress-entries.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store, Writing } from './store.ts'

/** The region of national figures; they never enter a total of regions. */
export const nation = '000000'

/** How an indicator's cells add up over regions. */
export function accumulationOf({ kind, aggregation }: Pick<IndicatorDefinition, 'kind' | 'aggregation'>): Accumulation {
  if (kind === 'yes-no') return 'flag'
  return aggregation.time === 'sum' ? 'flow' : 'stock'
}

/**
 * Keeps the read models of an entry's indicator, in the transaction that made it count, corrected or withdrew it: the standing of its
 * region, and the totals of its period and of the later ones that its value stands in for.
 */
export async function refreshReadModels(writing: Writing, entry: EntryRow): Promise<void> {
  await refreshStanding(writing, entry.indicatorId, entry.region)
  if (entry.region !== nation) await refreshTotals(writing, entry.indicatorId, entry.endsOn)
}

type Approved = CellValue & { readonly demo: boolean }

async function approvedCells(
  { db, t }: Reading,
  indicatorId: string,
  span: { readonly from?: string; readonly to?: string; readonly region?: string } = {},
): Promise<Approved[]> {
  const { from, to, region } = span
  const e = t.progressEntry
  const rows = await db
    .select({
      region: e.region,
      unit: e.unitId,
      period: e.period,
      endsOn: e.endsOn,
      value: e.value,
      absence: e.absence,
      demo: e.demo,
    })
    .from(e)
    .where(
      and(
        eq(e.indicatorId, indicatorId),
        eq(e.state, 'approved'),
        region === undefined ? ne(e.region, nation) : eq(e.region, region),
        from === undefined ? undefined : gte(e.endsOn, from),
        to === undefined ? undefined : lte(e.endsOn, to),
      ),
    )
    .orderBy(asc(e.endsOn), asc(e.period), asc(e.region), asc(e.unitId))
  return rows as Approved[]
}

async function refreshStanding(writing: Writing, indicatorId: string, region: string): Promise<void> {
  const { db, t } = writing
  const s = t.standing
  const cells = await approvedCells(writing, indicatorId, { region })
  await db.delete(s).where(and(eq(s.indicatorId, indicatorId), eq(s.region, region)))
  const last = cells.at(-1)
  if (last === undefined) return
  await db.insert(s).values({
    indicatorId,
    region,
    lastPeriod: last.period,
    lastEndsOn: last.endsOn,
    lastValue: last.value,
    lastAbsence: last.absence,
    total: cells.reduce((sum, { value }) => sum + (value ?? 0), 0),
    entryCount: cells.length,
  })
}

/**
 * Totals from the changed period on. A stock stands in for later periods, a flag until it changes, so the periods after it are made
 * again too: few, since the tables hold one row a period.
 */
async function refreshTotals(writing: Writing, indicatorId: string, changedOn: string): Promise<void> {
  const { db, t } = writing
  const accumulation = await accumulationInForce(writing, indicatorId)
  const isFlow = accumulation === 'flow'
  const span = await spanOfTotals(writing, indicatorId, { accumulation, on: changedOn })
  const cells = await approvedCells(writing, indicatorId, span)
  const p = t.periodTotal
  const affected = and(
    eq(p.indicatorId, indicatorId),
    gte(p.endsOn, changedOn),
    isFlow ? lte(p.endsOn, changedOn) : undefined,
  )
  await db.delete(p).where(affected)
  const rows = totalRows(accumulation, indicatorId, cells).filter(
    ({ endsOn }) => endsOn >= changedOn && (!isFlow || endsOn <= changedOn),
  )
  if (rows.length > 0) await db.insert(p).values(rows)
}

/** The cells that the totals from a changed period on are made of: a flow's period stands alone, a flag holds from any time. */
async function spanOfTotals(
  writing: Writing,
  indicatorId: string,
  changed: { readonly accumulation: Accumulation; readonly on: string },
): Promise<{ readonly from?: string; readonly to?: string }> {
  const { accumulation, on } = changed
  if (accumulation === 'flow') return { from: on, to: on }
  return accumulation === 'stock' ? { from: await carriedFrom(writing, indicatorId, on) } : {}
}

/** The period from which values can still stand in for the changed one: the second before it. */
async function carriedFrom({ db, t }: Reading, indicatorId: string, changedOn: string): Promise<string> {
  const p = t.periodTotal
  const rows = await db
    .select({ endsOn: p.endsOn })
    .from(p)
    .where(and(eq(p.indicatorId, indicatorId), lte(p.endsOn, changedOn)))
    .orderBy(asc(p.endsOn))
  return (
    rows
      .map(({ endsOn }) => endsOn)
      .filter((endsOn) => endsOn < changedOn)
      .at(-longestCarry) ?? changedOn
  )
}

function totalRows(
  accumulation: Accumulation,
  indicatorId: string,
  cells: readonly Approved[],
): Tables['periodTotal']['$inferInsert'][] {
  const periods = periodsOf(cells)
  const demo = new Set(cells.filter((cell) => cell.demo).map(({ period }) => period))
  return totalsByPeriod(accumulation, cells, periods).map(({ period, endsOn, total, reported, carried, withheld }) => ({
    indicatorId,
    period,
    endsOn,
    total,
    reported,
    carried,
    withheld,
    demo: demo.has(period),
  }))
}

/** The periods of cells, oldest first; every month from the first to the last where they are months, so that gaps show. */
export function periodsOf(cells: readonly { readonly period: string; readonly endsOn: string }[]) {
  const codes = new Map(cells.map(({ period, endsOn }) => [period, endsOn]))
  return [...codes].map(([code, endsOn]) => ({ code, endsOn })).sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

const order = ({ code, endsOn }: { code: string; endsOn: string }) =>
  `${endsOn} ${parsePeriod(code)?.startsOn ?? ''} ${code}`

async function accumulationInForce({ db, t }: Reading, indicatorId: string): Promise<Accumulation> {
  const c = t.catalogueItem
  const [row] = await db
    .select({ body: c.body })
    .from(c)
    .where(and(eq(c.kind, 'indicator'), eq(c.id, indicatorId)))
    .orderBy(desc(c.sinceSeq))
    .limit(1)
  if (row === undefined) return 'flow'
  return accumulationOf(JSON.parse(row.body))
}

/** Makes the totals of one indicator again: its definition adds up in another way now. */
export async function remakeTotals(writing: Writing, indicatorId: string): Promise<void> {
  const { db, t } = writing
  await db.delete(t.periodTotal).where(eq(t.periodTotal.indicatorId, indicatorId))
  const accumulation = await accumulationInForce(writing, indicatorId)
  const rows = totalRows(accumulation, indicatorId, await approvedCells(writing, indicatorId))
  for (let start = 0; start < rows.length; start += 500)
    await db.insert(t.periodTotal).values(rows.slice(start, start + 500))
}

/** Makes all read models again from the approved entries. A test holds them equal to the ones that were kept. */
export async function rebuildReadModels(store: Store): Promise<{ readonly indicators: number }> {
  return store.write(async (writing) => {
    const { db, t } = writing
    await db.delete(t.standing)
    await db.delete(t.periodTotal)
    const e = t.progressEntry
    const pairs = await db
      .selectDistinct({ indicatorId: e.indicatorId, region: e.region })
      .from(e)
      .where(eq(e.state, 'approved'))
      .orderBy(asc(e.indicatorId), asc(e.region))
    for (const { indicatorId, region } of pairs) await refreshStanding(writing, indicatorId, region)
    const indicators = [...new Set(pairs.map(({ indicatorId }) => indicatorId))]
    for (const indicatorId of indicators) await remakeTotals(writing, indicatorId)
    return { indicators: indicators.length }
  })
}
