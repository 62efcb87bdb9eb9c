import { achievement } from './achievement.ts'
import type { IndicatorDefinition, RegionalTarget, Thresholds } from './definition.ts'
import { type Figure, known, type Unknown, unknown } from './figure.ts'
import type { LocalDate } from './local-date.ts'
import { type NoPlan, type PlanStanding, planAt } from './plan.ts'
import { percentagePoints, scheduleIndex } from './schedule-index.ts'
import { type NotJudged, type Status, statusByIndex } from './status.ts'
import { exceeds, meets } from './target.ts'

/** 未对接, 已对接, 超出口径待核. */
export type RegionalVerdict = 'unmet' | 'met' | 'over-quota'

/** How one region stands. `no-regional-target`: the promise was made for the nation, and is never applied to a region. */
export type RegionalJudgement<Why extends string = string> =
  | { readonly known: true; readonly verdict: RegionalVerdict }
  | Unknown<Why | 'no-regional-target'>

/**
 * Judges one region, where the promise itself is made for each region (T16: 1 to 3 enterprises) or is a yes or no.
 *
 *     T16: 0 unmet, 1 to 3 met, more over-quota        yes or no: 0 unmet, 1 met; of 13 prefectures 12 unmet, 13 met
 *
 * @param figure  what the region reported, in smallest units; a reported 0 is unmet, an unreported figure stays unknown
 * @param members how many say yes or no within it: 1 where it answers for itself, else its prefectures, all of which must say yes
 * @returns the verdict; `no-regional-target` for every other indicator, whatever the figure
 *
 * Source: docs/methods/regional-judgement.md
 */
export function judgeRegion<Why extends string>(
  { kind, target }: Pick<IndicatorDefinition, 'kind' | 'target'>,
  figure: Figure<Why>,
  members = 1,
): RegionalJudgement<Why> {
  const all = { is: 'at-least', value: Math.max(1, members) } as const
  const comparator = kind === 'yes-no' ? all : target?.comparator
  const isOwn = kind === 'yes-no' || target?.perRegion === true
  if (!isOwn || comparator === undefined) return unknown('no-regional-target')
  if (!figure.known) return figure
  if (exceeds(comparator, figure)) return { known: true, verdict: 'over-quota' }
  return { known: true, verdict: meets(comparator, figure) ? 'met' : 'unmet' }
}

/** How many regions keep a promise made for each of them. `share` is unitless, 0 to 1. */
export type RegionalCoverage = {
  readonly covered: Figure<'not-reported'>
  readonly share: Figure<'not-reported' | 'nobody-expected'>
  /** Regions that reported, 零报告 among them. */
  readonly reported: number
  /** Reported and unmet: for T16 those that reported zero. */
  readonly unmet: number
  /** Covered, and above the range. */
  readonly overQuota: number
}

/**
 * Coverage (覆盖): regions that keep the promise, over the regions that are expected to report. A region above the range is
 * covered and marked. As long as somebody has not reported, count and share are lower bounds; while nobody has, they are unknown.
 *
 * @param judgements one for each region that is expected
 */
export function coverageOf(judgements: readonly RegionalJudgement[]): RegionalCoverage {
  const verdicts = judgements.flatMap((judgement) => (judgement.known ? [judgement.verdict] : []))
  const expected = judgements.length
  const unmet = verdicts.filter((verdict) => verdict === 'unmet').length
  const overQuota = verdicts.filter((verdict) => verdict === 'over-quota').length
  const counts = { reported: verdicts.length, unmet, overQuota }
  if (expected === 0) return { covered: unknown('not-reported'), share: unknown('nobody-expected'), ...counts }
  if (verdicts.length === 0) return { covered: unknown('not-reported'), share: unknown('not-reported'), ...counts }
  const bound = verdicts.length < expected ? 'above' : undefined
  const covered = verdicts.length - unmet
  return { covered: known(covered, bound), share: known(covered / expected, bound), ...counts }
}

/** How a region stands against its own part of a promise (分解目标). Values in smallest units, ratios unitless. */
export type RegionalStanding = {
  readonly attainment: Figure
  readonly plan: PlanStanding | Unknown<NoPlan>
  readonly scheduleIndex: Figure
  readonly percentagePoints: Figure
  readonly status: Status
  readonly reason: NotJudged | null
}

/**
 * Judges a region against its 分解目标: at least `value` by a day. What is added up from the programme's day on runs along a straight
 * line from 0; a stock (期末数) has no regional baseline to draw a line from, so before the day it is achieved or not judged.
 *
 * @param figure what the region reached by `on`, in smallest units
 * @param addsUp whether the figure is added up from 0 on the programme's day
 */
export function judgeRegionalTarget(
  target: RegionalTarget,
  figure: Figure,
  { on, programmeOn, thresholds, addsUp }: RegionalTerms,
): RegionalStanding {
  const line = {
    points: [
      { on: programmeOn, value: 0 },
      { on: target.on, value: target.value },
    ],
  }
  const plan = addsUp ? planAt(line, on) : unknown('no-baseline')
  const attained = achievement(figure, known(target.value))
  const index = scheduleIndex(figure, plan, 0)
  const measures = {
    attainment: attained,
    plan,
    scheduleIndex: index,
    percentagePoints: percentagePoints(attained, plan),
  }
  const is = (status: Status, reason: NotJudged | null = null) => ({ ...measures, status, reason })
  if (figure.known && meets({ is: 'at-least', value: target.value }, figure)) return is('achieved')
  if (!figure.known) return is('no-data')
  if (on > target.on) return is('overdue')
  if (index.known) return is(statusByIndex(index.value, thresholds))
  return plan.known ? is('not-started') : is('not-judged', 'no-plan')
}

export type RegionalTerms = {
  readonly on: LocalDate
  readonly programmeOn: LocalDate
  readonly thresholds: Pick<Thresholds, 'onSchedule' | 'slightlyBehind'>
  readonly addsUp: boolean
}
