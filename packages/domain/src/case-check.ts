import { type CreditCodeFault, creditCodeFault } from './credit-code.ts'
import { isLocalDate, type LocalDate } from './local-date.ts'
import type { Register, RegisterField } from './register.ts'

/** What can be wrong with a case. */
export type CaseFaultKind =
  | CreditCodeFault
  | 'field-required'
  | 'field-unknown'
  | 'not-a-choice'
  | 'not-a-date'
  | 'not-whole'
  | 'not-text'
  | 'not-a-region'
  | 'stage-unknown'
  | 'stage-not-yours'
  | 'stage-in-future'
  | 'stages-out-of-order'
  | 'exit-before-counting'
  | 'no-stage'

/** One thing that is wrong, and where: a JSON Pointer into what was sent. */
export type CaseFault = { readonly pointer: string; readonly is: CaseFaultKind }

/** What a case says (案例): its fields, and the day on which each stage was reached. */
export type CaseContent = {
  readonly fields: Readonly<Record<string, string | number>>
  readonly stages: Readonly<Record<string, LocalDate>>
}

export type CaseAsked = {
  /** Today in Asia/Shanghai: no stage is reached later. */
  readonly today: LocalDate
  /** Codes of the regions there are. */
  readonly regions: ReadonlySet<string>
  /** Whether who files works for the nation: some stages only they may set. */
  readonly forNation: boolean
  /** The stages as the filing that counts has them: those of the ministry stay as they are, whoever files for a unit. */
  readonly before: CaseContent['stages']
}

/**
 * Everything that is wrong with a case as it was written. What is missing is no fault yet: see `missingOf`.
 *
 * Source: docs/methods/case-check.md
 */
export function caseFaults(register: Register, content: CaseContent, asked: CaseAsked): readonly CaseFault[] {
  const known = new Map(register.fields.map((field) => [field.id, field]))
  const fields = Object.entries(content.fields).flatMap(([id, value]): CaseFault[] => {
    const field = known.get(id)
    const is = field === undefined ? 'field-unknown' : fieldFault(field, value, asked.regions)
    return is === null ? [] : [{ pointer: `/fields/${id}`, is }]
  })
  return [...fields, ...stageFaults(register, content.stages, asked)]
}

function fieldFault(field: RegisterField, value: string | number, regions: ReadonlySet<string>): CaseFaultKind | null {
  if (value === '') return null
  switch (field.kind) {
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? null : 'not-whole'
    case 'text':
      return typeof value === 'string' ? null : 'not-text'
    case 'credit-code':
      return creditCodeFault(String(value))
    case 'choice':
      return field.choices.some(({ id }) => id === value) ? null : 'not-a-choice'
    case 'date':
      return isLocalDate(String(value)) ? null : 'not-a-date'
    case 'region':
      return regions.has(String(value)) ? null : 'not-a-region'
    default:
      return field.kind satisfies never
  }
}

function stageFaults(
  { stages, countsFrom, leavesAt }: Register,
  reached: CaseContent['stages'],
  { today, forNation, before }: CaseAsked,
): readonly CaseFault[] {
  const known = new Set(stages.map(({ id }) => id))
  const unknown = Object.keys(reached).filter((id) => !known.has(id))
  const faults: CaseFault[] = unknown.map((id) => ({ pointer: `/stages/${id}`, is: 'stage-unknown' }))
  let last: LocalDate = ''
  for (const { id, by } of stages) {
    const on = reached[id]
    // What is not theirs they neither set nor move nor leave out.
    const isTheirs = by === 'unit' || forNation || before[id] === on
    if (on === undefined && isTheirs) continue
    const is = isTheirs ? stageFault(on ?? '', last, today) : 'stage-not-yours'
    if (is !== null) faults.push({ pointer: `/stages/${id}`, is })
    if (on !== undefined && isLocalDate(on)) last = on
  }
  const [from, exit] = [reached[countsFrom], reached[leavesAt]]
  if (from !== undefined && exit === from) faults.push({ pointer: `/stages/${leavesAt}`, is: 'exit-before-counting' })
  return faults
}

/**
 * Why a case cannot leave its register on a day: it leaves after the day from which it counts, not before a stage that it reached, and
 * not after today.
 */
export function exitFault(
  { stages, countsFrom, leavesAt }: Register,
  reached: CaseContent['stages'],
  on: LocalDate,
  today: LocalDate,
): CaseFaultKind | null {
  if (!isLocalDate(on)) return 'not-a-date'
  if (on > today) return 'stage-in-future'
  const from = reached[countsFrom]
  if (from !== undefined && on <= from) return 'exit-before-counting'
  const others = stages.flatMap(({ id }) => (id === leavesAt ? [] : (reached[id] ?? [])))
  return others.some((other) => on < other) ? 'stages-out-of-order' : null
}

function stageFault(on: LocalDate, last: LocalDate, today: LocalDate): CaseFaultKind | null {
  if (!isLocalDate(on)) return 'not-a-date'
  if (on > today) return 'stage-in-future'
  return on < last ? 'stages-out-of-order' : null
}

/** What a case still lacks before it can be submitted: required fields, and any stage at all. */
export function missingOf(register: Register, { fields, stages }: CaseContent): readonly CaseFault[] {
  const lacking = register.fields.filter(
    ({ id, required }) => required && (fields[id] === undefined || fields[id] === ''),
  )
  const faults: CaseFault[] = lacking.map(({ id }) => ({ pointer: `/fields/${id}`, is: 'field-required' }))
  return Object.keys(stages).length === 0 ? [...faults, { pointer: '/stages', is: 'no-stage' }] : faults
}

/** The last stage a case has reached, in the order of its register; null before the first. */
export function stageOf({ stages }: Register, reached: CaseContent['stages']): string | null {
  return stages.findLast(({ id }) => reached[id] !== undefined)?.id ?? null
}

/** Between which days a case counts: from 发布 on, and no longer from 退出. */
export function validityOf({ countsFrom, leavesAt }: Register, reached: CaseContent['stages']) {
  const validFrom = reached[countsFrom] ?? null
  return { validFrom, validTo: validFrom === null ? null : (reached[leavesAt] ?? null) }
}

/** What a case is known by in its register, once: its round and the value of the unique field; null where it may be there twice. */
export function uniqueKeyOf({ uniqueBy, round }: Register, { fields }: CaseContent): string | null {
  const value = uniqueBy === null ? undefined : fields[uniqueBy]
  if (value === undefined || value === '') return null
  return [...(round === null ? [] : [round]), String(value).normalize('NFKC').trim().toUpperCase()].join(' ')
}
