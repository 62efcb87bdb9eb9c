import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createDisplay, listDisplays, revokeDisplay, startDisplay } from '@xushi/contract'
import { signedIn } from '../plugins/permission.ts'
import { actorOf } from '../session/person.ts'
import type { DisplayService } from './displays.service.ts'

export const displaysRoutes: FastifyPluginAsyncTypebox<{ readonly displays: DisplayService }> = async (
  app,
  { displays },
) => {
  app.route({
    ...listDisplays,
    handler: async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      return { displays: await displays.list() }
    },
  })

  app.route({
    ...createDisplay,
    handler: async (request, reply) => {
      const made = await displays.create(actorOf(signedIn(request), request), request.body)
      return reply.header('cache-control', 'no-store').code(201).send(made)
    },
  })

  app.route({
    ...revokeDisplay,
    handler: async (request, reply) => {
      await displays.revoke(actorOf(signedIn(request), request), request.params.id)
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...startDisplay,
    handler: async (request, reply) => {
      const { display, seconds } = await displays.start(request.body.token)
      const { programme, region } = display
      return reply
        .startDisplay(request.body.token, seconds)
        .header('cache-control', 'no-store')
        .code(201)
        .send({ programme, region })
    },
  })
}
