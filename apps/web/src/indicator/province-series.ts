import { useQuery } from '@tanstack/react-query'
import type { IndicatorPage, Region, Series } from '@xushi/contract'
import { useCallback } from 'react'
import { prefecturesQuery, regionsQuery, seriesQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { useText } from '../language/language.tsx'

type RegionColumns = NonNullable<Series['regions']>[number]

/** Codes begin with that of the province (GB/T 2260). */
export const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`

/**
 * A series that prefectures report, as a line for each province: how many of its prefectures have it. Where some have not said
 * anything yet, the count is a lower bound; where none has, there is none.
 */
export function byProvince(series: Series, regions: readonly Pick<Region, 'code' | 'shortName'>[]): Series {
  const inside = Map.groupBy(series.regions ?? [], ({ region }) => provinceOf(region))
  const names = new Map(regions.map(({ code, shortName }) => [code, shortName]))
  return {
    ...series,
    regions: [...inside].map(([region, prefectures]) => {
      const cumulative = series.periods.map((_, at) => sumAt(prefectures, 'cumulative', at))
      const isPartial = (at: number) => prefectures.some((one) => one.cumulative[at] == null)
      return {
        region,
        name: names.get(region) ?? { zh: region, en: region },
        value: series.periods.map((_, at) => sumAt(prefectures, 'value', at)),
        cumulative,
        bound: cumulative.map((value, at) => (value !== null && isPartial(at) ? 'above' : null)),
        absence: series.periods.map(() => null),
        carried: series.periods.map((_, at) => prefectures.every(({ carried }) => carried[at] ?? false)),
      }
    }),
  }
}

function sumAt(prefectures: readonly RegionColumns[], column: 'value' | 'cumulative', at: number): number | null {
  const known = prefectures.flatMap((one) => one[column][at] ?? [])
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/** The series of an indicator as its page shows it: what prefectures report stands by province; each province's page has its prefectures. */
export function useShownSeries({ judgement, reportingLevel }: IndicatorPage, enabled = true) {
  const isByPrefecture = reportingLevel === 'prefecture'
  // Names that most pages of an indicator never need are not loaded for them.
  const regions = useQuery({ ...regionsQuery, enabled: isByPrefecture }).data?.regions
  const select = useCallback(
    (series: Series) => (isByPrefecture ? byProvince(series, regions ?? []) : series),
    [isByPrefecture, regions],
  )
  return useQuery({ ...seriesQuery(judgement.id, useTimes()), enabled, select })
}

/** The name of a prefecture, for an indicator that they report; null for anything else. */
export function usePrefectureNames({ reportingLevel }: IndicatorPage): (code: string) => string | null {
  const text = useText()
  const enabled = reportingLevel === 'prefecture'
  const prefectures = useQuery({ ...prefecturesQuery, enabled }).data?.regions ?? []
  const others = useQuery({ ...regionsQuery, enabled }).data?.regions ?? []
  const names = new Map([...prefectures, ...others].map(({ code, shortName }) => [code, shortName]))
  return (code) => {
    const name = enabled ? names.get(code) : undefined
    return name === undefined ? null : text(name)
  }
}

/** How many prefectures a province has, for an indicator that they report; null until that is known, or where they do not. */
export function usePrefectureCount({ reportingLevel }: IndicatorPage): (province: string) => number | null {
  const enabled = reportingLevel === 'prefecture'
  const prefectures = useQuery({ ...prefecturesQuery, enabled }).data?.regions
  const others = useQuery({ ...regionsQuery, enabled }).data?.regions
  if (!enabled || prefectures === undefined || others === undefined) return () => null
  return (province) =>
    [...prefectures, ...others].filter(({ parent, level }) => parent === province && level !== 'corps').length
}
