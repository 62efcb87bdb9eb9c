import { type Static, Type } from 'typebox'
import { filingProperties } from './filings.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, Nullable, OneOf, Problem, Slug, Text } from './shapes.ts'

/** A filing of any kind in a list: what it is, about what, and what may be done with it. */
export const WaitingFiling = Closed({
  ...filingProperties,
  kind: OneOf(['case', 'promotion', 'milestone-event', 'narrative', 'published-figure', 'decision']),
  /** The register, indicator or other thing it speaks of. */
  subject: Type.String(),
  subjectName: Nullable(Text),
  goal: Nullable(Type.String()),
  happenedOn: Nullable(Day),
})
export type WaitingFiling = Static<typeof WaitingFiling>

/** 审核 and 填报 beside the numbers: filings that wait for this person, and this person's own that are open. */
export const listOpenFilings = {
  method: 'GET',
  url: '/api/open-filings',
  permission: 'progress:read',
  schema: {
    operationId: 'listOpenFilings',
    summary: 'Filings under way that one may see: those to review, and one’s own',
    tags: ['review-desk'],
    querystring: Closed({ indicator: Type.Optional(Slug) }),
    response: {
      200: Closed({ toReview: Type.Array(WaitingFiling), own: Type.Array(WaitingFiling), total: Type.Integer() }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract
