import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DomainError } from '@xushi/domain'

/** The largest file that is taken, in bytes. */
export const mostBytes = 50 * 1_048_576

/** The largest file that is read whole whenever somebody looks at it or approves with it, in bytes. */
const mostBytesRead = 4 * 1_048_576

export type Received = { readonly sha256: string; readonly size: number }

/**
 * Files under their SHA-256 in the installation's folder: each content once, whatever it is called. An upload goes to a temporary file
 * first and is only moved to its place whole and on disk; one that breaks off leaves nothing.
 *
 * @param name which files: what stands behind entries and filings, or the files of reports
 */
export function contentStore(home: string, name: 'evidence' | 'reports' = 'evidence') {
  const folder = path.join(home, name)
  const incoming = path.join(folder, 'incoming')
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256)

  /** Whether a file is there and is what was recorded. */
  const check = async ({ sha256, size }: Received): Promise<'sound' | 'missing' | 'altered'> => {
    const place = placeOf(sha256)
    const found = await stat(place).catch(() => null)
    if (found === null) return 'missing'
    return found.size === size && (await digestOf(place)) === sha256 ? 'sound' : 'altered'
  }

  /** The same without reading a large file: by its size alone where it has more than {@link mostBytesRead}. */
  const glance = async (file: Received): Promise<'sound' | 'missing' | 'altered'> => {
    if (file.size <= mostBytesRead) return check(file)
    const found = await stat(placeOf(file.sha256)).catch(() => null)
    if (found === null) return 'missing'
    return found.size === file.size ? 'sound' : 'altered'
  }

  return {
    placeOf,
    glance,

    /** @throws DomainError file-too-large, upload-broken; and what the disk refuses */
    receive: async (source: NodeJS.ReadableStream): Promise<Received & { readonly file: string }> => {
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      const file = path.join(incoming, randomUUID())
      const hash = createHash('sha256')
      let size = 0
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          hash.update(chunk)
          done(size > mostBytes ? new DomainError('file-too-large') : null, chunk)
        },
      })
      try {
        await pipeline(source, counted, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
        return { file, sha256: hash.digest('hex'), size }
      } catch (error) {
        await rm(file, { force: true })
        throw own(error) ? error : new DomainError('upload-broken')
      }
    },

    /** Moves a received file to its place; one that is there already stays. */
    keep: async (file: string, sha256: string): Promise<void> => {
      const place = placeOf(sha256)
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      await rename(file, place)
    },

    drop: (file: string): Promise<void> => rm(file, { force: true }),

    /** Takes a kept file away that nothing stands on any more. */
    remove: (sha256: string): Promise<void> => rm(placeOf(sha256), { force: true }),

    /** @throws DomainError file-missing, file-altered: a file is sent only when it is what was recorded */
    read: async (received: Received) => {
      const found = await check(received)
      if (found !== 'sound') throw new DomainError(found === 'missing' ? 'file-missing' : 'file-altered')
      return createReadStream(placeOf(received.sha256))
    },
    check,

    /** The first bytes of a file, from which its type is told. */
    beginning: async (file: string): Promise<Buffer> => {
      const handle = await open(file)
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(4100), 0, 4100, 0)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },

    /** The digests of all files that are kept. */
    list: async (): Promise<readonly string[]> => {
      const folders = await readdir(folder).catch(() => [])
      const inside = folders
        .filter((name) => /^[0-9a-f]{2}$/.test(name))
        .map((name) => readdir(path.join(folder, name)))
      return (await Promise.all(inside)).flat()
    },
  }
}

/** Whether an error is a rule's or the disk's; any other came with the stream of the upload. */
const own = (error: unknown): boolean => error instanceof DomainError || (error instanceof Error && 'syscall' in error)

export type ContentStore = ReturnType<typeof contentStore>

/** SHA-256 of a file, hexadecimal. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
