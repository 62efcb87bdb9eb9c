import type { LocalDate } from '@xushi/domain'
import { amountText } from '../cells.ts'
import type { IndicatorLines } from '../report-material.ts'
import type { ReportBlock, ReportSeriesRole } from '../report-model.ts'
import type { Telling } from '../told.ts'
import type { Target } from './target-sentence.ts'

type Point = { readonly on: LocalDate; readonly value: number }
type Line = { readonly name: string; readonly role: ReportSeriesRole; readonly points: readonly Point[] }

/** A line of fewer points says less than the sentence above it. */
const fewestPoints = 3

/**
 * A target over time, from the same series as its page: what counts, what was published, the plan and the target. A period without
 * a value is a gap. Nothing is drawn while fewer than three dates are known. A report of a region draws what the region holds, without
 * the plan and the target of the nation.
 */
export function indicatorChart(target: Target, telling: Telling): readonly ReportBlock[] {
  const { material, says, language, day } = telling
  const lines = material.indicators.find(({ page }) => page.judgement.id === target.id)
  if (lines === undefined) return []
  const isNational = material.region === null
  const known = isNational ? knownLines(lines, telling) : regionalLines(lines, telling)
  const spoken = known.filter(({ role }) => role === 'actual' || role === 'published').flatMap(({ points }) => points)
  const days = [...new Set(spoken.map(({ on }) => on))].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || days.length < fewestPoints) return []

  const all = [...known, ...(isNational ? planned(lines, telling) : [])]
  const dates = [...new Set(all.flatMap(({ points }) => points.map(({ on }) => on)))].sort()
  const name = target.name[language]
  const said = (on: LocalDate) => {
    const value = spoken.find((point) => point.on === on)?.value ?? 0
    return amountText({ value }, target, language)
  }
  return [
    {
      is: 'chart',
      chart: {
        id: `line-${target.id}`,
        caption: says.charts.line(name, target.unit[language]),
        sentence: says.lineSentence(name, day(first), said(first), day(last), said(last)),
        data: {
          draws: 'lines',
          unit: target.unit[language],
          dates,
          series: all.map(({ name: line, role, points }) => ({
            name: line,
            role,
            values: dates.map((on) => points.find((point) => point.on === on)?.value ?? null),
          })),
        },
      },
    },
  ]
}

/** What counts and what was published, up to the date of the report. */
function knownLines({ page, series }: IndicatorLines, { says, material }: Telling): readonly Line[] {
  const { on } = material.request
  const totals =
    series?.endsOn.flatMap((endsOn, index) => {
      const value = series.total.cumulative[index]
      return value == null || endsOn > on ? [] : [{ on: endsOn, value }]
    }) ?? []
  const recorded = (page.recorded ?? []).filter((figure) => figure.on <= on)
  const published = page.published.filter((figure) => figure.on <= on && figure.region === '000000' && !figure.round)
  const isNational = page.judgement.sourceOfRecord === 'national'
  const lines: readonly Line[] = [
    { name: says.charts.actual, role: 'actual', points: newestPerDay(isNational ? recorded : totals) },
    { name: says.charts.published, role: 'published', points: newestPerDay(published) },
  ]
  return lines.filter(({ points }) => points.length > 0)
}

/** What the region of the report holds, up to its date. */
function regionalLines({ series }: IndicatorLines, { says, material }: Telling): readonly Line[] {
  const { on, region } = material.request
  const cumulative = series?.regions?.find((one) => one.region === region)?.cumulative ?? []
  const points = (series?.endsOn ?? []).flatMap((endsOn, index): Point[] => {
    const value = cumulative[index]
    return value == null || endsOn > on ? [] : [{ on: endsOn, value }]
  })
  return points.length === 0 ? [] : [{ name: says.charts.actual, role: 'actual', points }]
}

/** One point a day, the first listed of several. */
function newestPerDay(points: readonly Point[]): readonly Point[] {
  const byDay = new Map<string, Point>()
  for (const { on, value } of points) if (!byDay.has(on)) byDay.set(on, { on, value })
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

function planned({ page: { planLine, judgement } }: IndicatorLines, { says }: Telling): readonly Line[] {
  const points = planLine.on.map((on, index) => ({ on, value: planLine.value[index] ?? 0 }))
  const end = points.at(-1)
  if (end === undefined) return []
  const lines: Line[] = [{ name: says.charts.plan, role: 'plan', points }]
  if (judgement.target !== null) lines.push({ name: says.charts.target, role: 'target', points: [end] })
  return lines
}
