import type { Language } from '../language/language.tsx'

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
