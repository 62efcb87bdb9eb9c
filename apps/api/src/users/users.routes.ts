import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeUser, createUser, listUsers, resetPassword } from '@xushi/contract'
import { signedIn } from '../plugins/permission.ts'
import { actorOf } from '../session/person.ts'
import type { UserService } from './users.service.ts'

export const usersRoutes: FastifyPluginAsyncTypebox<{ readonly users: UserService }> = async (app, { users }) => {
  app.route({ ...listUsers, handler: async () => ({ users: await users.list() }) })

  app.route({
    ...createUser,
    handler: async (request, reply) =>
      reply.code(201).send(await users.create(actorOf(signedIn(request), request), request.body)),
  })

  app.route({
    ...changeUser,
    handler: async (request) => {
      const { version, ...change } = request.body
      return users.change(actorOf(signedIn(request), request), request.params.id, version, change)
    },
  })

  app.route({
    ...resetPassword,
    handler: async (request) =>
      users.resetPassword(actorOf(signedIn(request), request), request.params.id, request.body.version),
  })
}
