import { canonicalJson } from '@xushi/domain'
import type { ProgrammeRows } from '../catalogue-rows.ts'
import { type DecidedPart, type DecidedSubject, decidedSubjects, presentSubjects } from '../decided-parts.ts'
import { type Mistake, mistake } from '../mistake.ts'
import { isMapping, shapeMistakes } from '../shape.ts'

/** What is not wrong, and should be recorded. */
export type RecordedCheck = { readonly mistakes: readonly Mistake[]; readonly notes: readonly Mistake[] }

/**
 * Compares what binds in a programme with recorded.yaml, which holds it as it was when it was last recorded. A difference needs
 * a `change:` block whose `was` is the recorded value. What is not recorded yet is a note, not a mistake.
 */
export function recordedCheck(rows: ProgrammeRows): RecordedCheck {
  const recorded = isMapping(rows.recorded?.value) ? rows.recorded.value : {}
  const mistakes: Mistake[] = [...shapeOfRecord(rows)]
  const unrecorded = new Set<DecidedSubject>()
  for (const subject of decidedSubjects(rows)) {
    const before = subjectIn(recorded, subject.section, subject.subject)
    if (before === undefined) unrecorded.add(subject)
    else
      for (const part of subject.parts) {
        const found = compared(subject, part, before[part.kind])
        if (found === 'new') unrecorded.add(subject)
        else if (found !== 'same') mistakes.push(found)
      }
  }
  mistakes.push(...goneMistakes(rows, recorded))

  const file = `${rows.folder}/recorded.yaml`
  return {
    mistakes,
    notes: unrecorded.size === 0 ? [] : [mistake({ file, line: 1 }, 'not-recorded-yet', unrecorded.size)],
  }
}

/** `new`: differs by a decision that is written beside it and not recorded yet. */
function compared({ subject }: DecidedSubject, part: DecidedPart, before: unknown): 'same' | 'new' | Mistake {
  const { kind, value, change, place } = part
  const same = (one: unknown, other: unknown) => canonicalJson(one ?? null) === canonicalJson(other ?? null)
  if (same(value, before)) return 'same'
  const was = canonicalJson(before ?? null)
  if (value === undefined && kind !== 'plan') return mistake(place, 'recorded-part-gone', kind, subject, was)
  if (change === undefined) return mistake(place, 'changed-without-decision', kind, subject, was)
  return same(change.was, before) ? 'new' : mistake(place, 'change-from-another-value', kind, subject, was)
}

function goneMistakes(rows: ProgrammeRows, recorded: Record<string, unknown>): Mistake[] {
  const present = presentSubjects(rows)
  return Object.entries(recorded).flatMap(([section, subjects]) =>
    Object.entries(isMapping(subjects) ? subjects : {})
      .filter(([subject]) => !present.has(`${section} ${subject}`))
      .map(([subject]) => {
        const place = rows.recorded?.place([section, subject]) ?? { file: rows.folder, line: 1 }
        return mistake(place, 'recorded-subject-gone', subject)
      }),
  )
}

/** A record that is no mapping of subjects cannot be compared with: better to refuse it than to forget it. */
function* shapeOfRecord({ recorded }: ProgrammeRows): Generator<Mistake> {
  if (recorded === undefined || recorded.mistakes.length > 0) return
  const subjects = { type: 'object', values: { type: 'object', values: { type: 'object', values: {} } } } as const
  yield* shapeMistakes(subjects, recorded.value, recorded.place)
}

function subjectIn(
  recorded: Record<string, unknown>,
  section: string,
  subject: string,
): Record<string, unknown> | undefined {
  const subjects = recorded[section]
  if (!isMapping(subjects)) return undefined
  const parts = subjects[subject]
  return isMapping(parts) ? parts : undefined
}
