import { type Static, Type } from 'typebox'
import { ForecastBrief } from './forecast.ts'
import {
  Bound,
  Closed,
  Confidence,
  DatedFigure,
  Day,
  Figure,
  Nullable,
  OneOf,
  Reported,
  Slug,
  Source,
  Status,
  statusReasons,
  Text,
} from './shapes.ts'

export const Clause = Closed({
  question: Type.Integer(),
  quote: Type.String(),
  /** The sentence that holds the quote, where the quote alone is none. */
  sentence: Type.Optional(Type.String()),
  /** The quote in English, ours. */
  english: Type.Optional(Type.String()),
})

/** What is promised, values in the indicator's unit. */
export const Target = Closed({
  comparator: OneOf(['at-least', 'more-than', 'at-most', 'equal', 'all', 'about', 'range']),
  value: Type.Number(),
  from: Type.Optional(Type.Number()),
  to: Type.Optional(Type.Number()),
  basis: OneOf(['level', 'increment']),
  perRegion: Type.Boolean(),
  assumed: Type.Boolean(),
})

export const Baseline = Type.Union([
  Closed({
    known: Type.Literal(true),
    value: Type.Number(),
    bound: Type.Optional(Bound),
    on: Day,
    precision: OneOf(['day', 'month', 'year', 'about']),
    source: Text,
  }),
  Closed({ known: Type.Literal(false), why: Type.String() }),
])

/** A selection's stages: `due` and `reached` say what holds on the date asked for. */
export const StageStanding = Closed({
  id: Type.String(),
  name: Text,
  dueOn: Nullable(Day),
  reachedOn: Nullable(Day),
  due: Type.Boolean(),
  reached: Type.Boolean(),
})

/** 序时进度 on the date asked for. `value` is where the line stands, `ratio` how much of the way is planned (0 to 1). */
export const Plan = Type.Union([
  Closed({
    known: Type.Literal(true),
    value: Type.Number(),
    bound: Type.Optional(Bound),
    ratio: Type.Number(),
    elapsedDays: Type.Integer(),
    totalDays: Type.Integer(),
    startsOn: Day,
    endsOn: Day,
  }),
  Closed({ known: Type.Literal(false), why: Type.String() }),
])

/** After the due date: whether the target was reached in time. Before it: by which date at the latest. */
export const Timing = Type.Union([
  Closed({ is: Type.Literal('not-later-than'), on: Day }),
  Closed({ is: Type.Literal('on-time') }),
  Closed({ is: Type.Literal('late'), days: Nullable(Type.Integer()) }),
  Closed({ is: Type.Literal('unknown-time') }),
])

/** A source that does not count, and how far it is from the one that does. */
export const Beside = Closed({
  source: Source,
  figure: Figure,
  on: Nullable(Day),
  reported: Nullable(Reported),
  difference: Figure,
})

/** One indicator on one date: what is promised, what counts, and how it stands. Values in the indicator's unit, ratios as numbers. */
export const Judgement = Closed({
  id: Slug,
  goal: Type.String(),
  role: OneOf(['target', 'milestone', 'context']),
  measure: Type.String(),
  name: Text,
  clause: Clause,
  kind: OneOf(['measured', 'counted', 'yes-no', 'milestone', 'qualitative', 'reference']),
  unit: Text,
  decimals: Type.Integer(),
  /** What the nation's count is of, where it is not of the unit: regions that have any (覆盖). */
  coverageUnit: Nullable(Text),
  direction: OneOf(['rising', 'falling']),
  modality: OneOf(['must', 'strive', 'encourage']),
  due: Nullable(Closed({ on: Day, stated: Type.Boolean(), reason: Type.Optional(Text) })),
  target: Nullable(Target),
  promise: Nullable(Text),
  baseline: Baseline,
  sourceOfRecord: Nullable(OneOf(['national', 'regions', 'register'])),
  actual: DatedFigure,
  gain: Figure,
  attainment: Figure,
  achievement: Figure,
  plan: Plan,
  stages: Nullable(Type.Array(StageStanding)),
  scheduleIndex: Figure,
  percentagePoints: Figure,
  earnedDays: Figure,
  status: Status,
  statusReason: Nullable(OneOf(statusReasons)),
  timing: Nullable(Timing),
  /** Where the source of record is going, by the first method. */
  forecast: ForecastBrief,
  marks: Type.Array(OneOf(['stale', 'over-quota', 'due-unreported'])),
  /** 后续进展: the newest figure after the due date; moves nothing. */
  later: Nullable(DatedFigure),
  beside: Type.Array(Beside),
  /** Units that reported the last period; null for somebody without an account, who sees no entries. */
  reported: Closed({ units: Nullable(Type.Integer()), expected: Type.Integer() }),
  /** Recent points of the source of record, oldest first; a missing value is null. */
  spark: Closed({ on: Type.Array(Day), value: Type.Array(Nullable(Type.Number())), joined: Type.Boolean() }),
  groups: Type.Array(Type.String()),
  ambiguities: Type.Array(Type.Integer()),
  /** Whether demonstration entries (演示数据) stand behind a figure of this row. */
  demo: Type.Boolean(),
})
export type Judgement = Static<typeof Judgement>

/** A figure that someone else published, in the indicator's unit. */
export const PublishedFigure = Closed({
  id: Type.String(),
  goal: Type.String(),
  region: Type.String(),
  on: Day,
  precision: OneOf(['day', 'month', 'year', 'about']),
  publishedOn: Day,
  value: Type.Number(),
  bound: Type.Optional(Bound),
  round: Type.Optional(Type.String()),
  speaker: Text,
  occasion: Text,
  confidence: Confidence,
  note: Nullable(Text),
})
export type PublishedFigure = Static<typeof PublishedFigure>
