import type { Case, Register as RegisterWire } from '@xushi/contract'
import { type CaseContent, isInForce, type Register, stageOf } from '@xushi/domain'
import type { FilingRow } from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { valueWire } from '../figures/figure.wire.ts'
import { actionsOf } from '../filings/filing-actions.ts'
import { type FilingContext, filingWire } from '../filings/filings.service.ts'
import { reaches } from '../progress-entries/entry-rights.ts'

/** What a case's filing keeps beside its columns. */
export type CaseBody = CaseContent & {
  readonly round: string | null
  readonly note: string
  readonly mergedInto?: string
  /** The register of the case that a promotion chose. */
  readonly sourceRegister?: string
}

export const bodyOf = (row: Pick<FilingRow, 'body'>): CaseBody => JSON.parse(row.body)

/** A register as the wire shows it. */
export function registerWire(register: Register, view: CatalogueView): RegisterWire {
  const indicator = view.indicator(register.id)
  const { opening } = indicator
  return {
    id: register.id,
    programme: register.programme,
    goal: indicator.goal,
    name: register.name,
    indicator: indicator.name,
    unitOfMeasure: indicator.unit,
    fields: register.fields.map(({ choices, ...field }) => ({ ...field, choices: [...choices] })),
    stages: [...register.stages],
    countsFrom: register.countsFrom,
    leavesAt: register.leavesAt,
    evidenceRequired: register.evidenceRequired,
    uniqueBy: register.uniqueBy,
    distinctBy: register.distinctBy,
    round: register.round,
    chosenFrom: [...indicator.chosenFrom],
    chosenInto: chosenInto(register.id, view),
    opening: opening === null ? null : { ...opening, balance: valueWire(opening.balance, indicator.decimals) },
  }
}

/** The registers that choose out of a register. */
export const chosenInto = (register: string, view: CatalogueView): string[] =>
  view.registers.filter(({ id }) => view.indicator(id).chosenFrom.includes(register)).map(({ id }) => id)

const never = { validFrom: null, validTo: null }

/** A case, or a promotion, as the wire shows it. */
export function caseWire(row: FilingRow, context: FilingContext): Case {
  const { view, today, counting } = context
  const register = view.register(row.subject)
  const { fields, stages, round, note, sourceRegister = '' } = bodyOf(row)
  const base = filingWire(row, context)
  const counted = counting?.get(row.thread)
  // What was approved is told with the days on which it counts: a choice has them with its case.
  const days = row.state === 'approved' ? (counted ?? never) : row
  return {
    ...base,
    moves: caseMoves(row, base.moves, context),
    register: row.subject,
    fields: { ...fields },
    stages: { ...stages },
    stage: stageOf(register, stages),
    validFrom: days.validFrom,
    validTo: days.validTo,
    round,
    note,
    // What belongs to another round may be in force still; it does not count in this one.
    inForce:
      counted !== undefined && isInForce(counted, today) && (register.round === null || round === register.round),
    underway: null,
    source: row.sourceThread === null ? null : { id: row.sourceThread, register: sourceRegister },
  }
}

/** The moves of a case beside those of every filing: leaving is a correction once it counts, and a duplicate goes into another case. */
function caseMoves(row: FilingRow, moves: Case['moves'], { view, person, today }: FilingContext): Case['moves'] {
  if (row.state !== 'approved') return moves
  const endsIt = moves.includes('withdrawal')
  const others = moves.filter((move) => move !== 'withdrawal')
  const proposes = reaches(person, actionsOf(row.kind).correct, row.unitId, view.units)
  const leaves = row.validFrom === null ? endsIt : row.validTo === null && proposes
  const isChosen =
    row.kind === 'case' &&
    isInForce(row, today) &&
    person.role === 'recorder' &&
    chosenInto(row.subject, view).length > 0
  return [
    ...others,
    ...(leaves ? (['withdrawal'] as const) : []),
    ...(proposes && row.kind === 'case' ? (['merger'] as const) : []),
    ...(isChosen ? (['promotion'] as const) : []),
  ]
}

/** What counts, with what is open beside it: a second correction is none, and what waits for a decision is decided on first. */
export function withUnderway(one: Case, underway: Case['underway']): Case {
  if (underway === null) return one
  const isDraft = underway === 'draft' || underway === 'returned'
  const moves = one.moves.filter((move) => {
    if (move === 'correction' || move === 'correction-request' || move === 'merger') return false
    return move !== 'withdrawal' || (isDraft && one.validFrom === null)
  })
  return { ...one, underway, moves }
}
