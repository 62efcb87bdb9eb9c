import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { showScreen } from '@xushi/contract'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { VersionedReplies } from '../figures/versioned-reply.ts'
import { screen, withinScope } from './screen.service.ts'

type Options = { readonly sources: Sources; readonly replies: VersionedReplies }

export const screenRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { sources, replies }) => {
  app.route({
    ...showScreen,
    handler: (request, reply) => {
      const asked = withinScope({ ...request.params, ...request.query }, request.display)
      replies.send(request, reply, { on: asked.on }, screen(sources, asked))
    },
  })
}
