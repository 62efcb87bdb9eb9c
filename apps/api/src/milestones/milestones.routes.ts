import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { showMilestones } from '@xushi/contract'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { maySeeEntries } from '../figures/reader.ts'
import type { VersionedReplies } from '../figures/versioned-reply.ts'
import { milestonesPage } from './milestones-page.service.ts'

type Options = { readonly sources: Sources; readonly replies: VersionedReplies }

export const milestonesRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { sources, replies }) => {
  app.route({
    ...showMilestones,
    handler: (request, reply) => {
      const asked = { ...request.params, ...request.query, maySeeEntries: maySeeEntries(request) }
      replies.send(request, reply, asked, milestonesPage(sources, asked))
    },
  })
}
