import type { Text } from './definition.ts'
import { type Figure, known, unknown } from './figure.ts'
import type { LocalDate } from './local-date.ts'
import { lastEndedMonth } from './period.ts'

/** One field of a register (台账字段). `choice` takes one of its list of values. */
export type RegisterField = {
  readonly id: string
  readonly name: Text
  readonly kind: 'text' | 'credit-code' | 'region' | 'choice' | 'date' | 'whole'
  readonly required: boolean
  readonly choices: readonly { readonly id: string; readonly name: Text }[]
}

/** A step on the way of a case (申报, 初审, 推荐, 评审, 公示, 发布, 跟踪评估, 退出). */
export type CaseStage = {
  readonly id: string
  readonly name: Text
  /** Who moves a case here: its reporting unit, or those who work for the nation. */
  readonly by: 'unit' | 'ministry'
}

/**
 * Where the things are registered that a counted indicator counts (台账). Its id is the indicator's. A case counts from the day of
 * the stage `countsFrom` (发布), and no longer from the day of `leavesAt` (退出).
 */
export type Register = {
  readonly id: string
  readonly programme: string
  readonly name: Text
  readonly fields: readonly RegisterField[]
  readonly stages: readonly CaseStage[]
  readonly countsFrom: string
  readonly leavesAt: string
  /** Whether a case needs evidence (佐证材料) before it can be approved. */
  readonly evidenceRequired: boolean
  /** The field whose value may stand in the register once; null where a thing may be there twice. */
  readonly uniqueBy: string | null
  /** The field whose different values are counted instead of the cases; null counts cases. */
  readonly distinctBy: string | null
  /** The round of a selection that is counted from zero (重新遴选). */
  readonly round: string | null
  /** The rounds there were, each with the day from which what is published belongs to it; left out where all is of one round. */
  readonly rounds?: readonly { readonly id: string; readonly from: LocalDate }[]
}

/**
 * The round (轮次) to which a case belongs: by the day from which it counts, the last round that had begun by then, before all of them the
 * year, after which rounds are named. What is not published yet is of the round that counts; null where the register knows no rounds.
 *
 * Source: docs/methods/register.md
 */
export function roundOf(
  { round, rounds = [], countsFrom }: Pick<Register, 'round' | 'rounds' | 'countsFrom'>,
  stages: Readonly<Record<string, LocalDate>>,
): string | null {
  const on = stages[countsFrom]
  if (round === null || on === undefined || rounds.length === 0) return round
  const begun = rounds.filter(({ from }) => from <= on).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return begun.at(-1)?.id ?? on.slice(0, 4)
}

/** The start of a register (台账启用), by decision: from when it counts, and with what it began (期初数). */
export type RegisterOpening = {
  readonly openedOn: LocalDate
  /** What was there already on the opening day, in smallest units. */
  readonly balance: number
  readonly balanceSource: string
}

/** A case as counting sees it. */
export type CountedCase = {
  readonly region: string
  readonly unit: string
  /** The day from which it counts; null while its counting stage is not reached. */
  readonly validFrom: LocalDate | null
  /** The day from which it counts no longer. */
  readonly validTo: LocalDate | null
  /** What is counted once, where distinct things are. */
  readonly distinct: string | null
}

/** A unit's word that its list of a period is whole (本期台账确认). */
export type Confirmation = { readonly unit: string; readonly period: string }

export type RegisterCount = {
  readonly figure: Figure<'register-not-open' | 'not-reported' | 'selection-open'>
  readonly reported: { readonly units: number; readonly expected: number }
}

/** Whether a case is in force on a day: from `validFrom` on, and no longer on `validTo`. */
export function isInForce({ validFrom, validTo }: Pick<CountedCase, 'validFrom' | 'validTo'>, on: LocalDate): boolean {
  return validFrom !== null && validFrom <= on && (validTo === null || on < validTo)
}

/**
 * Whether two stays of one thing lie apart: one left before the other came. Of two that have not left neither lies apart from the other,
 * even where one does not count yet; the day on which one leaves is not yet the other's.
 *
 * Source: docs/methods/register.md
 */
export function areApart(
  one: Pick<CountedCase, 'validFrom' | 'validTo'>,
  other: Pick<CountedCase, 'validFrom' | 'validTo'>,
): boolean {
  if (one.validTo === null && other.validTo === null) return false
  if (one.validFrom === null || other.validFrom === null) return true
  const leftBefore = (first: LocalDate | null, next: LocalDate) => first !== null && first < next
  return leftBefore(one.validTo, other.validFrom) || leftBefore(other.validTo, one.validFrom)
}

/**
 * What a register counts on a day (台账计数).
 *
 *     count = opening balance + entered since − left since
 *
 * Cases that counted before the opening are in its balance: they add nothing, and leave it when they leave. Where distinct things are
 * counted, each value is counted once and the balance is added. Unless every expected unit has confirmed the last month that ended, the
 * count is a lower bound; with no case, no balance and no word from anybody it is unknown, not zero.
 *
 * @param opening null before the register was decided open
 * @param units   ids of the units whose confirmation is expected
 *
 * Source: docs/methods/register.md
 */
export function registerCount(
  opening: RegisterOpening | null,
  cases: readonly CountedCase[],
  confirmations: readonly Confirmation[],
  on: LocalDate,
  units: readonly string[],
): RegisterCount {
  const expected = units.length
  if (opening === null || on < opening.openedOn) {
    return { figure: unknown('register-not-open'), reported: { units: 0, expected } }
  }
  const { code } = lastEndedMonth(on)
  const confirmed = new Set(confirmations.filter(({ period }) => period === code).map(({ unit }) => unit))
  const reported = { units: units.filter((unit) => confirmed.has(unit)).length, expected }
  const value = opening.balance + entered(cases, opening.openedOn, on) - left(cases, opening.openedOn, on)
  if (value === 0 && reported.units === 0) return { figure: unknown('not-reported'), reported }
  return { figure: known(value, reported.units < expected ? 'above' : undefined), reported }
}

/**
 * What a list that is chosen out of others counts (十 out of 百 and 千). Nobody confirms it month by month: it is whole as it is decided. Once
 * something of it counted, none left is a count of zero; before that the selection is open.
 *
 * Source: docs/methods/register.md
 */
export function chosenCount(
  opening: RegisterOpening | null,
  choices: readonly CountedCase[],
  on: LocalDate,
): RegisterCount {
  const count = registerCount(opening, choices, [], on, [])
  if (count.figure.known || count.figure.why !== 'not-reported') return count
  const isPublished = choices.some(({ validFrom }) => validFrom !== null && validFrom <= on)
  return { ...count, figure: isPublished ? known(0) : unknown('selection-open') }
}

function entered(cases: readonly CountedCase[], openedOn: LocalDate, on: LocalDate): number {
  const since = cases.filter((one) => isInForce(one, on) && one.validFrom !== null && one.validFrom >= openedOn)
  const values = since.flatMap(({ distinct }) => (distinct === null ? [] : [distinct]))
  return since.length - values.length + new Set(values).size
}

/** Members of the opening balance that are gone. */
function left(cases: readonly CountedCase[], openedOn: LocalDate, on: LocalDate): number {
  return cases.filter(
    ({ validFrom, validTo }) =>
      validFrom !== null && validFrom < openedOn && validTo !== null && validTo >= openedOn && validTo <= on,
  ).length
}

/** The days on which a register's count can have changed, oldest first: openings, entries and departures. */
export function registerDays(opening: RegisterOpening | null, cases: readonly CountedCase[]): readonly LocalDate[] {
  const days = cases.flatMap(({ validFrom, validTo }) => [validFrom, validTo])
  const known = [opening?.openedOn ?? null, ...days].filter((day) => day !== null)
  return [...new Set(known)].filter((day) => opening !== null && day >= opening.openedOn).sort()
}
