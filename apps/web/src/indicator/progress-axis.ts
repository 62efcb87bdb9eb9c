import type { Language } from '../language/language.tsx'
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

/** The month, or the year where one begins: 4月, Apr, 2021. */
export function monthLabel(day: number, language: Language): string {
  const iso = isoOf(day)
  const month = Number(iso.slice(5, 7))
  if (month === 1) return iso.slice(0, 4)
  if (language === 'zh') return `${month}月`
  return new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'short' }).format(day * 86_400_000)
}

const isoOf = (day: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format(day * 86_400_000)

type AxisAsked = Pick<ProgressSeries, 'points' | 'target' | 'standing'> &
  Partial<Pick<ProgressSeries, 'band' | 'forecasts' | 'earlierPlans'>>

/**
 * Round steps of the value axis, from 0 to just above the highest point: 1, 2, 2.5 or 5 times a power of ten, four to six of them;
 * fewer where the unit has no such fractions, since nobody reports half a node.
 */
export function axisSteps(
  { points, target, standing, band, forecasts, earlierPlans }: AxisAsked,
  decimals: number,
): readonly number[] {
  const values = [
    ...points.flatMap(({ plan, published, regional, partial }) => [plan, published?.value, regional, partial]),
    ...(forecasts ?? []).flatMap((line) => line.points.map(({ expected }) => expected)),
    ...(earlierPlans ?? []).flatMap((line) => line.points.map(({ value }) => value)),
    band?.to,
  ]
  const judged = standing?.actual.known ? standing.actual.value : 0
  const most = Math.max(1, target?.value ?? 0, judged, ...values.map((value) => value ?? 0)) * 1.05
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const least = 10 ** -decimals
  const isInUnit = (step: number) => Math.abs(step / least - Math.round(step / least)) < 1e-9
  const round = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough && isInUnit(step))
  const step = round ?? least
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}
