import type { RecordingCell, RecordingDesk } from '@xushi/contract'
import {
  cumulativeOf,
  DomainError,
  expectedRegions,
  type Figure,
  inUnit,
  type LocalDate,
  lastEndedMonth,
  nextMonth,
  type Programme,
  parsePeriod,
  planAt,
  planLine,
  reachOf,
  unknown,
} from '@xushi/domain'
import {
  accumulationOf,
  type Cell,
  countedEntries,
  type EntryRow,
  entriesInCell,
  lastPeriods,
  listEntries,
  nation,
  type Reading,
} from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { measuredWire, valueWire } from '../figures/figure.wire.ts'
import { type CellAsked, cellFor, reportingUnits } from '../progress-entries/cell.ts'
import { reaches } from '../progress-entries/entry-rights.ts'
import { type ProgressService, unitsOf } from '../progress-entries/progress-entries.service.ts'
import { typedFor } from '../progress-entries/submission.ts'
import type { Person } from '../session/person.ts'
import { recordingGrid } from './recording-grid.service.ts'

const mostOpen = 200
const mostRecent = 20
/** Past periods beside the field. */
const shownPeriods = 6

export type RecordingDeskService = ReturnType<typeof recordingDeskService>

/** What stands on the desk of somebody who records. */
export function recordingDeskService(sources: Sources, progress: ProgressService) {
  const { store } = sources
  return {
    show: (person: Person): Promise<RecordingDesk> =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const today = todayOf(sources)
        const [programme] = view.programmes
        if (programme === undefined) throw new DomainError('unknown-programme')
        const scope = scopeOf(person, view)
        const open = await listEntries(
          reading,
          { ...scope, states: ['draft', 'submitted', 'unit-reviewed', 'returned'] },
          { cursor: null, limit: mostOpen },
        )
        const toCorrect = await listEntries(
          reading,
          { ...scope, states: ['approved'], asked: true },
          { cursor: null, limit: mostOpen },
        )
        const last = await lastPeriods(reading)
        const recent = await listEntries(
          reading,
          { ...scope, states: ['approved', 'withdrawn'] },
          { cursor: null, limit: mostRecent },
        )
        return {
          today,
          defaultPeriod: defaultPeriod(programme, today),
          firstPeriod: programme.firstPeriod,
          assignments: assignments(person, view, today).map((assignment) => ({
            ...assignment,
            nextPeriod: nextPeriod(last.get(`${assignment.indicator} ${assignment.region}`), programme, today),
          })),
          toCorrect: await progress.told(reading, person, toCorrect.rows),
          open: await progress.told(reading, person, open.rows),
          recent: await progress.told(reading, person, recent.rows),
        }
      }),

    grid: (person: Person, asked: { readonly region: string; readonly period: string }) =>
      recordingGrid(sources, progress, person, asked),

    cell: (person: Person, asked: CellAsked): Promise<RecordingCell> =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const cell = cellFor(person, asked, view, todayOf(sources))
        return recordingCell(reading, person, cell, view, progress)
      }),
  }
}

/** A person's own entries where they record for the nation, else those of their unit. */
const scopeOf = (person: Person, view: CatalogueView) =>
  reachOf(person.role, 'progress:record') === 'nation'
    ? { recorderId: person.accountId }
    : { unitIds: unitsOf(person, view) }

function defaultPeriod({ firstPeriod, lastDueOn }: Programme, today: LocalDate): string {
  const last = lastEndedMonth(today < lastDueOn ? today : lastDueOn).code
  return last < firstPeriod ? firstPeriod : last
}

/** The month after the last approved one, as far as it is over; the programme's first where nothing is there yet. */
function nextPeriod(last: string | undefined, programme: Programme, today: LocalDate): string {
  const period = last === undefined ? null : parsePeriod(last)
  if (period === null) return programme.firstPeriod
  const next = nextMonth(period)
  return next.endsOn <= today ? next.code : period.code
}

/** Everything a person may record: indicator by indicator, unit by unit, and where prefectures report, prefecture by prefecture. */
type Place = Omit<RecordingDesk['assignments'][number], 'nextPeriod'>

function assignments(person: Person, view: CatalogueView, today: LocalDate): readonly Place[] {
  return view.programmes
    .flatMap(({ id }) => view.indicatorsOf(id))
    .filter(({ typed }) => typed !== null)
    .flatMap((indicator) =>
      placesOf(indicator, view, today).flatMap((region) => assigned(person, indicator, region, view, today)),
    )
}

function placesOf(indicator: Indicator, view: CatalogueView, today: LocalDate): readonly string[] {
  const nationally = indicator.typed?.nation == null ? [] : [nation]
  if (indicator.typed?.region == null) return nationally
  const asked = expectedRegions(indicator, view.units, view.regions, today)
  return [...nationally, ...asked.map(({ code }) => code)]
}

function assigned(
  person: Person,
  indicator: Indicator,
  region: string,
  view: CatalogueView,
  today: LocalDate,
): readonly Place[] {
  return reportingUnits(indicator, region, view, today)
    .filter(({ id }) => reaches(person, 'progress:record', id, view.units))
    .map(({ id, name }) => ({
      indicator: indicator.id,
      goal: indicator.goal,
      name: indicator.name,
      unitOfMeasure: indicator.unit,
      decimals: indicator.decimals,
      typed: typedFor(indicator, region),
      yesNo: indicator.kind === 'yes-no',
      region,
      unit: { id, name },
    }))
}

async function recordingCell(
  reading: Reading,
  person: Person,
  cell: Cell,
  view: CatalogueView,
  progress: ProgressService,
): Promise<RecordingCell> {
  const indicator = view.indicator(cell.indicatorId)
  const { decimals } = indicator
  const standing = await entriesInCell(reading, cell)
  const [entry] = await progress.told(reading, person, standing.slice(-1))
  const before = await countedEntries(reading, {
    indicatorId: indicator.id,
    knownSeq: null,
    region: cell.region,
    to: cell.startsOn,
  })
  return {
    indicator: indicator.id,
    region: cell.region,
    period: cell.period,
    endsOn: cell.endsOn,
    typed: typedFor(indicator, cell.region),
    entry: entry ?? null,
    history: historyOf(
      indicator,
      cell,
      before.filter(({ unitId }) => unitId === cell.unitId),
    ),
    plan: measuredWire(planFor(indicator, cell, view), decimals),
    ...limitsOf(indicator),
  }
}

/** What can be handed in: what can be kept exactly, within the hard range of the rules. */
function limitsOf({ kind, decimals, rules }: Indicator): Pick<RecordingCell, 'minimum' | 'maximum'> {
  const range = (rules ?? []).find((rule) => rule.is === 'range' && rule.severity === 'hard')
  const { minimum = 0, maximum = largest(decimals) } = range?.is === 'range' ? range : {}
  return { minimum: inUnit(minimum, decimals), maximum: kind === 'yes-no' ? 1 : inUnit(maximum, decimals) }
}

/** The largest whole multiple of the unit that stays a safe integer of smallest units. */
const largest = (decimals: number) => Math.floor(Number.MAX_SAFE_INTEGER / 10 ** decimals) * 10 ** decimals

/** The last periods before, with running totals. */
function historyOf(indicator: Indicator, cell: Cell, rows: readonly EntryRow[]): RecordingCell['history'] {
  const { decimals } = indicator
  const typed = typedFor(indicator, cell.region) ?? 'period'
  const totals = cumulativeOf(accumulationOf(indicator) === 'flow' ? typed : 'atEnd', rows)
  return rows
    .map(({ period, value, absence }, index) => ({
      period,
      value: value === null ? null : valueWire(value, decimals),
      absence,
      cumulative: measuredWire(totals[index] ?? unknown('not-reported'), decimals),
    }))
    .slice(-shownPeriods)
}

/** Where the plan stands at the period's end. A national plan is never applied to a region. */
function planFor(indicator: Indicator, cell: Cell, view: CatalogueView): Figure {
  if (cell.region !== nation) return unknown('no-regional-target')
  const { publishedOn } = view.programme(indicator.programme)
  return planAt(planLine(indicator, publishedOn), parsePeriod(cell.period)?.endsOn ?? cell.endsOn)
}
