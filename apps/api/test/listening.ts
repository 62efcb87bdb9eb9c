import type { App } from '../src/app.ts'
import { host } from './whole-app.ts'

/** An open stream of events, as a browser hears it. */
export type Listening = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The next event: its name and data. Undefined when the stream has ended. */
  readonly next: () => Promise<{ readonly event: string; readonly data: unknown } | undefined>
  /** Resolves with why the stream ended; null when it merely broke. */
  readonly ended: () => Promise<string | null>
  readonly leave: () => void
}

/** Listens to the events with a cookie, without waiting for the stream to end. */
export async function listening(app: App, cookie: string | null): Promise<Listening> {
  const headers = { host, ...(cookie !== null && { cookie }) }
  const answer = await app.inject({ method: 'GET', url: '/api/events', headers, payloadAsStream: true })
  const stream = answer.stream()
  const events = read(stream)
  const next = async () => {
    const { value } = await events.next()
    return value ?? undefined
  }
  return {
    status: answer.statusCode,
    headers: answer.headers,
    next,
    ended: async () => {
      let why: string | null = null
      for (let heard = await next(); heard !== undefined; heard = await next()) {
        if (heard.event === 'end') why = String((heard.data as { why: unknown }).why)
      }
      return why
    },
    leave: () => stream.destroy(),
  }
}

async function* read(stream: AsyncIterable<Buffer>) {
  let text = ''
  for await (const piece of stream) {
    text += piece.toString()
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2)
      const data = field('data')
      if (data !== undefined) yield { event: field('event') ?? 'message', data: JSON.parse(data) as unknown }
    }
  }
}
