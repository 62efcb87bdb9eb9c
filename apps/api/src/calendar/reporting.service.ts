import type { Reporting } from '@xushi/contract'
import {
  type CellTiming,
  cellTiming,
  DomainError,
  deadlineOf,
  expectedRegions,
  expectedUnits,
  isPrefecture,
  type LocalDate,
  type Period,
  type Programme,
  parsePeriod,
  periodOn,
  type ReportingUnit,
  reportingOf,
  ruleOf,
  shanghaiDate,
} from '@xushi/domain'
import {
  closingsOf,
  type ExceptionRow,
  exceptionsBetween,
  type HandedIn,
  handedInBetween,
  listConfirmations,
  nation,
  type Reading,
} from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { registerUnits } from '../figures/register-count.ts'
import { openedOn } from './calendar.service.ts'

type Cell = Reporting['units'][number]['cells'][number]
type Owed = { readonly unit: ReportingUnit; readonly cell: Cell }

/** Everything that is asked for in one period, and what was handed in of it. */
type Asked = {
  readonly programme: Programme
  readonly view: CatalogueView
  readonly period: Period
  readonly today: LocalDate
  readonly isBackfill: boolean
  readonly exceptions: readonly ExceptionRow[]
}

/**
 * 填报情况 and 催报 of one period of a programme: every cell that is expected of a unit, and every register that it confirms, with how it
 * stands; completeness and timeliness for each unit and for all.
 *
 * @throws DomainError unknown-programme, unknown-period, period-not-over
 */
export const reporting = (
  sources: Sources,
  asked: { readonly programme: string; readonly period: string },
): Promise<Reporting> =>
  sources.store.read(async (reading) => {
    const view = await viewIn(reading, sources)
    const today = todayOf(sources)
    const programme = view.programme(asked.programme)
    const period = parsePeriod(asked.period)
    if (period === null) throw new DomainError('unknown-period', { value: asked.period })
    if (period.endsOn > today) throw new DomainError('period-not-over')
    const isBackfill = period.endsOn < (await openedOn(reading, today))
    const exceptions = await exceptionsBetween(reading, period.startsOn, period.endsOn)
    const all = { programme, view, period, today, isBackfill, exceptions }
    const owed = [...(await entryCells(reading, all)), ...(await confirmationCells(reading, all))]
    const closings = await closingsOf(reading, programme.id)
    const byUnit = Map.groupBy(owed, ({ unit }) => unit.id)
    return {
      programme: programme.id,
      period: period.code,
      endsOn: period.endsOn,
      today,
      backfill: isBackfill,
      closed: closings.some((closing) => closing.endedSeq === null && closing.period === period.code),
      ...reportingOf(owed.map(({ cell }) => cell.timing)),
      units: [...byUnit.values()].flatMap(([first, ...rest]) =>
        first === undefined ? [] : [unitRow([first, ...rest])],
      ),
    }
  })

function unitRow(owed: readonly [Owed, ...Owed[]]): Reporting['units'][number] {
  const [{ unit }] = owed
  const cells = owed.map(({ cell }) => cell)
  return {
    unit: { id: unit.id, name: unit.name, region: unit.region },
    ...reportingOf(cells.map(({ timing }) => timing)),
    cells,
  }
}

/** The cells of indicators whose own period ends in the one that was asked for: a quarter is owed in its last month. */
async function entryCells(reading: Reading, asked: Asked): Promise<readonly Owed[]> {
  const { programme, view, period } = asked
  const indicators = view.indicatorsOf(programme.id).filter(({ typed }) => typed !== null)
  const ids = indicators.map(({ id }) => id)
  const rows = await handedInBetween(reading, ids, period.startsOn, period.endsOn)
  const first = new Map<string, HandedIn>()
  for (const row of rows) {
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

function cellsOf(indicator: Indicator, first: ReadonlyMap<string, HandedIn>, asked: Asked): readonly Owed[] {
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
async function confirmationCells(reading: Reading, asked: Asked): Promise<readonly Owed[]> {
  const { programme, view, period, today, isBackfill } = asked
  if (period.kind !== 'month') return []
  const owed: Owed[] = []
  for (const indicator of view.indicatorsOf(programme.id)) {
    if (
      indicator.opening === null ||
      indicator.opening.openedOn > period.endsOn ||
      view.registerOf(indicator.id) === undefined
    )
      continue
    const rows = (await listConfirmations(reading, indicator.id)).filter((row) => row.period === period.code)
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
