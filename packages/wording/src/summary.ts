import type { Dashboard } from '@xushi/contract'
import { daysBetween, type Status } from '@xushi/domain'
import { statusOrder } from './status.words.ts'

export type Target = Dashboard['indicators'][number]

/** Goals by their numbers: T99 before T100. */
export const byGoal = (a: { readonly goal: string }, b: { readonly goal: string }): number =>
  a.goal.localeCompare(b.goal, 'en', { numeric: true })

export type StatusCount = { readonly status: Status; readonly count: number; readonly goals: readonly string[] }

/** How many targets stand in each status, in the fixed order, with their numbers. */
export function countByStatus(targets: readonly Target[]): readonly StatusCount[] {
  return statusOrder.map((status) => {
    const goals = targets.filter((target) => target.status === status).map(({ goal }) => goal)
    return { status, count: goals.length, goals }
  })
}

/** The counts of the sentence above the page: what is well, what is late, and what cannot be said; counts of 0 stay out. */
export type SentenceGroups = {
  readonly well: readonly StatusCount[]
  readonly late: readonly StatusCount[]
  readonly rest: readonly StatusCount[]
}

/** Sorts the counts into the three clauses of the sentence, each in its reading order. */
export function sentenceGroups(targets: readonly Target[]): SentenceGroups {
  const counts = countByStatus(targets)
  const pick = (wanted: readonly Status[]) =>
    wanted.flatMap((status) => counts.filter((count) => count.status === status && count.count > 0))
  return {
    well: pick(['achieved', 'on-schedule']),
    late: pick(['slightly-behind', 'behind', 'overdue']),
    rest: pick(['not-started', 'no-data', 'not-judged']),
  }
}

/** The largest distance behind plan in percentage points, positive; null when none is behind. */
export function largestGap(targets: readonly Target[]): number | null {
  const behind = targets.flatMap(({ status, percentagePoints }) =>
    ['overdue', 'behind', 'slightly-behind'].includes(status) && percentagePoints.known && percentagePoints.value < 0
      ? [-percentagePoints.value]
      : [],
  )
  return behind.length === 0 ? null : Math.max(...behind)
}

const urgent: readonly Status[] = ['overdue', 'behind', 'slightly-behind', 'on-schedule', 'no-data']
/** A target that is on schedule needs a look when it falls due within so many days. */
const soonDays = 30

/** What needs somebody now: overdue, behind, slightly behind, due soon, without data; the widest gap and the nearest due date first. */
export function attention(targets: readonly Target[], on: string): readonly Target[] {
  const gap = ({ percentagePoints }: Target) => (percentagePoints.known ? percentagePoints.value : 0)
  return targets
    .filter((target) => urgent.includes(target.status) && (target.status !== 'on-schedule' || isDueSoon(target, on)))
    .toSorted(
      (a, b) =>
        urgent.indexOf(a.status) - urgent.indexOf(b.status) ||
        gap(a) - gap(b) ||
        (a.due?.on ?? '').localeCompare(b.due?.on ?? '') ||
        byGoal(a, b),
    )
}

const isDueSoon = ({ due }: Target, on: string): boolean => {
  const left = due === null ? -1 : daysBetween(on, due.on)
  return left >= 0 && left <= soonDays
}

export type LateMilestone = Dashboard['milestones'][number] & {
  readonly standing: NonNullable<Dashboard['milestones'][number]['standing']>
}

/** How many milestones are past their day. */
export const overdueCount = ({ milestones }: Pick<Dashboard, 'milestones'>): number =>
  milestones.filter(({ standing }) => standing?.state === 'overdue').length

/** Milestones whose expected day has passed without being done, the longest overdue first, and those put off whose new day is near. */
export function lateMilestones({ milestones, on }: Pick<Dashboard, 'milestones' | 'on'>): readonly LateMilestone[] {
  return milestones
    .flatMap((milestone) => {
      const { standing } = milestone
      const isNear = standing?.expectedOn != null && daysBetween(on, standing.expectedOn) <= soonDays
      const isLate = standing?.state === 'overdue' || (standing?.state === 'slipped' && isNear)
      return standing !== null && isLate ? [{ ...milestone, standing }] : []
    })
    .toSorted(
      (a, b) =>
        Number(b.standing.state === 'overdue') - Number(a.standing.state === 'overdue') ||
        (a.standing.expectedOn ?? '').localeCompare(b.standing.expectedOn ?? ''),
    )
}

/** A row of 先看这些: a target, or a milestone. */
export type AttentionLine =
  | { readonly is: 'target'; readonly target: Target }
  | { readonly is: 'milestone'; readonly milestone: LateMilestone }

/** 先看这些 in its order: overdue, behind, slightly behind, due soon; then milestones put off whose new day is near, then what has no data. */
export function attentionLines(
  dashboard: Pick<Dashboard, 'indicators' | 'milestones' | 'on'>,
): readonly AttentionLine[] {
  const targets = attention(dashboard.indicators, dashboard.on)
  const milestones = lateMilestones(dashboard).map((milestone): AttentionLine => ({ is: 'milestone', milestone }))
  const isOverdue = (line: AttentionLine) => line.is === 'milestone' && line.milestone.standing.state === 'overdue'
  const of = (wanted: (status: Status) => boolean) =>
    targets.filter(({ status }) => wanted(status)).map((target): AttentionLine => ({ is: 'target', target }))
  return [
    ...of((status) => status === 'overdue'),
    ...milestones.filter(isOverdue),
    ...of((status) => status !== 'overdue' && status !== 'no-data'),
    ...milestones.filter((line) => !isOverdue(line)),
    ...of((status) => status === 'no-data'),
  ]
}

export type MeasureRows = {
  readonly measure: Dashboard['programme']['measures'][number]
  readonly targets: readonly Target[]
  readonly milestones: Dashboard['milestones']
}

export type AspectRows = {
  readonly aspect: Dashboard['programme']['aspects'][number]
  readonly measures: readonly MeasureRows[]
  readonly targets: readonly Target[]
  readonly milestones: Dashboard['milestones']
}

/** Targets and milestones under their measures, those under their aspects, all by number. What has no match stays, empty. */
export function byAspect(dashboard: Dashboard, targets: readonly Target[]): readonly AspectRows[] {
  const { aspects, measures } = dashboard.programme
  return aspects.map((aspect) => {
    const own = measures
      .filter((measure) => measure.aspect === aspect.id)
      .toSorted((a, b) => a.number - b.number)
      .map((measure) => ({
        measure,
        targets: targets
          .filter((target) => target.measure === measure.id)
          .toSorted((a, b) => weight(a) - weight(b) || byGoal(a, b)),
        milestones: dashboard.milestones.filter((milestone) => milestone.measure === measure.id),
      }))
    return {
      aspect,
      measures: own,
      targets: own.flatMap((measure) => measure.targets),
      milestones: own.flatMap((measure) => measure.milestones),
    }
  })
}

/** Targets that are not judged go last in their measure, in a quiet row. */
const weight = ({ status }: Target) => (status === 'not-judged' ? 1 : 0)

export type Filter = {
  readonly aspect?: string | undefined
  readonly status?: string | undefined
  readonly q?: string | undefined
  /** The number of a question of the answers on the notice. */
  readonly question?: string | undefined
}

/** The targets that fit a filter; a search looks at number, both names and the clause in both languages. */
export function filtered(dashboard: Dashboard, { aspect, status, q, question }: Filter): readonly Target[] {
  const measures = new Map(dashboard.programme.measures.map((measure) => [measure.id, measure.aspect]))
  const wanted = q?.trim().toLowerCase() ?? ''
  return dashboard.indicators.filter(
    (target) =>
      (aspect === undefined || measures.get(target.measure) === aspect) &&
      (status === undefined || target.status === status) &&
      (question === undefined || String(target.clause.question) === question) &&
      [target.goal, target.name.zh, target.name.en, target.clause.quote, target.clause.english ?? ''].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  )
}

/** The milestones of a question; none while no question is asked for. */
export const milestonesOfQuestion = (
  { milestones }: Pick<Dashboard, 'milestones'>,
  question: string | undefined,
): Dashboard['milestones'] =>
  question === undefined ? [] : milestones.filter(({ clause }) => String(clause.question) === question)
