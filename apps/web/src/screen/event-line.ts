import { listenEvents } from '@xushi/contract'
import { addressOf } from '../api/call.ts'
import { eventsIn, pauseAfter } from './event-text.ts'

export type EventLine = {
  /** Ends the line for good. */
  readonly close: () => void
}

type Hearing = {
  /** The line stands, or does not. */
  readonly changed: (isOpen: boolean) => void
  /** Where the figures stand: at the beginning and whenever they move. */
  readonly moved: (figuresSeq: number) => void
  /** The server ended the line: what one may see has perhaps changed. */
  readonly ended: () => void
}

/** The server gives a sign of life every 25 seconds; after two that did not come the line is taken for broken. */
const longestSilence = 60_000

/**
 * Listens to the server's events and comes back by itself after every break, at once when the network returns, else with a growing
 * delay. Not an EventSource, which hears neither why it was refused nor the signs of life.
 */
export function openEventLine({ changed, moved, ended }: Hearing): EventLine {
  const closed = new AbortController()
  let broken = new AbortController()
  let failures = 0

  const listen = async (): Promise<void> => {
    broken = new AbortController()
    const silence = watch(() => broken.abort())
    try {
      const response = await fetch(addressOf(listenEvents, {}), {
        signal: AbortSignal.any([closed.signal, broken.signal]),
      })
      if (!response.ok || response.body === null) return
      let received = ''
      for await (const text of texts(response.body)) {
        silence.heard()
        failures = 0
        changed(true)
        const { events, rest } = eventsIn(received + text)
        received = rest
        for (const { event, data } of events) {
          if (event === 'figures') moved((JSON.parse(data) as { figuresSeq: number }).figuresSeq)
          // Displaced by a newer window of the same display: to come back at once would displace that one.
          if (event === 'end' && data.includes('displaced')) failures = longestWait
          if (event === 'end') ended()
        }
      }
    } catch {
      // A break is what this is for; the reason does not matter.
    } finally {
      silence.stop()
      changed(false)
    }
  }
  const goOn = async (): Promise<void> => {
    while (!closed.signal.aborted) {
      await listen()
      failures += 1
      await waitFor(pauseAfter(failures), closed.signal)
    }
  }
  const cut = () => broken.abort()
  window.addEventListener('offline', cut)
  void goOn()
  return {
    close: () => {
      closed.abort()
      window.removeEventListener('offline', cut)
    },
  }
}

const longestWait = 10

async function* texts(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    yield decoder.decode(piece.value, { stream: true })
  }
}

function watch(silent: () => void) {
  let timer = setTimeout(silent, longestSilence)
  return {
    heard: () => {
      clearTimeout(timer)
      timer = setTimeout(silent, longestSilence)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Waits, but not longer than until the network is back or the line is closed. */
function waitFor(milliseconds: number, closed: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      closed.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    window.addEventListener('online', done)
    closed.addEventListener('abort', done)
  })
}
