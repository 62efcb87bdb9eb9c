import { achievement, type NoAchievement } from './achievement.ts'
import { attainment } from './attainment.ts'
import { type Beside, besideOf, reportedOf } from './beside.ts'
import type { IndicatorDefinition } from './definition.ts'
import { type DatedFigure, type Evidence, type Point, pointsOf, progressOf, type Reported } from './evidence.ts'
import { type Figure, known, type Unknown, unknown } from './figure.ts'
import type { LocalDate } from './local-date.ts'
import { type NoPlan, type PlanStanding, planAt, planLine, type StageStanding } from './plan.ts'
import { earnedDays, percentagePoints, scheduleIndex } from './schedule-index.ts'
import { type Selection, selectionOf, statusOfStages, unpublishedAtDue } from './selection.ts'
import { newestAsOf } from './source-of-record.ts'
import { isStale } from './stale.ts'
import { type Mark, type NotJudged, type Status, statusByIndex, type Timing } from './status.ts'
import { exceeds, meets, targetLevel } from './target.ts'
import { type DatedProgress, timingOf } from './timing.ts'

/** How one indicator stands on one date. Values in smallest units, ratios unitless and unrounded. */
export type Judgement = {
  readonly actual: DatedFigure
  /** Ids of the published figures or entries that `actual` is; empty for totals and counts. */
  readonly countedIds: readonly string[]
  readonly gain: Figure
  readonly attainment: Figure
  readonly achievement: Figure
  readonly plan: PlanStanding | Unknown<NoPlan>
  readonly stages: readonly StageStanding[] | null
  readonly scheduleIndex: Figure
  readonly percentagePoints: Figure
  readonly earnedDays: Figure
  readonly status: Status
  readonly statusReason: NotJudged | null
  readonly timing: Timing | null
  readonly marks: readonly Mark[]
  readonly later: DatedFigure | null
  readonly beside: readonly Beside[]
  readonly reported: Reported
}

/**
 * How an indicator stands on a date: which figure counts, how far it is, where the plan is, and the status that follows. After the
 * due date the newest figure as of the due date is judged; later ones are 后续进展 and move nothing, unless the target was first
 * reached late.
 *
 * Source: docs/methods/judgement.md, docs/methods/status.md
 */
export function judge(indicator: IndicatorDefinition, evidence: Evidence): Judgement {
  const { on, programmeOn } = evidence
  const { baseline, due, target } = indicator
  const line = planLine(indicator, programmeOn)
  const plan = planAt(line, on)
  const points = pointsOf(indicator, evidence).filter((point) => point.on <= on)
  const selection = selectionOf(indicator, evidence, points)
  const after = points.filter((point) => baseline === null || point.on > baseline.on)
  const reached = target === null || due === null ? null : whenReached(indicator, after, on, selection)
  const counted = countedPoint(after, due?.on ?? null, on, reached)

  const absent = whyNoActual(indicator, evidence, points, selection)
  const { figure, gain } = absent === null && counted !== null ? counted : nothing(absent ?? 'due-unreported')
  const achieved = achievement(gain, distanceOf(indicator))
  const attained = target?.perRegion ? unknown('per-region') : attainment(target, figure, gain)
  const index = scheduleIndex(gain, plan, baseline?.value ?? 0)
  const progress = progressOf(indicator, { figure, gain })
  // Once a selection's list is out nothing more is planned: the count is measured against the promise itself.
  const pace = selection === null ? index : achieved
  const verdict = statusOf(indicator, evidence, { progress, pace, plan, selection })
  const day = judgedOn(counted, due?.on ?? null, on)

  return {
    actual: figure.known && counted !== null ? { ...figure, on: counted.on } : figure,
    countedIds: absent === null && counted?.id !== undefined ? [counted.id] : [],
    gain,
    attainment: attained,
    achievement: achieved,
    plan,
    stages: selection?.stages ?? null,
    scheduleIndex: index,
    percentagePoints: percentagePoints(achieved, plan),
    earnedDays: earnedDays(figure, line, on),
    status: verdict.status,
    statusReason: verdict.reason,
    timing: verdict.status === 'achieved' ? (reached?.timing ?? null) : null,
    marks: marksOf(indicator, evidence, verdict.status, progress, counted),
    later: laterFigure(points, due?.on ?? null, counted),
    beside: besideOf(indicator, evidence, { figure, gain }, day),
    reported: reportedOf(indicator, evidence, day),
  }
}

const nothing = (why: string) => ({ figure: unknown(why), gain: unknown(why) })

/**
 * The day a judgement speaks of: the date asked for, after the due date the due date or the day the target was reached late. Coverage
 * and the other sources are told as of this day, so that like is compared with like.
 */
function judgedOn(counted: Point | null, due: LocalDate | null, on: LocalDate): LocalDate {
  if (due === null || on <= due) return on
  return counted !== null && counted.on > due ? counted.on : due
}

/** From baseline to target, exact: the target of an increment is the distance itself, whatever the baseline's bound. */
function distanceOf({ target, baseline }: IndicatorDefinition): Figure<NoAchievement> {
  if (target === null || target.perRegion) return unknown('no-target')
  if (baseline === null) return unknown('no-baseline')
  const level = targetLevel(target, baseline)
  return level.known ? known(level.value - baseline.value) : level
}

function whenReached(
  indicator: IndicatorDefinition,
  after: readonly Point[],
  on: LocalDate,
  selection: Selection | null,
) {
  const { target, due } = indicator
  if (target === null || due === null || target.perRegion) return null
  if (selection !== null && !selection.published) return null
  const history: readonly DatedProgress[] = after.map((point) => ({
    on: point.on,
    progress: progressOf(indicator, point),
  }))
  return timingOf(history, target.comparator, due.on, on, unpublishedAtDue(selection, due.on))
}

/** The point that is judged: the newest one, after the due date the newest as of it, or the first that reached the target late. */
function countedPoint(
  after: readonly Point[],
  due: LocalDate | null,
  on: LocalDate,
  reached: { readonly timing: Timing; readonly reachedOn: LocalDate } | null,
): Point | null {
  if (due === null || on <= due) return newestAsOf(after, on)
  if (reached !== null && reached.reachedOn > due) return newestAsOf(after, reached.reachedOn)
  return newestAsOf(after, due)
}

/** Why nothing counts; null where a figure after the baseline is there, if only one after the due date. */
function whyNoActual(
  indicator: IndicatorDefinition,
  evidence: Evidence,
  points: readonly Point[],
  selection: Selection | null,
): string | null {
  if (indicator.sourceOfRecord === null) return 'no-source'
  if (selection !== null && !selection.judgeable) return 'register-not-open'
  if (selection !== null && !selection.published) return 'selection-open'
  if (indicator.sourceOfRecord === 'register' && evidence.register === null) return 'register-not-open'
  const { baseline } = indicator
  const newest = newestAsOf(points, evidence.on)
  if (newest === null) return 'not-reported'
  return baseline !== null && newest.on <= baseline.on ? 'before-baseline' : null
}

type Standing = {
  readonly progress: Figure
  /** Progress for each unit of progress planned, unitless. */
  readonly pace: Figure
  readonly plan: PlanStanding | Unknown<NoPlan>
  readonly selection: Selection | null
}

function statusOf(
  { target, due }: IndicatorDefinition,
  { on, thresholds }: Evidence,
  { progress, pace, plan, selection }: Standing,
): { readonly status: Status; readonly reason: NotJudged | null } {
  if (target === null) return { status: 'not-judged', reason: 'no-number' }
  if (target.perRegion) return { status: 'not-judged', reason: 'per-region' }
  if (due === null) return { status: 'not-judged', reason: 'no-due-date' }
  const is = (status: Status) => ({ status, reason: null })
  if (progress.known && meets(target.comparator, progress)) return is('achieved')
  const isOverdue = on > due.on
  if (selection?.judgeable && !selection.published) return is(isOverdue ? 'overdue' : statusOfStages(selection.stages))
  if (!progress.known) return is('no-data')
  if (isOverdue) return is('overdue')
  if (pace.known) return is(statusByIndex(pace.value, thresholds))
  return plan.known ? is('not-started') : { status: 'not-judged', reason: 'no-plan' }
}

function marksOf(
  indicator: IndicatorDefinition,
  { on, calendar }: Evidence,
  status: Status,
  progress: Figure,
  counted: Point | null,
): readonly Mark[] {
  const { target, due } = indicator
  const marks: Mark[] = []
  const asked = due !== null && due.on < on ? due.on : on
  const grows = counted?.isEntry === true && indicator.typed !== null
  if (grows && isStale(counted.on, asked, calendar?.rule, calendar?.years)) marks.push('stale')
  if (target !== null && !target.perRegion && progress.known && exceeds(target.comparator, progress))
    marks.push('over-quota')
  if (status === 'no-data' && due !== null && on > due.on) marks.push('due-unreported')
  return marks
}

/** 后续进展: the newest figure after the due date, when another one was judged. */
function laterFigure(points: readonly Point[], due: LocalDate | null, counted: Point | null): DatedFigure | null {
  const newest = points.at(-1)
  if (due === null || newest === undefined || newest.on <= due || newest === counted) return null
  return { ...newest.figure, on: newest.on }
}
