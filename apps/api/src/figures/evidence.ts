import {
  type Confirmation,
  type Evidence,
  expectedRegions,
  type IndicatorDefinition,
  type LocalDate,
  type NationalFigure,
  type Programme,
  type PublishedFigure,
  type RegionalFigure,
  regionalFigure,
  registerDays,
  ruleOf,
  unknown,
} from '@xushi/domain'
import {
  accumulationOf,
  confirmationsOf,
  countedFilings,
  type Member,
  nation,
  nationalEntries,
  type Reading,
  regionalTotals,
  registerMembers,
  type StoredTotal,
} from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { nationalCount, registerUnits } from './register-count.ts'

/** An approved entry of the nation, as judgement sees it. Value in smallest units. */
export type NationalEntry = {
  readonly id: string
  readonly period: string
  readonly endsOn: LocalDate
  readonly value: number | null
  readonly demo: boolean
}

/** What entries say of one indicator. */
export type EntrySources = {
  /** Totals over the regions by period, oldest first. */
  readonly totals: readonly StoredTotal[]
  readonly national: readonly NationalEntry[]
  /** What its register holds; null where it has none. */
  readonly register: RegisterSource | null
  /** Stages of its selection that were recorded as reached, by stage id. */
  readonly stagesReached?: Readonly<Record<string, LocalDate>>
}

/** The cases of a register and the confirmations of its lists. */
export type RegisterSource = {
  readonly members: readonly Member[]
  readonly confirmations: readonly (Confirmation & { readonly demo: boolean })[]
}

/** Null: the reader may not see entries. */
export type VisibleEntries = EntrySources | null

/** What entries say of several indicators, by indicator, as known at a ledger number (null: now). */
export async function entrySources(
  reading: Reading,
  indicators: readonly Indicator[],
  view: Pick<CatalogueView, 'registerOf'>,
  knownSeq: number | null,
): Promise<ReadonlyMap<string, EntrySources>> {
  const totals = await regionalTotals(reading, indicators.filter(isRegional), knownSeq)
  const typed = indicators.filter((indicator) => indicator.typed !== null).map(({ id }) => id)
  const national = Map.groupBy(await nationalEntries(reading, typed, knownSeq), ({ indicatorId }) => indicatorId)
  const registers = await registerSources(reading, indicators, view, knownSeq)
  const stages = await stagesRecorded(reading, indicators, knownSeq)
  return new Map(
    indicators.map(({ id }) => [
      id,
      {
        totals: totals.get(id) ?? [],
        national: national.get(id) ?? [],
        register: registers.get(id) ?? null,
        stagesReached: stages.get(id) ?? {},
      },
    ]),
  )
}

/** The stages of selections that were recorded as milestone events and approved, by indicator: the first day of each. */
async function stagesRecorded(
  reading: Reading,
  indicators: readonly Indicator[],
  knownSeq: number | null,
): Promise<ReadonlyMap<string, Readonly<Record<string, LocalDate>>>> {
  const subjects = indicators.filter(({ plan }) => plan.is === 'stages').map(({ id }) => id)
  if (subjects.length === 0) return new Map()
  const rows = await countedFilings(reading, { kinds: ['milestone-event'], subjects, region: nation }, knownSeq)
  const reached = new Map<string, Record<string, LocalDate>>(subjects.map((id) => [id, {}]))
  for (const { subject, body } of rows) {
    const { kind, stage, on }: { kind: string; stage?: string; on: LocalDate } = JSON.parse(body)
    const stages = reached.get(subject)
    if (kind === 'stage' && stage !== undefined && stages !== undefined) stages[stage] ??= on
  }
  return reached
}

async function registerSources(
  reading: Reading,
  indicators: readonly Indicator[],
  view: Pick<CatalogueView, 'registerOf'>,
  knownSeq: number | null,
): Promise<ReadonlyMap<string, RegisterSource>> {
  const registers = indicators.flatMap((indicator) => view.registerOf(indicator.id) ?? [])
  const ids = registers.map(({ id }) => id)
  const members = await registerMembers(reading, registers, knownSeq)
  const confirmations = await confirmationsOf(reading, ids, knownSeq)
  return new Map(ids.map((id) => [id, { members: members.get(id) ?? [], confirmations: confirmations.get(id) ?? [] }]))
}

/** The day after which progress counts: the later of baseline date and programme date. */
export function countsAfter({ baseline }: Pick<IndicatorDefinition, 'baseline'>, programmeOn: LocalDate): LocalDate {
  return baseline !== null && baseline.on > programmeOn ? baseline.on : programmeOn
}

/** Whether regions report an indicator at all. */
export const isRegional = ({ typed, reportedBy }: Pick<IndicatorDefinition, 'typed' | 'reportedBy'>) =>
  typed !== null && typed.region !== null && reportedBy.region.length > 0

/** How many units should report an indicator for the regions on a date. */
export const expectedCount = (indicator: Indicator, { units, regions }: CatalogueView, on: LocalDate) =>
  expectedRegions(indicator, units, regions, on).length

/** Published figures and approved entries of the nation, as one list of dated figures. */
export function nationalFigures(published: readonly PublishedFigure[], entries: VisibleEntries): NationalFigure[] {
  const ofNation = published.filter(({ region }) => region === nation)
  const typed = (entries?.national ?? []).flatMap(({ id, endsOn, value }): NationalFigure[] =>
    value === null ? [] : [{ id, on: endsOn, precision: 'day', value, confidence: 'entry' }],
  )
  return [...ofNation, ...typed]
}

/** Everything a judgement of one indicator looks at. */
export function evidenceFor(
  indicator: Indicator,
  programme: Programme,
  view: CatalogueView,
  on: LocalDate,
  entries: VisibleEntries,
): Evidence {
  const expected = expectedCount(indicator, view, on)
  const regional = isRegional(indicator) ? regionalOn(indicator, programme, entries, expected) : null
  return {
    on,
    programmeOn: programme.publishedOn,
    calendar: {
      rule: ruleOf(indicator, programme, indicator.sourceOfRecord === 'national' ? 'nation' : 'region'),
      years: view.years,
    },
    thresholds: programme.thresholds,
    national: nationalFigures(view.publishedOf(indicator), entries),
    regional,
    regionalDays: (entries?.totals ?? []).filter(({ reported }) => reported > 0).map(({ endsOn }) => endsOn),
    ...registerOn(indicator, view, entries),
    stagesReached: { ...entries?.stagesReached, ...publicationOf(indicator, entries?.register?.members ?? []) },
    expected: expected === 0 ? registerUnits(indicator, view, on).length : expected,
  }
}

/** What the register of an indicator counts; nothing without one, or for a reader who may not see cases. */
function registerOn(
  indicator: Indicator,
  view: CatalogueView,
  entries: VisibleEntries,
): Pick<Evidence, 'register' | 'registerDays'> {
  const { opening } = indicator
  const source = entries?.register ?? null
  if (opening === null || source === null) return { register: null }
  return {
    register: (on) => nationalCount(indicator, view, source, on),
    registerDays: registerDays(opening, source.members),
  }
}

/** A selection that is counted from a register is published (发布) with its first member. */
function publicationOf({ plan }: Indicator, members: readonly Member[]): Readonly<Record<string, LocalDate>> {
  const last = plan.is === 'stages' ? plan.stages.at(-1) : undefined
  const [first] = members.flatMap(({ validFrom }) => (validFrom === null ? [] : [validFrom])).sort()
  return last === undefined || first === undefined ? {} : { [last.id]: first }
}

function regionalOn(indicator: Indicator, programme: Programme, entries: VisibleEntries, expected: number) {
  if (entries === null) return (): RegionalFigure => hiddenRegional(expected)
  const accumulation = accumulationOf(indicator)
  const after = countsAfter(indicator, programme.publishedOn)
  return (on: LocalDate) => regionalFigure(accumulation, entries.totals, on, expected, after)
}

/** What somebody without an account is told of the regions: nothing, and why. */
function hiddenRegional(expected: number): RegionalFigure {
  return { figure: unknown('sign-in-required'), on: null, period: null, reported: { units: 0, expected } }
}
