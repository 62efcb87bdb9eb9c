import { type Static, Type } from 'typebox'
import { FilingEvent, filingMoves, filingProperties } from './filings.ts'
import { Digest, EntryState, Move, Note, Person, Reason, Version } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import {
  Closed,
  Day,
  Figure,
  Id,
  InstantText,
  Nullable,
  OneOf,
  PeriodCode,
  Problem,
  RegionCode,
  Reported,
  Slug,
  Text,
  TwoTimes,
} from './shapes.ts'

const tags = ['registers']

export const RegisterField = Closed({
  id: Type.String(),
  name: Text,
  kind: OneOf(['text', 'credit-code', 'region', 'choice', 'date', 'whole']),
  required: Type.Boolean(),
  choices: Type.Array(Closed({ id: Type.String(), name: Text })),
})
export const CaseStage = Closed({ id: Type.String(), name: Text, by: OneOf(['unit', 'ministry']) })

/** A register (台账) as it is defined, and where it stands. */
export const Register = Closed({
  id: Slug,
  programme: Slug,
  goal: Type.String(),
  name: Text,
  indicator: Text,
  unitOfMeasure: Text,
  fields: Type.Array(RegisterField),
  stages: Type.Array(CaseStage),
  countsFrom: Type.String(),
  leavesAt: Type.String(),
  evidenceRequired: Type.Boolean(),
  uniqueBy: Nullable(Type.String()),
  distinctBy: Nullable(Type.String()),
  round: Nullable(Type.String()),
  /** Registers whose cases its members are chosen from (十 out of 百 and 千); empty where cases are filed in it. */
  chosenFrom: Type.Array(Slug),
  /** Registers that choose out of this one. */
  chosenInto: Type.Array(Slug),
  /** 台账启用: from when it counts and with what it began; null before. */
  opening: Nullable(Closed({ openedOn: Day, balance: Type.Number(), balanceSource: Type.String() })),
})
export type Register = Static<typeof Register>

export const listRegisters = {
  method: 'GET',
  url: '/api/registers',
  permission: 'progress:read',
  schema: {
    operationId: 'listRegisters',
    summary: 'The registers, with what they count now',
    tags,
    querystring: Closed({ ...TwoTimes }),
    response: {
      200: Closed({
        on: Day,
        registers: Type.Array(
          Closed({ ...Register.properties, count: Figure, reported: Reported, cases: Type.Integer() }),
        ),
      }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract

const FieldValue = Type.Union([Type.String({ maxLength: 500 }), Type.Number()])
const Fields = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }), FieldValue)
const Stages = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }), Day)

export const Case = Closed({
  ...filingProperties,
  register: Slug,
  fields: Type.Record(Type.String(), FieldValue),
  stages: Type.Record(Type.String(), Type.String()),
  /** The last stage reached; null before the first. */
  stage: Nullable(Type.String()),
  validFrom: Nullable(Day),
  validTo: Nullable(Day),
  round: Nullable(Type.String()),
  note: Type.String(),
  /** Whether the case counts on the day asked for, whatever is written beside what counts. */
  inForce: Type.Boolean(),
  /** Where a correction stands that is open beside what counts, for those who may see it. */
  underway: Nullable(EntryState),
  /** The case that it was chosen out of, in a register that chooses. */
  source: Nullable(Closed({ id: Id, register: Slug })),
})
export type Case = Static<typeof Case>

/** What a recorder writes of a case. Unknown fields and stages are refused by the register's own rules. */
const CaseContent = {
  fields: Fields,
  stages: Type.Optional(Stages),
  note: Type.Optional(Note),
}

export const recordCase = {
  method: 'POST',
  url: '/api/registers/:register/cases',
  permission: 'progress:record',
  schema: {
    operationId: 'recordCase',
    summary: 'Register one case as a draft',
    tags,
    params: Closed({ register: Slug }),
    body: Closed({ region: RegionCode, unit: Type.Optional(Type.String({ maxLength: 80 })), ...CaseContent }),
    response: { 201: Case, '4xx': Problem },
  },
} as const satisfies RouteContract
export type RecordCase = Static<(typeof recordCase)['schema']['body']>

export const listCases = {
  method: 'GET',
  url: '/api/registers/:register/cases',
  permission: 'progress:read',
  schema: {
    operationId: 'listCases',
    summary: 'The cases of a register that one may see: those in force on a date, or in any state',
    tags,
    params: Closed({ register: Slug }),
    querystring: Closed({ ...TwoTimes }),
    response: {
      200: Closed({
        register: Register,
        on: Day,
        count: Figure,
        reported: Reported,
        cases: Type.Array(Case),
        /** How many cases count on the day in each provincial region, the most first; a prefecture counts in its province. */
        byRegion: Type.Array(Closed({ region: RegionCode, name: Text, count: Type.Integer() })),
        /** A figure somebody published without naming the cases, and how far the count is from it. */
        beside: Nullable(Closed({ figure: Figure, on: Day, difference: Figure })),
      }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract
export type CaseList = Static<(typeof listCases)['schema']['response'][200]>

const params = Closed({ id: Id })

export const CaseDetail = Closed({
  case: Case,
  digest: Digest,
  register: Register,
  /** Every filing of its thread, oldest first, and of what was merged into it. */
  versions: Type.Array(Case),
  /** The lists that it is in: its own register and what it was chosen into. */
  lists: Type.Array(Case),
  merged: Type.Array(Case),
  /** The case that it went into, or goes into once that is approved. */
  into: Nullable(Case),
  history: Type.Array(FilingEvent),
})
export type CaseDetail = Static<typeof CaseDetail>

export const showCase = {
  method: 'GET',
  url: '/api/cases/:id',
  permission: 'progress:read',
  schema: {
    operationId: 'showCase',
    summary: 'One case with its history and the lists it is in',
    tags,
    params,
    response: { 200: CaseDetail, '4xx': Problem },
  },
} as const satisfies RouteContract

/** Changes a draft; of an approved case, with a reason, it opens a correction. */
export const editCase = {
  method: 'PATCH',
  url: '/api/cases/:id',
  permission: 'progress:edit',
  schema: {
    operationId: 'editCase',
    summary: 'Change a draft or a returned case, or open a correction of an approved one with a reason',
    tags,
    params,
    body: Closed({
      version: Version,
      fields: Type.Optional(Fields),
      stages: Type.Optional(Stages),
      note: Type.Optional(Note),
      reason: Type.Optional(Reason),
    }),
    response: { 200: Case, '4xx': Problem },
  },
} as const satisfies RouteContract
export type EditCase = Static<(typeof editCase)['schema']['body']>

const moves = filingMoves('cases', 'Case', Case)
export const askCaseCorrection = moves.askCorrection
export const submitCase = moves.submit
export const approveCase = moves.approve
export const returnCase = moves.sendBack
export const deleteCase = moves.remove

/**
 * Of a case that counts, proposes its exit (退出): a correction that names the day, submitted at once; another person approves it, and
 * until then the case counts. One that never counted is withdrawn altogether. A submitted one goes back to its recorder.
 */
export const withdrawCase = {
  ...moves.withdraw,
  schema: {
    ...moves.withdraw.schema,
    summary: 'Propose the exit of a case that counts, withdraw one that never counted, or take back a submitted one',
    /** `on`: the first day on which it counts no longer. */
    body: Closed({ ...Move.properties, on: Type.Optional(Day) }),
  },
} as const satisfies RouteContract

/** Chooses a case into a register that chooses (十 out of 百 and 千): a filing of its own, to be submitted and approved. */
export const promoteCase = {
  method: 'POST',
  url: '/api/cases/:id/promotion',
  permission: 'case:promote',
  schema: {
    operationId: 'promoteCase',
    summary: 'Choose a case into another register, with the reason',
    tags,
    params,
    body: Closed({ into: Slug, reason: Reason, fields: Type.Optional(Fields), stages: Type.Optional(Stages) }),
    response: { 201: Case, '4xx': Problem },
  },
} as const satisfies RouteContract
export type PromoteCase = Static<(typeof promoteCase)['schema']['body']>

/**
 * Proposes that a case that was registered twice goes into the one that stays: a filing of the same thread, submitted at once; another
 * person approves it, and until then the case counts. Both histories are kept.
 */
export const mergeCase = {
  method: 'POST',
  url: '/api/cases/:id/merger',
  permission: 'progress:correct',
  schema: {
    operationId: 'mergeCase',
    summary: 'Propose that a duplicate goes into the case that stays, with a reason',
    tags,
    params,
    body: Closed({ version: Version, into: Id, reason: Reason }),
    response: { 200: Case, '4xx': Problem },
  },
} as const satisfies RouteContract

export const findDuplicates = {
  method: 'GET',
  url: '/api/registers/:register/duplicates',
  permission: 'progress:record',
  schema: {
    operationId: 'findDuplicates',
    summary: 'Cases with the same code or a like name, before one is saved',
    tags,
    params: Closed({ register: Slug }),
    querystring: Closed({
      code: Type.Optional(Type.String({ maxLength: 40 })),
      name: Type.Optional(Type.String({ maxLength: 200 })),
      except: Type.Optional(Id),
    }),
    response: {
      200: Closed({
        duplicates: Type.Array(Closed({ case: Case, because: OneOf(['same-code', 'same-name', 'like-name']) })),
      }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract

/** A unit's word that its list of a period is whole (本期台账确认); without cases it is 零报告. */
export const Confirmation = Closed({
  id: Id,
  unit: Closed({ id: Type.String(), name: Text }),
  period: Type.String(),
  caseCount: Type.Integer(),
  confirmedBy: Person,
  confirmedAt: InstantText,
  /** Whether the list of the period changed after it was given, so that it is to be given again. */
  changed: Type.Boolean(),
})

export const confirmRegister = {
  method: 'POST',
  url: '/api/registers/:register/confirmations',
  permission: 'register:confirm',
  schema: {
    operationId: 'confirmRegister',
    summary: 'Confirm that one’s list of a period is whole, or once more where it changed since',
    tags,
    params: Closed({ register: Slug }),
    body: Closed({ period: PeriodCode, unit: Type.Optional(Type.String({ maxLength: 80 })) }),
    response: { 201: Confirmation, '4xx': Problem },
  },
} as const satisfies RouteContract

export const listConfirmations = {
  method: 'GET',
  url: '/api/registers/:register/confirmations',
  permission: 'progress:read',
  schema: {
    operationId: 'listConfirmations',
    summary: 'Who confirmed which period',
    tags,
    params: Closed({ register: Slug }),
    response: {
      200: Closed({
        confirmations: Type.Array(Confirmation),
        /** What the person who asks may confirm: units, and the months that ended since the opening, newest first. */
        mine: Type.Array(
          Closed({
            unit: Closed({ id: Type.String(), name: Text }),
            period: Type.String(),
            confirmed: Type.Boolean(),
            changed: Type.Boolean(),
          }),
        ),
      }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract
export type ConfirmationList = Static<(typeof listConfirmations)['schema']['response'][200]>
