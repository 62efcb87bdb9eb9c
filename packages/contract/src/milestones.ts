import { type Static, Type } from 'typebox'
import { MilestoneEventKind, MilestoneStanding } from './goals.ts'
import { Clause } from './judgement.ts'
import { Programme } from './programmes.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, Id, Nullable, OneOf, Problem, RegionCode, ResolvedTimes, Slug, Text, TwoTimes } from './shapes.ts'

/** What happened on the way of a milestone, as it was approved. */
export const TrackEvent = Closed({
  /** The filing that says it. */
  id: Id,
  kind: MilestoneEventKind,
  on: Day,
  expectedOn: Nullable(Day),
  stage: Nullable(Type.String()),
  number: Nullable(Type.Integer()),
  documentNumber: Nullable(Type.String()),
  note: Type.String(),
  demo: Type.Boolean(),
})
export type TrackEvent = Static<typeof TrackEvent>

/** The way of a milestone, of the nation or of one region. */
export const MilestoneTrack = Closed({
  /** Null: the nation. */
  region: Nullable(RegionCode),
  standing: MilestoneStanding,
  /** Days that were expected, oldest first, each with when it was said and why the one before was given up. */
  expected: Type.Array(Closed({ on: Day, saidOn: Nullable(Day), reason: Type.String() })),
  events: Type.Array(TrackEvent),
  /** 需留意和近期变动. */
  isNotable: Type.Boolean(),
})
export type MilestoneTrack = Static<typeof MilestoneTrack>

/** A region in what regions are encouraged to do: never a status, since nobody has to. */
export const RegionCoverage = Closed({
  region: RegionCode,
  state: OneOf(['done', 'under-way', 'not-yet', 'unreported']),
  /** The day it speaks of; null where nothing was reported. */
  on: Nullable(Day),
  /** Number of the document, or what the region says of it. */
  document: Nullable(Type.String()),
  demo: Type.Boolean(),
})
export type RegionCoverage = Static<typeof RegionCoverage>

export const TrackedMilestone = Closed({
  id: Slug,
  goal: Type.String(),
  measure: Type.String(),
  name: Text,
  clause: Clause,
  modality: OneOf(['must', 'strive', 'encourage']),
  responsible: Text,
  due: Nullable(Day),
  /** On the timeline: the nation first, then each region that recorded something. Null for readers who see no entries. */
  tracks: Nullable(Type.Array(MilestoneTrack)),
  /** For what regions are encouraged to do, region by region; null for what is no such thing, or for readers who see no entries. */
  coverage: Nullable(Type.Array(RegionCoverage)),
  isCoverage: Type.Boolean(),
})
export type TrackedMilestone = Static<typeof TrackedMilestone>

export const MilestonesPage = Closed({
  programme: Programme,
  ...ResolvedTimes,
  demo: Type.Boolean(),
  milestones: Type.Array(TrackedMilestone),
})
export type MilestonesPage = Static<typeof MilestonesPage>

export const showMilestones = {
  method: 'GET',
  url: '/api/programmes/:programme/milestones',
  permission: 'public',
  schema: {
    operationId: 'showMilestones',
    summary:
      'Milestones and mechanisms of a programme with all that happened to them, and the coverage of regional policies',
    tags: ['programmes'],
    params: Closed({ programme: Slug }),
    querystring: Closed({ ...TwoTimes }),
    response: { 200: MilestonesPage, '4xx': Problem },
  },
} as const satisfies RouteContract
