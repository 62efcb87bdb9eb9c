import { type Static, Type } from 'typebox'
import { CellTiming, ReportingCounts } from './calendar.ts'
import { CorrectedFigure } from './corrected-figure.ts'
import { MilestoneStanding } from './goals.ts'
import { Clause, Judgement } from './judgement.ts'
import { Programme } from './programmes.ts'
import { LagReason } from './progress-entries.ts'
import { unitKinds } from './regions.ts'
import type { RouteContract } from './route.ts'
import {
  Absence,
  Bound,
  Closed,
  Day,
  Figure,
  InstantText,
  Nullable,
  OneOf,
  PeriodCode,
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

/** What can have moved a figure. */
export const changeKinds = [
  'entry',
  'correction',
  'withdrawal',
  'case',
  'exit',
  'merger',
  'promotion',
  'confirmation',
  'published',
  'milestone',
  'decision',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Something that moved figures lately; several of one kind, day, indicator and period are told together. Values in the indicator's unit. */
export const Change = Closed({
  /** Ledger number and time of the newest of them. */
  seq: Type.Integer(),
  at: InstantText,
  kind: OneOf(changeKinds),
  indicator: Nullable(Closed({ id: Slug, goal: Type.String(), name: Text, unit: Text, decimals: Type.Integer() })),
  count: Type.Integer(),
  period: Nullable(Type.String()),
  /** Of a single one: its region (null for the nation), what it says and said before, its name, its day, its part and its reason. */
  region: Nullable(Text),
  value: Nullable(Type.Number()),
  bound: Nullable(Bound),
  before: Nullable(Type.Number()),
  title: Nullable(Type.String()),
  on: Nullable(Day),
  part: Nullable(Type.String()),
  reason: Nullable(Type.String()),
})
export type Change = Static<typeof Change>

/** How much of what was due for the last month that ended is there and counts, by kind of reporting unit. */
export const ReportingByKind = Closed({
  period: PeriodCode,
  endsOn: Day,
  kinds: Type.Array(
    Closed({
      kind: OneOf(unitKinds),
      expected: Type.Integer(),
      counted: Type.Integer(),
      /** Of those that count. */
      onTime: Type.Integer(),
      /** Those that timeliness is asked of: not what is made up from before the installation began. */
      timed: Type.Integer(),
    }),
  ),
})
export type ReportingByKind = Static<typeof ReportingByKind>

/** 滞后原因, as it was last approved: cause, remedy, who does it and until when. */
export const RecordedLag = Closed({
  cause: Text,
  remedy: Type.String(),
  responsible: Type.String(),
  newDate: Day,
  /** The region that said it; null for the nation. */
  region: Nullable(Text),
  period: Type.String(),
})
export type RecordedLag = Static<typeof RecordedLag>

export const Dashboard = Closed({
  programme: Programme,
  ...ResolvedTimes,
  region: Nullable(RegionCode),
  demo: Type.Boolean(),
  /** Days of the programme that have passed on `on`, from its publication to the first common due date. */
  time: Closed({ elapsedDays: Type.Integer(), totalDays: Type.Integer(), ratio: Type.Number(), endsOn: Day }),
  indicators: Type.Array(
    Closed({
      ...Judgement.properties,
      /** Why it is behind, where that was recorded; null elsewhere, and for a reader who may not see entries. */
      lag: Nullable(RecordedLag),
      /** Where the last issued report told another figure; never for a reader who may not see entries. */
      corrected: Type.Optional(CorrectedFigure),
      regional: Type.Optional(RegionalStanding),
    }),
  ),
  milestones: Type.Array(
    Closed({
      id: Slug,
      goal: Type.String(),
      measure: Type.String(),
      name: Text,
      clause: Clause,
      /** How it stands, for those who may see entries; null for others. */
      standing: Nullable(MilestoneStanding),
      /** Why it is late, where that was recorded. */
      lag: Nullable(RecordedLag),
    }),
  ),
  /** What moved figures lately, newest first; for a reader who may not see entries, published figures and decisions alone. */
  changes: Type.Array(Change),
  /** Null for a reader who may not see entries, and where nothing is due. */
  reporting: Nullable(ReportingByKind),
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
