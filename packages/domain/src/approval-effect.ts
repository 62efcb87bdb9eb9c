import { type Accumulation, type CellValue, monthsFilled, type PeriodTotal, totalsByPeriod } from './aggregation.ts'
import type { Figure } from './figure.ts'
import { parsePeriod } from './period.ts'

/** Totals of periods as they are, and as they would be. */
export type TotalsBeforeAndAfter = { readonly before: readonly PeriodTotal[]; readonly after: readonly PeriodTotal[] }

/**
 * What the regions add up to, period by period, before and after one more cell counts: what an approval would do. A cell of the same
 * unit, region and period is replaced, as a correction replaces what it corrects.
 *
 * @param cells what counts now, values in smallest units
 *
 * Source: docs/methods/approval-effect.md
 */
export function totalsAround(
  accumulation: Accumulation,
  cells: readonly CellValue[],
  added: CellValue,
): TotalsBeforeAndAfter {
  const others = cells.filter(({ unit, region, period }) => !isSameCell(added, { unit, region, period }))
  return { before: totalsOf(accumulation, cells), after: totalsOf(accumulation, [...others, added]) }
}

const isSameCell = (a: CellValue, b: Pick<CellValue, 'unit' | 'region' | 'period'>) =>
  a.unit === b.unit && a.region === b.region && a.period === b.period

function totalsOf(accumulation: Accumulation, cells: readonly CellValue[]): readonly PeriodTotal[] {
  const ends = new Map(cells.map(({ period, endsOn }) => [period, endsOn]))
  const periods = Array.from(ends, ([code, endsOn]) => ({ code, endsOn })).sort((a, b) =>
    order(a) < order(b) ? -1 : 1,
  )
  const totals = totalsByPeriod(accumulation, cells, periods)
  return accumulation === 'flow' ? monthsFilled(totals, (total) => total) : totals
}

const order = ({ code, endsOn }: { readonly code: string; readonly endsOn: string }) =>
  `${endsOn} ${parsePeriod(code)?.startsOn ?? ''} ${code}`

/**
 * Whether parts are more than their whole for sure: the sum of regions above the figure of the nation. A sum that is at least this
 * large is above it as well; a whole that is larger than what is stated may not be.
 */
export function exceedsWhole(sum: Figure, whole: Figure): boolean {
  if (!sum.known || !whole.known) return false
  const isSure =
    (sum.bound === undefined || sum.bound === 'above') && (whole.bound === undefined || whole.bound === 'below')
  return isSure && sum.value > whole.value
}
