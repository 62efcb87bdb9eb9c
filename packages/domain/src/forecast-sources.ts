import type { IndicatorDefinition, Source, Target } from './definition.ts'
import type { Evidence } from './evidence.ts'
import { type Figure, type Known, known, unknown } from './figure.ts'
import {
  type Forecast,
  type ForecastInput,
  forecast,
  type NoForecast,
  pointsUpTo,
  type WithoutForecast,
} from './forecast.ts'
import { type BackTest, backTest } from './forecast-back-test.ts'
import { type ForecastMethod, forecastMethods } from './forecast-method.ts'
import { type SourceSeries, seriesOf } from './forecast-series.ts'
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
  /** Whether its values are gains since the plan's start (a sum of flows), not the value itself. */
  readonly isGain: boolean
  /** The number that is promised, as this source counts it. */
  readonly target: Figure<'no-target' | 'no-baseline'>
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
    const { isGain } = series
    const target = targetOf(indicator.target, series.from)
    return [{ source, counts: source === record, isGain, target, methods: { 'recent-pace': pace, 'theil-sen': line } }]
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

function targetOf(target: Target | null, from: Known | null): SourceForecast['target'] {
  if (target === null) return unknown('no-target')
  if (from === null) return unknown('no-baseline')
  const { comparator } = target
  return known(from.value + ('from' in comparator ? comparator.from : comparator.value), from.bound)
}
