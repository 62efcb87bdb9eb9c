import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listMessages, type Message, readMessages } from '@xushi/contract'
import {
  type MessageRow,
  readMessages as markRead,
  type Reading,
  type Store,
  listMessages as storedMessages,
} from '@xushi/store'
import { signedIn } from '../plugins/permission.ts'

const pageSize = 30

/** The messages of whoever is signed in, and of nobody else. */
export const messagesRoutes: FastifyPluginAsyncTypebox<{ readonly store: Store }> = async (app, { store }) => {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'private, no-store')
    done()
  })
  const page = (accountId: string, cursor: string | null, limit: number) =>
    store.read((reading: Reading) => storedMessages(reading, accountId, { cursor, limit }))

  app.route({
    ...listMessages,
    handler: async (request) => {
      const { cursor = null, limit = pageSize } = request.query
      const { rows, unread, next } = await page(signedIn(request).accountId, cursor, limit)
      return { messages: rows.map(messageWire), unread, next }
    },
  })
  app.route({
    ...readMessages,
    handler: async (request) => {
      const { accountId } = signedIn(request)
      await markRead(store, accountId, request.body.ids)
      const { unread } = await page(accountId, null, 1)
      return { unread }
    },
  })
}

const messageWire = ({
  id,
  kind,
  subject,
  body,
  path,
  createdAt,
  readAt,
  mail,
  sentAt,
  failure,
}: MessageRow): Message => ({
  ...{ id, kind, subject, body, path, createdAt, readAt },
  mail: { state: mail, sentAt, failure },
})
