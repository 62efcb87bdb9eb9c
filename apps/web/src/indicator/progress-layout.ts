import { dayOf, type ProgressGap } from './progress-gaps.ts'
import type { ProgressPoint, ProgressSeries } from './progress-series.ts'

export type Spot = { readonly x: number; readonly y: number }

/** The drawing space in CSS pixels and its scales, as the axes give them. */
export type Space = {
  readonly x: (day: number) => number
  readonly y: (value: number) => number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type PublishedSpot = Spot & {
  readonly point: ProgressPoint
  readonly said: NonNullable<ProgressPoint['published']>
}

/** Where everything of the chart stands. What is not there is null or empty. */
export type ProgressLayout = {
  readonly plan: readonly Spot[]
  readonly published: readonly PublishedSpot[]
  /** The nation's own entries, joined; only where there are any. */
  readonly recorded: readonly (Spot & { readonly on: string })[]
  /** Right end of the target's line: its due date, or the end of the axis. */
  readonly target: (Spot & { readonly isInside: boolean }) | null
  /** 应到: where the plan stands on the day that is judged. */
  readonly due: Spot | null
  /** Between actual and plan on that day. */
  readonly bracket: { readonly x: number; readonly from: number; readonly to: number } | null
  /** The date asked for, where the axis has it. */
  readonly today: number | null
  /** From where on the axis is future. */
  readonly future: number | null
  readonly gaps: readonly {
    readonly from: number
    readonly to: number
    readonly why: string
    readonly months?: ProgressGap['months']
  }[]
  /** The band of a soft target, as a rectangle up to its date. */
  readonly band: { readonly right: number; readonly top: number; readonly bottom: number } | null
  readonly forecasts: readonly {
    readonly counts: boolean
    readonly line: readonly Spot[]
    /** Outline of the band: along its upper edge and back along the lower one. */
    readonly band: readonly Spot[]
  }[]
  readonly earlierPlans: readonly { readonly untilOn: string; readonly line: readonly Spot[] }[]
  readonly at: (day: number, value: number) => Spot
}

/** How far the bracket stands from the date's line. */
const bracketGap = 14

export function progressLayout(series: ProgressSeries, on: string, { x, y, left, right }: Space): ProgressLayout {
  const { points, target, from, to, gaps, standing, band, forecasts, earlierPlans } = series
  const at = (day: number, value: number): Spot => ({ x: x(day), y: y(value) })
  const today = dayOf(on)
  const due = standing === null || standing.planned === null ? null : at(standing.day, standing.planned)
  const hasDifference = standing?.actual.known && standing.percentagePoints.known
  return {
    plan: points.flatMap(({ day, plan }) => (plan === null ? [] : [at(day, plan)])),
    published: points.flatMap((point) =>
      point.published === null ? [] : [{ point, said: point.published, ...at(point.day, point.published.value) }],
    ),
    recorded: points.flatMap((point) =>
      point.recorded === null ? [] : [{ on: point.on, ...at(point.day, point.recorded.value) }],
    ),
    target:
      target === null
        ? null
        : { ...at(Math.min(dayOf(target.on), to), target.value), isInside: dayOf(target.on) <= to },
    due,
    bracket:
      due !== null && hasDifference
        ? {
            x: due.x + bracketGap > right ? due.x - bracketGap : due.x + bracketGap,
            from: y(standing.actual.value),
            to: due.y,
          }
        : null,
    today: today >= from && today <= to ? x(today) : null,
    future: today < to ? Math.max(x(today), left) : null,
    band:
      band === null || target === null
        ? null
        : { right: x(Math.min(dayOf(target.on), to)), top: y(band.to), bottom: y(band.from) },
    forecasts: forecasts.map(({ counts, points: ahead }) => ({
      counts,
      line: ahead.map(({ day, expected }) => at(day, expected)),
      band: [
        ...ahead.map(({ day, high }) => at(day, high)),
        ...ahead.toReversed().map(({ day, low }) => at(day, Math.max(low, 0))),
      ],
    })),
    earlierPlans: earlierPlans.map(({ untilOn, points: planned }) => ({
      untilOn,
      line: planned.map(({ day, value }) => at(day, value)),
    })),
    gaps: gaps.map(({ from: first, to: last, why, months }) => ({
      from: x(first),
      to: x(last),
      why,
      ...(months !== undefined && { months }),
    })),
    at,
  }
}

/** A line through what is there, as an SVG path; it ends before a gap and begins again after it. */
export function brokenPath(spots: readonly (Spot | null)[]): string {
  return spots
    .map((spot, index) => (spot === null ? '' : `${index > 0 && spots[index - 1] ? 'L' : 'M'}${spot.x} ${spot.y}`))
    .join('')
}
