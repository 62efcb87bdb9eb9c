import type { Bound } from '@xushi/domain'
import { boundSign, exactNumber, type Language, type Words } from '@xushi/wording'
import type { indicatorWords } from './indicator.words.ts'
import { dayOf } from './progress-gaps.ts'
import type { ProgressSeries } from './progress-series.ts'

type Says = Words<(typeof indicatorWords)['zh']>['en']

/** What a mark of the chart says when it is asked: its date, its exact value with its bound, and whose it is. */
export type ProgressReading = {
  readonly key: string
  readonly day: number
  /** Where it stands on the axis of values. */
  readonly at: number
  readonly on: string
  readonly value: string
  readonly source: string
}

/** Every mark of the chart from left to right, with exact numbers. A gain says that it is one. */
export function progressReadings(
  { points, standing, target, forecasts, scale, source, from, to }: ProgressSeries,
  { says, language, decimals, unit }: { says: Says; language: Language; decimals: number; unit: string },
): readonly ProgressReading[] {
  const exact = (value: number, bound?: Bound | null, finer = 0) => {
    const plus = scale === 'gain' && value > 0 ? '+' : ''
    return `${boundSign(bound ?? undefined, language)}${plus}${exactNumber(value, decimals + finer)} ${unit}`
  }
  const mark = (kind: string, on: string, at: number, value: string, whose: string): ProgressReading => ({
    key: `${kind}-${on}`,
    day: dayOf(on),
    at,
    on,
    value,
    source: whose,
  })
  const readings = points.flatMap(({ on, published, recorded, regional, partial, regionalBound, reported }) => {
    const total = regional ?? partial
    const coverage = reported === null ? '' : ` ${reported.units}/${reported.expected}`
    return [
      ...(published === null
        ? []
        : [
            mark(
              'published',
              on,
              published.value,
              exact(published.value, published.bound),
              `${says.published}${says.listComma}${says.confidences[published.confidence]}`,
            ),
          ]),
      ...(recorded === null
        ? []
        : [mark('recorded', on, recorded.value, exact(recorded.value, recorded.bound), says.recorded)]),
      ...(total === null
        ? []
        : [mark('total', on, total, exact(total, regionalBound), `${says.joined[source]}${coverage}`)]),
    ]
  })
  const planned =
    standing === null || standing.planned === null
      ? []
      : [mark('plan', standing.on, standing.planned, exact(standing.planned, null, 1), says.planLine)]
  const aim = target === null ? [] : [mark('target', target.on, target.value, exact(target.value), says.target)]
  const ahead = forecasts.flatMap(({ points: line, source: whose }) => {
    const end = line.at(-1)
    if (end === undefined) return []
    const on = new Date(end.day * 86_400_000).toISOString().slice(0, 10)
    const [low, high] = [end.low, end.high].map((value) => exactNumber(value, decimals))
    const name = `${says.sources[whose]}${says.listComma}${says.legendForecast} ${low}–${high}`
    return [mark(`forecast-${whose}`, on, end.expected, exact(end.expected), name)]
  })
  return [...readings, ...planned, ...ahead, ...aim]
    .filter(({ day }) => day >= from && day <= to)
    .toSorted((a, b) => a.day - b.day)
}
