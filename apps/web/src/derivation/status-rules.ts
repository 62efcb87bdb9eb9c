import type { Judgement } from '@xushi/contract'

/** The rules of the status in their order; the first that holds decides. */
export const statusRules = ['not-judged', 'achieved', 'stages', 'no-data', 'overdue', 'index', 'not-begun'] as const
export type StatusRule = (typeof statusRules)[number]

/**
 * Which rule gave a status. Null for somebody who may not see the entries that would be judged.
 *
 * Source: docs/methods/status.md
 */
export function heldRule({
  status,
  statusReason,
  stages,
}: Pick<Judgement, 'status' | 'statusReason' | 'stages'>): StatusRule | null {
  if (statusReason === 'sign-in-required') return null
  if (status === 'not-judged') return statusReason === 'no-plan' ? 'not-begun' : 'not-judged'
  if (status === 'achieved' || status === 'no-data') return status
  if (stages !== null && stages.at(-1)?.reached !== true) return 'stages'
  if (status === 'overdue') return 'overdue'
  return status === 'not-started' ? 'not-begun' : 'index'
}
