import type { Readable } from 'node:stream'
import { UnreadableFileError } from './unreadable-file.ts'

/** More than any report has; beyond it, a file is made to exhaust whoever opens it. */
const most = { parts: 2_000, part: 128 * 1_048_576, all: 256 * 1_048_576 } as const

/**
 * The parts of a zip by their paths, unpacked, as many as are asked for.
 *
 * @throws UnreadableFileError when it is no zip, contradicts itself or unpacks to more than a report can be
 */
export async function zipParts(
  bytes: Uint8Array,
  wanted: (path: string) => boolean = () => true,
): Promise<Map<string, Buffer>> {
  const { fromBufferPromise } = await import('yauzl')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(buffer).catch(() => null)
  if (zip === null) throw new UnreadableFileError('not-a-zip')
  if (zip.entryCount > most.parts) throw new UnreadableFileError('too-large')
  const parts = new Map<string, Buffer>()
  let all = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue
      all += entry.uncompressedSize
      if (entry.uncompressedSize > most.part || all > most.all) throw new UnreadableFileError('too-large')
      parts.set(entry.fileName, await whole(await zip.openReadStreamPromise(entry)))
    }
  } catch (error) {
    // The library refuses lengths that contradict each other and data that does not unpack.
    throw error instanceof UnreadableFileError ? error : new UnreadableFileError('not-a-zip')
  }
  return parts
}

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
