import { forecastMethods } from '@xushi/domain'
import { type Static, Type } from 'typebox'
import { Bound, Closed, Day, Figure, Nullable, OneOf } from './shapes.ts'

/**
 * Why nothing is forecast. For a source: too few figures, or they are not for this reader. For a goal: chosen by stages, no number or
 * day to reach, promised to each region, not judged, its due date behind, achieved; for a region: no target of its own.
 */
export const noForecastReasons = [
  'too-few-points',
  'sign-in-required',
  'by-stages',
  'no-target',
  'no-number',
  'no-due-date',
  'per-region',
  'not-judged',
  'past-due',
  'achieved',
  'no-regional-target',
] as const
export type NoForecastReason = (typeof noForecastReasons)[number]

const KnownFigure = Closed({ known: Type.Literal(true), value: Type.Number(), bound: Type.Optional(Bound) })

/** The day on which the target is reached, between those of the edges of the band; `to` is null beyond ten years. */
export const ForecastReached = Type.Union([
  Closed({ known: Type.Literal(true), on: Day, from: Day, to: Nullable(Day) }),
  Closed({ known: Type.Literal(false), why: OneOf(['reached', 'not-at-this-pace', 'beyond-horizon']) }),
])

/** `points`: the figures that are there; four are needed. */
const NoForecast = Closed({
  known: Type.Literal(false),
  why: OneOf(noForecastReasons),
  points: Type.Integer(),
})

const stated = {
  known: Type.Literal(true),
  method: OneOf(forecastMethods),
  /** From the first figure that the pace was taken from to the last one, which the forecast starts from. */
  usedFrom: Day,
  usedTo: Day,
  pacePerMonth: KnownFigure,
  /** The value on the due date, `on`. */
  expected: Closed({ known: Type.Literal(true), value: Type.Number(), bound: Type.Optional(Bound), on: Day }),
  reachedOn: ForecastReached,
  /** What each month from `usedTo` to the due date has to bring; negative for a falling goal, 0 once it is reached. */
  neededPerMonth: KnownFigure,
}

/** A forecast in short, for a row of the overview. Values in the indicator's unit, not rounded. */
export const ForecastBrief = Type.Union([Closed(stated), NoForecast])
export type ForecastBrief = Static<typeof ForecastBrief>

/** What one method forecasts of one source, with the line for the chart and how the method would have done before. */
export const Forecast = Type.Union([
  Closed({
    ...stated,
    points: Type.Integer(),
    /** Periods among those used in which somebody expected did not report: the forecast is low. */
    incomplete: Type.Integer(),
    /** Where the value on the due date lies, with 95 % if the pace stays as it is. */
    band: Closed({ low: Type.Number(), high: Type.Number() }),
    /** From `usedTo`, by the ends of months, to the due date. Columns of equal length. */
    line: Closed({
      on: Type.Array(Day),
      expected: Type.Array(Type.Number()),
      low: Type.Array(Type.Number()),
      high: Type.Array(Type.Number()),
    }),
    /** Forecasts compared with what came, their mean relative error as a ratio, and how many values lay in their band. */
    backTest: Closed({ count: Type.Integer(), error: Figure, within: Type.Integer() }),
  }),
  NoForecast,
])
export type Forecast = Static<typeof Forecast>

/** Where one source is going. `scale`: what its values are compared with, the gain since the plan's start or the value itself. */
export const SourceForecast = Closed({
  source: OneOf(['national', 'regions', 'register']),
  /** Whether it is the source of record. */
  counts: Type.Boolean(),
  scale: OneOf(['gain', 'value']),
  /** The value that keeps the promise on this scale; unknown where there is no number or no baseline. */
  target: Figure,
  headline: Forecast,
  other: Forecast,
})
export type SourceForecast = Static<typeof SourceForecast>
