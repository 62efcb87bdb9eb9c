import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { showGroups } from '@xushi/contract'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { maySeeEntries } from '../figures/reader.ts'
import type { VersionedReplies } from '../figures/versioned-reply.ts'
import { handlesNation } from '../progress-entries/entry-rights.ts'
import { groupsPage } from './groups.service.ts'

type Options = { readonly sources: Sources; readonly replies: VersionedReplies }

export const groupsRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { sources, replies }) => {
  app.route({
    ...showGroups,
    handler: (request, reply) => {
      const seesCases = maySeeEntries(request)
      const seesWaiting = seesCases && request.person !== null && handlesNation(request.person)
      const asked = { ...request.params, ...request.query, seesCases, seesWaiting }
      replies.send(request, reply, asked, groupsPage(sources, asked))
    },
  })
}
