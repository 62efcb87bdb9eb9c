import { mailFailureKinds, mailStates, messageKinds } from '@xushi/domain'
import { type Static, Type } from 'typebox'
import type { RouteContract } from './route.ts'
import { Closed, Id, InstantText, Nullable, OneOf, Problem, Text } from './shapes.ts'

const tags = ['messages']

/** Something a person is told, in the app and by mail. */
export const Message = Closed({
  id: Id,
  kind: OneOf(messageKinds),
  subject: Text,
  body: Text,
  /** The page that it is about; null for none. */
  path: Nullable(Type.String()),
  createdAt: InstantText,
  readAt: Nullable(InstantText),
  mail: Closed({
    state: OneOf(mailStates),
    sentAt: Nullable(InstantText),
    /** Why the last attempt failed, in the words of the mail server. */
    failure: Nullable(Closed({ kind: OneOf(mailFailureKinds), detail: Type.String() })),
  }),
})
export type Message = Static<typeof Message>

export const listMessages = {
  method: 'GET',
  url: '/api/messages',
  permission: 'session:own',
  schema: {
    operationId: 'listMessages',
    summary: 'One’s own messages, newest first, and how many are unread',
    tags,
    querystring: Closed({
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    response: {
      200: Closed({ messages: Type.Array(Message), unread: Type.Integer(), next: Nullable(Type.String()) }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract

export const readMessages = {
  method: 'POST',
  url: '/api/messages/readings',
  permission: 'session:own',
  schema: {
    operationId: 'readMessages',
    summary: 'Mark own messages as read: those named, or all',
    tags,
    body: Closed({ ids: Type.Optional(Type.Array(Id, { maxItems: 100 })) }),
    response: { 200: Closed({ unread: Type.Integer() }), '4xx': Problem },
  },
} as const satisfies RouteContract
