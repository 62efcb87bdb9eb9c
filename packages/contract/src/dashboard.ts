import { type Static, Type } from 'typebox'
import { CellTiming, ReportingCounts } from './calendar.ts'
import { MilestoneStanding } from './goals.ts'
import { Clause, Judgement } from './judgement.ts'
import { Programme } from './programmes.ts'
import { LagReason } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import {
  Absence,
  Closed,
  Day,
  Figure,
  Nullable,
  Problem,
  RegionCode,
  ResolvedTimes,
  Slug,
  Text,
  TwoTimes,
} from './shapes.ts'

/** How one region reports an indicator, period by period. A period of several cells stands as its worst one. */
export const RegionalReports = Closed({
  ...ReportingCounts.properties,
  periods: Type.Array(
    Closed({
      period: Type.String(),
      endsOn: Day,
      deadline: Day,
      timing: Nullable(CellTiming),
      cells: Closed({ handedIn: Type.Integer(), expected: Type.Integer() }),
      /** Days after the deadline; null unless it was late. */
      daysLate: Nullable(Type.Integer()),
      state: Nullable(Type.String()),
      /** 滞后原因, where one was given. */
      lag: Nullable(LagReason),
      note: Type.String(),
    }),
  ),
})
export type RegionalReports = Static<typeof RegionalReports>

/** What one region holds of an indicator. A national target is never applied to it. */
export const RegionalStanding = Closed({
  region: RegionCode,
  figure: Figure,
  absence: Nullable(Absence),
  share: Figure,
  lastPeriod: Nullable(Type.String()),
  lastEndsOn: Nullable(Day),
  /** Whether its prefectures report, one by one. */
  byPrefecture: Type.Boolean(),
  /** For those who may see entries; null for others. */
  reports: Nullable(RegionalReports),
})

export const Dashboard = Closed({
  programme: Programme,
  ...ResolvedTimes,
  region: Nullable(RegionCode),
  demo: Type.Boolean(),
  /** Days of the programme that have passed on `on`, from its publication to the first common due date. */
  time: Closed({ elapsedDays: Type.Integer(), totalDays: Type.Integer(), ratio: Type.Number(), endsOn: Day }),
  indicators: Type.Array(Closed({ ...Judgement.properties, regional: Type.Optional(RegionalStanding) })),
  milestones: Type.Array(
    Closed({
      id: Slug,
      goal: Type.String(),
      measure: Type.String(),
      name: Text,
      clause: Clause,
      /** How it stands, for those who may see entries; null for others. */
      standing: Nullable(MilestoneStanding),
    }),
  ),
})
export type Dashboard = Static<typeof Dashboard>

export const showDashboard = {
  method: 'GET',
  url: '/api/programmes/:programme/dashboard',
  permission: 'public',
  schema: {
    operationId: 'showDashboard',
    summary: 'Every target of a programme on one date, in one response',
    tags: ['programmes'],
    params: Closed({ programme: Slug }),
    querystring: Closed({ ...TwoTimes, region: Type.Optional(RegionCode) }),
    response: { 200: Dashboard, '4xx': Problem },
  },
} as const satisfies RouteContract
