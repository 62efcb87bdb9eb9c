import type { IndicatorPage, Series } from '@xushi/contract'

/** Days for which nothing is there, and why: drawn as hatch with a word, never as a line or a zero. */
export type ProgressGap = {
  readonly from: number
  readonly to: number
  readonly fromOn: string
  readonly toOn: string
  readonly why: string
  /** Which months of the nation nobody published, where regions are drawn beside. */
  readonly months?: { readonly from: string; readonly to: string }
}

export const dayOf = (date: string): number => Math.round(Date.parse(date) / 86_400_000)
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/**
 * The spans up to the date asked for in which nothing is there. Where regions report or a register counts: the months (or the other periods) that ended
 * and for which nobody reported. Elsewhere the whole way, as long as nothing that counts is known, with the reason of that.
 */
export function gapsBetween(
  { on, judgement }: IndicatorPage,
  series: Series | null,
  { start, end }: { readonly start: string; readonly end: string },
): readonly ProgressGap[] {
  const last = on < end ? on : end
  if (last <= start) return []
  const isUnopened = series?.source === 'register' && series.periods.length === 0
  if (series === null || isUnopened) return judgement.actual.known ? [] : [gap(start, last, judgement.actual.why)]
  const reported = new Set(series.endsOn.filter((_, index) => (series.total.reported[index] ?? 0) > 0))
  if (![...reported].some((day) => day > start && day <= last)) return [gap(start, last, 'not-reported')]
  const isMonthly = series.periods.every((code) => /^\d{4}-\d{2}$/.test(code))
  const ends = (isMonthly ? monthEnds(start, last) : series.endsOn).filter((day) => day > start && day <= last)
  const gaps: ProgressGap[] = []
  ends.forEach((endsOn, index) => {
    if (reported.has(endsOn)) return
    const from = ends[index - 1] ?? start
    const before = gaps.at(-1)
    // Silent months in a row are one gap.
    if (before?.toOn === from) gaps.splice(-1, 1, gap(before.fromOn, endsOn, before.why))
    else gaps.push(gap(from, endsOn, 'not-reported'))
  })
  return gaps
}

/** The whole months between two figures of the nation, where those count and come from time to time: what lies between is not known. */
export function nationalGaps({ on, judgement }: IndicatorPage, days: readonly string[]): readonly ProgressGap[] {
  if (judgement.sourceOfRecord !== 'national') return []
  const past = days.filter((day) => day <= on).toSorted()
  return past.slice(1).flatMap((to, index) => {
    const from = past[index] ?? to
    const months = { from: monthAfter(from, 1), to: monthAfter(to, -1) }
    // Whoever reports each quarter leaves two months between.
    return months.from < monthAfter(to, -2) ? [{ ...gap(from, to, 'not-published'), months }] : []
  })
}

function monthAfter(day: string, by: number): string {
  const [year = 2020, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7)
}

const gap = (fromOn: string, toOn: string, why: string): ProgressGap => ({
  from: dayOf(fromOn),
  to: dayOf(toOn),
  fromOn,
  toOn,
  why,
})

/** The last days of the months that end within the span, its last day among them. */
function monthEnds(start: string, last: string): readonly string[] {
  const [year = 2020, month = 1] = start.split('-').map(Number)
  const ends: string[] = []
  for (let index = month; ; index += 1) {
    const endsOn = dateOf(Math.round(Date.UTC(year, index, 1) / 86_400_000) - 1)
    if (endsOn > last) return ends
    ends.push(endsOn)
  }
}
