import type { ChangeKind } from '@xushi/domain'
import type { ProgrammeRows } from './catalogue-rows.ts'
import type { Place } from './mistake.ts'
import type { LooseRow, Row } from './rows.ts'
import type { IndicatorRow } from './schema/indicator.schema.ts'

/** Sections of recorded.yaml. */
export type Section = 'programme' | 'indicators' | 'ambiguities'

type Json = unknown

/** What one part promises, without its descriptions: `value` undefined where there is none. */
export type DecidedPart = {
  readonly kind: ChangeKind
  readonly value: Json
  /** Undefined where the row has no `change:` block for this part. */
  readonly change: { readonly was: Json } | undefined
  readonly place: Place
}

/** What may only change by a decision, of one programme, indicator or ambiguity. */
export type DecidedSubject = {
  readonly section: Section
  readonly subject: string
  readonly parts: readonly DecidedPart[]
}

/**
 * The parts of a programme that change only by a decision: thresholds, targets, baselines, due dates, plans and readings.
 *
 * Only what binds is compared: a better description of a source, a corrected translation or the day on which a stage was
 * reached is no decision.
 */
export function decidedSubjects({ programme, indicators, ambiguities }: ProgrammeRows): readonly DecidedSubject[] {
  return [
    ...programme.sound.map(({ value: { id, thresholds }, place }) => ({
      section: 'programme' as const,
      subject: id,
      parts: [part('thresholds', thresholds, boundThresholds, place('thresholds'))],
    })),
    ...indicators.sound.map(indicatorSubject),
    ...ambiguities.sound.map(({ value, place }) => ({
      section: 'ambiguities' as const,
      subject: String(value.number),
      parts: [
        {
          kind: 'reading' as const,
          value: value.reading.zh,
          change: value.change && { was: value.change.was?.zh },
          place: place('reading'),
        },
      ],
    })),
  ]
}

function indicatorSubject({ value, place }: Row<IndicatorRow>): DecidedSubject {
  const { target, baseline, due, plan } = value
  return {
    section: 'indicators',
    subject: value.id,
    parts: [
      part('target', target, boundTarget, place('target')),
      part('baseline', baseline, boundBaseline, place('baseline')),
      part('due', due, boundDue, place('due')),
      part('plan', plan, boundPlan, place('plan')),
    ],
  }
}

/** Names of everything that is in the files, sound or not: a row with a mistake of its own is not gone. */
export function presentSubjects({ programme, indicators, ambiguities }: ProgrammeRows): ReadonlySet<string> {
  const named = (section: Section, key: string, rows: readonly LooseRow[]) =>
    rows.map(({ value }) => `${section} ${String(value[key])}`)
  return new Set([
    ...named('programme', 'id', programme.all),
    ...named('indicators', 'id', indicators.all),
    ...named('ambiguities', 'number', ambiguities.all),
  ])
}

type Changeable<Was> = Was & { readonly change?: { readonly was?: Was } }

function part<Was>(
  kind: ChangeKind,
  value: Changeable<Was> | undefined,
  binding: (value: Was) => Json,
  place: Place,
): DecidedPart {
  const was = value?.change?.was
  return {
    kind,
    value: value && binding(value),
    change: value?.change && { was: was && binding(was) },
    place,
  }
}

type Part<Key extends keyof IndicatorRow> = NonNullable<IndicatorRow[Key]>

const boundThresholds = ({ onSchedule, slightlyBehind }: { onSchedule: number; slightlyBehind: number }): Json => ({
  onSchedule,
  slightlyBehind,
})

const boundTarget = ({ comparator, basis, perRegion, assumed }: Omit<Part<'target'>, 'change'>): Json => ({
  comparator,
  basis,
  ...(perRegion ? { perRegion } : {}),
  ...(assumed ? { assumed } : {}),
})

const boundBaseline = ({ value, bound, on, precision }: Omit<Part<'baseline'>, 'change'>): Json => ({
  value,
  ...(bound ? { bound } : {}),
  on,
  precision,
})

const boundDue = ({ on, stated }: Omit<Part<'due'>, 'change'>): Json => ({ on, stated })

type PlanLike = NonNullable<NonNullable<Part<'plan'>['change']>['was']>

/** A straight plan binds nothing beyond baseline and target. */
function boundPlan(plan: PlanLike): Json {
  switch (plan.is) {
    case 'straight':
      return undefined
    case 'milestones':
      return { is: plan.is, points: plan.points }
    case 'stages':
      return {
        is: plan.is,
        ...(plan.round ? { round: plan.round } : {}),
        stages: plan.stages.map(({ id, dueOn }) => (dueOn ? { id, dueOn } : { id })),
      }
  }
}
