import type { IndicatorDefinition, Source } from './definition.ts'
import type { Evidence } from './evidence.ts'
import { type Known, known } from './figure.ts'
import {
  type Forecast,
  type ForecastInput,
  forecast,
  type NoForecast,
  pointsUpTo,
  type WithoutForecast,
} from './forecast.ts'
import { type BackTest, backTest } from './forecast-back-test.ts'
import type { Possible } from './forecast-estimate.ts'
import { type ForecastMethod, type ForecastPoint, forecastMethods, monthsAt } from './forecast-method.ts'
import type { LocalDate } from './local-date.ts'
import { lastEndedMonth, monthsBetween, parsePeriod } from './period.ts'
import { countingFigures } from './source-of-record.ts'
import type { NotJudged, Status } from './status.ts'

/** The method that is printed first: it did better in the back-test over the published series (docs/methods/forecast.md). */
export const headlineMethod: ForecastMethod = 'recent-pace'

/** Why nothing is forecast for a goal. `not-judged`: a figure without a plan. */
export type NoGoalForecast = NoForecast | Exclude<NotJudged, 'no-plan'> | 'by-stages' | 'not-judged' | 'achieved'

/** Where one source is going, by both methods, and how each would have done on it before. */
export type SourceForecast = {
  readonly source: Source
  /** Whether it is the source of record. */
  readonly counts: boolean
  readonly methods: Readonly<
    Record<
      ForecastMethod,
      { readonly outcome: Forecast | WithoutForecast<NoGoalForecast>; readonly backTest: BackTest }
    >
  >
}

type Judged = { readonly status: Status; readonly statusReason: NotJudged | null }

/** The forecasts of an indicator, one for each source that has figures; the source of record first, also without any. */
export function forecastsOf(
  indicator: IndicatorDefinition,
  evidence: Evidence,
  judged: Judged,
): readonly SourceForecast[] {
  const record = indicator.sourceOfRecord
  const sources = (['national', 'regions', 'register'] as const).toSorted(
    (a, b) => Number(b === record) - Number(a === record),
  )
  return sources.flatMap((source): readonly SourceForecast[] => {
    const series = seriesOf(source, indicator, evidence)
    if (series === null || (series.points.length === 0 && source !== record)) return []
    const [pace, line] = forecastMethods.map((method) => ({
      outcome: outcomeOf(method, source, series, { indicator, evidence, judged }),
      backTest: backTest(method, pointsUpTo(series.points, evidence.on), series.possible),
    }))
    if (pace === undefined || line === undefined) return []
    return [{ source, counts: source === record, methods: { 'recent-pace': pace, 'theil-sen': line } }]
  })
}

/** The forecast of the source of record by the first method: what a row of the overview says. */
export function forecastOfRecord(
  indicator: IndicatorDefinition,
  evidence: Evidence,
  judged: Judged,
): Forecast | WithoutForecast<NoGoalForecast> {
  const source = indicator.sourceOfRecord
  const series = source === null ? null : seriesOf(source, indicator, evidence)
  if (source === null || series === null) return whyNone(indicator, judged, 0) ?? tooFew
  return outcomeOf(headlineMethod, source, series, { indicator, evidence, judged })
}

const tooFew = { known: false, why: 'too-few-points', points: 0 } as const

/** The points of one source, what its goal is counted from, and what its values can be. */
type SourceSeries = {
  readonly points: readonly ForecastPoint[]
  readonly from: Known | null
  readonly possible: Possible
}

type Goal = { readonly indicator: IndicatorDefinition; readonly evidence: Evidence; readonly judged: Judged }

function outcomeOf(
  method: ForecastMethod,
  source: Source,
  { points, from, possible }: SourceSeries,
  { indicator, evidence: { on }, judged }: Goal,
): Forecast | WithoutForecast<NoGoalForecast> {
  const count = pointsUpTo(points, on).length
  const { target, due } = indicator
  const none = whyNone(indicator, judged, count)
  if (none !== null) return none
  const goal = target === null || from === null ? null : { comparator: target.comparator, from }
  const input: ForecastInput = { points, on, dueOn: due?.on ?? null, goal, possible }
  const outcome = forecast(method, input)
  const isAchieved = outcome.known && source === indicator.sourceOfRecord && judged.status === 'achieved'
  return isAchieved ? { known: false, why: 'achieved', points: count } : outcome
}

/** Why a goal has no forecast from any source: it is chosen by stages, or not judged. */
function whyNone(
  { plan }: IndicatorDefinition,
  { status, statusReason }: Judged,
  points: number,
): WithoutForecast<NoGoalForecast> | null {
  if (plan.is === 'stages') return { known: false, why: 'by-stages', points }
  if (status !== 'not-judged') return null
  return {
    known: false,
    why: statusReason === null || statusReason === 'no-plan' ? 'not-judged' : statusReason,
    points,
  }
}

function seriesOf(source: Source, indicator: IndicatorDefinition, evidence: Evidence): SourceSeries | null {
  const { target, baseline, plan, aggregation, kind } = indicator
  const start = baseline === null ? null : known(baseline.value, baseline.bound)
  const from = target?.basis === 'increment' ? start : known(0)
  const most = target?.comparator.is === 'all' ? target.comparator.value : kind === 'yes-no' ? evidence.expected : 0
  const possible: Possible = { least: 0, ...(most > 0 && { most }) }
  if (source === 'national') {
    const figures = countingFigures(evidence.national, plan.is === 'stages' ? plan.round : undefined)
    return { points: figures.map(({ on, value, bound }) => pointAt(on, known(value, bound))), from, possible }
  }
  if (source === 'regions') {
    const { regional } = evidence
    if (regional === null || aggregation.regions === 'none') return null
    const points = pointsAt(evidence.regionalDays ?? [], regional)
    // A sum of flows is itself what came on top since the plan's start.
    return aggregation.time === 'sum'
      ? { points, from: known(0), possible: { ...possible, accumulates: true } }
      : { points, from, possible }
  }
  const { register } = evidence
  return register === null
    ? null
    : { points: pointsAt(registerMonths(indicator, evidence.on), register), from, possible }
}

type Reading = Pick<ReturnType<NonNullable<Evidence['register']>>, 'figure' | 'reported'>

/** A point for each day on which something is known. */
function pointsAt(days: readonly LocalDate[], at: (on: LocalDate) => Reading): readonly ForecastPoint[] {
  return days.flatMap((on) => {
    const { figure, reported } = at(on)
    if (!figure.known) return []
    const point = pointAt(on, figure)
    return reported.units < reported.expected ? [{ ...point, incomplete: true }] : [point]
  })
}

const pointAt = (on: LocalDate, { value, bound }: Known): ForecastPoint =>
  bound === undefined ? { on, value } : { on, value, bound }

/**
 * The days on which a register is read: the ends of the months since its opening, and the date asked for, which takes the place of a
 * month's end less than half a month before it.
 */
function registerMonths({ opening }: IndicatorDefinition, on: LocalDate): readonly LocalDate[] {
  if (opening === null || on < opening.openedOn) return []
  const ends = monthsBetween(opening.openedOn, lastEndedMonth(on).endsOn).flatMap(
    (code) => parsePeriod(code)?.endsOn ?? [],
  )
  return [...ends.filter((day) => monthsAt(on) - monthsAt(day) >= 0.5), on]
}
