import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  changePassword,
  createFirstAdministrator,
  endOtherSessions,
  endSession,
  listSessions,
  showSession,
  signIn,
  signOut,
} from '@xushi/contract'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import { signedIn } from '../plugins/permission.ts'
import { type SessionService, sessionWire } from './session.service.ts'
import type { SessionMemory } from './session-memory.ts'

type Options = {
  readonly service: SessionService
  readonly sessions: SessionMemory
  readonly sources: Sources
  /** Called when the first administrator exists. */
  readonly opened: () => Promise<void>
}

export const sessionRoutes: FastifyPluginAsyncTypebox<Options> = async (
  app,
  { service, sessions, sources, opened },
) => {
  const wireOf = async (token: string) => sessionWire(await sessions.find(token), await viewNow(sources))

  app.route({
    ...signIn,
    handler: async (request, reply) => {
      const token = await service.signIn(request.body, request.ip, request.sessionToken)
      return reply
        .startSession(token)
        .code(201)
        .send(await wireOf(token))
    },
  })

  app.route({
    ...showSession,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return sessionWire(request.person, await viewNow(sources))
    },
  })

  app.route({
    ...signOut,
    handler: async (request, reply) => {
      if (request.sessionToken !== null) await service.signOut(request.sessionToken, request.ip)
      return reply.endSession().code(204).send(null)
    },
  })

  app.route({
    ...listSessions,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { sessions: await service.list(signedIn(request)) }
    },
  })

  app.route({
    ...endSession,
    handler: async (request, reply) => {
      await service.end(signedIn(request), request.params.id, request.ip)
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...endOtherSessions,
    handler: async (request, reply) => {
      await service.endOthers(signedIn(request), request.ip)
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...changePassword,
    handler: async (request) => {
      await service.changePassword(signedIn(request), request.body, request.ip)
      return sessionWire(await sessions.find(request.sessionToken ?? ''), await viewNow(sources))
    },
  })

  app.route({
    ...createFirstAdministrator,
    handler: async (request, reply) => {
      const { units } = await viewNow(sources)
      const unit = units.find(({ kind }) => kind === 'ministry-department') ?? units[0]
      const token = await service.createFirstAdministrator(request.body, unit?.id ?? '', request.ip)
      await opened()
      return reply
        .startSession(token)
        .code(201)
        .send(await wireOf(token))
    },
  })
}
