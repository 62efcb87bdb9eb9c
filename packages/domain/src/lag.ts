import { isLocalDate, type LocalDate } from './local-date.ts'
import type { MilestoneState } from './milestone.ts'
import type { Status } from './status.ts'

/** 滞后原因: why a goal is behind, what is done about it, by whom, and until when it will have caught up. */
export type LagReason = {
  /** Id of a cause of the programme's list. */
  readonly cause: string
  readonly remedy: string
  readonly responsible: string
  readonly newDate: LocalDate
}

/**
 * Whether a figure that puts its goal here has to say why: 滞后 and 逾期 do, 略滞后 does not.
 *
 * Source: docs/methods/lag.md
 */
export const needsLagReason = (status: Status): boolean => status === 'behind' || status === 'overdue'

/**
 * Whether a milestone that stands so has to say why. One that was moved (已延期) said so with its new day.
 *
 * Source: docs/methods/lag.md
 */
export const milestoneNeedsLagReason = (state: MilestoneState): boolean => state === 'overdue'

export const lagParts = ['cause', 'remedy', 'responsible', 'newDate'] as const
export type LagPart = (typeof lagParts)[number]

/** What a reason does not say yet: everything, where there is none. */
export const missingInLag = (reason: LagReason | null): readonly LagPart[] =>
  lagParts.filter((part) => (reason?.[part] ?? '').trim() === '')

export type LagFault = 'lag-reason-required' | 'lag-cause-unknown' | 'unknown-date' | 'lag-date-past'

/** What is wrong with a stated reason; null when nothing is. `spokenOn` is the day that the figure speaks of. */
export function lagFault(
  reason: LagReason | null,
  { isNeeded, causes, spokenOn }: { isNeeded: boolean; causes: readonly string[]; spokenOn: LocalDate },
): LagFault | null {
  if (reason === null) return isNeeded ? 'lag-reason-required' : null
  if (missingInLag(reason).length > 0) return 'lag-reason-required'
  if (!causes.includes(reason.cause)) return 'lag-cause-unknown'
  if (!isLocalDate(reason.newDate)) return 'unknown-date'
  return reason.newDate <= spokenOn ? 'lag-date-past' : null
}
