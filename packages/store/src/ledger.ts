import { createHash } from 'node:crypto'
import { addDays, canonicalJson, DomainError, isLocalDate, type LedgerAction, type LedgerSubject } from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, gt, lt, lte, sql } from './drizzle.ts'
import type { Handle } from './kit.ts'
import type { Tables } from './schema.ts'
import { rowOf, type Slots, slotFor, statement } from './statement.ts'

/** Who acts: an account, or the product itself (`catalogue@…`, `operator`). `origin` is from where: an address, `system`. */
export type Actor = { readonly accountId: string; readonly unitId: string | null; readonly origin: string }

/** Something of substance that happened (审计). `before` and `after` hold allow-listed columns only, never a credential. */
export type NewEvent = {
  readonly actor: Actor
  readonly action: LedgerAction
  readonly subjectKind: LedgerSubject
  readonly subjectId: string
  readonly before?: unknown
  readonly after?: unknown
  /**
   * Whether a figure, or what is said beside it, can differ after it: approvals, corrections, withdrawals, catalogue, decisions, reports
   * issued and withdrawn.
   */
  readonly movesFigures: boolean
}

export type LedgerHead = {
  readonly seq: number
  readonly hash: string
  readonly at: string
  readonly figuresSeq: number
}
export type LedgerRow = Tables['ledgerEvent']['$inferSelect']

/**
 * Appends one event in the transaction of the handle: `hash` is the SHA-256 of the canonical JSON of what it says and of the hash
 * before. Ledger time never goes back. Updating the head first makes writers of PostgreSQL wait for each other here.
 *
 * @returns the event's number, which also stands for the moment in `knownAt`
 */
export async function appendEvent(
  db: Handle,
  t: Tables,
  now: string,
  event: NewEvent,
): Promise<{ seq: number; at: string }> {
  const [head] = await nextNumber({ db, t }, {})
  if (head === undefined) throw new Error('the ledger has no head')

  const at = head.at > now ? head.at : now
  const row = {
    seq: head.seq,
    at,
    actor: event.actor.accountId,
    actorUnit: event.actor.unitId,
    origin: event.actor.origin,
    action: event.action,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    before: event.before === undefined ? null : canonicalJson(event.before),
    after: event.after === undefined ? null : canonicalJson(event.after),
    movesFigures: event.movesFigures,
    previousHash: head.hash,
  }
  const hash = eventHash(row)
  await insertEvent({ db, t }, { ...row, hash })
  await moveHead({ db, t }, { hash, at, figuresSeq: event.movesFigures ? row.seq : head.figuresSeq })
  return { seq: row.seq, at }
}

/**
 * Waits until every other writer has finished and holds back those that come later, as an event does: what is read afterwards
 * in the same unit stays true until it ends. SQLite has one writer anyway.
 */
export async function holdLedger({ db, t }: { readonly db: Handle; readonly t: Tables }): Promise<void> {
  await db.update(t.ledgerHead).set({ id: 1 }).where(eq(t.ledgerHead.id, 1))
}

const nextNumber = statement(({ db, t }) =>
  db
    .update(t.ledgerHead)
    .set({ seq: sql`${t.ledgerHead.seq} + 1`.mapWith(t.ledgerHead.seq) })
    .where(eq(t.ledgerHead.id, 1))
    .returning(),
)

const insertEvent = statement(({ db, t }, slot: Slots<LedgerRow>) =>
  db.insert(t.ledgerEvent).values(rowOf(t.ledgerEvent, slot)),
)

const moveHead = statement(({ db, t }, slot: Slots<Pick<LedgerHead, 'hash' | 'at' | 'figuresSeq'>>) => {
  const { ledgerHead: h } = t
  const head = {
    hash: slotFor(h.hash, slot('hash')),
    at: slotFor(h.at, slot('at')),
    figuresSeq: slotFor(h.figuresSeq, slot('figuresSeq')),
  }
  return db.update(h).set(head).where(eq(h.id, 1))
})

/** The hash of an event: SHA-256, hexadecimal, over canonical JSON with `before` and `after` as JSON values. */
export function eventHash(row: Omit<LedgerRow, 'hash'>): string {
  return createHash('sha256').update(canonicalEvent(row)).digest('hex')
}

/** An event as one line of canonical JSON: what its hash is made of or, with the hash, what leaves the store. */
export function canonicalEvent({ before, after, ...rest }: Omit<LedgerRow, 'hash'>): string {
  const value = (text: string | null) => (text === null ? null : JSON.parse(text))
  return canonicalJson({ ...rest, before: value(before), after: value(after) })
}

/** The newest event, and the newest one that can move a figure. */
export async function ledgerHead(db: Handle, t: Tables): Promise<LedgerHead> {
  const [head] = await db.select().from(t.ledgerHead).where(eq(t.ledgerHead.id, 1))
  return head ?? { seq: 0, hash: '', at: '', figuresSeq: 0 }
}

/**
 * Resolves `knownAt` once, at the door, to a ledger number: the last event up to an instant, or to the end of a day in
 * Asia/Shanghai, or the number itself.
 *
 * @throws DomainError `unknown-moment` for a text that is none of these, or a number beyond the head
 */
export async function resolveKnownAt(db: Handle, t: Tables, text: string): Promise<number> {
  if (/^\d{1,15}$/.test(text)) {
    const seq = Number(text)
    if (seq > (await ledgerHead(db, t)).seq) throw new DomainError('unknown-moment', { text })
    return seq
  }
  const until = instantOf(text)
  if (until === null) throw new DomainError('unknown-moment', { text })
  const [last] = await db
    .select({ seq: t.ledgerEvent.seq })
    .from(t.ledgerEvent)
    .where(lte(t.ledgerEvent.at, until))
    .orderBy(desc(t.ledgerEvent.seq))
    .limit(1)
  return last?.seq ?? 0
}

/** The instant of a text, to the millisecond as the ledger writes it: texts of unlike length do not compare as times. */
function instantOf(text: string): string | null {
  if (isLocalDate(text)) return endOfDay(text)
  const [, day, minute, second = ':00', fraction = '.'] =
    /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?:(:[0-5]\d)(\.\d{1,3})?)?Z$/.exec(text) ?? []
  if (day === undefined || !isLocalDate(day)) return null
  return `${day}T${minute}${second}${fraction.padEnd(4, '0')}Z`
}

/** When an event happened; null for 0, before the first one. */
export async function timeOfEvent(db: Handle, t: Tables, seq: number): Promise<string | null> {
  const [event] = await db.select({ at: t.ledgerEvent.at }).from(t.ledgerEvent).where(eq(t.ledgerEvent.seq, seq))
  return event?.at ?? null
}

/** The hash and the instant of one event: the ledger as it stood with it. @throws DomainError unknown-moment */
export async function eventAt(
  { db, t }: { readonly db: Handle; readonly t: Tables },
  seq: number,
): Promise<Pick<LedgerRow, 'hash' | 'at'>> {
  const [event] = await db
    .select({ hash: t.ledgerEvent.hash, at: t.ledgerEvent.at })
    .from(t.ledgerEvent)
    .where(eq(t.ledgerEvent.seq, seq))
  if (event === undefined) throw new DomainError('unknown-moment', { value: String(seq) })
  return event
}

/** Events of one subject, oldest first. */
export async function eventsOf(db: Handle, t: Tables, subjectKind: string, subjectId: string): Promise<LedgerRow[]> {
  return db
    .select()
    .from(t.ledgerEvent)
    .where(and(eq(t.ledgerEvent.subjectKind, subjectKind), eq(t.ledgerEvent.subjectId, subjectId)))
    .orderBy(asc(t.ledgerEvent.seq))
}

export type LedgerFilter = {
  readonly actor?: string | undefined
  readonly subjectKind?: string | undefined
  readonly subjectId?: string | undefined
  readonly action?: string | undefined
  /** Days in Asia/Shanghai, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A page of the ledger, newest first, before a number. */
export async function ledgerPage(
  db: Handle,
  t: Tables,
  page: { readonly before: number | null; readonly limit: number },
  filter: LedgerFilter = {},
): Promise<LedgerRow[]> {
  const e = t.ledgerEvent
  const { actor, subjectKind, subjectId, action, from, to } = filter
  const wanted = [
    page.before === null ? undefined : lt(e.seq, page.before),
    actor === undefined ? undefined : eq(e.actor, actor),
    subjectKind === undefined ? undefined : eq(e.subjectKind, subjectKind),
    subjectId === undefined ? undefined : eq(e.subjectId, subjectId),
    action === undefined ? undefined : eq(e.action, action),
    from === undefined ? undefined : gt(e.at, endOfDay(addDays(from, -1))),
    to === undefined ? undefined : lte(e.at, endOfDay(to)),
  ]
  return db
    .select()
    .from(e)
    .where(and(...wanted))
    .orderBy(desc(e.seq))
    .limit(page.limit)
}

type Ledgered = { readonly db: Handle; readonly t: Tables }

/** The newest events that can have moved a figure, newest first, up to a ledger number (null: now). */
export async function figureMoves(reading: Ledgered, upTo: number | null, limit: number): Promise<FigureMove[]> {
  return movesWhere(reading, upTo === null ? undefined : lte(reading.t.ledgerEvent.seq, upTo)).limit(limit)
}

/** Every event that can have moved a figure after one ledger number and up to another, newest first. */
export async function figureMovesBetween(
  reading: Ledgered,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<FigureMove[]> {
  const { seq } = reading.t.ledgerEvent
  return movesWhere(reading, and(gt(seq, after), lte(seq, upTo)))
}

export type FigureMove = Pick<LedgerRow, 'seq' | 'at' | 'actor' | 'action' | 'subjectKind' | 'subjectId' | 'after'>

function movesWhere({ db, t: { ledgerEvent: e } }: Ledgered, within: SQL | undefined) {
  const { seq, at, actor, action, subjectKind, subjectId, after } = e
  return db
    .select({ seq, at, actor, action, subjectKind, subjectId, after })
    .from(e)
    .where(and(eq(e.movesFigures, true), within))
    .orderBy(desc(e.seq))
}

/** The last instant of a day: it ends at midnight in Asia/Shanghai, which is 16:00 in UTC. */
const endOfDay = (day: string) => `${day}T15:59:59.999Z`
