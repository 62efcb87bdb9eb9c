import type { Baseline, Comparator, Target } from './definition.ts'
import { type Figure, type Known, known, subtract, unknown } from './figure.ts'

/**
 * Whether a known figure keeps a promise (已完成). The comparator decides, never the ratio: 1000 cases of "more than 1000" are
 * 100 % and do not keep it. For a quota or a band the lower end decides; what lies above is kept and marked, see `exceeds`.
 * A lower bound counts as its value or more, an upper bound never proves a rising promise, `about` counts as its value.
 *
 * Source: docs/methods/target.md
 *
 * @param figure what is compared, in smallest units: the gain for an increment, the value itself for a level
 */
export function meets(comparator: Comparator, figure: Known): boolean {
  const { value, bound } = figure
  if (bound === 'below') return comparator.is === 'at-most' && value <= comparator.value
  switch (comparator.is) {
    case 'at-most':
      return value <= comparator.value && bound !== 'above'
    case 'at-least':
    case 'all':
    case 'equal':
      return value >= comparator.value
    case 'more-than':
      return value > comparator.value || (value === comparator.value && bound === 'above')
    case 'about':
    case 'range':
      return value >= comparator.from
    default:
      return comparator satisfies never
  }
}

/**
 * Whether a figure lies above a quota, band or range (超出口径待核): kept, printed, never ranked or praised. An upper bound does not
 * prove it.
 */
export function exceeds(comparator: Comparator, figure: Known): boolean {
  if (figure.bound === 'below') return false
  switch (comparator.is) {
    case 'equal':
      return figure.value > comparator.value
    case 'about':
    case 'range':
      return figure.value > comparator.to
    default:
      return false
  }
}

/**
 * How many smallest units are missing for the promise (尚差): 0 when it is kept, 1 at 1000 cases of "more than 1000".
 *
 * @returns with the bound turned round (at least 905 there: at most 96 missing); `undecided` where the figure's bound proves
 *   neither that the promise is kept nor that anything is missing ("fewer than 120" of at least 100)
 */
export function shortfall(comparator: Comparator, figure: Known): Figure<'undecided'> {
  if (meets(comparator, figure)) return known(0)
  const missing =
    comparator.is === 'at-most'
      ? subtract<'undecided'>(figure, known(comparator.value))
      : subtract<'undecided'>(known(leastThatKeeps(comparator)), figure)
  return missing.known && missing.value > 0 ? missing : unknown('undecided')
}

/** The smallest whole value that keeps a rising promise. */
export function leastThatKeeps(comparator: Comparator): number {
  switch (comparator.is) {
    case 'more-than':
      return comparator.value + 1
    case 'about':
    case 'range':
      return comparator.from
    default:
      return comparator.value
  }
}

/**
 * The value at which a target is reached, in smallest units: the number itself for a level, the baseline and the number for an
 * increment (47 nodes and 20 more: 67).
 */
export function targetLevel(target: Target, baseline: Baseline | null): Figure<'no-baseline'> {
  if (target.basis === 'level') return known(target.comparator.value)
  return baseline === null ? unknown('no-baseline') : known(baseline.value + target.comparator.value, baseline.bound)
}
