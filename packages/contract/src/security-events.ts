import { securityEventGroups } from '@xushi/domain'
import { type Static, Type } from 'typebox'
import type { RouteContract } from './route.ts'
import { Closed, Id, InstantText, Nullable, OneOf, Problem } from './shapes.ts'

const { failures, 'sign-ins': signIns, revocations } = securityEventGroups

/** A line of the log of sign-ins: when, from where, of whom, and what happened. Never a password. */
export const SecurityEvent = Closed({
  id: Id,
  at: InstantText,
  origin: Type.String(),
  /** Null where what was typed cannot be a user name. */
  username: Nullable(Type.String()),
  /** What the person of that user name is called; null where there is none. */
  name: Nullable(Type.String()),
  /** Who did it, where it was not the person themselves. */
  by: Nullable(Type.String()),
  what: OneOf([...failures, ...signIns, ...revocations]),
})
export type SecurityEvent = Static<typeof SecurityEvent>

export const listSecurityEvents = {
  method: 'GET',
  url: '/api/security-events',
  permission: 'security:read',
  schema: {
    operationId: 'listSecurityEvents',
    summary: 'Sign-ins, those that failed, and sessions that were ended, newest first, in pages',
    tags: ['users'],
    querystring: Closed({
      /** One group alone. */
      of: Type.Optional(OneOf(['failures', 'sign-ins', 'revocations'])),
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
