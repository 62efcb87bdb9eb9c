import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { showDerivation, showIndicator, showSeries } from '@xushi/contract'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { maySeeEntries } from '../figures/reader.ts'
import type { VersionedReplies } from '../figures/versioned-reply.ts'
import { derivation } from './derivation.service.ts'
import { indicatorPage } from './indicator-page.service.ts'
import { series } from './series.service.ts'

type Options = { readonly sources: Sources; readonly replies: VersionedReplies }

export const indicatorsRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { sources, replies }) => {
  app.route({
    ...showIndicator,
    handler: (request, reply) => {
      const asked = { ...request.params, ...request.query, maySeeEntries: maySeeEntries(request) }
      replies.send(request, reply, asked, indicatorPage(sources, asked))
    },
  })

  app.route({
    ...showSeries,
    handler: (request, reply) => {
      const asked = { ...request.query, ...request.params }
      replies.send(request, reply, asked, series(sources, asked))
    },
  })

  app.route({
    ...showDerivation,
    handler: (request, reply) => {
      const asked = { ...request.params, ...request.query, maySeeEntries: maySeeEntries(request) }
      replies.send(request, reply, asked, derivation(sources, asked))
    },
  })
}
