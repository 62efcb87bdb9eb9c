import type { IndicatorDefinition, Region, ReportingUnit } from './definition.ts'
import type { LocalDate } from './local-date.ts'

/**
 * The units that are expected to report an indicator, for the regions or for the nation: the kinds and single units that the
 * catalogue assigns, never a fixed 31. A unit whose parent is expected too is of which (其中, 计划单列市) and not expected again; a
 * unit whose region is not in force on the date, or not reporting, is not expected.
 *
 * Source: docs/methods/expected-units.md
 */
export function expectedUnits(
  indicator: Pick<IndicatorDefinition, 'reportedBy'>,
  level: 'region' | 'nation',
  units: readonly ReportingUnit[],
  regions: readonly Region[],
  on: LocalDate,
): readonly ReportingUnit[] {
  const assigned = indicator.reportedBy[level]
  const candidates = units.filter(({ id, kind }) => assigned.includes(kind) || assigned.includes(id))
  const chosen = new Set(candidates.map(({ id }) => id))
  return candidates.filter(
    ({ id, parent, region }) =>
      (assigned.includes(id) || parent === null || !chosen.has(parent)) &&
      (level === 'nation' || isReporting(region, regions, on)),
  )
}

/**
 * The regions whose value is expected: those of the expected units, and where prefectures are asked, every prefecture-level division
 * below them that is in force, 计划单列市 among them. The denominator of 覆盖 and of every total over cells.
 *
 * Source: docs/methods/expected-units.md
 */
export function expectedRegions(
  indicator: Pick<IndicatorDefinition, 'reportedBy' | 'reportingLevel'>,
  units: readonly ReportingUnit[],
  regions: readonly Region[],
  on: LocalDate,
): readonly Region[] {
  const own = new Set(expectedUnits(indicator, 'region', units, regions, on).map(({ region }) => region))
  if (indicator.reportingLevel !== 'prefecture') return regions.filter(({ code }) => own.has(code))
  return regions.filter(
    (region) =>
      isPrefecture(region) && region.parent !== null && own.has(region.parent) && isReporting(region.code, regions, on),
  )
}

/** Whether a region is one of the prefecture-level divisions (地级行政区): 计划单列市 are. */
export function isPrefecture({ level }: Pick<Region, 'level'>): boolean {
  return level === 'prefecture' || level === 'city-with-separate-plan'
}

function isReporting(code: string, regions: readonly Region[], on: LocalDate): boolean {
  const region = regions.find((candidate) => candidate.code === code)
  if (region === undefined || !region.reporting) return false
  return (region.validFrom === null || region.validFrom <= on) && (region.validTo === null || on <= region.validTo)
}
