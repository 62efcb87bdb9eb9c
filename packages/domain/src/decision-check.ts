import type { Comparator, IndicatorDefinition, PlanShape } from './definition.ts'
import type { LocalDate } from './local-date.ts'
import { targetLevel } from './target.ts'

/** What is wrong with a decision about a plan or a regional target. */
export type DecisionFault = 'part-exceeds-whole' | 'plan-below-baseline' | 'plan-beyond-target' | 'plan-turns-back'

type Whole = Pick<IndicatorDefinition, 'target' | 'baseline' | 'aggregation' | 'direction'>

/**
 * The most that the regional targets (分解目标) of a goal can come to, in smallest units; null where regions do not add up to the nation
 * or the nation was promised nothing.
 *
 *     regions that report gains (本期数):  the promised gain, or the promised level
 *     regions that report states (期末数): the level at which the promise is kept, baseline and gain
 */
export function mostForRegions({ target, baseline, aggregation, direction }: Whole): number | null {
  if (target === null || target.perRegion || aggregation.regions !== 'sum' || direction !== 'rising') return null
  const most = upperEnd(target.comparator)
  if (aggregation.time === 'sum' || target.basis === 'level') return most
  return baseline === null ? null : baseline.value + most
}

const upperEnd = (comparator: Comparator): number =>
  comparator.is === 'about' || comparator.is === 'range' ? comparator.to : comparator.value

type Planned = Pick<IndicatorDefinition, 'target' | 'baseline' | 'direction'>
type Point = { readonly on: LocalDate; readonly value: number }

/**
 * What is wrong with the points of a plan (序时进度), each by its place among them: the way leads from the baseline to the target, lies
 * between them, and never turns back. Nothing is said of an end that is not known.
 */
export function planFaults(
  plan: PlanShape,
  { target, baseline, direction }: Planned,
): readonly { readonly at: number; readonly fault: DecisionFault }[] {
  if (plan.is !== 'milestones') return []
  const level = target === null || target.perRegion ? null : targetLevel(target, baseline)
  const start = baseline?.value ?? null
  const end = level?.known ? level.value : null
  // A falling goal is the same way, looked at from the other side.
  const sign = start !== null && end !== null ? Math.sign(end - start) || 1 : direction === 'falling' ? -1 : 1
  const faultOf = ({ value }: Point, before: number | null): DecisionFault | null => {
    if (start !== null && (value - start) * sign < 0) return 'plan-below-baseline'
    if (end !== null && (end - value) * sign < 0) return 'plan-beyond-target'
    return before !== null && (value - before) * sign < 0 ? 'plan-turns-back' : null
  }
  return plan.points.flatMap((point, at) => {
    const fault = faultOf(point, plan.points[at - 1]?.value ?? null)
    return fault === null ? [] : [{ at, fault }]
  })
}
