import { setImmediate as others } from 'node:timers/promises'
import { ledgerActions, type ReviewedWord, reviewActs, reviewedWords } from '@xushi/domain'
import { and, asc, eq, gt, inArray, sql } from './drizzle.ts'
import { type FilingRow, ledgeredFiling } from './filings.ts'
import { type EntryRow, ledgeredEntry } from './progress-entries.ts'
import type { ReviewedRow } from './review-moves.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store } from './store.ts'
import { type ColumnApart, columnsApart, type Said, type StoredDifference } from './verify-stored.ts'

type Told = { readonly seq: number; readonly after: Said | null; readonly approvedSeq: number | null }
type Kept = { readonly kind: string; readonly row: ReviewedRow; readonly says: Said }

/** What one types in a draft or a returned one without an event, and the version that counts it. */
const typed = [
  'value',
  'absence',
  'note',
  'region',
  'title',
  'happenedOn',
  'validFrom',
  'validTo',
  'body',
  'version',
] as const
const pageSize = 500

/**
 * Every entry and filing that disagrees with its newest event, or with the numbers between which it counts: something was changed,
 * added or taken away around the product. What is typed into a draft is no event and is left out; its state and whose it is are not.
 * Reads are short and others come in between; each row is held against its events in one snapshot.
 */
export async function verifyReviewed(store: Store): Promise<readonly StoredDifference[]> {
  const entries = await differences(store, ({ db, t: { progressEntry: e } }, after) =>
    db
      .select()
      .from(e)
      .where(gt(e.id, after))
      .orderBy(asc(e.id))
      .limit(pageSize)
      .then((rows) => (rows as EntryRow[]).map((row) => ({ kind: 'progress-entry', row, says: ledgeredEntry(row) }))),
  )
  const filings = await differences(store, ({ db, t: { filing: f } }, after) =>
    db
      .select()
      .from(f)
      .where(gt(f.id, after))
      .orderBy(asc(f.id))
      .limit(pageSize)
      .then((rows) => (rows as FilingRow[]).map((row) => ({ kind: row.kind, row, says: ledgeredFiling(row) }))),
  )
  return [...entries, ...filings, ...(await gone(store))]
}

async function differences(
  store: Store,
  page: (reading: Reading, after: string) => Promise<readonly Kept[]>,
): Promise<readonly StoredDifference[]> {
  const found: StoredDifference[] = []
  for (let after: string | undefined = ''; after !== undefined; await others()) {
    const from: string = after
    after = await store.read(async (reading) => {
      const kept = await page(reading, from)
      const told = await toldOf(reading, kept)
      const ends = await endsOf(reading, kept)
      for (const one of kept) found.push(...differenceOf(one, told.get(one.row.id), ends.get(one.row.id)))
      return kept.length < pageSize ? undefined : kept.at(-1)?.row.id
    })
  }
  return found
}

function differenceOf({ kind, row, says }: Kept, told: Told | undefined, supersededBy: number | undefined) {
  if (told === undefined) return [{ kind, id: row.id, seq: null, why: 'unheard-of', columns: [] } as const]
  const columns = [...saidApart(row, says, told), ...numbersApart(row, told, supersededBy)]
  return columns.length === 0 ? [] : [{ kind, id: row.id, seq: told.seq, why: 'differs', columns } as const]
}

function saidApart(row: ReviewedRow, says: Said, { after }: Told): readonly ColumnApart[] {
  if (after === null) return [{ column: 'state', stored: row.state, ledgered: null }]
  // Being superseded is said by the approval of what supersedes it.
  const expected: Said =
    row.state === 'superseded' && after.state === 'approved'
      ? { ...after, state: 'superseded', version: Number(after.version) + 1 }
      : after
  const isOpen = row.state === 'draft' || row.state === 'returned'
  const left: readonly string[] = isOpen ? typed : []
  const names = new Set([...Object.keys(says), ...Object.keys(expected)].filter((name) => !left.includes(name)))
  return columnsApart(names, says, expected)
}

/** Which of the ledger numbers between which it counts are not those of the events that said so. */
function numbersApart(row: ReviewedRow, told: Told, supersededBy: number | undefined): readonly ColumnApart[] {
  const ends = { superseded: supersededBy ?? null, withdrawn: told.seq } as Readonly<Record<string, number | null>>
  const expected = { approvedSeq: told.approvedSeq, endedSeq: ends[row.state] ?? null }
  const wrong = columnsApart(Object.keys(expected), row, expected)
  if (row.state !== 'superseded' || supersededBy !== undefined) return wrong
  return [
    ...wrong.filter(({ column }) => column !== 'endedSeq'),
    { column: 'endedSeq', stored: row.endedSeq, ledgered: null },
  ]
}

const reviewActions = new Set<string>(reviewedWords.flatMap((word) => reviewActs.map((act) => `${word}-${act}`)))
const isReviewed = (action: string) => reviewActions.has(action)
const approvals = ledgerActions.filter((action) => isReviewed(action) && action.endsWith('-approved'))

/** The newest event of each, and the number of its approval. */
async function toldOf({ db, t: { ledgerEvent: e } }: Reading, kept: readonly Kept[]): Promise<Map<string, Told>> {
  const told = new Map<string, Told>()
  const kinds = Map.groupBy(kept, ({ kind }) => kind)
  for (const [kind, some] of kinds) {
    const ids = some.map(({ row }) => row.id)
    const of = and(eq(e.subjectKind, kind), inArray(e.subjectId, ids))
    const newest = await db
      .select({ seq: sql`max(${e.seq})`.mapWith(Number) })
      .from(e)
      .where(of)
      .groupBy(e.subjectId)
    if (newest.length === 0) continue
    const seqs = newest.map(({ seq }) => seq)
    const events = await db.select({ seq: e.seq, id: e.subjectId, after: e.after }).from(e).where(inArray(e.seq, seqs))
    const approved = await db
      .select({ seq: e.seq, id: e.subjectId })
      .from(e)
      .where(and(of, inArray(e.action, [...approvals])))
    const approvedSeqs = new Map(approved.map(({ id, seq }) => [id, seq]))
    for (const { id, seq, after } of events) {
      told.set(id, { seq, after: JSON.parse(after ?? 'null'), approvedSeq: approvedSeqs.get(id) ?? null })
    }
  }
  return told
}

/** The approval that ended each superseded one. */
async function endsOf({ db, t }: Reading, kept: readonly Kept[]): Promise<Map<string, number>> {
  const ids = kept.filter(({ row }) => row.state === 'superseded').map(({ row }) => row.id)
  const ends = new Map<string, number>()
  if (ids.length === 0) return ends
  for (const table of [t.progressEntry, t.filing as unknown as Tables['progressEntry']]) {
    const by = await db
      .select({ id: table.supersedesId, seq: table.approvedSeq })
      .from(table)
      .where(inArray(table.supersedesId, ids))
    for (const { id, seq } of by) if (id !== null && seq !== null) ends.set(id, seq)
  }
  return ends
}

/** What the ledger says is there and the store does not have. */
async function gone(store: Store): Promise<readonly StoredDifference[]> {
  const found: StoredDifference[] = []
  for (const word of reviewedWords) {
    for (let after: string | undefined = ''; after !== undefined; await others()) {
      const from: string = after
      after = await store.read((reading) => goneAfter(reading, word, from, found))
    }
  }
  return found
}

async function goneAfter(
  { db, t }: Reading,
  word: ReviewedWord,
  from: string,
  found: StoredDifference[],
): Promise<string | undefined> {
  const { ledgerEvent: e } = t
  const kind = word === 'entry' ? 'progress-entry' : word
  const table = word === 'entry' ? t.progressEntry : (t.filing as unknown as Tables['progressEntry'])
  const newest = await db
    .select({ id: e.subjectId, seq: sql`max(${e.seq})`.mapWith(Number) })
    .from(e)
    .where(and(eq(e.subjectKind, kind), gt(e.subjectId, from)))
    .groupBy(e.subjectId)
    .orderBy(asc(e.subjectId))
    .limit(pageSize)
  if (newest.length === 0) return undefined
  const seqs = newest.map(({ seq }) => seq)
  const events = await db
    .select({ id: e.subjectId, seq: e.seq, action: e.action, after: e.after })
    .from(e)
    .where(inArray(e.seq, seqs))
  // A kind of the catalogue may have the same name; its events are others.
  const expected = events.filter(({ action, after }) => isReviewed(action) && after !== null)
  const ids = expected.map(({ id }) => id)
  const rows = ids.length === 0 ? [] : await db.select({ id: table.id }).from(table).where(inArray(table.id, ids))
  const there = new Set(rows.map(({ id }) => id))
  for (const { id, seq } of expected) {
    if (!there.has(id)) found.push({ kind, id, seq, why: 'gone', columns: [] })
  }
  return newest.length < pageSize ? undefined : newest.at(-1)?.id
}
