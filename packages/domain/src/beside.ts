import type { IndicatorDefinition, Source } from './definition.ts'
import type { Evidence, Reported } from './evidence.ts'
import { type Figure, known, subtract } from './figure.ts'
import type { LocalDate } from './local-date.ts'
import { countingFigures, type NationalFigure, newestAsOf } from './source-of-record.ts'

/** A source that does not count, and what the counting one has more. */
export type Beside = {
  readonly source: Source | 'earlier-round'
  readonly figure: Figure
  readonly on: LocalDate | null
  readonly reported: Reported | null
  readonly difference: Figure
}

/**
 * The sources that do not count, on one day, each with what the counting one has more. Never added and never forced to agree.
 *
 * @param actual what counts, in smallest units
 * @param gain   actual less baseline: what a sum of flows is compared with
 * @param day    the day the judgement speaks of, see `judgedOn`
 *
 * Source: docs/methods/judgement.md
 */
export function besideOf(
  indicator: IndicatorDefinition,
  evidence: Evidence,
  { figure: actual, gain }: { readonly figure: Figure; readonly gain: Figure },
  day: LocalDate,
): readonly Beside[] {
  const { plan, sourceOfRecord, aggregation } = indicator
  const round = plan.is === 'stages' ? plan.round : undefined
  const earlier = round === undefined ? [] : evidence.national.filter((figure) => isEarlierRound(figure, round))
  const rows: (Beside | null)[] = [
    nationalBeside('earlier-round', earlier, actual, day),
    sourceOfRecord === 'national' ? null : nationalBeside('national', evidence.national, actual, day),
  ]
  if (sourceOfRecord !== 'regions' && evidence.regional !== null) {
    const { figure, on, reported } = evidence.regional(day)
    const ours = aggregation.time === 'sum' ? gain : actual
    rows.push({ source: 'regions', figure, on, reported, difference: subtract(ours, figure) })
  }
  return rows.filter((row) => row !== null)
}

/**
 * What was published beside the count of a register, on the day that was asked for: the newest figure of its round as of that day, and what
 * the count has more. A judgement may speak of an earlier day, as it does after the due date; a register never does.
 *
 * Source: docs/methods/register.md
 */
export function publishedBeside(
  { plan }: Pick<IndicatorDefinition, 'plan'>,
  national: readonly NationalFigure[],
  count: Figure,
  on: LocalDate,
): Beside | null {
  const round = plan.is === 'stages' ? plan.round : undefined
  return nationalBeside('national', countingFigures(national, round), count, on)
}

/** Rounds are named by their year. A later round is no more in force from earlier ones than a figure without a round. */
const isEarlierRound = (figure: NationalFigure, round: string) => figure.round !== undefined && figure.round < round

function nationalBeside(
  source: Beside['source'],
  figures: readonly NationalFigure[],
  actual: Figure,
  day: LocalDate,
): Beside | null {
  const newest = newestAsOf(countingFigures(figures), day)
  if (newest === null) return null
  const figure = known(newest.value, newest.bound)
  return { source, figure, on: newest.on, reported: null, difference: subtract(actual, figure) }
}

/** Who reported of those expected, on the day of the figure that counts. */
export function reportedOf(indicator: IndicatorDefinition, evidence: Evidence, day: LocalDate): Reported {
  if (indicator.sourceOfRecord === 'register' && evidence.register !== null) return evidence.register(day).reported
  if (evidence.regional !== null) return evidence.regional(day).reported
  return { units: 0, expected: evidence.expected }
}
