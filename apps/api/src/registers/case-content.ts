import {
  type CaseContent,
  type CaseFault,
  caseFaults,
  DomainError,
  type LocalDate,
  missingOf,
  type Register,
  type ReportingUnit,
  reachOf,
  roundOf,
  uniqueKeyOf,
  validityOf,
} from '@xushi/domain'
import type { FilingContent } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { provinceOf, registerUnits } from '../figures/register-count.ts'
import { reaches } from '../progress-entries/entry-rights.ts'
import type { Person } from '../session/person.ts'
import type { CaseBody } from './register.wire.ts'

export type Written = {
  readonly register: Register
  readonly region: string
  readonly note: string
  readonly content: CaseContent
  /** The stages as they stood before. */
  readonly before: CaseContent['stages']
}

/**
 * A case as it was written, as the content of its filing: texts trimmed, empty ones left out, what it counts by computed from it.
 *
 * @throws DomainError case-invalid with everything that is wrong
 */
export function caseContent(person: Person, written: Written, view: CatalogueView, today: LocalDate): FilingContent {
  const { register, region, note, before } = written
  const content = { stages: written.content.stages, fields: trimmed(written.content.fields) }
  const regions = new Set(view.regions.map(({ code }) => code))
  const forNation = reachOf(person.role, 'progress:record') === 'nation'
  refuse(caseFaults(register, content, { today, regions, forNation, before }))
  const body: CaseBody = { ...content, round: roundOf(register, content.stages), note: note.trim() }
  return {
    region,
    title: titleOf(register, content),
    uniqueKey: uniqueKeyOf(register, content),
    happenedOn: Object.values(content.stages).sort()[0] ?? null,
    ...validityOf(register, content.stages),
    body,
  }
}

function trimmed(fields: CaseContent['fields']): CaseContent['fields'] {
  const entries = Object.entries(fields).map(([id, value]) => [id, typeof value === 'string' ? value.trim() : value])
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** The name of a case: its first field. */
const titleOf = ({ fields: [first] }: Register, { fields }: CaseContent): string =>
  String((first === undefined ? undefined : fields[first.id]) ?? '').slice(0, 200)

/** @throws DomainError case-invalid with what is still missing */
export const checkWhole = (register: Register, content: CaseContent, before: CaseContent['stages'] = {}): void =>
  refuse(missingOf(register, content, before))

function refuse(faults: readonly CaseFault[]): void {
  if (faults.length === 0) return
  throw new DomainError('case-invalid', { faults: faults.map(({ pointer, is }) => `${pointer} ${is}`) })
}

/**
 * The unit that files a case for a region: the one that was named, or the one that the person's scope leaves no doubt about.
 *
 * @throws DomainError not-expected, not-reporting-level, out-of-scope, unit-needed
 */
export function filingUnit(
  person: Person,
  indicator: Indicator,
  asked: { readonly region: string; readonly unit?: string | undefined },
  view: CatalogueView,
  today: LocalDate,
): ReportingUnit {
  view.region(asked.region)
  if (asked.unit !== undefined) view.unit(asked.unit)
  const province = provinceOf(asked.region, view)
  const isRegional = indicator.reportedBy.region.length > 0
  const expected = registerUnits(indicator, view, today)
  const there = isRegional ? expected.filter(({ region }) => region === province) : expected
  if (there.length === 0) throw new DomainError(isRegional ? 'not-reporting-level' : 'not-expected')
  const meant = asked.unit === undefined ? there : there.filter(({ id }) => id === asked.unit)
  if (meant.length === 0) throw new DomainError('not-expected')
  const [unit, other] = meant.filter(({ id }) => reaches(person, 'progress:record', id, view.units))
  if (unit === undefined) throw new DomainError('out-of-scope')
  if (other !== undefined) throw new DomainError('unit-needed')
  return unit
}
