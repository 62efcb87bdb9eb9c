import type { RegionalReports } from '@xushi/contract'
import { daysBetween, type Period, reportingOf } from '@xushi/domain'
import { exceptionsBetween, handedInBetween, listConfirmations, type Reading } from '@xushi/store'
import {
  type CellsAsked,
  confirmationCellsOf,
  entryCellsOf,
  firstHandedIn,
  isConfirmedIn,
  type Owed,
} from '../calendar/owed-cells.ts'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import { isRegional } from '../figures/evidence.ts'
import { periodsFor } from '../figures/region-held.ts'
import { provinceOf } from '../figures/register-count.ts'

/** How one region reports an indicator, by indicator. */
export type RegionReports = (indicator: Indicator) => RegionalReports

type ReportsAsked = {
  readonly region: string
  readonly on: string
  readonly indicators: readonly Indicator[]
  readonly cells: Omit<CellsAsked, 'exceptions'>
}

/** How a region reports its indicators, with one reading of everything that its units handed in. */
export async function regionReports(
  reading: Reading,
  { region, on, indicators, cells }: ReportsAsked,
): Promise<RegionReports> {
  const { view } = cells
  const periods = new Map(indicators.map((indicator) => [indicator.id, periodsFor(indicator, view, on)]))
  const all = [...periods.values()].flat()
  const from = all.map(({ startsOn }) => startsOn).sort()[0] ?? on
  const province = provinceOf(region, view)
  const units = view.units.filter((unit) => unit.region === province).map(({ id }) => id)
  const ids = indicators.filter(({ typed }) => typed?.region != null).map(({ id }) => id)
  // A draft is nobody's business but its unit's.
  const rows = (units.length === 0 ? [] : await handedInBetween(reading, ids, from, on, units)).filter(
    ({ firstSubmittedAt }) => firstSubmittedAt !== null,
  )
  const first = firstHandedIn(rows, cells)
  const asked = { ...cells, exceptions: await exceptionsBetween(reading, from, on) }
  const confirmations = new Map<string, Awaited<ReturnType<typeof listConfirmations>>>()
  for (const { id } of indicators.filter((one) => view.registerOf(one.id) !== undefined && one.opening !== null)) {
    confirmations.set(id, await listConfirmations(reading, id))
  }
  const isHere = ({ cell }: Owed) => cell.region === region || provinceOf(cell.region, view) === region
  return (indicator) => {
    const owed = (periods.get(indicator.id) ?? []).map((period) => ({
      period,
      cells: owedIn(indicator, period, first, confirmations.get(indicator.id) ?? [], asked).filter(isHere),
    }))
    return reportsWire(owed)
  }
}

/** What regions answer for: targets, and what they report as a yes or no. */
export const isAnsweredByRegions = (indicator: Indicator): boolean =>
  indicator.kind !== 'qualitative' && (indicator.role === 'target' || isRegional(indicator))

/** Cells of entries, or the confirmation of a register, in one period. */
export function owedIn(
  indicator: Indicator,
  period: Period,
  first: ReturnType<typeof firstHandedIn>,
  confirmations: Awaited<ReturnType<typeof listConfirmations>>,
  asked: CellsAsked,
): readonly Owed[] {
  if (isConfirmedIn(indicator, period, asked.view)) return confirmationCellsOf(indicator, period, confirmations, asked)
  return indicator.typed?.region == null ? [] : entryCellsOf(indicator, { level: 'region', period }, first, asked)
}

type OwedIn = { readonly period: Period; readonly cells: readonly Owed[] }

function reportsWire(owed: readonly OwedIn[]): RegionalReports {
  const asked = owed.filter(({ cells }) => cells.length > 0)
  return {
    ...reportingOf(asked.flatMap(({ cells }) => cells)),
    periods: asked.map(({ period, cells }) => {
      const deadline = cells[0]?.cell.deadline ?? period.endsOn
      const handedIn = cells.flatMap(({ cell }) => cell.handedInOn ?? []).sort()
      const latest = handedIn.at(-1) ?? null
      const timing = worstTiming(cells)
      // What was said with a value is told once the value counts.
      const told = cells.filter(({ row }) => row !== null && row.approvedSeq !== null)
      const reason = told.find(({ row }) => row?.lag != null)?.row?.lag
      return {
        period: period.code,
        endsOn: period.endsOn,
        deadline,
        timing,
        cells: { handedIn: handedIn.length, expected: cells.length },
        daysLate: timing === 'late' && latest !== null ? daysBetween(deadline, latest) : null,
        state: worstState(cells),
        lag: reason == null ? null : JSON.parse(reason),
        note: told.find(({ row }) => row?.note !== '')?.row?.note ?? '',
      }
    }),
  }
}

const timings = ['owed', 'excused', 'not-due', 'late', 'backfilled', 'on-time'] as const

/** How a period stands that several cells make up: as its worst cell. */
export const worstTiming = (cells: readonly Owed[]): (typeof timings)[number] | null =>
  timings.find((timing) => cells.some(({ cell }) => cell.timing === timing)) ?? null

const states = ['returned', 'draft', 'submitted', 'unit-reviewed', 'approved', 'confirmed'] as const

/** The state that needs somebody first. */
export const worstState = (cells: readonly Owed[]): string | null =>
  states.find((state) => cells.some(({ cell }) => cell.state === state)) ?? null
