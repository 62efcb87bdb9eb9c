import { type Static, Type } from 'typebox'
import { CellTiming, ReportingCounts } from './calendar.ts'
import { Target } from './judgement.ts'
import type { RouteContract } from './route.ts'
import {
  Absence,
  Closed,
  Day,
  Figure,
  Nullable,
  OneOf,
  Problem,
  RegionCode,
  Reported,
  ResolvedTimes,
  Slug,
  Status,
  statusReasons,
  Text,
  TwoTimes,
} from './shapes.ts'

/** An indicator that regions report, by a number or by a register. */
const Choice = Closed({ id: Slug, goal: Type.String(), name: Text })

/** How one region stands in one indicator. Values in the indicator's unit, ratios as numbers. */
export const RegionStanding = Closed({
  region: RegionCode,
  name: Text,
  /** Whether it is asked for this indicator at all. */
  expected: Type.Boolean(),
  figure: Figure,
  /** Last day that the figure speaks of. */
  figureOn: Nullable(Day),
  absence: Nullable(Absence),
  /** Its part of the sum of the regions, 0 to 1; an upper bound while somebody is missing in the sum. */
  share: Figure,
  /** What the last period changed. */
  change: Figure,
  /** Its own target: a 分解目标 or a promise made to each region. A national one is never applied to it. */
  target: Nullable(Target),
  status: Status,
  statusReason: Nullable(OneOf(statusReasons)),
  overQuota: Type.Boolean(),
  /** 名次; null where a ranking is not fair, or while somebody's figure is missing or a bound. */
  rank: Nullable(Type.Integer()),
  /** Of its own cells in the last period: itself, or its prefectures. */
  reported: Reported,
  reporting: Nullable(ReportingCounts),
  /** How each period was reported, side by side with `periods`; null where nothing is asked, or for a reader who may not see it. */
  timings: Type.Array(Nullable(CellTiming)),
  /** State of what stands in the last period: submitted, returned, approved, confirmed; null where nothing does. */
  lastState: Nullable(Type.String()),
  /** Running value at the end of each period; a missing one is null. */
  line: Type.Array(Nullable(Type.Number())),
  demo: Type.Boolean(),
})
export type RegionStanding = Static<typeof RegionStanding>

export const RegionsStanding = Closed({
  programme: Slug,
  ...ResolvedTimes,
  indicator: Closed({
    ...Choice.properties,
    unit: Text,
    decimals: Type.Integer(),
    kind: OneOf(['measured', 'counted', 'yes-no', 'milestone', 'qualitative', 'reference']),
    reportingLevel: OneOf(['nation', 'province', 'prefecture']),
    modality: OneOf(['must', 'strive', 'encourage']),
    /** How periods and regions add up. */
    aggregation: Closed({
      time: OneOf(['sum', 'last', 'mean', 'none']),
      regions: OneOf(['sum', 'weighted-mean', 'distinct', 'coverage', 'none']),
    }),
  }),
  /** Where the figures come from: entries, or the register; null where regions do not report it. */
  source: Nullable(OneOf(['regions', 'register'])),
  choices: Type.Array(Choice),
  /** Why regions are not ranked by it; null where they are. */
  unfairRanking: Nullable(
    OneOf(['encouraged', 'quality-first', 'per-region', 'yes-no', 'upper-end', 'not-a-sum'] as const),
  ),
  /** The periods that have ended by `on`, oldest first. */
  periods: Type.Array(Closed({ period: Type.String(), endsOn: Day, deadline: Day, backfill: Type.Boolean() })),
  regions: Type.Array(RegionStanding),
  /** All of them together. */
  total: Closed({ figure: Figure, figureOn: Nullable(Day), reported: Reported, reporting: Nullable(ReportingCounts) }),
  demo: Type.Boolean(),
})
export type RegionsStanding = Static<typeof RegionsStanding>

/** 地区: one indicator over the provincial divisions, in one answer. */
export const showRegionsStanding = {
  method: 'GET',
  url: '/api/programmes/:programme/regions-standing',
  permission: 'public',
  schema: {
    operationId: 'showRegionsStanding',
    summary: 'One indicator over the provincial divisions on one date, with how they report it',
    tags: ['regions'],
    params: Closed({ programme: Slug }),
    /** Without an indicator: the first one that regions have reported by the date. */
    querystring: Closed({ ...TwoTimes, indicator: Type.Optional(Slug) }),
    response: { 200: RegionsStanding, '4xx': Problem },
  },
} as const satisfies RouteContract
