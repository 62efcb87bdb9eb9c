import { type Static, Type } from 'typebox'
import type { RouteContract } from './route.ts'
import { Closed, Id, InstantText, Nullable, OneOf, Problem } from './shapes.ts'

/** A sign-in that failed: when, from where, which name was tried, and why it was refused. Never a password. */
export const SecurityEvent = Closed({
  id: Id,
  at: InstantText,
  origin: Type.String(),
  /** Null where what was typed cannot be a user name. */
  username: Nullable(Type.String()),
  what: OneOf(['wrong-credentials', 'too-many-attempts']),
})
export type SecurityEvent = Static<typeof SecurityEvent>

export const listSecurityEvents = {
  method: 'GET',
  url: '/api/security-events',
  permission: 'security:read',
  schema: {
    operationId: 'listSecurityEvents',
    summary: 'Sign-ins that failed, newest first, in pages',
    tags: ['users'],
    querystring: Closed({
      /** `next` of the page before. */
      cursor: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T[0-9:.]{8,12}Z~[A-Za-z0-9_-]{1,64}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    response: {
      200: Closed({ events: Type.Array(SecurityEvent), next: Nullable(Type.String()) }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract
