import type { RegionCoverage } from '@xushi/contract'
import { coverageState, expectedRegions, isInForce, type LocalDate, type Region } from '@xushi/domain'
import { countedEntries, type FilingRow, nation, type Reading, registerMembers } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { provinceOf } from '../figures/register-count.ts'
import { milestoneBodyOf, standingWire } from '../goals/milestones.service.ts'

/** Whether a milestone is a thing that regions are encouraged to do: shown as coverage, never as late. */
export const isCoverage = ({ modality, reportingLevel }: Pick<Indicator, 'modality' | 'reportingLevel'>): boolean =>
  modality === 'encourage' && reportingLevel !== 'nation'

/** What coverage is read from, and when. */
type Asked = { readonly view: CatalogueView; readonly on: LocalDate; readonly knownSeq: number | null }

/** How each region stands in what it is encouraged to do: from its entries, from a register, or from its milestone events. */
export async function coverageRows(
  reading: Reading,
  indicator: Indicator,
  events: readonly FilingRow[],
  asked: Asked,
): Promise<RegionCoverage[]> {
  const regions = regionsOf(indicator, asked)
  if (indicator.kind === 'yes-no') return fromEntries(reading, indicator, regions, asked)
  const register = asked.view.registerOf(indicator.id)
  return register === undefined
    ? fromEvents(events, indicator, regions, asked)
    : fromRegister(reading, register, regions, asked)
}

/** The regions that are asked: those of the units expected, or every province and 兵团 where none is named. */
function regionsOf(indicator: Indicator, { view, on }: Asked): readonly Region[] {
  const named = expectedRegions(indicator, view.units, view.regions, on)
  if (named.length > 0) return named
  return view.regions.filter(
    ({ level, reporting, validFrom, validTo }) =>
      reporting &&
      (level === 'province' || level === 'corps') &&
      (validFrom === null || validFrom <= on) &&
      (validTo === null || on <= validTo),
  )
}

const unreported = { state: 'unreported', on: null, document: null, demo: false } as const

async function fromEntries(
  reading: Reading,
  { id }: Indicator,
  regions: readonly Region[],
  { on, knownSeq }: Asked,
): Promise<RegionCoverage[]> {
  const rows = await countedEntries(reading, { indicatorId: id, knownSeq, to: on })
  const last = new Map(rows.filter(({ region }) => region !== nation).map((row) => [row.region, row]))
  return regions.map(({ code }) => {
    const row = last.get(code)
    if (row === undefined || row.value === null) return { region: code, ...unreported }
    const document = row.note === '' ? null : row.note
    return { region: code, state: row.value > 0 ? 'done' : 'not-yet', on: row.endsOn, document, demo: row.demo }
  })
}

function fromEvents(
  events: readonly FilingRow[],
  indicator: Indicator,
  regions: readonly Region[],
  { view, on }: Asked,
): RegionCoverage[] {
  const byProvince = Map.groupBy(events, ({ region }) => provinceOf(region, view))
  return regions.map(({ code }) => {
    const own = (byProvince.get(code) ?? []).filter((row) => milestoneBodyOf(row).on <= on)
    const standing = standingWire(own, on, indicator)
    const done = own.map(milestoneBodyOf).find(({ kind }) => kind === 'done')
    const document = done === undefined ? standing.stage : (done.documentNumber ?? null)
    const demo = own.some((row) => row.demo)
    return { region: code, state: coverageState(standing), on: standing.doneOn ?? standing.lastOn, document, demo }
  })
}

/** A region with a case in force has one; nobody says that it has none. */
async function fromRegister(
  reading: Reading,
  register: Parameters<typeof registerMembers>[1][number],
  regions: readonly Region[],
  { view, on, knownSeq }: Asked,
): Promise<RegionCoverage[]> {
  const members = (await registerMembers(reading, [register], knownSeq)).get(register.id) ?? []
  const byProvince = Map.groupBy(
    members.filter((member) => isInForce(member, on)),
    ({ region }) => provinceOf(region, view),
  )
  return regions.map(({ code }) => {
    const [first, ...others] = byProvince.get(code) ?? []
    if (first === undefined) return { region: code, ...unreported }
    const document = [first, ...others].map(({ title }) => title).join('、')
    return { region: code, state: 'done', on: first.validFrom, document, demo: first.demo }
  })
}
