import type { Reporting } from '@xushi/contract'
import {
  type CellTiming,
  cellTiming,
  deadlineOf,
  expectedRegions,
  expectedUnits,
  isPrefecture,
  type LocalDate,
  type Period,
  type Programme,
  periodOn,
  type ReportingUnit,
  ruleOf,
  shanghaiDate,
} from '@xushi/domain'
import {
  type ExceptionRow,
  type HandedIn,
  handedInBetween,
  listConfirmations,
  nation,
  type Reading,
} from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { registerUnits } from '../figures/register-count.ts'

type Cell = Reporting['units'][number]['cells'][number]
/** One thing that a unit owes in a period, and how it stands. */
export type Owed = { readonly unit: ReportingUnit; readonly cell: Cell }

/** Everything that is asked for in one period, and what was handed in of it. */
export type OwedAsked = {
  readonly programme: Programme
  readonly view: CatalogueView
  readonly period: Period
  readonly today: LocalDate
  readonly isBackfill: boolean
  readonly exceptions: readonly ExceptionRow[]
  /** Only what counted at a ledger number (`null` in it: now) is there; null asks for everything that was handed in. */
  readonly counted: { readonly knownSeq: number | null } | null
}

/** Every cell that is expected of a unit in a period, and every register that it confirms, with how it stands. */
export async function owedCells(reading: Reading, asked: OwedAsked): Promise<readonly Owed[]> {
  return [...(await entryCells(reading, asked)), ...(await confirmationCells(reading, asked))]
}

const isCounted = (seq: number | null, { knownSeq }: { readonly knownSeq: number | null }): boolean =>
  seq !== null && (knownSeq === null || seq <= knownSeq)

/** The cells of indicators whose own period ends in the one that was asked for: a quarter is owed in its last month. */
async function entryCells(reading: Reading, asked: OwedAsked): Promise<readonly Owed[]> {
  const { programme, view, period } = asked
  const indicators = view.indicatorsOf(programme.id).filter(({ typed }) => typed !== null)
  const ids = indicators.map(({ id }) => id)
  const rows = await handedInBetween(reading, ids, period.startsOn, period.endsOn)
  const first = new Map<string, HandedIn>()
  for (const row of rows) {
    if (asked.counted !== null && !isCounted(row.approvedSeq, asked.counted)) continue
    const key = `${row.indicatorId} ${row.unitId} ${row.region} ${row.endsOn}`
    const other = first.get(key)
    // The first handing in of a cell is what counts; a draft beside it says nothing.
    if (
      other?.firstSubmittedAt == null ||
      (row.firstSubmittedAt !== null && row.firstSubmittedAt < other.firstSubmittedAt)
    ) {
      first.set(key, row)
    }
  }
  return indicators.flatMap((indicator) => cellsOf(indicator, first, asked))
}

function cellsOf(indicator: Indicator, first: ReadonlyMap<string, HandedIn>, asked: OwedAsked): readonly Owed[] {
  const { programme, view, period, today, isBackfill, exceptions } = asked
  return (['region', 'nation'] as const).flatMap((level) => {
    if (indicator.typed?.[level] == null) return []
    const rule = ruleOf(indicator, programme, level)
    const own = periodOn(period.endsOn, rule)
    if (own.endsOn !== period.endsOn) return []
    const deadline = deadlineOf(own, rule, view.years)
    return placesOf(indicator, level, view, own.endsOn).map(({ unit, region }) => {
      const row = first.get(`${indicator.id} ${unit.id} ${region} ${own.endsOn}`)
      const exception = exceptions.findLast(
        ({ indicatorId, unitId, endsOn }) =>
          indicatorId === indicator.id && unitId === unit.id && endsOn === own.endsOn,
      )
      const handedInOn = row?.firstSubmittedAt == null ? null : shanghaiDate(row.firstSubmittedAt)
      const excusedUntil = exception?.untilOn ?? null
      const timing = cellTiming({ deadline, handedInOn, excusedUntil, isBackfill }, today)
      return {
        unit,
        cell: cellWire('entry', indicator, {
          region,
          period: own.code,
          deadline,
          handedInOn,
          timing,
          state: row?.state ?? null,
        }),
      }
    })
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

/** The registers that a unit confirms month by month, from the month of their opening on. */
async function confirmationCells(reading: Reading, asked: OwedAsked): Promise<readonly Owed[]> {
  const { programme, view, period, today, isBackfill, counted } = asked
  if (period.kind !== 'month') return []
  const owed: Owed[] = []
  for (const indicator of view.indicatorsOf(programme.id)) {
    if (
      indicator.opening === null ||
      indicator.opening.openedOn > period.endsOn ||
      view.registerOf(indicator.id) === undefined
    )
      continue
    const rows = (await listConfirmations(reading, indicator.id)).filter(
      (row) => row.period === period.code && (counted === null || isCounted(row.confirmedSeq, counted)),
    )
    const rule = { ...ruleOf(indicator, programme, 'region'), every: 'month' } as const
    const deadline = deadlineOf(period, rule, view.years)
    for (const unit of registerUnits(indicator, view, period.endsOn)) {
      const row = rows.find(({ unitId }) => unitId === unit.id)
      const handedInOn = row === undefined ? null : shanghaiDate(row.confirmedAt)
      const timing = cellTiming({ deadline, handedInOn, excusedUntil: null, isBackfill }, today)
      const state = row === undefined ? null : 'confirmed'
      const rest = { region: unit.region, period: period.code, deadline, handedInOn, timing, state }
      owed.push({ unit, cell: cellWire('confirmation', indicator, rest) })
    }
  }
  return owed
}

type Rest = Omit<Cell, 'kind' | 'indicator' | 'name' | 'timing'> & { readonly timing: CellTiming }

const cellWire = (kind: Cell['kind'], { id, name }: Indicator, rest: Rest): Cell => ({
  kind,
  indicator: id,
  name,
  ...rest,
})
