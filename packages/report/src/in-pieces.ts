import { setImmediate } from 'node:timers/promises'

const pieceLength = 65_536

/**
 * Gathers texts into pieces of about 64 KiB and lets everybody else have a turn after each one: an export that never
 * pauses holds up every other answer of the server until it ends.
 */
export async function* inPieces(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let gathered = ''
  for await (const text of texts) {
    gathered += text
    if (gathered.length < pieceLength) continue
    yield Buffer.from(gathered)
    gathered = ''
    await setImmediate()
  }
  if (gathered !== '') yield Buffer.from(gathered)
}
