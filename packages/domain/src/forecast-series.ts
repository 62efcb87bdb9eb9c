import type { IndicatorDefinition, Source } from './definition.ts'
import type { Evidence } from './evidence.ts'
import { type Known, known, opposite } from './figure.ts'
import type { Possible } from './forecast-estimate.ts'
import { type ForecastPoint, monthsAt } from './forecast-method.ts'
import type { LocalDate } from './local-date.ts'
import { lastEndedMonth, monthsBetween, parsePeriod } from './period.ts'
import { countingFigures } from './source-of-record.ts'

/** The points of one source, and what can be said of them. */
export type SourceSeries = {
  readonly points: readonly ForecastPoint[]
  /** What the promised number is counted from; null for an increment without a baseline. */
  readonly from: Known | null
  readonly possible: Possible
  /** Whether its values are gains since the plan's start (a sum of flows), not the value itself. */
  readonly isGain: boolean
}

/** The figures of one source, oldest first; null where the indicator has no such source. */
export function seriesOf(source: Source, indicator: IndicatorDefinition, evidence: Evidence): SourceSeries | null {
  const { target, baseline, plan, aggregation } = indicator
  const start = baseline === null ? null : known(baseline.value, baseline.bound)
  const from = target?.basis === 'increment' ? start : known(0)
  const possible = possibleFor(indicator, evidence)
  if (source === 'national') {
    const figures = countingFigures(evidence.national, plan.is === 'stages' ? plan.round : undefined)
    const points = figures.map(({ on, value, bound }) => pointAt(on, known(value, bound)))
    return { points, from, possible, isGain: false }
  }
  if (source === 'regions') {
    const { regional, regionalDays = [] } = evidence
    if (regional === null || aggregation.regions === 'none') return null
    const points = pointsAt(regionalDays, regional)
    if (aggregation.time !== 'sum') return { points, from, possible, isGain: false }
    // A sum of flows is what came on top of the baseline since the plan's start.
    const nothing = target?.basis === 'level' && start !== null ? known(-start.value, opposite(start.bound)) : known(0)
    return { points, from: nothing, possible: { ...possible, accumulates: true }, isGain: true }
  }
  const { register } = evidence
  if (register === null) return null
  return { points: pointsAt(registerMonths(indicator, evidence.on), register), from, possible, isGain: false }
}

/** Counts are not negative, and where every one of a list is wanted there are no more than all. */
function possibleFor({ target, kind }: IndicatorDefinition, { expected }: Evidence): Possible {
  const all = target?.comparator.is === 'all' ? target.comparator.value : kind === 'yes-no' ? expected : 0
  return all > 0 ? { least: 0, most: all } : { least: 0 }
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
