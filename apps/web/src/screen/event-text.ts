/** A server-sent event: its name and its data as text. */
export type SentEvent = { readonly event: string; readonly data: string }

/**
 * Takes the whole events out of what has been received so far; what is left over is the beginning of the next one. Comments, which
 * only say that the server lives, are no events.
 */
export function eventsIn(received: string): { readonly events: readonly SentEvent[]; readonly rest: string } {
  const blocks = received.split('\n\n')
  const rest = blocks.pop() ?? ''
  const events = blocks.flatMap((block): SentEvent[] => {
    const lines = block.split('\n')
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
    const data = field('data')
    return data === undefined ? [] : [{ event: field('event') ?? 'message', data }]
  })
  return { events, rest }
}

const seconds = [1, 2, 4, 8, 15, 30]

/** How long to wait before the next try, after several in a row that failed: longer each time, up to half a minute. */
export function pauseAfter(failures: number): number {
  return 1000 * (seconds[Math.min(failures, seconds.length) - 1] ?? 1)
}
