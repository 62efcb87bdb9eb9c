import type { IndicatorPage, Series } from '@xushi/contract'
import type { Bound, Figure } from '@xushi/domain'
import { dayOf, gapsBetween, nationalGaps, type ProgressGap } from './progress-gaps.ts'
import { bandOf, type EarlierPlanLine, earlierPlanLines, type ForecastLine, forecastLines } from './progress-lines.ts'

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
  /** The nation's own approved entry for a period that ended on this day. */
  readonly recorded: { readonly value: number; readonly bound: Bound | null } | null
  /** Running total of the regions while complete, and once it is not. */
  readonly regional: number | null
  readonly partial: number | null
  readonly regionalBound: Bound | null
  readonly reported: { readonly units: number; readonly expected: number } | null
}

/** Where plan and actual stand on the day that is judged, in the scale of the chart. */
export type ProgressStanding = {
  readonly on: string
  readonly day: number
  readonly planned: number | null
  readonly actual: Figure
  readonly percentagePoints: Figure
}

export type ProgressSeries = {
  readonly points: readonly ProgressPoint[]
  readonly target: { readonly value: number; readonly on: string } | null
  /** Between which values a soft target is met (约); null for one number. */
  readonly band: { readonly from: number; readonly to: number } | null
  readonly forecasts: readonly ForecastLine[]
  readonly earlierPlans: readonly EarlierPlanLine[]
  readonly from: number
  readonly to: number
  readonly hasRegional: boolean
  readonly hasRecorded: boolean
  /** What the joined line is: the sum of regions, or the count of a register. */
  readonly source: Series['source']
  /** What is drawn: a gain on the baseline, or the value itself. */
  readonly scale: 'gain' | 'value'
  readonly gaps: readonly ProgressGap[]
  readonly standing: ProgressStanding | null
}

/**
 * The dates of a chart: published figures, ends of periods, the plan on each of them, from the plan's start to the due date. Increments
 * are drawn as gains, since regions report flows and the nation a stock: both are then measured from the same day. Drawn as the whole
 * value instead, a sum of flows has no place: nobody knows what it stands on.
 *
 * @param past  whether figures after the due date are wanted
 * @param whole whether an increment is drawn with what it stands on
 */
export function progressSeries(
  page: IndicatorPage,
  series: Series | null,
  { past, whole = false }: { readonly past: boolean; readonly whole?: boolean },
): ProgressSeries {
  const { judgement, planLine } = page
  const { baseline, due, target } = judgement
  const isIncrement = target?.basis === 'increment' && baseline.known
  const scale = isIncrement && !whole ? 'gain' : 'value'
  const zero = scale === 'gain' && baseline.known ? baseline.value : 0
  const stands = isIncrement && whole && baseline.known ? baseline.value : 0
  const joins = !(isIncrement && whole)
  // Without a plan the chart begins with what there is.
  const planned = planLine.on[0] ?? (baseline.known ? baseline.on : (firstDay(page, series) ?? page.on))
  const start = scale === 'gain' ? baselineDay(page, planned) : planned
  const end = due === null ? page.on : past ? latest(page, due.on) : due.on

  const isShown = ({ on }: { readonly on: string }) => on >= start && on <= end
  const national = page.published.filter(({ region }) => region === nation).filter(isShown)
  const recorded = (page.recorded ?? []).filter(isShown)
  const totals = (joins ? (series?.periods ?? []) : [])
    .map((_, index) => index)
    .filter((index) => inside(series?.endsOn[index], start, end))
  const dates = new Set([start, end, page.on <= end && page.on >= start ? page.on : start])
  for (const { on } of [...national, ...recorded]) dates.add(on)
  for (const index of totals) dates.add(series?.endsOn[index] ?? start)

  const points = [...dates].sort().map((on): ProgressPoint => {
    const said = national.find((figure) => figure.on === on)
    const own = recorded.find((figure) => figure.on === on)
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
      recorded:
        own === undefined || on > page.on ? null : { value: own.value - zero, bound: boundOf(null, page, scale) },
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
    target: target === null || due === null || target.perRegion ? null : { value: target.value + stands, on: due.on },
    band: bandOf(target, stands),
    forecasts: past ? [] : forecastLines(page, { scale, zero, joins }),
    earlierPlans: earlierPlanLines(page, zero),
    from: dayOf(start < planned ? `${start.slice(0, 7)}-01` : start),
    to: dayOf(end),
    hasRegional: points.some(({ regional, partial }) => regional !== null || partial !== null),
    hasRecorded: points.some((point) => point.recorded !== null),
    source: series?.source ?? 'regions',
    scale,
    gaps: [
      ...gapsBetween(page, series, { start: planned, end }),
      ...nationalGaps(page, national.length === 0 ? [] : [...national, ...recorded].map(({ on }) => on)),
    ],
    standing: standingOf(page, scale, zero, start),
  }
}

/** After the due date the due date is judged. Null where the chart has no such day. */
function standingOf(
  { on, judgement, planLine }: IndicatorPage,
  scale: 'gain' | 'value',
  zero: number,
  start: string,
): ProgressStanding | null {
  const { due, actual, gain, percentagePoints } = judgement
  const day = due !== null && on > due.on ? due.on : on
  if (due === null || day < start) return null
  return {
    on: day,
    day: dayOf(day),
    planned: planOn(planLine, day, zero),
    actual: scale === 'gain' ? gain : actual,
    percentagePoints,
  }
}

/** A baseline that was published not long before the plan begins is drawn where it stands; one of years ago would push the rest aside. */
function baselineDay({ judgement: { baseline }, published }: IndicatorPage, planned: string): string {
  if (!baseline.known || dayOf(planned) - dayOf(baseline.on) > longestLead) return planned
  const isPublished = published.some(({ region, on }) => region === nation && on === baseline.on)
  return isPublished && baseline.on < planned ? baseline.on : planned
}

/** In days. */
const longestLead = 200

/** The day before the first figure, so that it stands inside. */
function firstDay({ published, recorded, on }: IndicatorPage, series: Series | null): string | undefined {
  const days = [...[...published, ...(recorded ?? [])].map((figure) => figure.on), ...(series?.endsOn ?? [])]
    .filter((day) => day <= on)
    .sort()
  const [first] = days
  return first === undefined ? undefined : new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10)
}

const nation = '000000'

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
  const published = page.published.filter(({ region }) => region === nation)
  const dates = [...published, ...(page.recorded ?? [])].map(({ on }) => on).filter((on) => on <= page.on)
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
