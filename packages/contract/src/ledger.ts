import { type Static, Type } from 'typebox'
import { EntryEvent } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, InstantText, Nullable, OneOf, Problem } from './shapes.ts'

export const listAuditEvents = {
  method: 'GET',
  url: '/api/audit-events',
  permission: 'ledger:read',
  schema: {
    operationId: 'listAuditEvents',
    summary: 'The ledger, newest first, in pages; as NDJSON always the whole of it, oldest first',
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
            actorUnit: Nullable(Type.String()),
            origin: Type.String(),
            movesFigures: Type.Boolean(),
            previousHash: Type.String(),
            hash: Type.String(),
            /** Whether it has the hash of what it says. */
            holds: Type.Boolean(),
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

/** How far the chain was checked, when, and what is broken. */
export const LedgerChain = Closed({
  events: Type.Integer(),
  /** Below `events` while a long ledger is not through: ask again. */
  verifiedTo: Type.Integer(),
  checkedAt: InstantText,
  /** When the last walk from the first event that reached the head began. */
  wholeAt: Nullable(InstantText),
  broken: Nullable(
    Closed({
      seq: Type.Integer(),
      why: OneOf(['missing', 'changed', 'not-chained', 'head-differs', 'rewritten']),
    }),
  ),
  /** Fingerprint of the key that signs exports. */
  key: Type.String(),
})
export type LedgerChain = Static<typeof LedgerChain>

export const showLedgerChain = {
  method: 'GET',
  url: '/api/audit-events/chain',
  permission: 'ledger:read',
  schema: {
    operationId: 'showLedgerChain',
    summary: 'The state of the chain; checks what is new since the last time',
    tags: ['ledger'],
    response: { 200: LedgerChain, '4xx': Problem },
  },
} as const satisfies RouteContract

export const verifyLedgerChain = {
  method: 'POST',
  url: '/api/audit-events/chain',
  permission: 'ledger:read',
  schema: {
    operationId: 'verifyLedgerChain',
    summary: 'Checks the chain again from the first event',
    tags: ['ledger'],
    response: { 200: LedgerChain, '4xx': Problem },
  },
} as const satisfies RouteContract

export const listAuditPeople = {
  method: 'GET',
  url: '/api/audit-events/people',
  permission: 'ledger:read',
  schema: {
    operationId: 'listAuditPeople',
    summary: 'Who may stand in the ledger, to filter it by',
    tags: ['ledger'],
    response: {
      200: Closed({ people: Type.Array(Closed({ id: Type.String(), name: Type.String() })) }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract
