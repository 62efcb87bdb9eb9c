import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { deadlineOf, type Period, type Programme, type Region, ranksOf, reportingOf, ruleOf } from '@xushi/domain'
import type { Owed } from '../calendar/owed-cells.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { worstState, worstTiming } from '../dashboard/region-reports.ts'
import { figureWire, measuredWire, valueWire } from '../figures/figure.wire.ts'
import type { RegionHeld } from '../figures/region-held.ts'
import { expectedIn } from '../figures/regional-figure.ts'
import { regionalStatus } from '../figures/regional-status.ts'
import { registerUnits } from '../figures/register-count.ts'
import type { Times } from '../figures/times.ts'

export type Context = {
  readonly times: Times & { readonly knownAt: string | undefined }
  readonly view: CatalogueView
  readonly today: string
}
/** What is asked about: an indicator, its periods up to the date, and the two times. */
export type About = {
  readonly indicator: Indicator
  readonly programme: Programme
  readonly periods: readonly Period[]
  readonly context: Context
}

/** The cells of all regions, period by period and by province; null for a reader who may not see them. */
export type OwedByPeriod = readonly ReadonlyMap<string, readonly Owed[]>[] | null

/** A period with its deadline. @param openedOn the day the system was opened: periods that had ended are made up */
export function periodWire(
  { code, endsOn }: Period,
  { indicator, programme, context: { view } }: About,
  openedOn: string,
): RegionsStanding['periods'][number] {
  const deadline = deadlineOf({ endsOn }, ruleOf(indicator, programme, 'region'), view.years)
  return { period: code, endsOn, deadline, backfill: endsOn < openedOn }
}

/** How one region stands and reports. */
export function rowOf(
  { code, shortName }: Region,
  { indicator, programme, context }: About,
  held: RegionHeld,
  owed: OwedByPeriod,
): RegionStanding {
  const { view, times } = context
  const members = membersOf(code, indicator, context)
  const judged = { region: code, view, programme, on: times.on, members }
  const { status, statusReason, target, marks } = regionalStatus(indicator, held.figure, judged)
  const own = owed?.map((cells) => cells.get(code) ?? []) ?? null
  const { decimals } = indicator
  return {
    region: code,
    name: shortName,
    expected: members > 0,
    figure: measuredWire(held.figure, decimals),
    figureOn: held.on,
    absence: held.absence,
    share: figureWire(held.share),
    change: measuredWire(held.change, decimals),
    target,
    status,
    statusReason,
    overQuota: marks.includes('over-quota'),
    rank: null,
    reported: held.reported,
    reporting: own === null ? null : reportingOf(own.flat()),
    timings: own?.map(worstTiming) ?? [],
    lastState: own === null ? null : worstState(own.at(-1) ?? []),
    line: held.line.map((figure) => (figure.known ? valueWire(figure.value, decimals) : null)),
    demo: held.demo,
  }
}

/** How many are asked within a region: units that confirm its register, itself, or its prefectures. */
function membersOf(region: string, indicator: Indicator, { view, times }: Context): number {
  const asked = expectedIn(indicator, { view, region, on: times.on })
  if (asked > 0 || view.registerOf(indicator.id) === undefined) return asked
  return registerUnits(indicator, view, times.on).filter((unit) => unit.region === region).length
}

/**
 * Rows with the ranks (名次) of those who are asked. Figures of different days are not compared: while somebody's figure is older than
 * another's, nobody is ranked.
 */
export function ranked(rows: readonly RegionStanding[]): RegionStanding[] {
  const expected = rows.filter((row) => row.expected)
  const isOneDay = new Set(expected.map(({ figureOn }) => figureOn)).size <= 1
  const ranks = isOneDay ? ranksOf(expected.map(({ figure }) => figure)) : []
  const rankOf = new Map(expected.map(({ region }, index) => [region, ranks[index] ?? null]))
  return rows.map((row) => ({ ...row, rank: rankOf.get(row.region) ?? null }))
}
