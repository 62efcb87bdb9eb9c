import { divide, type Figure, known, opposite, type Unknown, unknown } from './figure.ts'
import { daysBetween, type LocalDate } from './local-date.ts'
import type { PlanLine, PlanStanding } from './plan.ts'

export type NoSchedule = 'plan-not-begun'

/**
 * The schedule index (序时指数): progress made for each unit of progress planned.
 *
 *     index = (actual - baseline) / (plan(t) - baseline)
 *
 * @param gain     actual less baseline, in smallest units
 * @param plan     where the plan stands
 * @param baseline the plan's first value
 * @returns a unitless ratio, 1 on schedule; unknown while the plan has not left its baseline
 *
 * Source: docs/methods/schedule-index.md
 */
export function scheduleIndex<Why extends string, NoPlanWhy extends string>(
  gain: Figure<Why>,
  plan: PlanStanding | Unknown<NoPlanWhy>,
  baseline: number,
): Figure<Why | NoPlanWhy | NoSchedule> {
  if (!plan.known) return plan
  const planned = plan.value - baseline
  return planned === 0 ? unknown('plan-not-begun') : divide(gain, planned)
}

/**
 * How far achievement is ahead of the plan, in percentage points (较序时, 百分点): 100 x (achievement - plan ratio).
 * Negative when behind.
 */
export function percentagePoints<Why extends string, NoPlanWhy extends string>(
  achievement: Figure<Why>,
  plan: PlanStanding | Unknown<NoPlanWhy>,
): Figure<Why | NoPlanWhy> {
  if (!achievement.known) return achievement
  return plan.known ? known(100 * (achievement.value - plan.ratio), achievement.bound) : plan
}

/**
 * The same distance in days (earned schedule): the day on which the plan meant to be where we are, less today. Beyond the target
 * it is the due date. A falling plan is read the same way.
 *
 * @param actual in smallest units
 * @returns days, not rounded; positive ahead, negative behind
 *
 * Source: docs/methods/earned-schedule.md
 */
export function earnedDays<Why extends string, NoPlanWhy extends string>(
  actual: Figure<Why>,
  line: PlanLine | Unknown<NoPlanWhy>,
  on: LocalDate,
): Figure<Why | NoPlanWhy> {
  if (!actual.known) return actual
  if (!('points' in line)) return line
  const { points } = line
  const first = points[0]?.on ?? on
  const last = points.at(-1)?.on ?? on
  const today = Math.min(Math.max(daysBetween(first, on), 0), daysBetween(first, last))
  return known(dayEarned(points, actual.value) - today, directionOf(points) < 0 ? opposite(actual.bound) : actual.bound)
}

/** 1 for a plan that rises or stays, -1 for one that falls. */
function directionOf(points: PlanLine['points']): 1 | -1 {
  return (points.at(-1)?.value ?? 0) < (points[0]?.value ?? 0) ? -1 : 1
}

function dayEarned(points: PlanLine['points'], value: number): number {
  const [first] = points
  if (first === undefined) return 0
  const sign = directionOf(points)
  let earned = 0
  for (const [index, b] of points.slice(1).entries()) {
    const a = points[index] ?? first
    if (sign * (value - b.value) >= 0) earned = daysBetween(first.on, b.on)
    else if (sign * (value - a.value) > 0) {
      return daysBetween(first.on, a.on) + (daysBetween(a.on, b.on) * (value - a.value)) / (b.value - a.value)
    }
  }
  return earned
}
