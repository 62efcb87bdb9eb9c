import type { Dashboard } from '@xushi/contract'
import { DomainError, isLocalDate, type LocalDate, type Programme } from '@xushi/domain'
import { type LedgerHead, type Reading, resolveKnownAt, type Store, timeOfEvent } from '@xushi/store'

/** The two times as a request gave them. */
export type AskedTimes = { readonly on?: string | undefined; readonly knownAt?: string | undefined }

/** The two times as they were understood. `knownSeq` null: now. */
export type Times = {
  readonly on: LocalDate
  readonly onDefaulted: boolean
  readonly knownSeq: number | null
  readonly figuresSeq: number
}

/** The moment of knowledge as a ledger number; null for now. @throws DomainError unknown-moment */
export async function knownSeqOf(store: Store, { knownAt }: AskedTimes): Promise<number | null> {
  if (knownAt === undefined) return null
  return store.read(({ db, t }) => resolveKnownAt(db, t, knownAt))
}

type Present = {
  readonly programme: Pick<Programme, 'lastDueOn'>
  readonly today: LocalDate
  readonly head: LedgerHead
}

/**
 * Understands 截至 and 知晓于. Without a date it is today, but never later than the programme's last due date. The moment of
 * knowledge was made a ledger number at the door, once; everything behind works with that number.
 *
 * @throws DomainError unknown-date
 */
export function resolveTimes({ on }: AskedTimes, knownSeq: number | null, { programme, today, head }: Present): Times {
  if (on !== undefined && !isLocalDate(on)) throw new DomainError('unknown-date', { value: on })
  const latest = today < programme.lastDueOn ? today : programme.lastDueOn
  return { on: on ?? latest, onDefaulted: on === undefined, knownSeq, figuresSeq: head.figuresSeq }
}

/** The two times as the wire tells them. Now is the last event that can have moved a figure. */
export async function timesWire(
  reading: Reading,
  { on, onDefaulted, knownSeq, figuresSeq }: Times,
): Promise<Pick<Dashboard, 'on' | 'onDefaulted' | 'knownAt' | 'figuresSeq'>> {
  const knownAt =
    knownSeq === null
      ? { seq: figuresSeq, at: null, now: true }
      : { seq: knownSeq, at: await timeOfEvent(reading.db, reading.t, knownSeq), now: false }
  return { on, onDefaulted, knownAt, figuresSeq }
}
