import type { DerivationStep } from '@xushi/contract'
import type { Figure, Known, LocalDate } from '@xushi/domain'
import type { Static } from 'typebox'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import { figureWire, measuredWire, valueWire } from '../figures/figure.wire.ts'
import type { Judged } from '../figures/judgement.wire.ts'

export type Step = Static<typeof DerivationStep>

/** Which page of docs/methods explains a step. */
const methods = {
  baseline: 'target',
  'source-of-record': 'source-of-record',
  aggregation: 'aggregation',
  actual: 'judgement',
  gain: 'attainment',
  attainment: 'attainment',
  achievement: 'achievement',
  plan: 'plan',
  'schedule-index': 'schedule-index',
  'percentage-points': 'schedule-index',
  status: 'status',
} as const satisfies Record<Step['step'], string>

/** The day a judgement speaks of: the date asked for; after the due date that one, or the day the target was reached late. */
export function judgedDay({ indicator: { due }, evidence: { on }, judgement: { actual } }: Judged): LocalDate {
  if (due === null || on <= due.on) return on
  return actual.known && actual.on !== undefined && actual.on > due.on ? actual.on : due.on
}

const minus = '−'
const signs = { above: '≥', below: '≤', about: '≈' } as const

/** From the sources to the status, one step after the other: the formula in numbers, and what came out. */
export function derivationSteps(row: Judged): Step[] {
  const { indicator, evidence, judgement } = row
  const numbers = numbersOf(indicator)
  const { actual, gain, attainment, achievement, plan, scheduleIndex, percentagePoints } = judgement
  const baseline: Figure = numbers.baseline
  const percent = (figure: Figure) => (figure.known ? `${bounded(figure, trimmed(100 * figure.value))}%` : '?')
  const planRatio: Figure = plan.known ? { known: true, value: plan.ratio } : plan
  return [
    measured('baseline', indicator, baseline, numbers.baselineDay),
    measured('source-of-record', indicator, actual, sourceExpression(row)),
    ...(evidence.regional === null
      ? []
      : [measured('aggregation', indicator, evidence.regional(judgedDay(row)).figure, aggregationExpression(row))]),
    measured('actual', indicator, actual, actual.known ? `${numbers.shown(actual)} (${actual.on})` : null),
    measured(
      'gain',
      indicator,
      gain,
      allKnown(
        [actual, baseline, gain],
        `${numbers.shown(actual)} ${minus} ${numbers.shown(baseline)} = ${numbers.shown(gain)}`,
      ),
    ),
    ratio(
      'attainment',
      attainment,
      attainment.known
        ? `${numbers.shown(numbers.isIncrement ? gain : actual)} ÷ ${numbers.target} = ${percent(attainment)}`
        : null,
    ),
    ratio(
      'achievement',
      achievement,
      achievement.known ? `${numbers.shown(gain)} ÷ ${numbers.distance} = ${percent(achievement)}` : null,
    ),
    measured(
      'plan',
      indicator,
      plan,
      plan.known
        ? `${plan.elapsedDays} ÷ ${plan.totalDays} d → ${percent(planRatio)} → ${trimmed(valueWire(plan.value, indicator.decimals))}`
        : null,
    ),
    ratio(
      'schedule-index',
      scheduleIndex,
      scheduleIndex.known
        ? `${percent(achievement)} ÷ ${percent(planRatio)} = ${bounded(scheduleIndex, trimmed(scheduleIndex.value))}`
        : null,
    ),
    {
      ...ratio(
        'percentage-points',
        percentagePoints,
        percentagePoints.known
          ? `${percent(achievement)} ${minus} ${percent(planRatio)} = ${bounded(percentagePoints, trimmed(percentagePoints.value))}`
          : null,
      ),
      resultUnit: 'percentage-points',
    },
    {
      step: 'status',
      method: methods.status,
      expression: null,
      result: figureWire(scheduleIndex),
      resultUnit: 'word',
      word: judgement.status,
    },
  ]
}

function measured(step: Step['step'], { decimals }: Indicator, figure: Figure, expression: string | null): Step {
  return {
    step,
    method: methods[step],
    expression,
    result: measuredWire(figure, decimals),
    resultUnit: 'unit',
    word: null,
  }
}

function ratio(step: Step['step'], figure: Figure, expression: string | null): Step {
  return { step, method: methods[step], expression, result: figureWire(figure), resultUnit: 'ratio', word: null }
}

const allKnown = (figures: readonly Figure[], expression: string) =>
  figures.every(({ known }) => known) ? expression : null

/** At most four places: an expression is read, and what is computed with stands in the result. */
const trimmed = (value: number) => String(Number(value.toFixed(4)))
const bounded = ({ bound }: Known, text: string) => (bound === undefined ? text : `${signs[bound]} ${text}`)

function numbersOf(indicator: Indicator) {
  const { baseline, target, decimals } = indicator
  const wire = (value: number) => trimmed(valueWire(value, decimals))
  const figure: Figure =
    baseline === null
      ? { known: false, why: 'no-baseline' }
      : { known: true, value: baseline.value, ...(baseline.bound !== undefined && { bound: baseline.bound }) }
  const isIncrement = target?.basis === 'increment'
  const distance = target === null ? 0 : target.comparator.value - (isIncrement ? 0 : (baseline?.value ?? 0))
  return {
    baseline: figure,
    baselineDay: baseline === null ? null : `${baseline.on}`,
    isIncrement,
    target: target === null ? '?' : wire(target.comparator.value),
    distance: wire(distance),
    shown: (shown: Figure) => (shown.known ? bounded(shown, wire(shown.value)) : '?'),
  }
}

function sourceExpression({ indicator, judgement }: Judged): string | null {
  const { sourceOfRecord } = indicator
  return sourceOfRecord === null ? null : [sourceOfRecord, ...judgement.countedIds].join(': ')
}

function aggregationExpression(row: Judged): string | null {
  const { indicator, evidence } = row
  const regional = evidence.regional?.(judgedDay(row))
  if (regional === undefined || regional.period === null) return null
  const { units, expected } = regional.reported
  return `${indicator.aggregation.time} × ${indicator.aggregation.regions}, ${regional.period}: ${units}/${expected}`
}
