import type { Change, ChangeKind } from '@xushi/domain'
import type { ProgrammeRows } from './catalogue-rows.ts'
import { baselineOf, dueOf, planOf, targetOf } from './indicator-assembly.ts'
import type { AmbiguityRow } from './schema/programme.schema.ts'

type Decision = Omit<NonNullable<AmbiguityRow['change']>, 'was'>

/** The `change:` blocks of a programme as decisions, with the values before them in smallest units. */
export function changesOf({ programme, indicators, ambiguities }: ProgrammeRows, id: string): readonly Change[] {
  const change = (
    kind: ChangeKind,
    subject: string,
    decision: Decision | undefined,
    was: Change['was'] | undefined,
  ) => {
    if (decision === undefined) return []
    const { decidedBy, reason, documentNumber, effectiveOn } = decision
    return [{ programme: id, kind, subject, decidedBy, reason, documentNumber, effectiveOn, was: was ?? null }]
  }

  return [
    ...programme.sound.flatMap(({ value: { thresholds } }) =>
      change('thresholds', id, thresholds.change, thresholds.change?.was),
    ),
    ...indicators.sound.flatMap(({ value: { id: subject, decimals = 0, target, baseline, due, plan } }) => [
      ...change('target', subject, target?.change, target?.change?.was && targetOf(target.change.was, decimals)),
      ...change(
        'baseline',
        subject,
        baseline?.change,
        baseline?.change?.was && baselineOf(baseline.change.was, decimals),
      ),
      ...change('due', subject, due?.change, due?.change?.was && dueOf(due.change.was)),
      ...change('plan', subject, plan?.change, plan?.change?.was && planOf(plan.change.was, decimals)),
    ]),
    ...ambiguities.sound.flatMap(({ value: { number, change: decision } }) =>
      change('reading', String(number), decision, decision?.was),
    ),
  ]
}
