import type { Language } from '@xushi/wording'
import type { ProgressSeries } from './progress-series.ts'

/** First days of months along the axis: each month, each quarter from about 16 months on, each year from about four years on. */
export function monthTicks(from: number, to: number): number[] {
  const ticks: number[] = []
  const span = to - from
  const step = span > 1500 ? 12 : span > 500 ? 3 : 1
  const [year = 2020, month = 1] = isoOf(from).split('-').map(Number)
  for (let index = month; ; index += step) {
    const day = Math.round(Date.UTC(year, index, 1) / 86_400_000)
    if (day > to) return ticks
    if (day >= from) ticks.push(day)
  }
}

/** The month of a tick: 4月, Apr. */
export function monthLabel(day: number, language: Language): string {
  const month = Number(isoOf(day).slice(5, 7))
  if (language === 'zh') return `${month}月`
  return new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'short' }).format(day * 86_400_000)
}

/** The year under a tick: once at the first one and at each January. */
export function yearLabel(day: number, ticks: readonly number[]): string | null {
  const iso = isoOf(day)
  return day === ticks[0] || iso.slice(5, 7) === '01' ? iso.slice(0, 4) : null
}

const isoOf = (day: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format(day * 86_400_000)

type AxisAsked = Pick<ProgressSeries, 'points' | 'target' | 'standing'> &
  Partial<Pick<ProgressSeries, 'band' | 'forecasts' | 'earlierPlans' | 'scale'>>

/** Levels that all lie within this part of the highest one are drawn on an axis of their own; from 0 nothing would be told apart. */
const closeTogether = 0.35

/**
 * Round steps of the value axis, to just above the highest point: 1, 2, 2.5 or 5 times a power of ten, four to six of them; fewer
 * where the unit has no such fractions, since nobody reports half a node. From 0, but for levels that lie close together: theirs
 * begins a little below the lowest, and the chart says so.
 */
export function axisSteps(asked: AxisAsked, decimals: number): readonly number[] {
  const values = valuesOf(asked)
  const highest = Math.max(1, ...values)
  const lowest = Math.min(highest, ...values)
  const range = highest - lowest
  if (asked.scale === 'value' && range > 0 && range <= highest * closeTogether && lowest > 0) {
    const step = roundStep((range * 1.3) / 4, decimals)
    const first = Math.max(0, Math.floor((lowest - range * 0.15) / step))
    const last = Math.ceil((highest + range * 0.15) / step)
    return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
  }
  const most = highest * 1.05
  const step = roundStep(most / 5, decimals)
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}

/** Everything that is drawn, bands with both of their edges. */
function valuesOf({ points, target, standing, band, forecasts, earlierPlans }: AxisAsked): readonly number[] {
  const values = [
    ...points.flatMap(({ plan, published, recorded, regional, partial }) => [
      plan,
      published?.value,
      recorded?.value,
      regional,
      partial,
    ]),
    ...(forecasts ?? []).flatMap((line) => line.points.flatMap(({ expected, low, high }) => [expected, low, high])),
    ...(earlierPlans ?? []).flatMap((line) => line.points.map(({ value }) => value)),
    band?.from,
    band?.to,
    target?.value,
    standing?.actual.known ? standing.actual.value : null,
  ]
  return values.filter((value) => value !== null && value !== undefined)
}

function roundStep(rough: number, decimals: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const least = 10 ** -decimals
  const isInUnit = (step: number) => Math.abs(step / least - Math.round(step / least)) < 1e-9
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough && isInUnit(step)) ?? least
}
