import { Readable } from 'node:stream'
import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { exportProgress } from '@xushi/contract'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { signedIn } from '../plugins/permission.ts'
import { languageOf } from '../problems/language.ts'
import { Refusal } from '../problems/refusal.ts'
import { exportEntries } from './exports.service.ts'

const mostPerMinute = 30

export const exportsRoutes: FastifyPluginAsyncTypebox<{ readonly sources: Sources }> = async (app, { sources }) => {
  await app.register(rateLimit, {
    max: mostPerMinute,
    timeWindow: '1 minute',
    hook: 'preHandler',
    keyGenerator: (request) => request.person?.accountId ?? request.ip,
    errorResponseBuilder: (_request, { ttl }) => new Refusal('too-many-requests', { seconds: Math.ceil(ttl / 1000) }),
  })

  app.route({
    ...exportProgress,
    handler: async (request, reply) => {
      const language = languageOf(request.headers['accept-language'])
      const { type, name, content } = await exportEntries(sources, signedIn(request), request.query, language)
      const stream = Readable.from(content, { objectMode: false })
      reply.headers({
        'content-type': type,
        'content-disposition': attachment(name),
        'cache-control': 'private, no-store',
        vary: 'Cookie, Accept-Language',
      })
      return reply.send(stream)
    },
  })
}

/** RFC 6266 with RFC 8187: a plain name for old programs, the whole one for the others. Names are made here, never taken from a request. */
function attachment(name: string): string {
  const extension = name.slice(name.lastIndexOf('.'))
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="progress-entries${extension}"; filename*=UTF-8''${encoded}`
}
