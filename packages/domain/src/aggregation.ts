import type { Absence } from './entry.ts'
import { type Bound, boundOfSum, type Figure, known, opposite, unknown } from './figure.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { endOfMonth, monthsBetween, parsePeriod } from './period.ts'

/** What aggregation needs of an approved entry. `value` in smallest units, null when `absence` says why there is none. */
export type CellValue = {
  readonly region: string
  readonly unit: string
  readonly period: string
  readonly endsOn: LocalDate
  readonly value: number | null
  readonly absence: Absence | null
}

/** How cells of one indicator add up over regions. Flows are summed; stocks carry on for two periods; flags hold until changed. */
export type Accumulation = 'flow' | 'stock' | 'flag'

/** Everything reported for one period, added up. A period is complete when nobody expected is missing. */
export type PeriodTotal = {
  readonly period: string
  readonly endsOn: LocalDate
  /** Sum of the values, in smallest units; for flags the number of regions that have it. Null when no value is there. */
  readonly total: number | null
  /** Cells reported for this very period, with a value or with 不适用 or 暂不公布; one a unit, or one a prefecture where those are asked. */
  readonly reported: number
  /** Cells without a value of this period whose older one stands in for it. */
  readonly carried: number
  /** Cells that said 暂不公布: reported, yet the total lacks them. */
  readonly withheld: number
}

/** A stock stands in for at most this many later periods, marked. */
export const longestCarry = 2

/**
 * Adds the cells of one indicator up, period by period, over one reporting level.
 *
 * @param cells   current approved cells, at most one for each unit, region and period
 * @param periods the periods to total, oldest first, as codes with their last days
 * @returns one total a period. A missing cell is never a zero.
 *
 * Source: docs/methods/aggregation.md
 */
export function totalsByPeriod(
  accumulation: Accumulation,
  cells: readonly CellValue[],
  periods: readonly { readonly code: string; readonly endsOn: LocalDate }[],
): readonly PeriodTotal[] {
  const byPeriod = Map.groupBy(cells, ({ period }) => period)
  const held = new Map<string, Held>()
  return periods.map(({ code, endsOn }, at) => {
    const now = byPeriod.get(code) ?? []
    for (const [key, older] of held) if (!standsIn(accumulation, older, { code, endsOn, at })) held.delete(key)
    for (const cell of now) held.set(`${cell.unit} ${cell.region}`, { cell, at })
    const standing = [...held.values()].map(({ cell }) => cell)
    const values = standing.filter(({ value }) => value !== null)
    return {
      period: code,
      endsOn,
      total: values.length === 0 ? null : totalOf(accumulation, values),
      reported: now.length,
      carried: values.filter(({ period }) => period !== code).length,
      withheld: standing.filter(({ absence }) => absence === 'withheld').length,
    }
  })
}

/** A cell and the place of its period in the list of periods. */
type Held = { readonly cell: CellValue; readonly at: number }

/**
 * Whether an older cell stands in for a period: a flag always, a stock for the next two. They are counted by the calendar as well as
 * in the list, since a month that nobody reported, and that no list names, passes all the same.
 */
function standsIn(
  accumulation: Accumulation,
  { cell, at }: Held,
  period: { readonly code: string; readonly endsOn: LocalDate; readonly at: number },
): boolean {
  if (accumulation !== 'stock') return accumulation === 'flag'
  if (cell.value === null || period.at - at > longestCarry) return false
  return monthsFrom(cell.endsOn, period.endsOn) <= longestCarry * monthsIn(period.code)
}

const monthsFrom = (from: LocalDate, to: LocalDate) =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

function monthsIn(code: string): number {
  const period = parsePeriod(code)
  return period === null ? 1 : monthsFrom(period.startsOn, period.endsOn) + 1
}

function totalOf(accumulation: Accumulation, cells: readonly CellValue[]): number {
  if (accumulation !== 'flag') return cells.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return new Set(cells.filter(({ value }) => value === 1).map(({ region }) => region)).size
}

/** How many units stand behind a period's total: those that reported it, and those whose older value stands in. */
export function represented({ reported, carried }: Pick<PeriodTotal, 'reported' | 'carried'>): number {
  return reported + carried
}

/** Whether a period's total lacks somebody: then it is a lower bound. */
export function isPartial(total: PeriodTotal, expected: number): boolean {
  return represented(total) < expected || total.withheld > 0
}

/**
 * The bound of one period's total: a lower one while somebody is missing, `about` where an older value stands in for a stock (沿用), none
 * for a flag, which holds until it is changed.
 */
function boundOf(accumulation: Accumulation, total: PeriodTotal, expected: number): Bound | undefined {
  if (isPartial(total, expected)) return 'above'
  return accumulation === 'stock' && total.carried > 0 ? 'about' : undefined
}

/** `sign-in-required`: there may be a figure, for those who may see entries. */
export type NoRegionalFigure = 'not-reported' | 'sign-in-required'

/** What the regions add up to on a date, with the coverage of the last period that somebody reported. */
export type RegionalFigure = {
  readonly figure: Figure<NoRegionalFigure>
  /** Last day of the last period in it; null when nothing was reported. */
  readonly on: LocalDate | null
  readonly period: string | null
  readonly reported: { readonly units: number; readonly expected: number }
}

/**
 * What the regions add up to on a date. Flows are summed since the plan's start, a stock is its last total. A missing cell or a
 * missing period makes a sum a lower bound ("at least 4.8 亿, 28 of 31").
 *
 * @param totals   totals of periods, oldest first
 * @param expected units that should report each period
 * @param after    flows count from the first period that ends after this day; null for all
 */
export function regionalFigure(
  accumulation: Accumulation,
  totals: readonly PeriodTotal[],
  on: LocalDate,
  expected: number,
  after: LocalDate | null,
): RegionalFigure {
  const ended = totals.filter(({ endsOn }) => endsOn <= on && (after === null || endsOn > after))
  const last = ended.findLast(({ reported }) => reported > 0)
  if (last === undefined) {
    return { figure: unknown('not-reported'), on: null, period: null, reported: { units: 0, expected } }
  }
  const counted = accumulation === 'flow' ? ended.filter(({ endsOn }) => endsOn <= last.endsOn) : [last]
  const values = counted.flatMap(({ total }) => (total === null ? [] : [total]))
  const lacks = accumulation === 'flow' && lacksPeriod(counted, after)
  const partial = lacks || counted.some((total) => isPartial(total, expected))
  const sum = values.reduce((running, value) => running + value, 0)
  return {
    figure:
      values.length === 0
        ? unknown('not-reported')
        : known(sum, partial ? 'above' : boundOf(accumulation, last, expected)),
    on: last.endsOn,
    period: last.period,
    reported: { units: accumulation === 'flag' ? represented(last) : last.reported, expected },
  }
}

/** Whether a stretch between the start and the last of some periods lies in none of them. */
function lacksPeriod(totals: readonly PeriodTotal[], after: LocalDate | null): boolean {
  return totals.some((total, index) => beginsLate(total, totals[index - 1]?.endsOn ?? after))
}

/** Whether a period begins later than the day after another day: what lies between was never reported. */
function beginsLate({ period }: Pick<PeriodTotal, 'period'>, after: LocalDate | null): boolean {
  const startsOn = parsePeriod(period)?.startsOn
  return after !== null && startsOn !== undefined && startsOn > addDays(after, 1)
}

/**
 * Running totals of periods, for a chart: flows added up since the first period after `after`, stocks as they are. Once a period
 * is partial every later running total of flows is a lower bound.
 */
export function runningTotals(
  accumulation: Accumulation,
  totals: readonly PeriodTotal[],
  expected: number,
  after: LocalDate | null,
): readonly Figure<NoRegionalFigure>[] {
  let sum = 0
  let partial = false
  let until = after
  return totals.map((total) => {
    if (after !== null && total.endsOn <= after) return unknown('not-reported')
    if (accumulation !== 'flow') {
      return total.total === null ? unknown('not-reported') : known(total.total, boundOf(accumulation, total, expected))
    }
    partial ||= isPartial(total, expected) || beginsLate(total, until)
    until = total.endsOn
    sum += total.total ?? 0
    return total.total !== null ? known(sum, partial ? 'above' : undefined) : unknown('not-reported')
  })
}

/**
 * A ratio of two totals (分子, 分母), divided again at every level; percentages are never added or averaged. A lower bound below
 * the line makes an upper one; two lower bounds make `about`.
 *
 * @param numerator   in smallest units
 * @param denominator in smallest units, never negative
 */
export function ratioOfTotals<Why extends string>(
  numerator: Figure<Why>,
  denominator: Figure<Why>,
): Figure<Why | 'denominator-is-zero'> {
  if (!numerator.known) return numerator
  if (!denominator.known) return denominator
  if (denominator.value === 0) return unknown('denominator-is-zero')
  return known(numerator.value / denominator.value, boundOfSum(numerator.bound, opposite(denominator.bound)))
}

/**
 * Totals of months with an empty one put in for each month that nobody reported; other kinds of period are left as they are.
 *
 * @param made adds what the caller keeps beside a total
 */
export function monthsFilled<Total extends PeriodTotal>(
  totals: readonly Total[],
  made: (empty: PeriodTotal) => Total,
): readonly Total[] {
  const [first, last] = [totals[0], totals.at(-1)]
  const areMonths = totals.every(({ period }) => parsePeriod(period)?.kind === 'month')
  if (first === undefined || last === undefined || !areMonths) return totals
  const byPeriod = new Map(totals.map((total) => [total.period, total]))
  return monthsBetween(first.endsOn, last.endsOn).map(
    (period) =>
      byPeriod.get(period) ??
      made({ period, endsOn: endOfMonth(`${period}-01`), total: null, reported: 0, carried: 0, withheld: 0 }),
  )
}
