import type { IndicatorPage, Series } from '@xushi/contract'
import type { Bound } from '@xushi/domain'

/** One date of the chart and of its table. Every value is null where there is none; a gap is never a zero. */
export type ProgressPoint = {
  readonly on: string
  /** Days since 1970, for a time axis that is true to the days. */
  readonly day: number
  /** Whether a reporting period ends on this day. */
  readonly isPeriodEnd: boolean
  readonly plan: number | null
  readonly published: {
    readonly value: number
    readonly bound: Bound | null
    readonly confidence: 'primary' | 'secondary' | 'weak'
  } | null
  /** Running total of the regions while complete, and once it is not. */
  readonly regional: number | null
  readonly partial: number | null
  readonly regionalBound: Bound | null
  readonly reported: { readonly units: number; readonly expected: number } | null
}

export type ProgressSeries = {
  readonly points: readonly ProgressPoint[]
  readonly target: { readonly value: number; readonly on: string } | null
  readonly from: number
  readonly to: number
  readonly hasRegional: boolean
  /** What is drawn: a gain on the baseline, or the value itself. */
  readonly scale: 'gain' | 'value'
}

export const dayOf = (date: string): number => Math.round(Date.parse(date) / 86_400_000)

/**
 * The dates of a chart: published figures, ends of periods, the plan on each of them, from the plan's start to the due date. Increments
 * are drawn as gains, since regions report flows and the nation a stock: both are then measured from the same day.
 *
 * @param past whether figures after the due date are wanted
 */
export function progressSeries(page: IndicatorPage, series: Series | null, past: boolean): ProgressSeries {
  const { judgement, published, planLine } = page
  const { baseline, due, target } = judgement
  const scale = target?.basis === 'increment' && baseline.known ? 'gain' : 'value'
  const zero = scale === 'gain' && baseline.known ? baseline.value : 0
  const start = planLine.on[0] ?? (baseline.known ? baseline.on : page.on)
  const end = due === null ? page.on : past ? latest(page, due.on) : due.on

  const national = published.filter(({ region, on }) => region === '000000' && on >= start && on <= end)
  const totals = (series?.periods ?? [])
    .map((_, index) => index)
    .filter((index) => inside(series?.endsOn[index], start, end))
  const dates = new Set([start, end, page.on <= end && page.on >= start ? page.on : start])
  for (const { on } of national) dates.add(on)
  for (const index of totals) dates.add(series?.endsOn[index] ?? start)

  const points = [...dates].sort().map((on): ProgressPoint => {
    const said = national.find((figure) => figure.on === on)
    const index = totals.find((candidate) => series?.endsOn[candidate] === on)
    const cumulative = index === undefined || on > page.on ? null : (series?.total.cumulative[index] ?? null)
    const bound = index === undefined ? null : (series?.total.bound[index] ?? null)
    const complete = index === undefined ? false : (series?.total.complete[index] ?? false)
    const isPartial = bound !== null || !complete
    const regional = cumulative === null ? null : cumulative
    return {
      on,
      day: dayOf(on),
      isPeriodEnd: index !== undefined,
      plan: due !== null && on > due.on ? null : planOn(planLine, on, zero),
      published:
        said === undefined || on > page.on
          ? null
          : { value: said.value - zero, bound: boundOf(said.bound ?? null, page, scale), confidence: said.confidence },
      regional: isPartial ? null : regional,
      partial: isPartial ? regional : null,
      regionalBound: bound,
      reported:
        index === undefined || regional === null
          ? null
          : { units: series?.total.reported[index] ?? 0, expected: series?.total.expected[index] ?? 0 },
    }
  })
  return {
    points: joined(points),
    target: target === null || due === null || target.perRegion ? null : { value: target.value, on: due.on },
    from: dayOf(start),
    to: dayOf(end),
    hasRegional: points.some(({ regional, partial }) => regional !== null || partial !== null),
    scale,
  }
}

/** The bound of a gain: less a lower bound is an upper bound, and two bounds make `about`. */
function boundOf(
  bound: Bound | null,
  { judgement: { baseline } }: IndicatorPage,
  scale: 'gain' | 'value',
): Bound | null {
  if (scale === 'value' || !baseline.known || baseline.bound === undefined) return bound
  if (bound !== null) return 'about'
  return ({ above: 'below', below: 'above', about: 'about' } as const)[baseline.bound]
}

/** The hollow line begins where the solid one ends, so that no hole stands between them. */
function joined(points: readonly ProgressPoint[]): readonly ProgressPoint[] {
  const firstPartial = points.findIndex(({ partial }) => partial !== null)
  const before = points.findLastIndex(({ regional }, index) => regional !== null && index < firstPartial)
  return points.map((point, index) => (index === before ? { ...point, partial: point.regional } : point))
}

const inside = (date: string | undefined, start: string, end: string): boolean =>
  date !== undefined && date > start && date <= end

function latest(page: IndicatorPage, due: string): string {
  const dates = page.published.filter(({ region, on }) => region === '000000' && on <= page.on).map(({ on }) => on)
  return [due, ...dates].sort().at(-1) ?? due
}

/** The plan on a date, straight between its dated points; null outside the line. */
export function planOn(line: IndicatorPage['planLine'], on: string, zero: number): number | null {
  const days = line.on.map(dayOf)
  const day = dayOf(on)
  const next = days.findIndex((candidate) => candidate >= day)
  if (next < 0 || days.length === 0 || day < (days[0] ?? day)) return null
  const [a, b] = [line.value[Math.max(next - 1, 0)], line.value[next]]
  const [from, to] = [days[Math.max(next - 1, 0)], days[next]]
  if (a === undefined || b === undefined || from === undefined || to === undefined) return null
  return (to === from ? b : a + ((b - a) * (day - from)) / (to - from)) - zero
}

/**
 * Round steps of the value axis, from 0 to just above the highest point: 1, 2, 2.5 or 5 times a power of ten, four to six of them.
 */
export function axisSteps({ points, target }: Pick<ProgressSeries, 'points' | 'target'>): readonly number[] {
  const values = points.flatMap(({ plan, published, regional, partial }) => [plan, published?.value, regional, partial])
  const most = Math.max(1, target?.value ?? 0, ...values.map((value) => value ?? 0)) * 1.05
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough) ?? 10) * power
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}
