import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** One answer in every encoding that somebody asked for so far. */
export type EncodedBody = {
  /** The body, if it was made in this encoding before. */
  readonly ready: (encoding: Encoding) => Buffer | undefined
  readonly in: (encoding: Encoding) => Promise<Buffer>
  /** How many bytes it takes in all the encodings it has. */
  readonly bytes: () => number
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** The best that still takes a few milliseconds; an answer is compressed once for each version of the figures. */
const brotliQuality = 6

/** Serialises a value once, and compresses it once for each encoding, when that is first asked for. */
export function encodedBody(value: unknown): EncodedBody {
  const identity = Buffer.from(JSON.stringify(value))
  const made = new Map<Encoding, Buffer>([['identity', identity]])
  const making = new Map<Encoding, Promise<Buffer>>()
  const make = async (encoding: Encoding) => {
    const bytes = await compressed(identity, encoding)
    made.set(encoding, bytes)
    making.delete(encoding)
    return bytes
  }
  return {
    ready: (encoding) => made.get(encoding),
    bytes: () => [...made.values()].reduce((sum, { length }) => sum + length, 0),
    in: async (encoding) => {
      const bytes = made.get(encoding)
      if (bytes !== undefined) return bytes
      const running = making.get(encoding) ?? make(encoding)
      making.set(encoding, running)
      return running
    },
  }
}

function compressed(identity: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return zip(identity)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  }
  return brotli(identity, { params })
}

/** The best encoding that a request accepts (RFC 9110, Accept-Encoding). */
export function encodingFor(acceptEncoding: string | string[] | undefined): Encoding {
  const accepted = String(acceptEncoding ?? '')
  if (accepts(accepted, 'br')) return 'br'
  return accepts(accepted, 'gzip') ? 'gzip' : 'identity'
}

const refused = /;\s*q=0(?:\.0+)?\s*$/
const accepts = (accepted: string, encoding: string) =>
  accepted.split(',').some((range) => range.trim().split(';', 1)[0] === encoding && !refused.test(range))
