import { type Static, Type } from 'typebox'
import { CorrectedFigure } from './corrected-figure.ts'
import { SourceForecast } from './forecast.ts'
import { Judgement, PublishedFigure } from './judgement.ts'
import { Thresholds } from './programmes.ts'
import { Person, ProgressEntry } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import {
  Absence,
  Bound,
  Closed,
  Day,
  Figure,
  Id,
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

export const TypedRule = OneOf(['period', 'yearToDate', 'sinceStart', 'atEnd'])

/** An entry that counts: who recorded it, who approved it. Only what stays true of it, whatever becomes of it later. */
export const CountedEntry = Closed({
  id: Id,
  region: RegionCode,
  unit: Closed({ id: Type.String(), name: Text }),
  period: Type.String(),
  value: Nullable(Type.Number()),
  absence: Nullable(Absence),
  recorder: Person,
  unitReviewer: Nullable(Person),
  approver: Nullable(Person),
  createdAt: InstantText,
  submittedAt: Nullable(InstantText),
  decidedAt: Nullable(InstantText),
  /** Why it corrects an earlier one (已更正); null for a first value. */
  correctionReason: Nullable(Type.String()),
  demo: Type.Boolean(),
})
export type CountedEntry = Static<typeof CountedEntry>

/** The last period with entries that count, at one level: what was reported, and who has not. */
export const LastReport = Closed({
  level: OneOf(['nation', 'region']),
  period: Type.String(),
  endsOn: Day,
  entries: Type.Array(CountedEntry),
  /** Who is expected and has not reported this period: units by name, or the prefectures where those are asked. */
  missing: Type.Array(Closed({ region: RegionCode, name: Text })),
})
export type LastReport = Static<typeof LastReport>

/** A plan line that held until a decision put another one in its place: with the day, who decided and why. */
export const EarlierPlan = Closed({
  on: Type.Array(Day),
  value: Type.Array(Type.Number()),
  untilOn: Day,
  part: Type.String(),
  who: Type.String(),
  reason: Type.String(),
  documentNumber: Nullable(Type.String()),
})
export type EarlierPlan = Static<typeof EarlierPlan>

/** What the nation's own approved entry says for the end of a period. A period reported without a value is left out. */
export const RecordedFigure = Closed({
  on: Day,
  period: Type.String(),
  value: Type.Number(),
  demo: Type.Boolean(),
})
export type RecordedFigure = Static<typeof RecordedFigure>

/** One indicator with all that its page shows except the series: judgement, rules, ambiguities, published figures. */
export const IndicatorPage = Closed({
  ...ResolvedTimes,
  programme: Slug,
  judgement: Judgement,
  /** Where the last issued report told another figure; never for a reader who may not see entries. */
  corrected: Type.Optional(CorrectedFigure),
  typed: Nullable(Closed({ region: Nullable(TypedRule), nation: Nullable(TypedRule) })),
  aggregation: Closed({ time: Type.String(), regions: Type.String() }),
  reportingLevel: Type.String(),
  responsible: Text,
  reportedBy: Closed({ region: Type.Array(Text), nation: Type.Array(Text) }),
  chosenFrom: Type.Array(Slug),
  notes: Nullable(Text),
  published: Type.Array(PublishedFigure),
  /**
   * Approved entries of the nation up to the date asked for, the oldest first, as dated figures; null for somebody without an account.
   */
  recorded: Nullable(Type.Array(RecordedFigure)),
  /** The entries behind the number; null for somebody without an account, who sees no entries. */
  lastReports: Nullable(Type.Array(LastReport)),
  planLine: Closed({ on: Type.Array(Day), value: Type.Array(Type.Number()) }),
  /** Oldest first; empty while the plan was never changed. */
  earlierPlans: Type.Array(EarlierPlan),
  /** Where each source is going, the source of record first; empty where the goal has no source at all. */
  forecasts: Type.Array(SourceForecast),
})
export type IndicatorPage = Static<typeof IndicatorPage>

export const showIndicator = {
  method: 'GET',
  url: '/api/indicators/:indicator',
  permission: 'public',
  schema: {
    operationId: 'showIndicator',
    summary: 'One indicator: clause, rules, how it stands, published figures',
    tags: ['indicators'],
    params: Closed({ indicator: Slug }),
    querystring: Closed(TwoTimes),
    response: { 200: IndicatorPage, '4xx': Problem },
  },
} as const satisfies RouteContract

const Column = Type.Array(Nullable(Type.Number()))

/**
 * What is known per period, as columns of equal length: approved entries of regions, or what a register counts at the end of each month.
 * A register is also counted on the date asked for, as the month that is under way. A missing period is null, never 0. `flow` is the value of the period itself (of a register: entered less left), `cumulative` the
 * running total since the plan's start, or the stock at its end.
 */
export const Series = Closed({
  indicator: Slug,
  by: OneOf(['total', 'region']),
  source: OneOf(['regions', 'register']),
  knownAt: Type.Integer(),
  figuresSeq: Type.Integer(),
  unit: Text,
  decimals: Type.Integer(),
  periods: Type.Array(Type.String()),
  endsOn: Type.Array(Day),
  total: Closed({
    flow: Column,
    cumulative: Column,
    bound: Type.Array(Nullable(Bound)),
    reported: Type.Array(Type.Integer()),
    expected: Type.Array(Type.Integer()),
    complete: Type.Array(Type.Boolean()),
  }),
  regions: Type.Optional(
    Type.Array(
      Closed({
        region: RegionCode,
        name: Text,
        value: Column,
        cumulative: Column,
        bound: Type.Array(Nullable(Bound)),
        absence: Type.Array(Nullable(Absence)),
        carried: Type.Array(Type.Boolean()),
      }),
    ),
  ),
  demo: Type.Boolean(),
})
export type Series = Static<typeof Series>

export const showSeries = {
  method: 'GET',
  url: '/api/indicators/:indicator/series',
  permission: 'figures:read',
  schema: {
    operationId: 'showSeries',
    summary: 'Approved values per reporting period, in total or by region',
    tags: ['indicators'],
    params: Closed({ indicator: Slug }),
    querystring: Closed({
      by: Type.Optional(OneOf(['total', 'region'])),
      from: Type.Optional(PeriodCode),
      to: Type.Optional(PeriodCode),
      ...TwoTimes,
    }),
    response: { 200: Series, '4xx': Problem },
  },
} as const satisfies RouteContract

/** Why a published figure does not count on the date asked for. */
export const standingReasons = [
  'after-on',
  'one-region',
  'weak',
  'earlier-round',
  'not-source-of-record',
  'before-baseline',
  'after-due',
  'older',
  'better-source-that-day',
] as const
export type StandingReason = (typeof standingReasons)[number]

/** One step from sources to status: the formula in numbers, what came out, and the page in docs/methods that explains it. */
export const DerivationStep = Closed({
  step: OneOf([
    'baseline',
    'source-of-record',
    'aggregation',
    'actual',
    'gain',
    'attainment',
    'achievement',
    'plan',
    'schedule-index',
    'percentage-points',
    'status',
  ]),
  method: Type.String(),
  expression: Nullable(Type.String()),
  result: Figure,
  resultUnit: OneOf(['unit', 'ratio', 'percentage-points', 'word']),
  word: Nullable(Type.String()),
})

/** A case of the register behind a count: from when until when it counts, and whether it does on the day that is judged. */
export const CountedCase = Closed({
  id: Id,
  title: Type.String(),
  region: RegionCode,
  unit: Text,
  validFrom: Nullable(Day),
  validTo: Nullable(Day),
  inForce: Type.Boolean(),
  demo: Type.Boolean(),
})

/** What a register counts and from what: opening balance, cases, and whose lists were confirmed for the last month that ended. */
export const CountedRegister = Closed({
  openedOn: Day,
  balance: Type.Number(),
  balanceSource: Type.String(),
  /** The day of the count: the date asked for, or the due date once it has passed. */
  on: Day,
  figure: Figure,
  /** Those in force first, the newest first; at most some hundreds, the register has them all. */
  cases: Type.Array(CountedCase),
  casesTotal: Type.Integer(),
  period: PeriodCode,
  confirmed: Type.Integer(),
  /** Units that have not confirmed their list of that month. */
  unconfirmed: Type.Array(Text),
})

export const Derivation = Closed({
  ...ResolvedTimes,
  judgement: Judgement,
  steps: Type.Array(DerivationStep),
  /** Published figures considered, newest first, and whether each one counts or why it does not. */
  published: Type.Array(
    Closed({ figure: PublishedFigure, counts: Type.Boolean(), why: Nullable(OneOf(standingReasons)) }),
  ),
  /** Ids of the published figures or entries of the nation that the actual figure is; empty for totals and counts. */
  counted: Type.Array(Type.String()),
  /** How entries of regions add up, and the last period they do for the day that is judged; null where no region reports. */
  sum: Nullable(
    Closed({
      time: OneOf(['sum', 'last', 'mean', 'none']),
      regions: OneOf(['sum', 'weighted-mean', 'distinct', 'coverage', 'none']),
      period: Nullable(Type.String()),
      units: Type.Integer(),
      expected: Type.Integer(),
    }),
  ),
  /** The register behind the figure or beside it; null without one, before it is open, or for a reader who may not see cases. */
  register: Nullable(CountedRegister),
  /** The thresholds of the status, with their author and reason. */
  thresholds: Thresholds,
  /** The newest approved entries behind the figure or beside it, with who recorded and who approved; `moves` is empty here. */
  entries: Type.Array(ProgressEntry),
  entriesTotal: Type.Integer(),
  periods: Type.Array(
    Closed({
      period: Type.String(),
      endsOn: Day,
      figure: Figure,
      units: Type.Integer(),
      expected: Type.Integer(),
      missing: Type.Array(Type.String()),
    }),
  ),
})
export type Derivation = Static<typeof Derivation>

export const showDerivation = {
  method: 'GET',
  url: '/api/indicators/:indicator/derivation',
  permission: 'public',
  schema: {
    operationId: 'showDerivation',
    summary: 'Where a figure comes from: sources, rows, formulas, approvals',
    tags: ['indicators'],
    params: Closed({ indicator: Slug }),
    querystring: Closed(TwoTimes),
    response: { 200: Derivation, '4xx': Problem },
  },
} as const satisfies RouteContract
