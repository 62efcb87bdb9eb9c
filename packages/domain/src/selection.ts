import type { IndicatorDefinition } from './definition.ts'
import type { Evidence, Point } from './evidence.ts'
import type { LocalDate } from './local-date.ts'
import { type StageStanding, stagesAt } from './plan.ts'
import type { Status } from './status.ts'

/** How a selection (遴选) stands: its stages, whether its list is out (发布), and whether its register is open where it has one. */
export type Selection = {
  readonly stages: readonly StageStanding[]
  readonly published: boolean
  readonly judgeable: boolean
}

/**
 * The selection of an indicator whose plan is stages, null for any other. Its last stage (发布) is reached with the first counting
 * figure of its round.
 *
 * Source: docs/methods/plan.md
 */
export function selectionOf(
  indicator: IndicatorDefinition,
  evidence: Evidence,
  points: readonly Point[],
): Selection | null {
  if (indicator.plan.is !== 'stages') return null
  const { stages } = indicator.plan
  const last = stages.at(-1)
  const publishedOn = indicator.sourceOfRecord === 'national' ? points[0]?.on : undefined
  const reachedOn = last !== undefined && publishedOn !== undefined ? { [last.id]: publishedOn } : {}
  const standing = stagesAt(stages, evidence.on, { ...evidence.stagesReached, ...reachedOn })
  const judgeable = indicator.sourceOfRecord !== 'register' || evidence.register !== null
  return { stages: standing, published: standing.at(-1)?.reached ?? false, judgeable }
}

/** The due date, where a selection's publication came after it: on that day the target was unmet for certain. */
export function unpublishedAtDue(selection: Selection | null, due: LocalDate): LocalDate | null {
  const publishedOn = selection?.stages.at(-1)?.reachedOn
  return publishedOn !== undefined && publishedOn > due ? due : null
}

/** Before 发布 the stage reached is compared with the stage due; the count is not judged. */
export function statusOfStages(stages: readonly StageStanding[]): Status {
  const due = stages.findLastIndex((stage) => stage.due)
  const reached = stages.findLastIndex((stage) => stage.reached)
  if (due < 0 && reached < 0) return 'not-started'
  return reached >= due ? 'on-schedule' : 'behind'
}
