import { achievement, type NoAchievement } from './achievement.ts'
import type { RegionalFigure } from './aggregation.ts'
import { attainment } from './attainment.ts'
import type { IndicatorDefinition, Source, Thresholds } from './definition.ts'
import { add, type Figure, known, subtract, type Unknown, unknown } from './figure.ts'
import type { LocalDate } from './local-date.ts'
import { type NoPlan, type PlanStanding, planAt, planLine, type StageStanding, stagesAt } from './plan.ts'
import { earnedDays, percentagePoints, scheduleIndex } from './schedule-index.ts'
import { countingFigures, type NationalFigure, newestAsOf } from './source-of-record.ts'
import { isStale } from './stale.ts'
import { type Mark, type NotJudged, type Status, statusByIndex, type Timing } from './status.ts'
import { exceeds, meets, targetLevel } from './target.ts'
import { type DatedProgress, timingOf } from './timing.ts'

/** A dated figure of one source, in smallest units. */
export type DatedFigure = Figure & { readonly on?: LocalDate }

/** What a judgement looks at. Everything is as known at one moment; dates after `on` may be given and are left out. */
export type Evidence = {
  /** The date asked for (截至). */
  readonly on: LocalDate
  readonly programmeOn: LocalDate
  readonly thresholds: Pick<Thresholds, 'onSchedule' | 'slightlyBehind'>
  /** Published figures and approved entries of the nation. */
  readonly national: readonly NationalFigure[]
  /** What the regions add up to on a date; null where nobody types for regions. A flow is a gain since the plan's start. */
  readonly regional: ((on: LocalDate) => RegionalFigure) | null
  /** Last days of the periods with a regional total, oldest first. */
  readonly regionalDays?: readonly LocalDate[]
  /** The register's count on a date; null before the register is opened. */
  readonly register: ((on: LocalDate) => { readonly figure: Figure; readonly reported: Reported }) | null
  /** Days on which the register's count changed. The due date and the date asked for are looked at anyway. */
  readonly registerDays?: readonly LocalDate[]
  /** Days on which stages of a selection were reached, by stage id. */
  readonly stagesReached?: Readonly<Record<string, LocalDate>>
  /** Units that are expected to report. */
  readonly expected: number
}

export type Reported = { readonly units: number; readonly expected: number }

/** A source that does not count, and what the counting one has more. */
export type Beside = {
  readonly source: Source | 'earlier-round'
  readonly figure: Figure
  readonly on: LocalDate | null
  readonly reported: Reported | null
  readonly difference: Figure
}

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

/** One point of the source of record. */
type Point = {
  readonly on: LocalDate
  readonly figure: Figure
  readonly gain: Figure
  readonly id?: string
  readonly isEntry: boolean
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
  const figure: Figure = absent === null && counted !== null ? counted.figure : unknown(absent ?? 'not-reported')
  const gain: Figure = absent === null && counted !== null ? counted.gain : unknown(absent ?? 'not-reported')
  const achieved = achievement(gain, distanceOf(indicator))
  const attained = target?.perRegion ? unknown('per-region') : attainment(target, figure, gain)
  const index = scheduleIndex(gain, plan, baseline?.value ?? 0)
  const progress = progressOf(indicator, { figure, gain })
  const verdict = statusOf(indicator, evidence, { progress, index, plan, selection })

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
    beside: besideOf(indicator, evidence, figure, gain),
    reported: reportedOf(indicator, evidence),
  }
}

/** From baseline to target, exact: the target of an increment is the distance itself, whatever the baseline's bound. */
function distanceOf({ target, baseline }: IndicatorDefinition): Figure<NoAchievement> {
  if (target === null || target.perRegion) return unknown('no-target')
  if (baseline === null) return unknown('no-baseline')
  const level = targetLevel(target, baseline)
  return level.known ? known(level.value - baseline.value) : level
}

/** Every dated figure of the source of record, oldest first. */
function pointsOf(indicator: IndicatorDefinition, evidence: Evidence): readonly Point[] {
  const { baseline, plan } = indicator
  const start: Figure = known(baseline?.value ?? 0, baseline?.bound)
  if (indicator.sourceOfRecord === 'national') {
    const round = plan.is === 'stages' ? plan.round : undefined
    return countingFigures(evidence.national, round).map(({ id, on, value, bound, confidence }) => {
      const figure = known(value, bound)
      return { id, on, figure, gain: subtract(figure, start), isEntry: confidence === 'entry' }
    })
  }
  if (indicator.sourceOfRecord === 'regions' && evidence.regional !== null) {
    const { regional } = evidence
    return (evidence.regionalDays ?? []).map((on) => {
      const { figure } = regional(on)
      const flows = indicator.aggregation.time === 'sum'
      return flows
        ? { on, figure: add(start, figure), gain: figure, isEntry: true }
        : { on, figure, gain: subtract(figure, start), isEntry: true }
    })
  }
  if (indicator.sourceOfRecord === 'register' && evidence.register !== null) {
    const { register } = evidence
    const dueOn = indicator.due?.on ?? evidence.on
    const days = [...(evidence.registerDays ?? []), dueOn, evidence.on].filter((day) => day <= evidence.on)
    return [...new Set(days)].sort().map((on) => {
      const { figure } = register(on)
      return { on, figure, gain: subtract(figure, start), isEntry: true }
    })
  }
  return []
}

/**
 * What the comparator looks at: the gain for an increment, the value for a level. A partial total of 1000 is 1000 or more, which
 * does not prove "more than 1000"; a published 超1000 does.
 */
function progressOf(
  { target, sourceOfRecord }: IndicatorDefinition,
  { figure, gain }: { readonly figure: Figure; readonly gain: Figure },
): Figure {
  const progress = target?.basis === 'increment' ? gain : figure
  const isPartial = sourceOfRecord !== 'national' && progress.known && progress.bound === 'above'
  return isPartial && target?.comparator.is === 'more-than' ? known(progress.value) : progress
}

type Selection = {
  readonly stages: readonly StageStanding[]
  readonly published: boolean
  readonly judgeable: boolean
}

/** A selection's stages. Its last stage (发布) is reached with the first counting figure of its round. */
function selectionOf(indicator: IndicatorDefinition, evidence: Evidence, points: readonly Point[]): Selection | null {
  if (indicator.plan.is !== 'stages') return null
  const { stages } = indicator.plan
  const last = stages.at(-1)
  const publishedOn = indicator.sourceOfRecord === 'national' ? points[0]?.on : undefined
  const reachedOn = last !== undefined && publishedOn !== undefined ? { [last.id]: publishedOn } : {}
  const standing = stagesAt(stages, evidence.on, { ...evidence.stagesReached, ...reachedOn })
  const judgeable = indicator.sourceOfRecord !== 'register' || evidence.register !== null
  return { stages: standing, published: standing.at(-1)?.reached ?? false, judgeable }
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

/** The due date, where a selection's publication came after it: on that day the target was unmet for certain. */
function unpublishedAtDue(selection: Selection | null, due: LocalDate): LocalDate | null {
  const publishedOn = selection?.stages.at(-1)?.reachedOn
  return publishedOn !== undefined && publishedOn > due ? due : null
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
  const { baseline, due } = indicator
  const newest = newestAsOf(points, evidence.on)
  if (newest === null) return 'not-reported'
  if (baseline !== null && newest.on <= baseline.on) return 'before-baseline'
  const isOnlyLater =
    due !== null && evidence.on > due.on && !points.some((point) => point.on <= due.on && isAfter(point, baseline))
  return isOnlyLater && !reachesLater(indicator, points) ? 'due-unreported' : null
}

const isAfter = (point: Point, baseline: IndicatorDefinition['baseline']): boolean =>
  baseline === null || point.on > baseline.on

function reachesLater(indicator: IndicatorDefinition, points: readonly Point[]): boolean {
  const { target } = indicator
  return points.some((point) => {
    const progress = progressOf(indicator, point)
    return target !== null && progress.known && meets(target.comparator, progress)
  })
}

type Standing = {
  readonly progress: Figure
  readonly index: Figure
  readonly plan: PlanStanding | Unknown<NoPlan>
  readonly selection: Selection | null
}

function statusOf(
  { target, due }: IndicatorDefinition,
  { on, thresholds }: Evidence,
  { progress, index, plan, selection }: Standing,
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
  if (!index.known) return is(plan.known ? 'not-started' : 'no-data')
  return is(statusByIndex(index.value, thresholds))
}

/** Before 发布 the stage reached is compared with the stage due; the count is not judged. */
function statusOfStages(stages: readonly StageStanding[]): Status {
  const due = stages.findLastIndex((stage) => stage.due)
  const reached = stages.findLastIndex((stage) => stage.reached)
  if (due < 0 && reached < 0) return 'not-started'
  return reached >= due ? 'on-schedule' : 'behind'
}

function marksOf(
  indicator: IndicatorDefinition,
  { on }: Evidence,
  status: Status,
  progress: Figure,
  counted: Point | null,
): readonly Mark[] {
  const { target, due } = indicator
  const marks: Mark[] = []
  if (counted?.isEntry && indicator.typed !== null && isStale(counted.on, due !== null && due.on < on ? due.on : on))
    marks.push('stale')
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

function besideOf(indicator: IndicatorDefinition, evidence: Evidence, actual: Figure, gain: Figure): readonly Beside[] {
  const rows: Beside[] = []
  const { on } = evidence
  if (indicator.plan.is === 'stages' && indicator.plan.round !== undefined) {
    const { round } = indicator.plan
    const earlier = newestAsOf(countingFigures(evidence.national.filter((figure) => figure.round !== round)), on)
    if (earlier !== null) {
      const figure = known(earlier.value, earlier.bound)
      rows.push({
        source: 'earlier-round',
        figure,
        on: earlier.on,
        reported: null,
        difference: subtract(actual, figure),
      })
    }
  }
  if (indicator.sourceOfRecord !== 'national') {
    const newest = newestAsOf(countingFigures(evidence.national), on)
    if (newest !== null) {
      const figure = known(newest.value, newest.bound)
      rows.push({ source: 'national', figure, on: newest.on, reported: null, difference: subtract(actual, figure) })
    }
  }
  if (indicator.sourceOfRecord !== 'regions' && evidence.regional !== null) {
    const { figure, on: day, reported } = evidence.regional(on)
    const ours = indicator.aggregation.time === 'sum' ? gain : actual
    rows.push({ source: 'regions', figure, on: day, reported, difference: subtract(ours, figure) })
  }
  return rows
}

function reportedOf(indicator: IndicatorDefinition, evidence: Evidence): Reported {
  if (indicator.sourceOfRecord === 'register' && evidence.register !== null)
    return evidence.register(evidence.on).reported
  if (evidence.regional !== null) return evidence.regional(evidence.on).reported
  return { units: 0, expected: evidence.expected }
}
