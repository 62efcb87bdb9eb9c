import { addDays, daysBetween, type LagReason, type LocalDate } from '@xushi/domain'

/** The demonstration file as written in data/demonstration. Values are in the indicator's unit. */
export type DemonstrationPlan = {
  readonly programme: string
  readonly shares: Readonly<Record<string, number>>
  readonly deadlineDay: number
  readonly habits: { readonly late: readonly string[]; readonly atTheDeadline: readonly string[] }
  readonly series: readonly DemonstrationSeries[]
  readonly returned: readonly (CellName & { readonly times: number; readonly reason: string })[]
  readonly corrected: readonly (CellName & { readonly add: number; readonly reason: string; readonly on: LocalDate })[]
  readonly waiting: readonly (CellName & {
    readonly state: 'draft' | 'submitted' | 'returned'
    readonly reason?: string
  })[]
  readonly registers: readonly DemonstrationRegister[]
  readonly chosen: {
    readonly register: string
    readonly opening: Opening
    /** How many are chosen out of each register. */
    readonly sources: Readonly<Record<string, number>>
    /** How many are put forward from each, the chosen among them, and with which stages. */
    readonly candidates: Readonly<Record<string, number>>
    readonly putForward: Readonly<Record<string, LocalDate>>
    readonly stages: Readonly<Record<string, LocalDate>>
    readonly reason: string
  }
  /** 滞后原因 that were handed in with a value. */
  readonly lags: readonly (CellName & LagReason)[]
  readonly milestones: readonly PlannedMilestone[]
  readonly narratives: readonly {
    readonly goal: string
    readonly region: string
    readonly period: string
    readonly progress: string
    readonly problems: string
    readonly next: string
  }[]
}

type Opening = { readonly openedOn: LocalDate; readonly balance: number; readonly source: string }

/** A register: how many cases count by a day, and how many units have confirmed a month. */
export type DemonstrationRegister = {
  readonly register: string
  readonly opening: Opening
  readonly shares?: Readonly<Record<string, number>>
  readonly counts?: Readonly<Record<LocalDate, number>>
  readonly regions?: Readonly<Record<LocalDate, Readonly<Record<string, number>>>>
  readonly confirmed: Readonly<Record<string, number>>
  readonly zero?: Readonly<Record<string, readonly string[]>>
}

export type PlannedMilestone = {
  readonly goal: string
  readonly kind: 'planned' | 'stage' | 'moved' | 'done' | 'issue'
  readonly on: LocalDate
  readonly expectedOn?: LocalDate
  /** A region that does it for itself; the nation without one. */
  readonly region?: string
  readonly stage?: string
  readonly number?: number
  readonly documentNumber?: string
  readonly note?: string
}

export type CellName = { readonly indicator: string; readonly region: string; readonly period: string }

export type DemonstrationSeries = {
  readonly indicator: string
  readonly by: 'region' | 'prefecture' | 'nation'
  readonly shape: 'flow' | 'stock' | 'yes-no'
  readonly totals?: Readonly<Record<string, number>>
  readonly yes?: Readonly<Record<string, number>>
  readonly first?: readonly string[]
  readonly missing?: Readonly<Record<string, readonly string[]>>
  readonly withheld?: Readonly<Record<string, readonly string[]>>
  readonly notes?: readonly { readonly period: string; readonly region: string; readonly note: string }[]
}

/** A prefecture-level division with its province. */
export type Prefecture = { readonly code: string; readonly parent: string }

/** One cell to be reported: a value in the indicator's unit, or that it is withheld. */
export type PlannedCell = CellName & {
  readonly note: string
  readonly reported: { readonly value: number } | { readonly absence: 'withheld' }
}

const nation = '000000'

/**
 * Every cell the demonstration reports, oldest period first. Totals are shared out by largest remainder, so the regions that
 * report add up to the total exactly; a stock shares out its growth, so that no region falls.
 */
export function plannedCells(plan: DemonstrationPlan, prefectures: readonly Prefecture[] = []): readonly PlannedCell[] {
  return plan.series.flatMap((series) => seriesCells(series, plan.shares, prefectures))
}

function seriesCells(
  series: DemonstrationSeries,
  shares: Readonly<Record<string, number>>,
  prefectures: readonly Prefecture[],
): readonly PlannedCell[] {
  if (series.by === 'prefecture') return prefectureCells(series, prefectures)
  if (series.by === 'nation') {
    return Object.entries(series.totals ?? {}).map(([period, value]) => cell(series, nation, period, { value }))
  }
  if (series.shape === 'yes-no') return yesNoCells(series, shares)

  const held = new Map<string, number>()
  const cells: PlannedCell[] = []
  let before = 0
  for (const [period, total] of Object.entries(series.totals ?? {})) {
    const absent = new Set([...(series.missing?.[period] ?? []), ...(series.withheld?.[period] ?? [])])
    const reporting = Object.keys(shares).filter((region) => !absent.has(region))
    const stock = series.shape === 'stock'
    const shared = shareOut(stock ? total - before : total, stock ? Object.keys(shares) : reporting, shares)
    for (const [region, part] of shared) held.set(region, stock ? (held.get(region) ?? 0) + part : part)
    before = total
    for (const region of reporting) cells.push(cell(series, region, period, { value: held.get(region) ?? 0 }))
    for (const region of series.withheld?.[period] ?? []) {
      cells.push(cell(series, region, period, { absence: 'withheld' }))
    }
  }
  return cells
}

function yesNoCells(series: DemonstrationSeries, shares: Readonly<Record<string, number>>): readonly PlannedCell[] {
  const first = series.first ?? []
  const rest = Object.keys(shares)
    .filter((region) => !first.includes(region))
    .sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a.localeCompare(b))
  const order = [...first, ...rest]
  return Object.entries(series.yes ?? {}).flatMap(([period, count]) =>
    order
      .filter((region) => !(series.missing?.[period] ?? []).includes(region))
      .map((region) => cell(series, region, period, { value: order.indexOf(region) < count ? 1 : 0 })),
  )
}

/**
 * 已／未 of every prefecture: as many have it as `yes` says, in the order in which they stand in their provinces, so that each province has
 * its large cities first and all provinces go on side by side. What a province misses, all its prefectures miss.
 */
function prefectureCells(series: DemonstrationSeries, prefectures: readonly Prefecture[]): readonly PlannedCell[] {
  const seen = new Map<string, number>()
  const ranked = prefectures.map(({ code, parent }) => {
    const place = (seen.get(parent) ?? 0) + 1
    seen.set(parent, place)
    return { code, parent, place }
  })
  const order = ranked
    .toSorted((a, b) => partBehind(a, seen) - partBehind(b, seen) || a.code.localeCompare(b.code))
    .map(({ code }) => code)
  const counts = Object.entries(series.yes ?? {})
  return counts.flatMap(([period, count]) => {
    const has = new Set(order.slice(0, count))
    return ranked
      .filter(({ parent }) => !(series.missing?.[period] ?? []).includes(parent))
      .map(({ code }) => cell(series, code, period, { value: has.has(code) ? 1 : 0 }))
  })
}

/** How much of a province comes before a prefecture; the whole province at its last one. */
const partBehind = (
  { parent, place }: { readonly parent: string; readonly place: number },
  sizes: ReadonlyMap<string, number>,
) => place / (sizes.get(parent) ?? 1)

function cell(
  series: DemonstrationSeries,
  region: string,
  period: string,
  reported: PlannedCell['reported'],
): PlannedCell {
  const note = series.notes?.find((candidate) => candidate.period === period && candidate.region === region)?.note ?? ''
  return { indicator: series.indicator, region, period, note, reported }
}

/**
 * Shares a whole number out in proportion to weights, by largest remainder: the parts are whole and add up to it.
 *
 * @param total   a whole number, at least 0
 * @param regions who takes part; a weight of 0 gets 0
 * @returns one part for each region
 */
export function shareOut(
  total: number,
  regions: readonly string[],
  weights: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const sum = regions.reduce((running, region) => running + (weights[region] ?? 0), 0)
  const exact = regions.map((region) => ({ region, part: (total * (weights[region] ?? 0)) / sum }))
  const parts = new Map(exact.map(({ region, part }) => [region, Math.floor(part)]))
  let left = total - [...parts.values()].reduce((running, part) => running + part, 0)
  const byRemainder = exact.toSorted((a, b) => (b.part % 1) - (a.part % 1) || a.region.localeCompare(b.region))
  for (const { region } of byRemainder) {
    if (left === 0) break
    parts.set(region, (parts.get(region) ?? 0) + 1)
    left -= 1
  }
  return parts
}

/** One case to be registered, and the day from which it counts. `number` is its own in its register. */
export type PlannedCase = {
  readonly register: string
  readonly region: string
  readonly on: LocalDate
  readonly number: number
}

/**
 * Every case of a register, oldest first: as many as count by each day, shared out by largest remainder so that they add up exactly, on
 * days spread over the time since the day before.
 */
export function plannedCases(
  { register, shares, counts = {}, regions = {} }: DemonstrationRegister,
  general: Readonly<Record<string, number>>,
): readonly PlannedCase[] {
  const weights = shares ?? general
  const cases: PlannedCase[] = []
  const held = new Map<string, number>()
  let since: LocalDate = '2020-03-26'
  const days = [...Object.keys(counts), ...Object.keys(regions)].sort()
  for (const day of days) {
    const fresh = Object.entries(regions[day] ?? {}).flatMap(([region, count]) => {
      const more = Math.max(0, count - (held.get(region) ?? 0))
      held.set(region, count)
      return Array.from({ length: more }, () => region)
    })
    const total = counts[day]
    if (total !== undefined) {
      const shared = shareOut(total - cases.length, Object.keys(weights), weights)
      for (const [region, count] of shared) fresh.push(...Array.from({ length: count }, () => region))
    }
    const span = Math.max(1, daysBetween(since, day))
    for (const [index, region] of fresh.entries()) {
      const on = addDays(since, 1 + Math.floor((index * span) / fresh.length))
      cases.push({ register, region, on, number: cases.length + 1 })
    }
    since = day
  }
  return cases
}
