import type { LocalDate } from './local-date.ts'

/** 不评价, 已完成, 未报送, 逾期, 未到节点, 正常, 略滞后, 滞后; the first that holds, in this order. */
export const statuses = [
  'not-judged',
  'achieved',
  'no-data',
  'overdue',
  'not-started',
  'on-schedule',
  'slightly-behind',
  'behind',
] as const
export type Status = (typeof statuses)[number]

/** Why a target is not judged at all. `no-plan`: a figure is there, but no baseline to draw a line from. */
export type NotJudged = 'no-number' | 'no-due-date' | 'per-region' | 'no-plan'

/** When the target was reached: by which day at the latest while the due date is ahead; afterwards whether in time. */
export type Timing =
  | { readonly is: 'not-later-than'; readonly on: LocalDate }
  | { readonly is: 'on-time' }
  | { readonly is: 'late'; readonly days: number | null }
  | { readonly is: 'unknown-time' }

/** Marks beside a status: 数据陈旧, 超出口径待核, 到期未报. */
export type Mark = 'stale' | 'over-quota' | 'due-unreported'

/**
 * The status by schedule index: on schedule from 1.0, slightly behind from 0.8 by the default thresholds, else behind.
 *
 * @param index      unitless, see `scheduleIndex`
 * @param thresholds programme data, printed with every status
 *
 * Source: docs/methods/status.md
 */
export function statusByIndex(
  index: number,
  thresholds: { readonly onSchedule: number; readonly slightlyBehind: number },
): 'on-schedule' | 'slightly-behind' | 'behind' {
  if (index >= thresholds.onSchedule) return 'on-schedule'
  return index >= thresholds.slightlyBehind ? 'slightly-behind' : 'behind'
}
