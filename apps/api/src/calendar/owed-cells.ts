import type { Reporting } from '@xushi/contract'
import {
  type CellTiming,
  cellTiming,
  deadlineOf,
  expectedRegions,
  expectedUnits,
  type Instant,
  isLocalDate,
  isPrefecture,
  type LocalDate,
  type Period,
  type Programme,
  type ReportingUnit,
  ruleOf,
  shanghaiDate,
} from '@xushi/domain'
import { type ConfirmationRow, type ExceptionRow, type HandedIn, nation, type Reading, timeOfEvent } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { registerUnits } from '../figures/register-count.ts'
import { openedOn } from './calendar.service.ts'

type Cell = Reporting['units'][number]['cells'][number]

/** A cell that a unit owes or handed in, what stands in it, and whether it counts: whether it is approved, or confirmed. */
export type Owed = {
  readonly unit: ReportingUnit
  readonly cell: Cell
  readonly row: HandedIn | null
  readonly timing: CellTiming
  readonly counts: boolean
}

/** What cells are held against: deadlines, exceptions, and the moment they are looked at from. */
export type CellsAsked = {
  readonly programme: Programme
  readonly view: CatalogueView
  readonly today: LocalDate
  /** The day the system was opened: periods that had ended are made up (补录). */
  readonly openedOn: LocalDate
  readonly exceptions: readonly ExceptionRow[]
  /** What was handed in after this moment is not known yet; null for now. */
  readonly until: Instant | null
  /** The ledger number that it is known at; null for now. */
  readonly knownSeq: number | null
}

/**
 * Cells as they were known at a ledger number (null: now): from the day of that moment, and without what was handed in later. The day is
 * the one that was asked for where a date was; the event that it leads to may be older.
 */
export async function cellsKnown(
  reading: Reading,
  { programme, view, today }: Pick<CellsAsked, 'programme' | 'view' | 'today'>,
  { knownSeq, knownAt }: { readonly knownSeq: number | null; readonly knownAt: string | undefined },
): Promise<Omit<CellsAsked, 'exceptions'>> {
  const until = knownSeq === null ? null : await timeOfEvent(reading.db, reading.t, knownSeq)
  const day = until === null ? today : knownAt !== undefined && isLocalDate(knownAt) ? knownAt : shanghaiDate(until)
  return {
    programme,
    view,
    today: day < today ? day : today,
    openedOn: await openedOn(reading, today),
    until,
    knownSeq,
  }
}

/** What was handed in first in each cell, by cell, and which cells count. A draft beside it says nothing. */
export type FirstHandedIn = {
  readonly first: ReadonlyMap<string, HandedIn>
  readonly counting: ReadonlySet<string>
}

const cellKey = ({
  indicatorId,
  unitId,
  region,
  endsOn,
}: Pick<HandedIn, 'indicatorId' | 'unitId' | 'region' | 'endsOn'>) => `${indicatorId} ${unitId} ${region} ${endsOn}`

export function firstHandedIn(
  rows: readonly HandedIn[],
  { until, knownSeq }: Pick<CellsAsked, 'until' | 'knownSeq'>,
): FirstHandedIn {
  const first = new Map<string, HandedIn>()
  const counting = new Set(rows.filter((row) => countsAt(row, knownSeq)).map(cellKey))
  for (const row of rows) {
    if (until !== null && (row.firstSubmittedAt === null || row.firstSubmittedAt > until)) continue
    const key = cellKey(row)
    const other = first.get(key)
    if (
      other?.firstSubmittedAt == null ||
      (row.firstSubmittedAt !== null && row.firstSubmittedAt < other.firstSubmittedAt)
    ) {
      first.set(key, row)
    }
  }
  return { first, counting }
}

function countsAt({ approvedSeq, endedSeq }: HandedIn, knownSeq: number | null): boolean {
  if (approvedSeq === null) return false
  if (knownSeq === null) return endedSeq === null
  return approvedSeq <= knownSeq && (endedSeq === null || endedSeq > knownSeq)
}

/** The cells of one indicator for the regions or for the nation in one of its own periods. */
export function entryCellsOf(
  indicator: Indicator,
  { level, period }: { readonly level: 'region' | 'nation'; readonly period: Period },
  handedIn: FirstHandedIn,
  asked: CellsAsked,
): readonly Owed[] {
  const { programme, view, today, exceptions } = asked
  const deadline = deadlineOf(period, ruleOf(indicator, programme, level), view.years)
  const { endsOn } = period
  const excused = exceptions.filter((one) => one.indicatorId === indicator.id && one.endsOn === endsOn)
  return placesOf(indicator, level, view, endsOn).map(({ unit, region }) => {
    const key = cellKey({ indicatorId: indicator.id, unitId: unit.id, region, endsOn })
    const row = handedIn.first.get(key) ?? null
    const handedInOn = row?.firstSubmittedAt == null ? null : shanghaiDate(row.firstSubmittedAt)
    const excusedUntil = excused.findLast(({ unitId }) => unitId === unit.id)?.untilOn ?? null
    const timing = cellTiming({ deadline, handedInOn, excusedUntil, isBackfill: endsOn < asked.openedOn }, today)
    const rest = { region, period: period.code, deadline, handedInOn, timing, state: row?.state ?? null }
    return { unit, row, timing, counts: handedIn.counting.has(key), cell: cellWire('entry', indicator, rest) }
  })
}

function placesOf(indicator: Indicator, level: 'region' | 'nation', view: CatalogueView, on: LocalDate) {
  const { units, regions } = view
  const expected = expectedUnits(indicator, level, units, regions, on)
  if (level === 'nation') return expected.map((unit) => ({ unit, region: nation }))
  return expectedRegions(indicator, units, regions, on).flatMap((region) => {
    const province = isPrefecture(region) && indicator.reportingLevel === 'prefecture' ? region.parent : region.code
    return expected.filter((unit) => unit.region === province).map((unit) => ({ unit, region: region.code }))
  })
}

/** Whether the list of a register is confirmed in a period: month by month, from the month of its opening on. */
export function isConfirmedIn({ id, opening }: Indicator, period: Period, view: CatalogueView): boolean {
  return (
    period.kind === 'month' &&
    opening !== null &&
    opening.openedOn <= period.endsOn &&
    view.registerOf(id) !== undefined
  )
}

/** The confirmations of a register that its units owe or gave in one month. */
export function confirmationCellsOf(
  indicator: Indicator,
  period: Period,
  rows: readonly ConfirmationRow[],
  { programme, view, today, openedOn, until }: CellsAsked,
): readonly Owed[] {
  const rule = { ...ruleOf(indicator, programme, 'region'), every: 'month' } as const
  const deadline = deadlineOf(period, rule, view.years)
  const given = rows.filter((row) => row.period === period.code && (until === null || row.confirmedAt <= until))
  return registerUnits(indicator, view, period.endsOn).map((unit) => {
    const row = given.find(({ unitId }) => unitId === unit.id)
    const handedInOn = row === undefined ? null : shanghaiDate(row.confirmedAt)
    const isBackfill = period.endsOn < openedOn
    const timing = cellTiming({ deadline, handedInOn, excusedUntil: null, isBackfill }, today)
    const state = row === undefined ? null : 'confirmed'
    const rest = { region: unit.region, period: period.code, deadline, handedInOn, timing, state }
    const counts = row !== undefined
    return { unit, row: null, timing, counts, cell: cellWire('confirmation', indicator, rest) }
  })
}

type Rest = Omit<Cell, 'kind' | 'indicator' | 'name' | 'timing'> & { readonly timing: CellTiming }

const cellWire = (kind: Cell['kind'], { id, name }: Indicator, rest: Rest): Cell => ({
  kind,
  indicator: id,
  name,
  ...rest,
})
