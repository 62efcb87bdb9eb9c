import { Readable } from 'node:stream'
import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { exportCases, exportProgress } from '@xushi/contract'
import type { FastifyReply } from 'fastify'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { signedIn } from '../plugins/permission.ts'
import { languageOf } from '../problems/language.ts'
import { Refusal } from '../problems/refusal.ts'
import type { RegisterService } from '../registers/registers.service.ts'
import { exportCases as casesExport } from './cases-export.service.ts'
import type { Download } from './download.ts'
import { exportEntries } from './exports.service.ts'

const mostPerMinute = 30

type Parts = { readonly sources: Sources; readonly registers: RegisterService }

export const exportsRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { sources, registers }) => {
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
      return sendFile(reply, await exportEntries(sources, signedIn(request), request.query, language))
    },
  })

  app.route({
    ...exportCases,
    handler: async (request, reply) => {
      const language = languageOf(request.headers['accept-language'])
      const asked = { ...request.query, ...request.params }
      return sendFile(reply, await casesExport(sources, registers, signedIn(request), asked, language))
    },
  })
}

function sendFile(reply: FastifyReply, { type, name, plainName, content }: Download) {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  reply.headers({
    'content-type': type,
    // RFC 6266 with RFC 8187: a plain name for old programs, the whole one for the others. Names are made here, never taken from a request.
    'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`,
    'cache-control': 'private, no-store',
    vary: 'Cookie, Accept-Language',
  })
  return reply.send(Readable.from(content, { objectMode: false }))
}
