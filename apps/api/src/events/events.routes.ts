import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listenEvents } from '@xushi/contract'
import { DomainError } from '@xushi/domain'
import type { FastifyRequest } from 'fastify'
import type { EventHub, ListenerOf } from './event-hub.ts'

export const eventsRoutes: FastifyPluginAsyncTypebox<{ readonly hub: EventHub }> = async (app, { hub }) => {
  // Streams never end by themselves; the server could not stop while one is open.
  app.addHook('preClose', (done) => {
    hub.close()
    done()
  })

  app.route({
    ...listenEvents,
    exposeHeadRoute: false,
    handler: (request, reply) => {
      const stream = hub.open(listenerOf(request))
      reply.headers({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // A proxy that collects an answer before it passes it on would hold every event back.
        'x-accel-buffering': 'no',
      })
      return reply.send(stream)
    },
  })
}

function listenerOf({ person, display }: FastifyRequest): ListenerOf {
  if (person !== null) return { kind: 'person', id: person.accountId, holds: person.sessionHash }
  if (display !== null) return { kind: 'display', id: display.id, holds: display.id }
  throw new DomainError('sign-in-required')
}
