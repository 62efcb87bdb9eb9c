import { type CreditCodeFault, creditCodeFault } from './credit-code.ts'
import { isLocalDate, type LocalDate } from './local-date.ts'
import { type Register, type RegisterField, roundOf } from './register.ts'

/** What can be wrong with a case. */
export type CaseFaultKind =
  | CreditCodeFault
  | 'field-required'
  | 'field-unknown'
  | 'not-a-choice'
  | 'not-a-date'
  | 'not-whole'
  | 'not-text'
  | 'not-a-line'
  | 'not-a-region'
  | 'stage-unknown'
  | 'stage-not-yours'
  | 'stage-in-future'
  | 'stages-out-of-order'
  | 'stage-skipped'
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
      if (typeof value !== 'string') return 'not-text'
      return isLine(value) ? null : 'not-a-line'
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

/** Text that fills one line and reads as it stands: not blank, no line ends or other control signs, nothing that turns its direction. */
const isLine = (text: string): boolean => text.trim() !== '' && !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text)

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

/**
 * The stages that a case skipped (缺环节): it passes every stage up to the one from which it counts in the register's order, so that a case
 * recorded afterwards has the days of all that it passed. What comes after that stage (跟踪评估, 退出) may come at any time.
 *
 * @param before the stages of the filing that counts: what it skipped already stays as it is
 *
 * Source: docs/methods/case-check.md
 */
export function skippedStages(
  { stages, countsFrom }: Pick<Register, 'stages' | 'countsFrom'>,
  reached: CaseContent['stages'],
  before: CaseContent['stages'] = {},
): readonly string[] {
  const isSkipped = (index: number, of: CaseContent['stages']) =>
    of[stages[index]?.id ?? ''] === undefined && stages.slice(index + 1).some(({ id }) => of[id] !== undefined)
  const way = stages.slice(0, stages.findIndex(({ id }) => id === countsFrom) + 1)
  return way.flatMap(({ id }, index) => (isSkipped(index, reached) && !isSkipped(index, before) ? [id] : []))
}

/**
 * What a case still lacks before it can be submitted: required fields, any stage at all, and stages that it skipped.
 *
 * @param before the stages of the filing that counts
 */
export function missingOf(
  register: Register,
  { fields, stages }: CaseContent,
  before: CaseContent['stages'] = {},
): readonly CaseFault[] {
  const lacking = register.fields.filter(
    ({ id, required }) => required && (fields[id] === undefined || fields[id] === ''),
  )
  const faults: CaseFault[] = lacking.map(({ id }) => ({ pointer: `/fields/${id}`, is: 'field-required' }))
  if (Object.keys(stages).length === 0) return [...faults, { pointer: '/stages', is: 'no-stage' }]
  const skipped = skippedStages(register, stages, before)
  return [...faults, ...skipped.map((id): CaseFault => ({ pointer: `/stages/${id}`, is: 'stage-skipped' }))]
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
export function uniqueKeyOf(register: Register, { fields, stages }: CaseContent): string | null {
  const { uniqueBy } = register
  const round = roundOf(register, stages)
  const value = uniqueBy === null ? undefined : fields[uniqueBy]
  if (value === undefined || value === '') return null
  return [...(round === null ? [] : [round]), String(value).normalize('NFKC').trim().toUpperCase()].join(' ')
}
