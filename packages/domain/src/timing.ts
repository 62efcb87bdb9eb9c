import type { Comparator } from './definition.ts'
import type { Figure } from './figure.ts'
import { daysBetween, type LocalDate } from './local-date.ts'
import type { Timing } from './status.ts'
import { meets, shortfall } from './target.ts'

/** A dated progress towards a target, in smallest units: the gain for an increment, the value for a level. */
export type DatedProgress = { readonly on: LocalDate; readonly progress: Figure }

/**
 * When a target was reached. The day itself is an interval: after the last figure short of the target, not after the first that
 * reached it. In time when that interval ends by the due date, late when it begins on or after it, else unknown. A target that was
 * lost again by the due date counts from the day it was reached anew.
 *
 * @param history counting figures after the baseline, oldest first
 * @param due     the due date
 * @param on      the date asked for; figures after it are not known then
 * @param lastShortOn a day on which the target is known to be unmet, such as an unpublished selection's due date
 * @returns null when no figure reaches the target by `on`
 *
 * Source: docs/methods/timing.md
 */
export function timingOf(
  history: readonly DatedProgress[],
  comparator: Comparator,
  due: LocalDate,
  on: LocalDate,
  lastShortOn: LocalDate | null = null,
): { readonly timing: Timing; readonly reachedOn: LocalDate } | null {
  const past = history.filter((point) => point.on <= on)
  const atDue = past.findLastIndex((point) => point.on <= due)
  const isLostAtDue = on > due && !keeps(comparator, past[atDue])
  const first = past.findIndex((point, index) => (!isLostAtDue || index > atDue) && keeps(comparator, point))
  const reached = past[first]
  if (reached === undefined) return null
  if (on < due) return { timing: { is: 'not-later-than', on: reached.on }, reachedOn: reached.on }
  if (reached.on <= due) return { timing: { is: 'on-time' }, reachedOn: reached.on }

  const shortOn = past.slice(0, first).findLast(({ progress }) => isShort(comparator, progress))?.on ?? null
  const isLate = [shortOn, lastShortOn].some((day) => day !== null && day >= due && day < reached.on)
  const timing: Timing = isLate ? { is: 'late', days: daysBetween(due, reached.on) } : { is: 'unknown-time' }
  return { timing, reachedOn: reached.on }
}

function keeps(comparator: Comparator, point: DatedProgress | undefined): boolean {
  return point?.progress.known === true && meets(comparator, point.progress)
}

/** Whether a figure proves that something was missing then. "At least 905, 30 of 32 reported" does not. */
function isShort(comparator: Comparator, progress: Figure): boolean {
  if (!progress.known) return false
  const missing = shortfall(comparator, progress)
  return missing.known && missing.value > 0 && missing.bound !== 'below'
}
