import type { LocalDate } from './local-date.ts'
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

export type LagFault = 'lag-reason-required' | 'lag-cause-unknown' | 'lag-date-past'

/** What is wrong with a stated reason; null when nothing is. `spokenOn` is the day that the figure speaks of. */
export function lagFault(
  reason: LagReason | null,
  { isNeeded, causes, spokenOn }: { isNeeded: boolean; causes: readonly string[]; spokenOn: LocalDate },
): LagFault | null {
  if (reason === null) return isNeeded ? 'lag-reason-required' : null
  if (reason.remedy.trim() === '' || reason.responsible.trim() === '') return 'lag-reason-required'
  if (!causes.includes(reason.cause)) return 'lag-cause-unknown'
  return reason.newDate <= spokenOn ? 'lag-date-past' : null
}
