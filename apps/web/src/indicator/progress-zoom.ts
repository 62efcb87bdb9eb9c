import type { ProgressSeries } from './progress-series.ts'
import type { DayRange } from './progress-view.ts'

/** The series within a span: lines keep one point beyond each end, so that they run to the edge. */
export function zoomed(series: ProgressSeries, range: DayRange | null): ProgressSeries {
  if (range === null) return series
  const { from, to } = range
  const first = Math.max(
    series.points.findLastIndex(({ day }) => day < from),
    0,
  )
  const beyond = series.points.findIndex(({ day }) => day > to)
  const last = beyond < 0 ? series.points.length - 1 : beyond
  const isInside = (day: number) => day >= from && day <= to
  return {
    ...series,
    from,
    to,
    points: series.points
      .slice(first, last + 1)
      .map((point) => (isInside(point.day) ? point : { ...point, published: null, recorded: null })),
    gaps: series.gaps
      .filter((gap) => gap.to > from && gap.from < to)
      .map((gap) => ({ ...gap, from: Math.max(gap.from, from), to: Math.min(gap.to, to) })),
    standing: series.standing !== null && isInside(series.standing.day) ? series.standing : null,
  }
}
