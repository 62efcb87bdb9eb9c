import { createHash } from 'node:crypto'
import { type Catalogue, canonicalJson, type IndicatorDefinition } from '@xushi/domain'
import { type DecisionRow, type Drift, decidedParts, decideFirstValues, decisionsKnown } from './decisions.ts'
import { and, asc, eq, gt, isNull, lte, or, sql } from './drizzle.ts'
import { countedFilings } from './filing-lists.ts'
import { type Actor, holdLedger } from './ledger.ts'
import { accumulationOf, remakeTotals } from './read-models.ts'
import type { Reading, Store, Writing } from './store.ts'

type Kind = 'programme' | 'indicator' | 'register' | 'calendar-year' | 'published-figure' | 'region' | 'unit'
type Item = { readonly kind: Kind; readonly id: string; readonly programme: string | null; readonly body: unknown }

export type CatalogueUpdate = {
  readonly added: number
  readonly changed: number
  readonly ended: number
  readonly decided: number
  readonly drift: readonly Drift[]
}

/**
 * Brings the store up to date with the checked catalogue, in one transaction. Nothing that was recorded is lost, no decision is
 * overwritten, and a second run changes nothing and leaves no event. What is no longer in the data ends, and its history stays; if
 * entries speak of it, it goes on and is reported.
 */
export async function bringUpToDate(store: Store, catalogue: Catalogue): Promise<CatalogueUpdate> {
  const actor: Actor = { accountId: `catalogue@${catalogue.digest.slice(0, 12)}`, unitId: null, origin: 'system' }
  return store.write(async (writing) => {
    // Another instance may be starting with the same catalogue at this moment.
    await holdLedger(writing)
    const current = await itemsInForce(writing)
    const wanted = itemsOf(catalogue)
    const counts = { added: 0, changed: 0, ended: 0 }
    for (const [position, item] of wanted.entries()) {
      const key = `${item.kind} ${item.id}`
      const body = canonicalJson(item.body)
      const digest = createHash('sha256').update(body).digest('hex')
      const before = current.get(key)
      current.delete(key)
      if (before?.digest === digest) {
        if (before.position !== position) await moveItem(writing, item, position)
        continue
      }
      const { seq } = await writing.event({
        actor,
        action: before === undefined ? 'definition-added' : 'definition-changed',
        subjectKind: item.kind,
        subjectId: item.id,
        ...(before === undefined ? {} : { before: JSON.parse(before.body) }),
        after: item.body,
        movesFigures: true,
      })
      if (before !== undefined) await endItem(writing, item.kind, item.id, seq)
      await writing.db
        .insert(writing.t.catalogueItem)
        .values({ ...item, position, body, digest, sinceSeq: seq, endedSeq: null })
      if (before !== undefined && addsUpOtherwise(item, before)) await remakeTotals(writing, item.id)
      counts[before === undefined ? 'added' : 'changed'] += 1
    }
    await keepSources(writing, catalogue)
    const drift: Drift[] = []
    for (const [, before] of current) {
      const { kind, id } = before
      if (await hasEntriesOf(writing, kind, id)) {
        drift.push({ subject: id, part: kind, inForce: JSON.parse(before.body), inData: null })
        continue
      }
      const event = {
        actor,
        action: 'definition-ended' as const,
        // Only kinds of the catalogue are ever stored.
        subjectKind: kind as Kind,
        subjectId: id,
        before: JSON.parse(before.body),
      }
      const { seq } = await writing.event({ ...event, movesFigures: true })
      await endItem(writing, kind, id, seq)
      counts.ended += 1
    }
    const decisions = await decideFirstValues(writing, actor, catalogue)
    return { ...counts, ...decisions, drift: [...drift, ...decisions.drift] }
  })
}

/** Whether entries speak of a definition: then it stays although the data no longer has it, for they would have no name. */
async function hasEntriesOf({ db, t: { progressEntry: e } }: Writing, kind: string, id: string): Promise<boolean> {
  const columns = { indicator: e.indicatorId, programme: e.programme, region: e.region, unit: e.unitId }
  if (!isRecordedKind(kind)) return false
  const rows = await db.select({ id: e.id }).from(e).where(eq(columns[kind], id)).limit(1)
  return rows.length > 0
}

const isRecordedKind = (kind: string): kind is Exclude<Kind, 'published-figure' | 'register' | 'calendar-year'> =>
  kind === 'indicator' || kind === 'programme' || kind === 'region' || kind === 'unit'

/** Which registers a register's members are chosen from: the database itself refuses a promotion out of any other. */
async function keepSources({ db, t }: Writing, { indicators }: Catalogue): Promise<void> {
  const rows = indicators.flatMap(({ id, chosenFrom }) => chosenFrom.map((source) => ({ register: id, source })))
  await db.delete(t.registerSource)
  if (rows.length > 0) await db.insert(t.registerSource).values(rows)
}

function addsUpOtherwise({ kind, body }: Item, before: { readonly body: string }): boolean {
  if (kind !== 'indicator') return false
  return accumulationOf(body as IndicatorDefinition) !== accumulationOf(JSON.parse(before.body))
}

function itemsOf(catalogue: Catalogue): readonly Item[] {
  return [
    ...catalogue.regions.map((body) => ({ kind: 'region', id: body.code, programme: null, body }) as const),
    ...catalogue.units.map((body) => ({ kind: 'unit', id: body.id, programme: null, body }) as const),
    ...catalogue.programmes.map((body) => ({ kind: 'programme', id: body.id, programme: body.id, body }) as const),
    ...catalogue.indicators.map(
      (body) => ({ kind: 'indicator', id: body.id, programme: body.programme, body: undecided(body) }) as const,
    ),
    ...catalogue.years.map(
      (body) => ({ kind: 'calendar-year', id: String(body.year), programme: null, body }) as const,
    ),
    ...catalogue.registers.map((body) => ({ kind: 'register', id: body.id, programme: body.programme, body }) as const),
    ...catalogue.publishedFigures.map(
      (body) => ({ kind: 'published-figure', id: body.id, programme: body.programme, body }) as const,
    ),
  ]
}

/** A definition without its decided parts, which stand in decisions. */
function undecided(indicator: IndicatorDefinition): unknown {
  return Object.fromEntries(Object.entries(indicator).filter(([key]) => !decidedParts.some((part) => part === key)))
}

async function itemsInForce({ db, t }: Reading) {
  const rows = await db.select().from(t.catalogueItem).where(isNull(t.catalogueItem.endedSeq))
  return new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]))
}

async function endItem({ db, t }: Writing, kind: string, id: string, seq: number): Promise<void> {
  const inForce = and(eq(t.catalogueItem.kind, kind), eq(t.catalogueItem.id, id), isNull(t.catalogueItem.endedSeq))
  await db.update(t.catalogueItem).set({ endedSeq: seq }).where(inForce)
}

/** Another place in the data is no change of substance: no event. */
async function moveItem({ db, t }: Writing, { kind, id }: Item, position: number): Promise<void> {
  const { catalogueItem: c } = t
  await db
    .update(c)
    .set({ position })
    .where(and(eq(c.kind, kind), eq(c.id, id), isNull(c.endedSeq)))
}

/** The newest event that changed a definition or a decision: while it stands, the catalogue does. */
export async function catalogueSeq({ db, t }: Reading): Promise<number> {
  const newest = (
    column: typeof t.catalogueItem.sinceSeq | typeof t.catalogueItem.endedSeq | typeof t.decision.decidedSeq,
  ) => sql`coalesce(max(${column}), 0)`.mapWith(Number)
  const [items] = await db
    .select({ since: newest(t.catalogueItem.sinceSeq), ended: newest(t.catalogueItem.endedSeq) })
    .from(t.catalogueItem)
  const f = t.filing
  const [figures] = await db
    .select({
      since: sql`coalesce(max(${f.approvedSeq}), 0)`.mapWith(Number),
      ended: sql`coalesce(max(${f.endedSeq}), 0)`.mapWith(Number),
    })
    .from(f)
    .where(eq(f.kind, 'published-figure'))
  const [decisions] = await db.select({ decided: newest(t.decision.decidedSeq) }).from(t.decision)
  return Math.max(
    items?.since ?? 0,
    items?.ended ?? 0,
    figures?.since ?? 0,
    figures?.ended ?? 0,
    decisions?.decided ?? 0,
  )
}

/** Published figures that were recorded here and approved: they count like those of the data. */
async function publishedFilings(reading: Reading, knownSeq: number | null): Promise<Catalogue['publishedFigures']> {
  const rows = await countedFilings(reading, { kinds: ['published-figure'] }, knownSeq)
  return rows.map((row) => ({ ...JSON.parse(row.body), id: row.thread, programme: row.programme }))
}

/** The catalogue as the store holds it at one ledger number: definitions, and the decisions about them in order. */
export type StoredCatalogue = {
  readonly definitions: Omit<Catalogue, 'digest' | 'changes'>
  readonly decisions: readonly DecisionRow[]
}

/** Reads the catalogue as known at a ledger number; null for now. */
export async function loadCatalogue(reading: Reading, knownSeq: number | null): Promise<StoredCatalogue> {
  const { db, t } = reading
  const inForce =
    knownSeq === null
      ? isNull(t.catalogueItem.endedSeq)
      : and(
          lte(t.catalogueItem.sinceSeq, knownSeq),
          or(isNull(t.catalogueItem.endedSeq), gt(t.catalogueItem.endedSeq, knownSeq)),
        )
  const rows = await db
    .select({ kind: t.catalogueItem.kind, body: t.catalogueItem.body })
    .from(t.catalogueItem)
    .where(inForce)
    .orderBy(asc(t.catalogueItem.position), asc(t.catalogueItem.id))
  const of = (kind: Kind) => rows.filter((row) => row.kind === kind).map(({ body }) => JSON.parse(body))
  return {
    definitions: {
      programmes: of('programme'),
      indicators: of('indicator'),
      publishedFigures: [...of('published-figure'), ...(await publishedFilings(reading, knownSeq))],
      regions: of('region'),
      units: of('unit'),
      registers: of('register'),
      years: of('calendar-year'),
    },
    decisions: await decisionsKnown(reading, knownSeq),
  }
}
