import type { EncodedBody } from './encoded-body.ts'

/** Answers by tag, the last used ones, as many as there is room for. */
export type KeptBodies = {
  /** The body of a tag, which counts as used by this. */
  readonly find: (tag: string) => EncodedBody | undefined
  readonly keep: (tag: string, body: EncodedBody) => void
  /** Makes room again, after a body was given another encoding. */
  readonly trim: () => void
}

/**
 * Answers differ in size by a thousand times, so what is kept is bound by bytes. The one unused for longest goes first; the last one
 * stays, however large.
 *
 * @param mostBytes of all that is kept, in every encoding
 */
export function keptBodies(mostBytes: number): KeptBodies {
  const kept = new Map<string, EncodedBody>()
  const use = (tag: string, body: EncodedBody) => {
    kept.delete(tag)
    kept.set(tag, body)
  }
  const trim = () => {
    let bytes = [...kept.values()].reduce((sum, body) => sum + body.bytes(), 0)
    for (const [tag, body] of kept) {
      if (bytes <= mostBytes || kept.size === 1) return
      kept.delete(tag)
      bytes -= body.bytes()
    }
  }
  return {
    find: (tag) => {
      const body = kept.get(tag)
      if (body !== undefined) use(tag, body)
      return body
    },
    keep: (tag, body) => {
      use(tag, body)
      trim()
    },
    trim,
  }
}
