import { type Static, Type } from 'typebox'
import { Person } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Id, InstantText, Nullable, OneOf, Problem, RegionCode, Slug, Stated, Text } from './shapes.ts'

const tags = ['displays']
/** Browsers keep no cookie for longer. */
export const longestDisplayDays = 400

/** 显示令牌: what a wall signs in with; the token itself is told once. */
export const Display = Closed({
  id: Id,
  name: Type.String(),
  programme: Slug,
  programmeName: Text,
  /** Null for the nation. */
  region: Nullable(Closed({ code: RegionCode, name: Text })),
  state: OneOf(['in-force', 'expired', 'revoked']),
  createdBy: Person,
  createdAt: InstantText,
  lastSeenAt: Nullable(InstantText),
  expiresAt: InstantText,
  revokedAt: Nullable(InstantText),
})
export type Display = Static<typeof Display>

export const listDisplays = {
  method: 'GET',
  url: '/api/tokens',
  permission: 'display:manage',
  schema: {
    operationId: 'listDisplays',
    summary: 'Display tokens: for what, until when, when last seen',
    tags,
    response: { 200: Closed({ displays: Type.Array(Display) }), '4xx': Problem },
  },
} as const satisfies RouteContract

export const createDisplay = {
  method: 'POST',
  url: '/api/tokens',
  permission: 'display:manage',
  schema: {
    operationId: 'createDisplay',
    summary: 'Make a display token for one programme, and one region or the nation; it is told in this answer only',
    tags,
    body: Closed({
      name: Stated(60),
      programme: Slug,
      region: Type.Optional(RegionCode),
      days: Type.Integer({ minimum: 1, maximum: longestDisplayDays }),
    }),
    response: { 201: Closed({ display: Display, token: Type.String() }), '4xx': Problem },
  },
} as const satisfies RouteContract

export const revokeDisplay = {
  method: 'DELETE',
  url: '/api/tokens/:id',
  permission: 'display:manage',
  schema: {
    operationId: 'revokeDisplay',
    summary: 'Revoke a display token: its walls show nothing from now on',
    tags,
    params: Closed({ id: Id }),
    response: { 204: Type.Null(), '4xx': Problem },
  },
} as const satisfies RouteContract

/** What a display may show. */
export const DisplayScope = Closed({ programme: Slug, region: Nullable(RegionCode) })

export const startDisplay = {
  method: 'POST',
  url: '/api/display-sessions',
  permission: 'public',
  schema: {
    operationId: 'startDisplay',
    summary: 'Sign a wall in by its display token, which becomes a cookie',
    tags,
    body: Closed({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }),
    response: { 201: DisplayScope, '4xx': Problem },
  },
} as const satisfies RouteContract
