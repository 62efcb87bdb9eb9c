import { Type } from 'typebox'
import { EntryEvent } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, InstantText, Nullable, Problem } from './shapes.ts'

export const listAuditEvents = {
  method: 'GET',
  url: '/api/audit-events',
  permission: 'ledger:read',
  schema: {
    operationId: 'listAuditEvents',
    summary: 'The ledger, newest first, in pages, with the state of its chain',
    tags: ['ledger'],
    querystring: Closed({
      before: Type.Optional(Type.Integer({ minimum: 1 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    }),
    response: {
      200: Closed({
        head: Closed({ seq: Type.Integer(), hash: Type.String(), at: Nullable(InstantText) }),
        events: Type.Array(
          Closed({
            ...EntryEvent.properties,
            subjectKind: Type.String(),
            subjectId: Type.String(),
            previousHash: Type.String(),
            hash: Type.String(),
          }),
        ),
        next: Nullable(Type.Integer()),
      }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract
