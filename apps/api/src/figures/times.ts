import type { Dashboard } from '@xushi/contract'
import { DomainError, isLocalDate, type LocalDate, type Programme } from '@xushi/domain'
import { type LedgerHead, type Reading, resolveKnownAt, timeOfEvent } from '@xushi/store'

/** The two times as a request gave them. */
export type AskedTimes = { readonly on?: string | undefined; readonly knownAt?: string | undefined }

/** The two times as they were understood. `knownSeq` null: now. */
export type Times = {
  readonly on: LocalDate
  readonly onDefaulted: boolean
  readonly knownSeq: number | null
  readonly figuresSeq: number
}

/**
 * Understands 截至 and 知晓于. Without a date it is today, but never later than the programme's last due date. The moment of
 * knowledge becomes a ledger number here, once; everything behind works with that number.
 *
 * @throws DomainError unknown-date, unknown-moment
 */
export async function resolveTimes(
  reading: Reading,
  head: LedgerHead,
  asked: AskedTimes,
  { programme, today }: { readonly programme: Pick<Programme, 'lastDueOn'>; readonly today: LocalDate },
): Promise<Times> {
  if (asked.on !== undefined && !isLocalDate(asked.on)) throw new DomainError('unknown-date', { value: asked.on })
  const latest = today < programme.lastDueOn ? today : programme.lastDueOn
  return {
    on: asked.on ?? latest,
    onDefaulted: asked.on === undefined,
    knownSeq: asked.knownAt === undefined ? null : await resolveKnownAt(reading.db, reading.t, asked.knownAt),
    figuresSeq: head.figuresSeq,
  }
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
