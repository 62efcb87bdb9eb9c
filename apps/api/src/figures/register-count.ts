import {
  type CountedCase,
  chosenCount,
  expectedUnits,
  isInForce,
  isPrefecture,
  known,
  type LocalDate,
  type RegisterCount,
  registerCount,
} from '@xushi/domain'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import type { RegisterSource } from './evidence.ts'

/**
 * The units that confirm the list of a register: those of the regions, or of the nation where regions do not report. A list that is
 * chosen out of others is whole as it is decided; nobody confirms it.
 */
export function registerUnits(indicator: Indicator, { units, regions }: CatalogueView, on: LocalDate) {
  if (indicator.chosenFrom.length > 0) return []
  const level = indicator.reportedBy.region.length > 0 ? 'region' : 'nation'
  return expectedUnits(indicator, level, units, regions, on)
}

/** The provincial region that a region belongs to: a prefecture counts in its province. */
export function provinceOf(code: string, { regions }: Pick<CatalogueView, 'regions'>): string {
  return provincesOf(regions).get(code) ?? code
}

/** How many cases count on a day in each provincial region, the most first, those of equal count by their codes. */
export function countsByRegion({ members }: Pick<RegisterSource, 'members'>, view: CatalogueView, on: LocalDate) {
  const inForce = members.filter((member) => isInForce(member, on))
  const byProvince = Map.groupBy(inForce, ({ region }) => provinceOf(region, view))
  return Array.from(byProvince, ([region, own]) => ({
    region,
    name: view.region(region).shortName,
    count: own.length,
  })).toSorted((a, b) => b.count - a.count || a.region.localeCompare(b.region))
}

/** The register of each provincial region: its own cases, with the confirmations of all. */
export function registersByProvince(source: RegisterSource, view: CatalogueView): ReadonlyMap<string, RegisterSource> {
  const members = Map.groupBy(source.members, ({ region }) => provinceOf(region, view))
  return new Map(Array.from(members, ([province, own]) => [province, { ...source, members: own }]))
}

/** Of each list of regions once: it is asked for every case of every register. */
const provinces = new WeakMap<CatalogueView['regions'], ReadonlyMap<string, string>>()

function provincesOf(regions: CatalogueView['regions']): ReadonlyMap<string, string> {
  const known = provinces.get(regions)
  if (known !== undefined) return known
  const found = new Map(
    regions.map((region) => [
      region.code,
      isPrefecture(region) && region.parent !== null ? region.parent : region.code,
    ]),
  )
  provinces.set(regions, found)
  return found
}

/**
 * What the register of an indicator counts on a day, for the nation. Where regions are counted (覆盖), each counts once, however many
 * cases it has.
 */
export function nationalCount(
  indicator: Indicator,
  view: CatalogueView,
  { members, confirmations }: RegisterSource,
  on: LocalDate,
): RegisterCount {
  const units = registerUnits(indicator, view, on).map(({ id }) => id)
  const counted: readonly CountedCase[] =
    indicator.aggregation.regions === 'coverage'
      ? members.map((member) => ({ ...member, distinct: provinceOf(member.region, view) }))
      : members
  if (indicator.chosenFrom.length > 0) return chosenCount(indicator.opening, counted, on)
  return registerCount(indicator.opening, counted, confirmations, on, units)
}

/** What it counts in one region. */
export function countIn(
  region: string,
  indicator: Indicator,
  view: CatalogueView,
  source: RegisterSource,
  on: LocalDate,
): RegisterCount {
  const own = source.members.filter((member) => provinceOf(member.region, view) === region)
  return countOwn(region, indicator, view, { ...source, members: own }, on)
}

/**
 * The same for a region whose own cases are at hand. The opening balance belongs to no region, so with one the count of a region is a
 * lower bound.
 */
export function countOwn(
  region: string,
  indicator: Indicator,
  view: CatalogueView,
  { members, confirmations }: RegisterSource,
  on: LocalDate,
): RegisterCount {
  const { opening } = indicator
  const units = registerUnits(indicator, view, on).filter((unit) => unit.region === region)
  const alone = opening === null ? null : { ...opening, balance: 0 }
  const ids = units.map(({ id }) => id)
  const count = registerCount(alone, members, confirmations, on, ids)
  if (indicator.chosenFrom.length > 0) {
    // Whether the list is published is a matter of the nation: of a region only what it had chosen says so.
    const chosen = chosenCount(alone, members, on)
    if (chosen.figure.known) return chosen
  }
  if (opening === null || opening.balance === 0 || !count.figure.known) return count
  return { ...count, figure: known(Math.max(0, count.figure.value), 'above') }
}
