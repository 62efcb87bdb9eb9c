import type {
  Baseline,
  Comparator,
  IndicatorDefinition,
  PlanShape,
  PublishedFigure,
  Target,
  ValidationRule,
} from '@xushi/domain'
import { roleOf } from './catalogue-rows.ts'
import type { Row } from './rows.ts'
import type { IndicatorRow } from './schema/indicator.schema.ts'
import type { PublishedFigureRow } from './schema/published-figure.schema.ts'
import type { ValidationRules } from './schema/validation.schema.ts'
import { smallestUnits } from './smallest-units.ts'

type Part<Key extends 'target' | 'baseline' | 'plan'> = NonNullable<IndicatorRow[Key]>

/** One row as an indicator: defaults filled in, values in smallest units. `programmeRules` hold where it has none of the kind. */
export function indicatorOf(row: Row<IndicatorRow>, programmeRules: ValidationRules = []): IndicatorDefinition {
  const { value } = row
  const decimals = value.decimals ?? 0
  return {
    id: value.id,
    goal: value.goal,
    role: roleOf(row),
    measure: value.measure,
    name: value.name,
    clause: value.clause,
    kind: value.kind,
    unit: value.unit,
    decimals,
    direction: value.direction ?? 'rising',
    typed: value.typed ? { region: value.typed.region ?? null, nation: value.typed.nation ?? null } : null,
    aggregation: value.aggregation,
    reportingLevel: value.reportingLevel,
    sourceOfRecord: value.sourceOfRecord ?? null,
    opening: null,
    target: value.target ? targetOf(value.target, decimals) : null,
    promise: value.promise ?? null,
    baseline: value.baseline ? baselineOf(value.baseline, decimals) : null,
    due: value.due ? dueOf(value.due) : null,
    modality: value.modality ?? 'must',
    plan: planOf(value.plan, decimals),
    responsible: value.responsible,
    reportedBy: { region: value.reportedBy?.region ?? [], nation: value.reportedBy?.nation ?? [] },
    calendar: {
      region: value.calendar?.region ?? null,
      nation: value.calendar?.nation ?? null,
      deadlineDay: value.calendar?.deadlineDay ?? null,
    },
    rules: value.typed ? rulesOf(value.rules ?? [], programmeRules, decimals) : [],
    groups: value.groups ?? [],
    ...(value.recurs === true && { recurs: true as const }),
    chosenFrom: value.chosenFrom ?? [],
    ambiguities: value.ambiguities ?? [],
    notes: value.notes ?? null,
  }
}

export function publishedFigureOf(row: PublishedFigureRow, decimals: number): PublishedFigure {
  const { precision = 'day', publishedOn = row.on, note = null, value, ...rest } = row
  return { ...rest, precision, publishedOn, value: whole(value, decimals), note }
}

export function targetOf(
  { comparator, basis, perRegion, assumed }: Omit<Part<'target'>, 'change'>,
  decimals: number,
): Target {
  return {
    comparator: comparatorOf(comparator, decimals),
    basis,
    perRegion: perRegion ?? false,
    assumed: assumed ?? false,
  }
}

export function baselineOf(
  { value, bound, on, precision, source }: Omit<Part<'baseline'>, 'change'>,
  decimals: number,
): Baseline {
  return { value: whole(value, decimals), ...(bound ? { bound } : {}), on, precision, source }
}

export function dueOf({ on, stated, reason }: Omit<NonNullable<IndicatorRow['due']>, 'change'>) {
  return { on, stated, ...(reason ? { reason } : {}) }
}

export function planOf(plan: PlanShape | undefined, decimals: number): PlanShape {
  if (plan === undefined) return { is: 'straight' }
  switch (plan.is) {
    case 'straight':
      return { is: plan.is }
    case 'milestones':
      return { is: plan.is, points: plan.points.map(({ on, value }) => ({ on, value: whole(value, decimals) })) }
    case 'stages':
      return { is: plan.is, ...(plan.round ? { round: plan.round } : {}), stages: plan.stages }
    default:
      return plan satisfies never
  }
}

/** An indicator's own rules, and the programme's of the kinds it has none of. */
function rulesOf(own: ValidationRules, ofProgramme: ValidationRules, decimals: number): readonly ValidationRule[] {
  const inherited = ofProgramme.filter(({ is }) => !own.some((rule) => rule.is === is))
  return [...own, ...inherited].map((rule) => {
    if (rule.is !== 'range') return rule
    const { is, severity, minimum, maximum } = rule
    return {
      is,
      severity,
      ...(minimum !== undefined && { minimum: whole(minimum, decimals) }),
      ...(maximum !== undefined && { maximum: whole(maximum, decimals) }),
    }
  })
}

function comparatorOf(comparator: Part<'target'>['comparator'], decimals: number): Comparator {
  const value = whole(comparator.value, decimals)
  if (!('from' in comparator)) return { is: comparator.is, value }
  return { is: comparator.is, value, from: whole(comparator.from, decimals), to: whole(comparator.to, decimals) }
}

/** The check has refused every value that is not whole before anything is assembled. */
function whole(value: number, decimals: number): number {
  const count = smallestUnits(value, decimals)
  if (typeof count === 'string') throw new TypeError(`${value} with ${decimals} decimals: ${count}`)
  return count
}
