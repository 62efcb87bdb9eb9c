import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Now, Sources } from '../catalogue/catalogue-now.ts'
import { type EncodedBody, encodedBody, encodingFor } from './encoded-body.ts'
import { keptBodies } from './kept-bodies.ts'
import { type AskedTimes, knownSeqOf } from './times.ts'

/** Everything that an answer depends on. Two answers with equal parts are the same bytes, and no others are. */
export type AnswerVersion = readonly (string | number | boolean | null)[]

/** An answer and the version it has in the very snapshot it was read from. */
export type VersionedAnswer = { readonly version: AnswerVersion; readonly value: unknown }

/** A question with the version that its answer would have now, and the way to make it in a snapshot that may be newer. */
export type VersionedQuestion = { readonly version: AnswerVersion; readonly answer: () => Promise<VersionedAnswer> }

/** Understands a request at one moment. `knownSeq` is the moment of knowledge as a ledger number; null for now. */
export type Question = (now: Now, knownSeq: number | null) => VersionedQuestion

export type VersionedReplies = {
  /**
   * Answers with 304 where the caller holds this version, else with the body kept for it, else with a new one. What is kept is
   * sent at once, without waiting for anything: a promise in its way would cost as much as all the rest.
   */
  readonly send: (request: FastifyRequest, reply: FastifyReply, times: AskedTimes, question: Question) => void
}

const mostTags = 1000

type Tagged = { readonly tag: string; readonly body: EncodedBody }

/**
 * Keeps the last answers, serialised and compressed, by version. The scope of the reader is a part of the version, so an
 * answer is never given to somebody who may see less.
 *
 * @param build     which build made them: another build's bodies may have another shape
 * @param mostBytes of the answers that are kept
 */
export function versionedReplies(sources: Sources, build: string, mostBytes = 16_000_000): VersionedReplies {
  const kept = keptBodies(mostBytes)
  const making = new Map<string, Promise<Tagged>>()
  const tagOf = entityTags(build, mostTags)

  const made = async (tag: string, answer: VersionedQuestion['answer']): Promise<Tagged> => {
    try {
      const { version, value } = await answer()
      const answered = { tag: tagOf(version), body: encodedBody(value) }
      kept.keep(answered.tag, answered.body)
      return answered
    } finally {
      making.delete(tag)
    }
  }
  // Many may ask for a new version at once; it is computed for the first and given to all.
  const answerOnce = (tag: string, answer: VersionedQuestion['answer']): Promise<Tagged> => {
    const running = making.get(tag) ?? made(tag, answer)
    making.set(tag, running)
    return running
  }
  const respond = (request: FastifyRequest, reply: FastifyReply, { version, answer }: VersionedQuestion): void => {
    const tag = tagOf(version)
    if (holds(request.headers['if-none-match'], tag)) {
      reply.headers({ ...cacheHeaders, etag: tag })
      reply.code(304).send()
      return
    }
    const encoding = encodingFor(request.headers['accept-encoding'])
    const put = (etag: string, bytes: Buffer) => {
      if (encoding !== 'identity') reply.header('content-encoding', encoding)
      reply.headers({ ...cacheHeaders, etag, 'content-type': jsonType }).send(bytes)
    }
    const body = kept.find(tag)
    const ready = body?.ready(encoding)
    if (body !== undefined && ready !== undefined) {
      put(tag, ready)
      return
    }
    const answered = body === undefined ? answerOnce(tag, answer) : Promise.resolve({ tag, body })
    answered
      .then(async (tagged) => {
        put(tagged.tag, await tagged.body.in(encoding))
        kept.trim()
      })
      .catch((error: unknown) => reply.send(error))
  }

  return {
    send: (request, reply, times, question) => {
      const now = times.knownAt === undefined ? sources.kept() : null
      if (now !== null) {
        respond(request, reply, question(now, null))
        return
      }
      Promise.all([sources.now(), knownSeqOf(sources.store, times)])
        .then(([then, knownSeq]) => respond(request, reply, question(then, knownSeq)))
        .catch((error: unknown) => reply.send(error))
    },
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}

const jsonType = 'application/json; charset=utf-8'

/** A browser may keep the answer for its person, and must ask each time whether it still holds. */
const cacheHeaders = {
  'cache-control': 'private, no-cache',
  vary: 'Cookie, Accept-Language, Accept-Encoding',
} as const

/** Names versions. Weak tags: the same answer has other bytes in another encoding. The last names are remembered. */
function entityTags(build: string, mostKept: number): (version: AnswerVersion) => string {
  const tags = new Map<string, string>()
  return (version) => {
    const parts = JSON.stringify([build, ...version])
    const known = tags.get(parts)
    if (known !== undefined) return known
    const tag = `W/"${createHash('sha256').update(parts).digest('base64url').slice(0, 27)}"`
    keep(tags, parts, tag, mostKept)
    return tag
  }
}

const holds = (ifNoneMatch: string | undefined, tag: string) =>
  ifNoneMatch?.split(',').some((candidate) => candidate.trim() === tag) ?? false
