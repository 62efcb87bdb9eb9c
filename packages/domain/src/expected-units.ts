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

function isReporting(code: string, regions: readonly Region[], on: LocalDate): boolean {
  const region = regions.find((candidate) => candidate.code === code)
  if (region === undefined || !region.reporting) return false
  return (region.validFrom === null || region.validFrom <= on) && (region.validTo === null || on <= region.validTo)
}
