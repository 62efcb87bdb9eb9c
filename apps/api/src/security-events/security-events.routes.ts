import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listSecurityEvents, type SecurityEvent } from '@xushi/contract'
import { type SecurityNote, type Store, securityNotes } from '@xushi/store'

const usualPage = 50

export const securityEventsRoutes: FastifyPluginAsyncTypebox<{ readonly store: Store }> = async (app, { store }) => {
  app.route({
    ...listSecurityEvents,
    handler: async ({ query: { of = null, cursor, limit = usualPage } }, reply) => {
      reply.header('cache-control', 'no-store')
      const [at, id] = cursor?.split('~') ?? []
      const after = at === undefined || id === undefined ? null : { at, id }
      // One more than asked for tells whether there is a page after this one.
      const notes = await store.read((reading) => securityNotes(reading, { of, after, limit: limit + 1 }))
      const shown = notes.slice(0, limit)
      const last = shown.at(-1)
      const next = notes.length > limit && last !== undefined ? `${last.at}~${last.id}` : null
      return { events: shown.map(eventWire), next }
    },
  })
}

const eventWire = ({ id, at, origin, username, name, what, byUsername, byName }: SecurityNote): SecurityEvent => ({
  id,
  at,
  origin,
  username: username === '' ? null : username,
  name,
  by: byName ?? byUsername,
  what,
})
