import { type Static, Type } from 'typebox'
import { Finding } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, Figure, Id, Nullable, OneOf, Problem, Reported, Source, Status } from './shapes.ts'

/** One rule put to the value as things stand now. `not-compared`: what it compares with is not there, so it says nothing. */
export const EntryRuleCheck = Closed({
  is: OneOf(['range', 'not-falling', 'jump', 'at-most']),
  result: OneOf(['passed', 'found', 'not-compared']),
  finding: Nullable(Finding),
})

/** A source that stands beside. Values in the indicator's unit. */
export const EntryComparison = Closed({
  /** What is compared: the value of the entry itself, or the total of the regions once it counts. */
  of: OneOf(['value', 'regions']),
  source: OneOf(['published', 'regions', 'national']),
  figure: Figure,
  on: Nullable(Day),
  reported: Nullable(Reported),
  /** What is compared less the source. Where flows are summed, the nation is taken by what it gained since the baseline. */
  difference: Figure,
  /** Whether the regions together have more than the nation for sure. */
  exceeds: Type.Boolean(),
})
export type EntryComparison = Static<typeof EntryComparison>

export const EntryChecks = Closed({
  id: Id,
  /** The day as of which total and status are told. */
  on: Day,
  rules: Type.Array(EntryRuleCheck),
  beside: Type.Array(EntryComparison),
  /** What the regions add up to before and after approval; null for an entry of the nation, or where nothing is added up. */
  total: Nullable(Closed({ before: Figure, after: Figure, reported: Reported })),
  /** The status of the goal, and of the region where it has a part of its own (分解目标). */
  statuses: Type.Array(
    Closed({ of: OneOf(['nation', 'region']), before: Status, after: Status, source: Nullable(Source) }),
  ),
})
export type EntryChecks = Static<typeof EntryChecks>

/** 核对: what follows if an entry is approved. Computed when it is asked for; no part of what is signed. */
export const showEntryChecks = {
  method: 'GET',
  url: '/api/progress-entries/:id/checks',
  permission: 'progress:read',
  schema: {
    operationId: 'showEntryChecks',
    summary: 'Rules, other sources, and what the total and the status would be once the entry is approved',
    tags: ['progress-entries'],
    params: Closed({ id: Id }),
    response: { 200: EntryChecks, '4xx': Problem },
  },
} as const satisfies RouteContract
