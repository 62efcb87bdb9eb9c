import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { showDerivation, showIndicator, showSeries } from '@xushi/contract'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { maySeeEntries } from '../figures/reader.ts'
import type { VersionedReplies } from '../figures/versioned-reply.ts'
import { derivation, derivationVersion } from './derivation.service.ts'
import { indicatorPage, indicatorPageVersion } from './indicator-page.service.ts'
import { series, seriesVersion } from './series.service.ts'

type Options = { readonly sources: Sources; readonly replies: VersionedReplies }

export const indicatorsRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { sources, replies }) => {
  app.route({
    ...showIndicator,
    handler: async (request, reply) => {
      const asked = { ...request.params, ...request.query, maySeeEntries: maySeeEntries(request) }
      const version = await indicatorPageVersion(sources, asked)
      await replies.send(request, reply, version, () => indicatorPage(sources, asked))
      return reply
    },
  })

  app.route({
    ...showSeries,
    handler: async (request, reply) => {
      const asked = { ...request.query, ...request.params }
      const version = await seriesVersion(sources, asked)
      await replies.send(request, reply, version, () => series(sources, asked))
      return reply
    },
  })

  app.route({
    ...showDerivation,
    handler: async (request, reply) => {
      const asked = { ...request.params, ...request.query, maySeeEntries: maySeeEntries(request) }
      const version = await derivationVersion(sources, asked)
      await replies.send(request, reply, version, () => derivation(sources, asked))
      return reply
    },
  })
}
