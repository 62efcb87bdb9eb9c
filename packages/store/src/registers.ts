import { type CountedCase, choiceDays, DomainError, nextState, type Register } from '@xushi/domain'
import { countedFilings, type FilingFilter } from './filing-lists.ts'
import { dropFiling, endFiling, type FilingRow, getFiling, openFilingBeside } from './filings.ts'
import type { Actor } from './ledger.ts'
import { checkVersion } from './review-moves.ts'
import type { Reading, Store, Writing } from './store.ts'

/** A case or a promotion as counting sees it, with what it is known by. */
export type Member = CountedCase & { readonly thread: string; readonly title: string; readonly demo: boolean }

type Counting = Pick<Register, 'id' | 'distinctBy' | 'round'>

/**
 * Everything that registers count, by register, as known at a ledger number (null: now): approved cases, and promotions, which end no
 * later than the case they chose (a case that leaves its source leaves 十 too).
 */
export async function registerMembers(
  reading: Reading,
  registers: readonly Counting[],
  knownSeq: number | null,
): Promise<ReadonlyMap<string, readonly Member[]>> {
  const subjects = registers.map(({ id }) => id)
  if (subjects.length === 0) return new Map()
  const cases = await countedFilings(reading, { kinds: ['case'], subjects }, knownSeq)
  const promotions = await countedFilings(reading, { kinds: ['promotion'], subjects }, knownSeq)
  const chosen = await withSources(reading, promotions, knownSeq)
  const rows = [...cases, ...chosen]
  const bySubject = Map.groupBy(rows, ({ subject }) => subject)
  return new Map(
    registers.map((register) => [
      register.id,
      (bySubject.get(register.id) ?? []).flatMap((row) => memberOf(row, register)),
    ]),
  )
}

/**
 * Choices as they count: each takes its place and name from its case, and the days of both ({@link choiceDays}), as known at a ledger
 * number (null: now). One whose case does not count is left out. The one way from a choice to its days: for counts, lists and groups.
 */
export async function withSources(
  reading: Reading,
  promotions: readonly FilingRow[],
  knownSeq: number | null,
): Promise<readonly FilingRow[]> {
  const threads = [...new Set(promotions.flatMap(({ sourceThread }) => sourceThread ?? []))]
  if (threads.length === 0) return []
  const cases = await countedFilings(reading, { kinds: ['case'], threads }, knownSeq)
  const byThread = new Map(cases.map((row) => [row.thread, row]))
  return promotions.flatMap((promotion) => {
    const source = byThread.get(promotion.sourceThread ?? '')
    if (source === undefined) return []
    const { region, unitId, title } = source
    return [{ ...promotion, region, unitId, title, ...choiceDays(promotion, source) }]
  })
}

function memberOf(row: FilingRow, { distinctBy, round }: Counting): Member[] {
  const { region, unitId: unit, validFrom, validTo, thread, title, demo } = row
  const member = { region, unit, validFrom, validTo, thread, title, demo, distinct: null }
  if (distinctBy === null && round === null) return [member]
  const body: { readonly round?: string; readonly fields?: Readonly<Record<string, unknown>> } = JSON.parse(row.body)
  if (round !== null && body.round !== round) return []
  const value = distinctBy === null ? undefined : body.fields?.[distinctBy]
  return [{ ...member, distinct: value === undefined || value === null ? null : String(value) }]
}

/**
 * Withdraws an approved case that never counted altogether, with a reason, and first what was chosen out of it. A case that counts is
 * left by a correction that says on which day.
 *
 * @throws DomainError `wrong-state` unless it is approved and never counted, `version-conflict`, `same-person`, `cell-taken` while a
 * correction of it waits for a decision
 */
export async function withdrawCase(
  store: Store,
  actor: Actor,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<FilingRow> {
  return store.write(async (writing) => {
    const row = await getFiling(writing, id)
    if (row.state !== 'approved' || row.validFrom !== null) throw new DomainError('wrong-state', { state: row.state })
    await checkEnding(writing, actor, row, version)
    for (const promotion of await promotionsOf(writing, row.thread)) await endFiling(writing, actor, promotion, reason)
    return endFiling(writing, actor, row, reason)
  })
}

/** Refuses to end what may not be ended now, and takes a draft of its correction along. */
async function checkEnding(writing: Writing, actor: Actor, row: FilingRow, version: number): Promise<void> {
  checkVersion(row, version)
  if (row.recorderId === actor.accountId) throw new DomainError('same-person')
  // Its correction would have nothing left to supersede. One that waits is decided on first; a draft holds nobody up and goes along.
  const open = await openFilingBeside(writing, row)
  if (open === undefined) return
  if (nextState(open.state, 'delete') === undefined) {
    throw new DomainError('cell-taken', { id: open.id, state: open.state })
  }
  await dropFiling(writing, actor, open, open.version)
}

/** Approved promotions out of a case. */
export const promotionsOf = (reading: Reading, thread: string): Promise<FilingRow[]> =>
  countedFilings(reading, { kinds: ['promotion'], sourceThread: thread } satisfies FilingFilter, null)
