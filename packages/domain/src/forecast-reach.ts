import type { Known } from './figure.ts'
import type { Estimate } from './forecast-estimate.ts'
import { type ForecastPoint, monthsAt } from './forecast-method.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { endOfMonth } from './period.ts'

/** How far ahead of the last point a day is still named: ten years. */
export const horizonMonths = 120

/** The day on which a target is reached, between the days on which the edges of the band reach it. */
export type ReachedOn = {
  readonly known: true
  readonly on: LocalDate
  readonly from: LocalDate
  /** Null where the far edge does not reach it within the horizon. */
  readonly to: LocalDate | null
}

export type NotReached = {
  readonly known: false
  readonly why: 'reached' | 'not-at-this-pace' | 'beyond-horizon'
}

type Wanted = { readonly level: Known; readonly isFalling: boolean }
type Ahead = {
  readonly last: ForecastPoint
  readonly pace: number
  readonly estimate: (months: number) => Estimate
}

/** When the line, and the edges of its band, come to the level that is wanted: the first day after the last point for each. */
export function reachedOn({ level, isFalling }: Wanted, { last, pace, estimate }: Ahead): ReachedOn | NotReached {
  const keeps = (value: number) => (isFalling ? value <= level.value : value >= level.value)
  const proves = last.bound !== (isFalling ? 'above' : 'below')
  if (keeps(last.value) && proves) return { known: false, why: 'reached' }
  const first = (edge: (at: Estimate) => number) => firstDay(last.on, (day) => keeps(edge(estimate(monthsAt(day)))))
  const on = first(({ expected }) => expected)
  if (on === null) {
    const goesThere = isFalling ? pace < 0 : pace > 0
    return { known: false, why: goesThere ? 'beyond-horizon' : 'not-at-this-pace' }
  }
  const [near, far] = isFalling ? (['low', 'high'] as const) : (['high', 'low'] as const)
  return { known: true, on, from: first((at) => at[near]) ?? on, to: first((at) => at[far]) }
}

/** The first day within the horizon on which something holds: the month by its end, then the day within it. */
function firstDay(after: LocalDate, holds: (day: LocalDate) => boolean): LocalDate | null {
  let start = addDays(after, 1)
  for (let month = 0; month < horizonMonths; month += 1) {
    const end = endOfMonth(start)
    if (holds(end)) {
      let day = start
      while (day < end && !holds(day)) day = addDays(day, 1)
      return day
    }
    start = addDays(end, 1)
  }
  return null
}
