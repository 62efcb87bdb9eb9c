import type { Screen } from '@xushi/contract'
import { attention, byGoal, statusOrder, type Target } from '@xushi/wording'

/** A wall has room for ten rows: it does not scroll. */
export const mostRows = 10
const mostLines = 2

/** Whether a target is in a selection whose result is not published yet: its stages are shown, and no number. */
export const isInStages = ({ stages, actual }: Target): boolean => stages !== null && !actual.known

/**
 * The targets of the wall: those that are judged by a number or a stage, the most urgent first, and within a status the widest gap; a
 * selection under way after those with numbers. In a region, which has few parts of its own to be judged by, also what it reported.
 */
export function screenRows({ indicators, region }: Pick<Screen, 'indicators' | 'region'>): readonly Target[] {
  const isShown = ({ status, actual }: Target) =>
    (status !== 'not-judged' && status !== 'no-data') || (region !== null && actual.known)
  const rows = indicators.filter(isShown)
  const gap = ({ percentagePoints }: Target) => (percentagePoints.known ? percentagePoints.value : Number.MAX_VALUE)
  return rows.toSorted(
    (a, b) =>
      statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) ||
      Number(isInStages(a)) - Number(isInStages(b)) ||
      gap(a) - gap(b) ||
      byGoal(a, b),
  )
}

/** A line of what needs somebody: a milestone that is overdue, or a target that is late. */
export type AttentionLine =
  | { readonly is: 'milestone'; readonly milestone: Screen['milestones'][number] }
  | { readonly is: 'target'; readonly target: Target }

/**
 * At most two lines, of two kinds where there are both: overdue milestones, then late targets. Milestones stand for the nation: a
 * region has none of them.
 */
export function attentionLines({
  milestones,
  indicators,
  region,
  on,
}: Pick<Screen, 'milestones' | 'indicators' | 'region' | 'on'>) {
  const overdue = milestones
    .filter(({ standing }) => region === null && standing?.state === 'overdue')
    .toSorted((a, b) => (a.standing?.expectedOn ?? '9').localeCompare(b.standing?.expectedOn ?? '9'))
    .map((milestone): AttentionLine => ({ is: 'milestone', milestone }))
  const late = attention(indicators, on)
    .filter(({ status }) => status !== 'no-data' && status !== 'on-schedule')
    .map((target): AttentionLine => ({ is: 'target', target }))
  const [firstOverdue, ...otherOverdue] = overdue
  const [firstLate, ...otherLate] = late
  return [firstOverdue, firstLate, ...otherOverdue, ...otherLate]
    .filter((line) => line !== undefined)
    .slice(0, mostLines)
}
