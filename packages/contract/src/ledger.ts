import { Type } from 'typebox'
import { EntryEvent } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, InstantText, Nullable, OneOf, Problem } from './shapes.ts'

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
      /** `ndjson`: the whole ledger as a file that is checked offline, ending with a signed line. */
      format: Type.Optional(OneOf(['json', 'ndjson'])),
      actor: Type.Optional(Type.String({ maxLength: 80 })),
      subjectKind: Type.Optional(Type.String({ maxLength: 40 })),
      subjectId: Type.Optional(Type.String({ maxLength: 120 })),
      action: Type.Optional(Type.String({ maxLength: 60 })),
      /** Days in Asia/Shanghai, both included. */
      from: Type.Optional(Day),
      to: Type.Optional(Day),
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
        /** Fingerprint of the key that signs exports. */
        key: Type.String(),
      }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract
