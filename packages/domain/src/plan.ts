import type { IndicatorDefinition, Stage } from './definition.ts'
import { type Bound, type Unknown, unknown } from './figure.ts'
import { daysBetween, type LocalDate } from './local-date.ts'
import { targetLevel } from './target.ts'

/** A dated value on the plan line, in smallest units. */
export type PlanPoint = { readonly on: LocalDate; readonly value: number }

/** The plan line (序时进度) from its start to the due date; `bound` is the baseline's. */
export type PlanLine = { readonly points: readonly PlanPoint[]; readonly bound?: Bound }

export type NoPlan = 'no-target' | 'no-due-date' | 'no-baseline' | 'per-region' | 'by-stages' | 'due-before-start'

type Planned = Pick<IndicatorDefinition, 'target' | 'baseline' | 'due' | 'plan'>

/**
 * The plan line: from the later of baseline date and programme date, at the baseline, through dated milestones to the target at
 * the due date; straight where there are none.
 *
 * @param programmeOn the day the programme was published
 * @returns at least two points in order of time, or why there is no line (a selection is planned by stages)
 *
 * Source: docs/methods/plan.md
 */
export function planLine({ target, baseline, due, plan }: Planned, programmeOn: LocalDate): PlanLine | Unknown<NoPlan> {
  if (target === null) return unknown('no-target')
  if (target.perRegion) return unknown('per-region')
  if (plan.is === 'stages') return unknown('by-stages')
  if (due === null) return unknown('no-due-date')
  if (baseline === null) return unknown('no-baseline')
  const level = targetLevel(target, baseline)
  if (!level.known) return level
  const startsOn = baseline.on > programmeOn ? baseline.on : programmeOn
  if (startsOn >= due.on) return unknown('due-before-start')

  const between = plan.is === 'milestones' ? plan.points.filter(({ on }) => on > startsOn && on < due.on) : []
  const points = [{ on: startsOn, value: baseline.value }, ...between, { on: due.on, value: level.value }]
  return baseline.bound === undefined ? { points } : { points, bound: baseline.bound }
}

/** Where the plan stands on a date. */
export type PlanStanding = {
  readonly known: true
  /** In smallest units, exact as a binary fraction of whole days; not rounded. */
  readonly value: number
  readonly bound?: Bound
  /** Share of the way from baseline to target that is planned by then, 0 to 1 on a rising line; unitless. */
  readonly ratio: number
  readonly elapsedDays: number
  readonly totalDays: number
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
}

/**
 * The plan on a date: before its start at the baseline, after the due date at the target, between two points straight.
 *
 *     plan(t) = a + (b - a) x days(a, t) / days(a, b)
 */
export function planAt(line: PlanLine | Unknown<NoPlan>, on: LocalDate): PlanStanding | Unknown<NoPlan> {
  if (!('points' in line)) return line
  const first = line.points[0]
  const last = line.points.at(-1)
  if (first === undefined || last === undefined) return unknown('no-baseline')
  const totalDays = daysBetween(first.on, last.on)
  const elapsedDays = Math.min(Math.max(daysBetween(first.on, on), 0), totalDays)
  const value = valueAt(line.points, on, first, last)
  const ratio =
    last.value === first.value ? elapsedDays / totalDays : (value - first.value) / (last.value - first.value)
  const standing = { known: true, value, ratio, elapsedDays, totalDays, startsOn: first.on, endsOn: last.on } as const
  return line.bound === undefined ? standing : { ...standing, bound: line.bound }
}

function valueAt(points: readonly PlanPoint[], on: LocalDate, first: PlanPoint, last: PlanPoint): number {
  if (on <= first.on) return first.value
  if (on >= last.on) return last.value
  const next = points.findIndex((point) => point.on > on)
  const [a = first, b = last] = [points[next - 1], points[next]]
  return a.value + ((b.value - a.value) * daysBetween(a.on, on)) / daysBetween(a.on, b.on)
}

/** A selection's stage on a date. */
export type StageStanding = Stage & { readonly due: boolean; readonly reached: boolean }

/**
 * Which stages of a selection are due and which are reached on a date. Reaching a stage reaches all before it.
 *
 * @param reachedOn days on which stages were reached, by stage id, on top of what the definition knows
 */
export function stagesAt(
  stages: readonly Stage[],
  on: LocalDate,
  reachedOn: Readonly<Record<string, LocalDate>> = {},
): readonly StageStanding[] {
  const days = stages.map((stage) => reachedOn[stage.id] ?? stage.reachedOn)
  const furthest = days.findLastIndex((day) => day !== undefined && day <= on)
  return stages.map((stage, index) => {
    const day = days[index]
    return {
      ...stage,
      ...(day === undefined ? {} : { reachedOn: day }),
      due: stage.dueOn !== undefined && stage.dueOn <= on,
      reached: index <= furthest,
    }
  })
}
