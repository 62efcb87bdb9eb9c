import { type BrokenLedger, ledgerStart, type Store, verifyLedger } from '@xushi/store'
import type { Clock } from '../clock.ts'

/** What is known of the chain: up to where it was checked and when, and what is broken. */
export type ChainState = {
  readonly events: number
  /** The last event that was checked and holds; below `events` while a long ledger is not through. */
  readonly verifiedTo: number
  readonly checkedAt: string
  /** When the last walk from the first event to the head ended; null while there was none. */
  readonly wholeAt: string | null
  readonly broken: { readonly seq: number; readonly why: BrokenLedger['why'] } | null
}

export type LedgerWatch = {
  /** Checks what is new since the last time, or goes on where it left off. */
  readonly look: () => Promise<ChainState>
  /** Begins again with the first event. */
  readonly lookAgain: () => Promise<ChainState>
}

/** How many events one look takes at most: about half a second. */
const mostAtOnce = 20_000
const wholeAfter = 3_600_000

type Parts = { readonly store: Store; readonly clock: Clock; readonly alarm: (broken: BrokenLedger) => void }

/**
 * Remembers how far the chain holds, so that looking costs what is new. What was once seen to hold stays remembered: a chain that was
 * changed and written again so that it holds by itself is found too, while the process lives. A break stays until a walk from the
 * first event finds none; each hour the next look is such a walk.
 */
export function ledgerWatch({ store, clock, alarm }: Parts): LedgerWatch {
  let known = ledgerStart
  let upTo = ledgerStart
  /** When the walk from the first event began that is under way; null between two. */
  let begunAt: string | null = null
  let wholeAt: string | null = null
  let hasStopped = false
  let state: ChainState | null = null
  let looking: Promise<unknown> = Promise.resolve()

  const isDue = (now: string) =>
    begunAt === null && (wholeAt === null || Date.parse(now) - Date.parse(wholeAt) >= wholeAfter)

  const walk = async (isAnew: boolean): Promise<ChainState> => {
    const now = clock()
    if (hasStopped && !isAnew && state !== null) return state
    if (isAnew || isDue(now)) {
      upTo = ledgerStart
      begunAt = now
    }
    const verdict = await verifyLedger(store, { from: upTo, known, most: mostAtOnce })
    hasStopped = !verdict.holds
    if (!verdict.holds) {
      alarm(verdict)
      const { seq, why } = verdict
      const events = Math.max(known.seq, seq)
      state = { events, verifiedTo: seq - 1, checkedAt: now, wholeAt, broken: { seq, why } }
      return state
    }
    upTo = verdict.upTo
    if (upTo.seq > known.seq) known = upTo
    const isThrough = upTo.seq === verdict.events
    if (isThrough) {
      wholeAt = begunAt ?? wholeAt
      begunAt = null
    }
    const broken = isThrough ? null : (state?.broken ?? null)
    state = { events: verdict.events, verifiedTo: upTo.seq, checkedAt: now, wholeAt, broken }
    return state
  }
  // One after the other: two walks would move the same marks.
  const inTurn = (isAnew: boolean) => {
    const turn = looking.then(() => walk(isAnew))
    looking = turn.catch(() => undefined)
    return turn
  }
  return { look: () => inTurn(false), lookAgain: () => inTurn(true) }
}
