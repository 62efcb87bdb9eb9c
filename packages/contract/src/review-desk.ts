import { type Static, Type } from 'typebox'
import { filingProperties } from './filings.ts'
import { Digest, ProgressEntry } from './progress-entries.ts'
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

/** How many are shown of what waits. */
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 500 }))

/** 审核 and 填报 beside the numbers: filings that wait for this person, this person's own that are open, and what to correct. */
export const listOpenFilings = {
  method: 'GET',
  url: '/api/open-filings',
  permission: 'progress:read',
  schema: {
    operationId: 'listOpenFilings',
    summary: 'Filings under way that one may see: those to review, one’s own, and those to correct',
    tags: ['review-desk'],
    querystring: Closed({ indicator: Type.Optional(Slug), limit: Limit }),
    response: {
      /**
       * Those to review with the longest waiting first; one's own that are open, and those that one is asked to correct (待更正) and
       * nobody has begun to, newest first. The totals count all there are.
       */
      200: Closed({
        toReview: Type.Array(WaitingFiling),
        own: Type.Array(WaitingFiling),
        toCorrect: Type.Array(WaitingFiling),
        totals: Closed({ toReview: Type.Integer(), own: Type.Integer(), toCorrect: Type.Integer() }),
      }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract

/** Why an entry deserves a look of its own: 提示, 更正, 迟报, 无佐证. */
export const ReviewFlag = OneOf(['finding', 'lag', 'correction', 'late', 'without-evidence'])
export type ReviewFlag = Static<typeof ReviewFlag>

export const ReviewItem = Closed({
  entry: ProgressEntry,
  goal: Type.String(),
  name: Text,
  unitOfMeasure: Text,
  decimals: Type.Integer(),
  yesNo: Type.Boolean(),
  regionName: Text,
  flags: Type.Array(ReviewFlag),
  /** Days after its deadline; null where it came in time. */
  lateDays: Nullable(Type.Integer()),
  evidence: Type.Integer(),
  digest: Digest,
})
export type ReviewItem = Static<typeof ReviewItem>

/** 审核台: the entries that wait longest for this person, those with the most risk first, and how many wait in all. */
export const showReviewDesk = {
  method: 'GET',
  url: '/api/review-desk',
  permission: 'progress:approve',
  schema: {
    operationId: 'showReviewDesk',
    summary: 'Entries that wait longest for this person’s review, riskiest first',
    tags: ['review-desk'],
    querystring: Closed({ limit: Limit }),
    response: { 200: Closed({ items: Type.Array(ReviewItem), total: Type.Integer() }), '4xx': Problem },
  },
} as const satisfies RouteContract
