import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { showDashboard } from '@xushi/contract'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { maySeeEntries } from '../figures/reader.ts'
import type { VersionedReplies } from '../figures/versioned-reply.ts'
import { dashboard, dashboardVersion } from './dashboard.service.ts'

type Options = { readonly sources: Sources; readonly replies: VersionedReplies }

export const dashboardRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { sources, replies }) => {
  app.route({
    ...showDashboard,
    handler: async (request, reply) => {
      const asked = { ...request.params, ...request.query, maySeeEntries: maySeeEntries(request) }
      const version = await dashboardVersion(sources, asked)
      await replies.send(request, reply, version, () => dashboard(sources, asked))
      return reply
    },
  })
}
