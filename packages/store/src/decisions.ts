import {
  alternativeInForce,
  type Catalogue,
  canonicalJson,
  type IndicatorDefinition,
  type Programme,
  type RegionalTarget,
} from '@xushi/domain'
import { asc, lte } from './drizzle.ts'
import type { Actor } from './ledger.ts'
import { newId } from './new-id.ts'
import type { Tables } from './schema.ts'
import type { Reading, Writing } from './store.ts'

type Definitions = Omit<Catalogue, 'digest' | 'changes'>

/** The catalogue with what was decided in its place, and what was decided for regions. */
export type DecidedCatalogue = Definitions & { readonly regionalTargets: readonly RegionalTarget[] }

/** Parts of an indicator that change only by a decision; YAML gives their first value. Thresholds and readings are such parts too. */
export const decidedParts = ['target', 'baseline', 'due', 'plan', 'opening'] as const

/** What the store and the YAML say differently: a decision, or a definition that entries need. The store's stands. */
export type Drift = {
  readonly subject: string
  readonly part: string
  readonly inForce: unknown
  readonly inData: unknown
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
      partsOf(indicator).map((part) => ({
        subject: indicator.id,
        part,
        body: indicator[part],
        firstOn: published.get(indicator.programme) ?? '',
      })),
    ),
  ]
}

/** The opening of a register is decided only where things are counted. */
const partsOf = ({ kind }: IndicatorDefinition) =>
  decidedParts.filter((part) => part !== 'opening' || kind === 'counted')

export const readingSubject = (programme: string, number: number | string) => `${programme}#${number}`

export async function decideFirstValues(
  writing: Writing,
  actor: Actor,
  catalogue: Catalogue,
): Promise<{ readonly decided: number; readonly drift: readonly Drift[] }> {
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
    // The data never opens a register; what was decided about it is no drift.
    if (inForce !== undefined && value.part === 'opening') continue
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

/** Records a decision with its event, in a transaction that is under way. */
export async function decide(
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
export async function decisionsKnown({ db, t }: Reading, knownSeq: number | null): Promise<DecisionRow[]> {
  const rows = db.select().from(t.decision)
  const known = knownSeq === null ? rows : rows.where(lte(t.decision.decidedSeq, knownSeq))
  return known.orderBy(asc(t.decision.decidedSeq))
}

/** Readings to look at on trial, by subject: the id of an alternative, or null for the first reading of the data. */
export type ReadingsChosen = ReadonlyMap<string, string | null>

/**
 * The catalogue with the decisions in force on a date: the last one effective by then, before the first one the first.
 *
 * @param under readings on trial in place of those in force
 */
export function catalogueOn(
  { definitions, decisions }: { readonly definitions: Definitions; readonly decisions: readonly DecisionRow[] },
  on: string,
  under: ReadingsChosen = new Map(),
): DecidedCatalogue {
  const decided = new Map<string, InForce>()
  for (const [order, { subject, part, body, origin, effectiveOn }] of decisions.entries()) {
    const key = `${subject} ${part}`
    // The first value the data gives holds from the beginning; nothing else does before its day.
    if (effectiveOn <= on || (!decided.has(key) && part !== 'regional-target')) {
      decided.set(key, { body: JSON.parse(body), order: origin === 'catalogue' ? -1 : order })
    }
  }
  const regionalTargets = [...decided].flatMap(([key, { body }]) =>
    key.endsWith(' regional-target') ? [body as RegionalTarget] : [],
  )
  const value = (subject: string, part: string, otherwise: unknown) => {
    const found = decided.get(`${subject} ${part}`)
    return found === undefined ? otherwise : found.body
  }
  const programmes = definitions.programmes.map((programme) => ({
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
  }))
  const effects = effectsInForce(programmes, decided, under)
  return {
    ...definitions,
    regionalTargets,
    programmes,
    indicators: definitions.indicators.map((indicator) => {
      const parts = decidedParts.map((part) => {
        const own = decided.get(`${indicator.id} ${part}`)
        const read = effects.get(`${indicator.programme} ${indicator.goal} ${part}`)
        // Whatever was decided last holds: about the part itself, or about the reading that gives it another value.
        const isRead = read !== undefined && read.order > (own?.order ?? -1)
        return [part, isRead ? read.body : value(indicator.id, part, indicator[part] ?? null)]
      })
      return withRegister({ ...indicator, ...Object.fromEntries(parts) })
    }),
  }
}

/** A value in force, and its place in the order of decisions; -1 for the first value of the data. */
type InForce = { readonly body: unknown; readonly order: number }

/** The parts of goals that the readings in force give another value, by programme, goal and part. */
function effectsInForce(
  programmes: readonly Programme[],
  decided: ReadonlyMap<string, InForce>,
  under: ReadingsChosen,
): ReadonlyMap<string, InForce> {
  const effects = new Map<string, InForce>()
  for (const programme of programmes) {
    for (const ambiguity of programme.ambiguities) {
      const subject = readingSubject(programme.id, ambiguity.number)
      const chosen = under.get(subject)
      const alternative =
        chosen === undefined
          ? alternativeInForce(ambiguity)
          : (ambiguity.alternatives?.find(({ id }) => id === chosen) ?? null)
      // A reading that is looked at on trial goes before everything that was decided.
      const order = chosen === undefined ? (decided.get(`${subject} reading`)?.order ?? -1) : Number.MAX_SAFE_INTEGER
      for (const { goal, target, baseline } of alternative?.effects ?? []) {
        if (target !== undefined) effects.set(`${programme.id} ${goal} target`, { body: target, order })
        if (baseline !== undefined) effects.set(`${programme.id} ${goal} baseline`, { body: baseline, order })
      }
    }
  }
  return effects
}

/** From the day its register is opened (台账启用) a counted goal is counted from it, whatever spoke for it before. */
const withRegister = <Indicator extends IndicatorDefinition>(indicator: Indicator): Indicator =>
  indicator.opening === null ? indicator : { ...indicator, sourceOfRecord: 'register' }
