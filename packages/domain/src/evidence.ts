import type { RegionalFigure } from './aggregation.ts'
import type { CalendarYear, ReportingRule } from './calendar.ts'
import type { IndicatorDefinition, Thresholds } from './definition.ts'
import { add, type Figure, known, subtract } from './figure.ts'
import type { LocalDate } from './local-date.ts'
import { countingFigures, type NationalFigure } from './source-of-record.ts'

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
  /** When entries are due; monthly by the 15th when left out. */
  readonly calendar?: { readonly rule: ReportingRule; readonly years: readonly CalendarYear[] }
  /** Units that are expected to report. */
  readonly expected: number
}

export type Reported = { readonly units: number; readonly expected: number }

/** One point of the source of record. */
export type Point = {
  readonly on: LocalDate
  readonly figure: Figure
  readonly gain: Figure
  readonly id?: string
  readonly isEntry: boolean
}

/** Every dated figure of the source of record, oldest first. */
export function pointsOf(indicator: IndicatorDefinition, evidence: Evidence): readonly Point[] {
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
export function progressOf(
  { target, sourceOfRecord }: IndicatorDefinition,
  { figure, gain }: { readonly figure: Figure; readonly gain: Figure },
): Figure {
  const progress = target?.basis === 'increment' ? gain : figure
  const isPartial = sourceOfRecord !== 'national' && progress.known && progress.bound === 'above'
  return isPartial && target?.comparator.is === 'more-than' ? known(progress.value) : progress
}
