import type { LocalDate } from './local-date.ts'
import { type CountedCase, isInForce, type Register, type RegisterField } from './register.ts'

/** Between which days something counts. */
type Days = Pick<CountedCase, 'validFrom' | 'validTo'>

/** What is known of a choice out of a register (遴选): which stages it reached, and when it was handed in. */
export type Promotion = Days & {
  readonly stages: Readonly<Record<string, LocalDate>>
  readonly submittedOn: LocalDate | null
}

/** `put-forward`: a candidate (候选), which counts nowhere yet. `chosen`: on the list that was published. */
export type PromotionState = 'put-forward' | 'chosen'

/**
 * Between which days a choice counts: from the later of its own day and its case's, and no longer than its case. Without a day of either,
 * or where nothing is left between them, it counts never.
 *
 * Source: docs/methods/register.md
 */
export function choiceDays(own: Days, source: Days): Days {
  if (own.validFrom === null || source.validFrom === null) return never
  const [, validFrom = own.validFrom] = [own.validFrom, source.validFrom].sort()
  const [validTo = null] = [own.validTo, source.validTo].filter((day) => day !== null).sort()
  return validTo !== null && validTo <= validFrom ? never : { validFrom, validTo }
}

const never: Days = { validFrom: null, validTo: null }

/**
 * How a case stands in a register that chooses, on a day: chosen from the day of publication, put forward from the first day that its
 * choice speaks of; nothing before, nothing once the case left its source or the choice ended.
 *
 * @param source the days of the case it chooses: what left its source leaves the choice too
 *
 * Source: docs/methods/register.md
 */
export function promotionState(
  { leavesAt }: Pick<Register, 'leavesAt'>,
  { stages, submittedOn, ...days }: Promotion,
  source: Days,
  on: LocalDate,
): PromotionState | null {
  if (!isInForce(source, on)) return null
  if (isInForce(choiceDays(days, source), on)) return 'chosen'
  const leftOn = stages[leavesAt] ?? days.validTo
  if (leftOn !== null && leftOn !== undefined && leftOn <= on) return null
  const [first] = Object.values(stages).sort()
  const since = first ?? submittedOn
  return since !== null && since !== undefined && since <= on ? 'put-forward' : null
}

/**
 * The last day of a choice once the last day of its case is decided anew: no later than the case; and where it ended with the case, it
 * goes on ending with it, also when that day was mistaken.
 *
 * @param own    the day on which the choice ends as it stands
 * @param before the day on which its case ended until now
 * @param after  the day on which its case ends from now on
 */
export function followedEnd(
  own: LocalDate | null,
  before: LocalDate | null,
  after: LocalDate | null,
): LocalDate | null {
  if (own === null || own === before) return after
  return after !== null && after < own ? after : own
}

/**
 * What a case takes a seat by in a register that chooses: the credit code of its enterprise, so that an enterprise in two sources takes
 * one seat; null where its register knows no code.
 */
export function seatOf(
  fields: readonly Pick<RegisterField, 'id' | 'kind'>[],
  values: Readonly<Record<string, string | number>>,
): string | null {
  const code = fields.find(({ kind }) => kind === 'credit-code')
  const value = code === undefined ? undefined : values[code.id]
  return value === undefined || value === '' ? null : String(value).normalize('NFKC').trim().toUpperCase()
}
