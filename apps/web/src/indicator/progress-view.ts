import { dayOf } from './progress-gaps.ts'

export const chartScales = ['gain', 'whole', 'period'] as const
/** What is drawn: the gain on the baseline, the value with what it stands on, or each period's own value. */
export type ChartScale = (typeof chartScales)[number]

export const chartViews = ['nation', 'region', 'share'] as const
export type ChartView = (typeof chartViews)[number]

/** First and last day that are shown, in days since 1970. */
export type DayRange = { readonly from: number; readonly to: number }

/** The part of the address that says how the chart is looked at. */
export type ChartSearch = {
  readonly chart?: ChartScale | undefined
  readonly by?: ChartView | undefined
  readonly zoom?: string | undefined
  /** Whether what came after the due date is drawn too. */
  readonly later?: 'shown' | undefined
}

/** What the address says, where it says something that there is; anything else is left out. */
export function chartSearchOf({ chart, by, zoom, later }: Record<string, unknown>): ChartSearch {
  return {
    chart: chartScales.find((scale) => scale === chart),
    by: chartViews.find((view) => view === by),
    zoom: typeof zoom === 'string' && zoomOf(zoom) !== null ? zoom : undefined,
    later: later === 'shown' ? later : undefined,
  }
}

/** A span as the address holds it: 2020-05-01..2020-09-30. */
export const zoomText = ({ from, to }: DayRange): string => `${dateOf(from)}..${dateOf(to)}`

/** The span of an address; null for one that is none. */
export function zoomOf(text: string | undefined): DayRange | null {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text ?? '') ?? []
  if (from === undefined || to === undefined) return null
  const range = { from: dayOf(from), to: dayOf(to) }
  return Number.isFinite(range.from) && Number.isFinite(range.to) && range.from < range.to ? range : null
}

/** A span is never shorter, so that a chart has an axis. */
export const shortestDays = 28

/** A span within another one, at least the shortest; null when it is all of it. */
export function within(range: DayRange | null, all: DayRange): DayRange | null {
  if (range === null || all.to - all.from <= shortestDays) return null
  const from = Math.min(Math.max(range.from, all.from), all.to - shortestDays)
  const to = Math.max(Math.min(range.to, all.to), from + shortestDays)
  return from === all.from && to === all.to ? null : { from, to }
}

/** The span after one of its ends was moved to a day. */
export const endMoved = (range: DayRange, end: 'from' | 'to', day: number, all: DayRange): DayRange =>
  end === 'from'
    ? { from: Math.min(Math.max(day, all.from), range.to - shortestDays), to: range.to }
    : { from: range.from, to: Math.max(Math.min(day, all.to), range.from + shortestDays) }

/** The span moved as a whole, as far as there is room. */
export function moved({ from, to }: DayRange, days: number, all: DayRange): DayRange {
  const by = Math.min(Math.max(days, all.from - from), all.to - to)
  return { from: from + by, to: to + by }
}

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** What of the regions is compared: what each period brought, or what it came to. */
export const whatOf = (scale: ChartScale) => (scale === 'period' ? 'value' : 'cumulative')
