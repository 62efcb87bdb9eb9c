import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type EncodedBody, encodedBody, encodingFor } from './encoded-body.ts'

/** Everything that an answer depends on. Two answers with equal parts are the same bytes, and no others are. */
export type AnswerVersion = readonly (string | number | boolean | null)[]

/** An answer and the version it has in the very snapshot it was read from. */
export type VersionedAnswer = { readonly version: AnswerVersion; readonly value: unknown }

export type VersionedReplies = {
  /**
   * Answers with 304 where the caller holds this version, else with the body kept for it, else with a new one.
   *
   * @param version what the answer would depend on if it were made now
   * @param make    makes it; its snapshot may be newer than `version` and says its own
   */
  readonly send: (
    request: FastifyRequest,
    reply: FastifyReply,
    version: AnswerVersion,
    make: () => Promise<VersionedAnswer>,
  ) => Promise<void>
}

/**
 * Keeps the last answers, serialised and compressed, by version. The scope of the reader is a part of the version, so an
 * answer is never given to somebody who may see less.
 *
 * @param build   which build made them: another build's bodies may have another shape
 * @param mostKept answers kept; the one unused for longest goes first
 */
export function versionedReplies(build: string, mostKept = 256): VersionedReplies {
  const kept = new Map<string, EncodedBody>()
  const making = new Map<string, Promise<{ readonly tag: string; readonly body: EncodedBody }>>()
  const tagOf = (version: AnswerVersion) => entityTag([build, ...version])

  const keep = (tag: string, body: EncodedBody) => {
    kept.delete(tag)
    kept.set(tag, body)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }
  const made = async (make: () => Promise<VersionedAnswer>) => {
    const { version, value } = await make()
    const answer = { tag: tagOf(version), body: encodedBody(value) }
    keep(answer.tag, answer.body)
    return answer
  }
  const answerFor = (tag: string, make: () => Promise<VersionedAnswer>) => {
    const body = kept.get(tag)
    if (body !== undefined) {
      keep(tag, body)
      return { tag, body }
    }
    // Many may ask for a new version at once; it is computed for the first and given to all.
    const running = making.get(tag) ?? made(make).finally(() => making.delete(tag))
    making.set(tag, running)
    return running
  }

  return {
    send: async (request, reply, version, make) => {
      const tag = tagOf(version)
      reply.headers(cacheHeaders)
      if (holds(request.headers['if-none-match'], tag)) {
        reply.header('etag', tag).code(304).send()
        return
      }

      const answer = await answerFor(tag, make)
      const encoding = encodingFor(request.headers['accept-encoding'])
      if (encoding !== 'identity') reply.header('content-encoding', encoding)
      const bytes = await answer.body.in(encoding)
      reply.headers({ etag: answer.tag, 'content-type': jsonType }).send(bytes)
    },
  }
}

const jsonType = 'application/json; charset=utf-8'

/** A browser may keep the answer for its person, and must ask each time whether it still holds. */
const cacheHeaders = {
  'cache-control': 'private, no-cache',
  vary: 'Cookie, Accept-Language, Accept-Encoding',
} as const

// Weak: the same answer has other bytes in another encoding.
const entityTag = (parts: AnswerVersion) =>
  `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`

const holds = (ifNoneMatch: string | undefined, tag: string) =>
  ifNoneMatch?.split(',').some((candidate) => candidate.trim() === tag) ?? false
