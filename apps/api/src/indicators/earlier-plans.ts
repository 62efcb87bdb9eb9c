import type { EarlierPlan } from '@xushi/contract'
import { addDays, type LocalDate, type PlanLine, planLine } from '@xushi/domain'
import { type DecisionRow, decisionsKnown, type Reading } from '@xushi/store'
import type { CatalogueMemory } from '../catalogue/catalogue-memory.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { valueWire } from '../figures/figure.wire.ts'
import type { Times } from '../figures/times.ts'

/** Decisions that can move a plan line; those about a programme are readings of its goals. */
const planParts: readonly string[] = ['target', 'baseline', 'due', 'plan', 'reading']

type Asked = { readonly indicator: Indicator; readonly times: Times; readonly catalogue: CatalogueMemory }

/**
 * The plan lines that held before, oldest first: each until the day a decision put another one in its place (调整序时进度). A decision
 * that leaves the line where it was makes none.
 */
export async function earlierPlans(
  reading: Reading,
  { indicator: { id, programme, decimals }, times, catalogue }: Asked,
): Promise<EarlierPlan[]> {
  const { figuresSeq, knownSeq, on } = times
  const decisions = (await decisionsKnown(reading, knownSeq)).filter(
    ({ subject, part, origin, effectiveOn }) =>
      origin !== 'catalogue' &&
      effectiveOn <= on &&
      planParts.includes(part) &&
      (subject === id || subject.split('#')[0] === programme),
  )
  const days = [...new Set(decisions.map(({ effectiveOn }) => effectiveOn))].sort()
  const plans: EarlierPlan[] = []
  for (const day of days) {
    const before = lineIn(await catalogue.view(reading, figuresSeq, knownSeq, addDays(day, -1)), id)
    const after = lineIn(await catalogue.view(reading, figuresSeq, knownSeq, day), id)
    const decision = decisions.findLast(({ effectiveOn }) => effectiveOn === day)
    if (before === null || decision === undefined || JSON.stringify(before) === JSON.stringify(after)) continue
    plans.push(planWire(before, day, decision, decimals))
  }
  return plans
}

function lineIn(view: CatalogueView, id: string): PlanLine | null {
  const indicator = view.indicator(id)
  const line = planLine(indicator, view.programme(indicator.programme).publishedOn)
  return 'points' in line ? line : null
}

function planWire(line: PlanLine, until: LocalDate, decision: DecisionRow, decimals: number): EarlierPlan {
  const { part, who, reason, documentNumber } = decision
  return {
    on: line.points.map(({ on }) => on),
    value: line.points.map(({ value }) => valueWire(value, decimals)),
    untilOn: until,
    part,
    who,
    reason,
    documentNumber,
  }
}
