import { PassThrough, type Readable } from 'node:stream'
import type { EventEnding } from '@xushi/contract'
import { displaysThatHold, ledgerHead, type Store, sessionsThatHold } from '@xushi/store'
import type { Clock } from '../clock.ts'
import { Refusal } from '../problems/refusal.ts'
import { idleSince } from '../session/session-memory.ts'

/** Whose stream it is: `id` names the person or the display, `holds` what it ends with: the session, or the display token. */
export type ListenerOf = { readonly kind: 'person' | 'display'; readonly id: string; readonly holds: string }

export type EventHub = {
  /** A new stream of events. @throws Refusal too-many-connections */
  readonly open: (of: ListenerOf) => Readable
  /** Tells everybody where the figures stand, and ends what no longer holds. */
  readonly look: () => Promise<void>
  /** Sends a sign of life. */
  readonly beat: () => void
  /** How many listen. */
  readonly count: () => number
  readonly close: () => void
}

export type HubLimits = {
  /** Streams of one person or display; the oldest makes room for the next. */
  readonly mostEach: number
  readonly mostInAll: number
  /** Bytes that wait for a reader; one that is slower is dropped. */
  readonly mostWaiting: number
}

const usualLimits: HubLimits = { mostEach: 6, mostInAll: 500, mostWaiting: 1024 }
const lookEvery = 500
const restAfterLook = 100
const beatEvery = 25_000
const secondsWhenFull = 30

type Listener = ListenerOf & { readonly stream: PassThrough; toldSeq: number | null }

type Parts = {
  readonly store: Store
  readonly clock: Clock
  /** Told of a look that failed. */
  readonly failed: (error: unknown) => void
  readonly limits?: HubLimits
}

/**
 * Tells browsers when figures move. One look answers for all streams: it reads where the figures stand and which sessions and display
 * tokens still hold, in one snapshot. There is a look after every write that this instance hears of, its own or another's, and one each
 * half second, since a session also ends by time alone. What cannot be looked at does not hold: a look that fails ends all streams, and
 * their readers come back.
 */
export function eventHub({ store, clock, failed, limits = usualLimits }: Parts): EventHub {
  const listeners = new Set<Listener>()
  let timers: readonly NodeJS.Timeout[] = []
  let looking: Promise<void> | null = null
  let isWanted = false
  let isClosed = false

  const drop = (listener: Listener): void => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    for (const timer of timers) clearInterval(timer)
    timers = []
  }
  const end = (listener: Listener, why: EventEnding): void => {
    listener.stream.end(`event: end\ndata: ${JSON.stringify({ why })}\n\n`)
    drop(listener)
  }
  // A reader that does not read is not waited for: what is kept for it would grow, and it comes back by itself.
  const send = (listener: Listener, text: string): void => {
    if (listener.stream.write(text)) return
    listener.stream.destroy()
    drop(listener)
  }
  const lookOnce = async (): Promise<void> => {
    const present = [...listeners]
    const ids = (kind: Listener['kind']) => [
      ...new Set(present.filter((listener) => listener.kind === kind).map(({ holds }) => holds)),
    ]
    const now = clock()
    const { seq, person, display } = await store.read(async (reading) => ({
      seq: (await ledgerHead(reading.db, reading.t)).figuresSeq,
      person: await sessionsThatHold(reading, ids('person'), now, idleSince(now)),
      display: await displaysThatHold(reading, ids('display'), now),
    }))
    const holding = { person, display }
    for (const listener of present.filter((one) => listeners.has(one))) {
      if (!holding[listener.kind].has(listener.holds)) end(listener, 'session-over')
      else if (listener.toldSeq !== seq) {
        listener.toldSeq = seq
        send(listener, `event: figures\nid: ${seq}\ndata: ${JSON.stringify({ figuresSeq: seq })}\n\n`)
      }
    }
  }
  const lookAndRest = async (): Promise<void> => {
    try {
      await lookOnce()
    } catch (error) {
      failed(error)
      for (const listener of listeners) end(listener, 'stopping')
    }
    // Writes come by the thousand; one look answers for all that came meanwhile.
    await new Promise((resolve) => setTimeout(resolve, restAfterLook))
  }
  const look = (): Promise<void> => {
    if (looking !== null) {
      isWanted = true
      return looking
    }
    looking = lookAndRest().then(() => {
      looking = null
      if (!isWanted || listeners.size === 0) return
      isWanted = false
      return look()
    })
    return looking
  }
  const hint = (): void => {
    if (listeners.size > 0) void look()
  }
  store.onWritten(hint)

  const beat = (): void => {
    for (const listener of listeners) send(listener, ': \n\n')
  }
  const begin = (): void => {
    if (timers.length === 0) timers = [setInterval(hint, lookEvery), setInterval(beat, beatEvery)]
  }

  return {
    look,
    beat,
    count: () => listeners.size,
    open: (of) => {
      const own = [...listeners].filter(({ kind, id }) => kind === of.kind && id === of.id)
      const [oldest] = own
      if (own.length >= limits.mostEach && oldest !== undefined) end(oldest, 'displaced')
      if (isClosed || listeners.size >= limits.mostInAll) {
        throw new Refusal('too-many-connections', { seconds: secondsWhenFull })
      }
      const stream = new PassThrough({ highWaterMark: limits.mostWaiting })
      const listener: Listener = { ...of, stream, toldSeq: null }
      listeners.add(listener)
      stream.once('close', () => drop(listener))
      stream.on('error', () => drop(listener))
      begin()
      send(listener, ': \n\n')
      hint()
      return stream
    },
    close: () => {
      isClosed = true
      for (const listener of listeners) end(listener, 'stopping')
    },
  }
}
