import { Type } from 'typebox'
import type { RouteContract } from './route.ts'
import { Problem } from './shapes.ts'

/** Why a stream of events ended; without a word it broke. */
export const eventEndings = ['session-over', 'displaced', 'stopping'] as const
export type EventEnding = (typeof eventEndings)[number]

/**
 * Server-sent events: `figures` with `{figuresSeq}` at the beginning and whenever a figure may have moved, a comment from time to time,
 * and `end` with `{why}` where the server ends the stream.
 */
export const listenEvents = {
  method: 'GET',
  url: '/api/events',
  permission: 'events:read',
  schema: {
    operationId: 'listenEvents',
    summary: 'Hear when figures move, as server-sent events',
    tags: ['events'],
    response: { 200: Type.Unknown({ description: 'text/event-stream' }), '4xx': Problem },
  },
} as const satisfies RouteContract
