import { createHash } from 'node:crypto'
import type { Catalogue, IndicatorDefinition, Programme } from '@xushi/domain'
import { newId } from './accounts.ts'
import { canonicalJson } from './canonical-json.ts'
import { and, asc, eq, gt, isNull, lte, or, sql } from './drizzle.ts'
import { type Actor, holdLedger } from './ledger.ts'
import { accumulationOf, remakeTotals } from './read-models.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store, Writing } from './store.ts'

type Kind = 'programme' | 'indicator' | 'published-figure' | 'region' | 'unit'
type Item = { readonly kind: Kind; readonly id: string; readonly programme: string | null; readonly body: unknown }

/** Parts of an indicator that change only by a decision; YAML gives their first value. Thresholds and readings are such parts too. */
const decidedParts = ['target', 'baseline', 'due', 'plan'] as const

/** What the store and the YAML say differently: a decision, or a definition that entries need. The store's stands. */
export type Drift = {
  readonly subject: string
  readonly part: string
  readonly inForce: unknown
  readonly inData: unknown
}

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
    const drift: Drift[] = []
    for (const [, before] of current) {
      const { kind, id } = before
      if (await hasEntriesOf(writing, kind, id)) {
        drift.push({ subject: id, part: kind, inForce: JSON.parse(before.body), inData: null })
        continue
      }
      const event = {
        actor,
        action: 'definition-ended',
        subjectKind: kind,
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

const isRecordedKind = (kind: string): kind is Exclude<Kind, 'published-figure'> =>
  kind === 'indicator' || kind === 'programme' || kind === 'region' || kind === 'unit'

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

/** One value that decisions govern, as the catalogue gives it. */
type Decided = { readonly subject: string; readonly part: string; readonly body: unknown; readonly firstOn: string }

function decidedValues({ programmes, indicators }: Catalogue): readonly Decided[] {
  const published = new Map(programmes.map(({ id, publishedOn }) => [id, publishedOn]))
  return [
    ...programmes.flatMap(({ id, publishedOn, thresholds, ambiguities }) => [
      { subject: id, part: 'thresholds', body: thresholds, firstOn: publishedOn },
      ...ambiguities.map(({ number, reading }) => ({
        subject: readingSubject(id, number),
        part: 'reading',
        body: reading,
        firstOn: publishedOn,
      })),
    ]),
    ...indicators.flatMap((indicator) =>
      decidedParts.map((part) => ({
        subject: indicator.id,
        part,
        body: indicator[part],
        firstOn: published.get(indicator.programme) ?? '',
      })),
    ),
  ]
}

const readingSubject = (programme: string, number: number | string) => `${programme}#${number}`

async function decideFirstValues(
  writing: Writing,
  actor: Actor,
  catalogue: Catalogue,
): Promise<Pick<CatalogueUpdate, 'decided' | 'drift'>> {
  const latest = new Map<string, DecisionRow>()
  for (const row of await decisionsKnown(writing, null)) latest.set(`${row.subject} ${row.part}`, row)
  const changes = new Map(
    catalogue.changes.map((change) => {
      const subject = change.kind === 'reading' ? readingSubject(change.programme, change.subject) : change.subject
      return [`${subject} ${change.kind}`, change]
    }),
  )
  let decided = 0
  const drift: Drift[] = []
  for (const value of decidedValues(catalogue)) {
    const key = `${value.subject} ${value.part}`
    const inForce = latest.get(key)
    const change = changes.get(key)
    if (inForce !== undefined && inForce.body === canonicalJson(value.body)) continue
    if (inForce === undefined) {
      const first = change === undefined ? value.body : change.was
      const reason = { who: actor.accountId, reason: '目录初值', documentNumber: null, effectiveOn: value.firstOn }
      await decide(writing, actor, { ...value, ...reason, body: first, origin: 'catalogue' })
      decided += 1
    } else if (change === undefined || inForce.origin === 'page' || inForce.body !== canonicalJson(change.was)) {
      drift.push({ subject: value.subject, part: value.part, inForce: JSON.parse(inForce.body), inData: value.body })
      continue
    }
    if (change !== undefined) {
      const { decidedBy, reason, documentNumber, effectiveOn } = change
      const why = { who: decidedBy.zh, reason: reason.zh, documentNumber, effectiveOn }
      await decide(writing, actor, { ...value, ...why, origin: 'change-block' })
      decided += 1
    }
  }
  return { decided, drift }
}

export type DecisionRow = Tables['decision']['$inferSelect']

async function decide(
  { db, t, event }: Writing,
  actor: Actor,
  decision: Omit<DecisionRow, 'id' | 'body' | 'decidedSeq'> & { readonly body: unknown },
): Promise<void> {
  const { subject, part, origin, who, reason, documentNumber, effectiveOn } = decision
  const body = canonicalJson(decision.body)
  const after = { part, value: decision.body, origin, who, reason, documentNumber, effectiveOn }
  const { seq } = await event({
    actor,
    action: 'decided',
    subjectKind: 'decision',
    subjectId: subject,
    after,
    movesFigures: true,
  })
  const row = { id: newId(), subject, part, body, origin, who, reason, documentNumber, effectiveOn, decidedSeq: seq }
  await db.insert(t.decision).values(row)
}

/** Decisions in the order they were made, as known at a ledger number; null for now. */
async function decisionsKnown({ db, t }: Reading, knownSeq: number | null): Promise<DecisionRow[]> {
  const rows = db.select().from(t.decision)
  const known = knownSeq === null ? rows : rows.where(lte(t.decision.decidedSeq, knownSeq))
  return known.orderBy(asc(t.decision.decidedSeq))
}

/** The newest event that changed a definition or a decision: while it stands, the catalogue does. */
export async function catalogueSeq({ db, t }: Reading): Promise<number> {
  const newest = (
    column: typeof t.catalogueItem.sinceSeq | typeof t.catalogueItem.endedSeq | typeof t.decision.decidedSeq,
  ) => sql`coalesce(max(${column}), 0)`.mapWith(Number)
  const [items] = await db
    .select({ since: newest(t.catalogueItem.sinceSeq), ended: newest(t.catalogueItem.endedSeq) })
    .from(t.catalogueItem)
  const [decisions] = await db.select({ decided: newest(t.decision.decidedSeq) }).from(t.decision)
  return Math.max(items?.since ?? 0, items?.ended ?? 0, decisions?.decided ?? 0)
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
      publishedFigures: of('published-figure'),
      regions: of('region'),
      units: of('unit'),
    },
    decisions: await decisionsKnown(reading, knownSeq),
  }
}

/** The catalogue with the decisions in force on a date: the last one effective by then, before the first one the first. */
export function catalogueOn(
  { definitions, decisions }: StoredCatalogue,
  on: string,
): Omit<Catalogue, 'digest' | 'changes'> {
  const decided = new Map<string, unknown>()
  for (const { subject, part, body, effectiveOn } of decisions) {
    const key = `${subject} ${part}`
    if (effectiveOn <= on || !decided.has(key)) decided.set(key, JSON.parse(body))
  }
  const value = (subject: string, part: string, otherwise: unknown) => {
    const key = `${subject} ${part}`
    return decided.has(key) ? decided.get(key) : otherwise
  }
  return {
    ...definitions,
    programmes: definitions.programmes.map((programme) => ({
      ...programme,
      thresholds: value(programme.id, 'thresholds', programme.thresholds) as Programme['thresholds'],
      ambiguities: programme.ambiguities.map((ambiguity) => ({
        ...ambiguity,
        reading: value(
          readingSubject(programme.id, ambiguity.number),
          'reading',
          ambiguity.reading,
        ) as typeof ambiguity.reading,
      })),
    })),
    indicators: definitions.indicators.map((indicator) => ({
      ...indicator,
      ...Object.fromEntries(decidedParts.map((part) => [part, value(indicator.id, part, indicator[part])])),
    })),
  }
}
