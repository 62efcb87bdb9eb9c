import { type Static, Type } from 'typebox'
import type { RouteContract } from './route.ts'
import {
  Absence,
  Closed,
  Day,
  Id,
  InstantText,
  Nullable,
  OneOf,
  PeriodCode,
  Problem,
  RegionCode,
  Slug,
  Text,
} from './shapes.ts'

export const EntryState = OneOf([
  'draft',
  'submitted',
  'unit-reviewed',
  'returned',
  'approved',
  'withdrawn',
  'superseded',
])

export const Note = Type.String({ maxLength: 2000 })
export const Reason = Type.String({ minLength: 1, maxLength: 2000 })
/** A JSON number in the indicator's unit. Not a text, not null; at most a safe integer. */
export const EntryValue = Type.Number({ minimum: -9007199254740991, maximum: 9007199254740991 })
export const Version = Type.Integer({ minimum: 1 })

const Severity = OneOf(['hard', 'soft'])
/** What a rule (校验规则) found in a value. Values in the indicator's unit. */
export const Finding = Type.Union([
  Closed({
    is: Type.Literal('range'),
    severity: Severity,
    minimum: Nullable(Type.Number()),
    maximum: Nullable(Type.Number()),
  }),
  Closed({ is: Type.Literal('not-falling'), severity: Severity, period: Type.String(), before: Type.Number() }),
  Closed({
    is: Type.Literal('jump'),
    severity: Severity,
    /** Robust z-score; negative below the median. */
    score: Type.Number(),
    median: Type.Number(),
    from: Type.Number(),
    to: Type.Number(),
  }),
  Closed({ is: Type.Literal('at-most'), severity: Severity, of: Type.Array(Slug), sum: Type.Number() }),
])
export type Finding = Static<typeof Finding>

/** 滞后原因: cause of the programme's list, remedy, responsible unit, new date. */
export const LagReason = Closed({
  cause: Slug,
  remedy: Type.String({ maxLength: 1000 }),
  responsible: Type.String({ maxLength: 200 }),
  newDate: Day,
})
export type LagReason = Static<typeof LagReason>

/** 滞后原因 while it is written: what is missing is asked for when it is handed in. */
export const LagDraft = Closed({
  cause: Type.String({ maxLength: 80 }),
  remedy: Type.String({ maxLength: 1000 }),
  responsible: Type.String({ maxLength: 200 }),
  newDate: Type.String({ maxLength: 10 }),
})

/** SHA-256 of exactly what was shown. */
export const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const Person = Closed({ id: Id, name: Type.String(), unit: Nullable(Text) })

export const ProgressEntry = Closed({
  id: Id,
  programme: Slug,
  indicator: Slug,
  region: RegionCode,
  unit: Closed({ id: Type.String(), name: Text }),
  period: Type.String(),
  endsOn: Type.String(),
  /** In the indicator's unit; null when the unit says why there is none, or while a draft is empty. */
  value: Nullable(Type.Number()),
  absence: Nullable(Absence),
  note: Type.String(),
  state: EntryState,
  version: Version,
  recorder: Person,
  unitReviewer: Nullable(Person),
  approver: Nullable(Person),
  supersedes: Nullable(Id),
  correctionReason: Nullable(Type.String()),
  returnReason: Nullable(Type.String()),
  createdAt: InstantText,
  updatedAt: InstantText,
  submittedAt: Nullable(InstantText),
  decidedAt: Nullable(InstantText),
  approvedSeq: Nullable(Type.Integer()),
  /** What the rules found when it was handed in. */
  findings: Type.Array(Finding),
  lag: Nullable(LagReason),
  /** 待更正: an approver asks for a correction; the entry goes on counting. */
  correctionAsked: Nullable(Closed({ reason: Type.String(), at: InstantText })),
  demo: Type.Boolean(),
  /** What the person who asks may do with it now. */
  moves: Type.Array(
    OneOf(['edit', 'delete', 'submission', 'approval', 'return', 'correction', 'withdrawal', 'correction-request']),
  ),
})
export type ProgressEntry = Static<typeof ProgressEntry>

/** A value, or the explicit statement that there is none: never both, never neither. */
export const RecordProgress = Type.Union([
  Closed({
    region: RegionCode,
    period: PeriodCode,
    value: EntryValue,
    note: Type.Optional(Note),
    unit: Type.Optional(Type.String({ maxLength: 80 })),
  }),
  Closed({
    region: RegionCode,
    period: PeriodCode,
    absence: Absence,
    note: Type.Optional(Note),
    unit: Type.Optional(Type.String({ maxLength: 80 })),
  }),
])
export type RecordProgress = Static<typeof RecordProgress>

const tags = ['progress-entries'] as const
const params = Closed({ id: Id })

export const recordProgress = {
  method: 'POST',
  url: '/api/indicators/:indicator/progress-entries',
  permission: 'progress:record',
  schema: {
    operationId: 'recordProgress',
    summary: 'Record one value for one region and reporting period, as a draft',
    tags,
    params: Closed({ indicator: Slug }),
    body: RecordProgress,
    response: { 201: ProgressEntry, '4xx': Problem },
  },
} as const satisfies RouteContract

export const listProgress = {
  method: 'GET',
  url: '/api/progress-entries',
  permission: 'progress:read',
  schema: {
    operationId: 'listProgress',
    summary: 'Entries one may see, newest first, in pages',
    tags,
    querystring: Closed({
      state: Type.Optional(EntryState),
      indicator: Type.Optional(Slug),
      region: Type.Optional(RegionCode),
      period: Type.Optional(PeriodCode),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    response: {
      200: Closed({ entries: Type.Array(ProgressEntry), total: Type.Integer(), next: Nullable(Type.String()) }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract

export const EntryEvent = Closed({
  seq: Type.Integer(),
  at: InstantText,
  actor: Type.String(),
  /** The person's name; the actor as it stands where it is no person. */
  actorName: Type.String(),
  action: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
})
export type EntryEvent = Static<typeof EntryEvent>

export const showProgress = {
  method: 'GET',
  url: '/api/progress-entries/:id',
  permission: 'progress:read',
  schema: {
    operationId: 'showProgress',
    summary: 'One entry with its history',
    tags,
    params,
    response: {
      200: Closed({ entry: ProgressEntry, digest: Digest, history: Type.Array(EntryEvent) }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract

export const EditProgress = Type.Union([
  Closed({ version: Version, value: EntryValue, note: Type.Optional(Note) }),
  Closed({ version: Version, absence: Absence, note: Type.Optional(Note) }),
  Closed({ version: Version, note: Note }),
])
export type EditProgress = Static<typeof EditProgress>

export const editProgress = {
  method: 'PATCH',
  url: '/api/progress-entries/:id',
  permission: 'progress:edit',
  schema: {
    operationId: 'editProgress',
    summary: 'Change a draft or a returned entry',
    tags,
    params,
    body: EditProgress,
    response: { 200: ProgressEntry, '4xx': Problem },
  },
} as const satisfies RouteContract

export const deleteProgress = {
  method: 'DELETE',
  url: '/api/progress-entries/:id',
  permission: 'progress:edit',
  schema: {
    operationId: 'deleteProgress',
    summary: 'Delete a draft or a returned entry',
    tags,
    params,
    querystring: Closed({ version: Type.Optional(Version) }),
    response: { 204: Type.Null(), '4xx': Problem },
  },
} as const satisfies RouteContract

export const Move = Closed({ version: Version, reason: Type.Optional(Reason) })
export const ReasonedMove = Closed({ version: Version, reason: Reason })

export const Submission = Closed({ version: Version, reason: Type.Optional(Reason), lag: Type.Optional(LagDraft) })
/** Signs exactly what was shown: without its digest nothing is approved. */
export const Approval = Closed({ version: Version, reason: Type.Optional(Reason), digest: Digest })
/** Returns what was shown; a digest makes sure that it still is that. */
export const Return = Closed({ version: Version, reason: Reason, digest: Type.Optional(Digest) })

export const submitProgress = {
  method: 'POST',
  url: '/api/progress-entries/:id/submission',
  permission: 'progress:submit',
  schema: {
    operationId: 'submitProgress',
    summary: 'Submit an entry for review, with 滞后原因 where its goal is behind',
    tags,
    params,
    body: Submission,
    response: { 200: ProgressEntry, '4xx': Problem },
  },
} as const satisfies RouteContract

/** For an entry whose unit reviews inside, the unit reviewer's approval passes it on; the approver's makes it count. */
export const approveProgress = {
  method: 'POST',
  url: '/api/progress-entries/:id/approval',
  permission: 'progress:approve',
  schema: {
    operationId: 'approveProgress',
    summary: 'Approve a submitted entry; never one’s own. Its digest signs exactly what was shown',
    tags,
    params,
    body: Approval,
    response: { 200: ProgressEntry, '4xx': Problem },
  },
} as const satisfies RouteContract

export const returnProgress = {
  method: 'POST',
  url: '/api/progress-entries/:id/return',
  permission: 'progress:return',
  schema: {
    operationId: 'returnProgress',
    summary: 'Return a submitted entry with a reason',
    tags,
    params,
    body: Return,
    response: { 200: ProgressEntry, '4xx': Problem },
  },
} as const satisfies RouteContract

/** Opens a draft that supersedes the approved entry once it is approved itself; until then the old value counts. */
export const correctProgress = {
  method: 'POST',
  url: '/api/progress-entries/:id/correction',
  permission: 'progress:correct',
  schema: {
    operationId: 'correctProgress',
    summary: 'Correct an approved entry with a reason',
    tags,
    params,
    body: Type.Union([
      Closed({ version: Version, reason: Reason }),
      Closed({ version: Version, reason: Reason, value: EntryValue, note: Type.Optional(Note) }),
      Closed({ version: Version, reason: Reason, absence: Absence, note: Type.Optional(Note) }),
    ]),
    response: { 201: ProgressEntry, '4xx': Problem },
  },
} as const satisfies RouteContract

/** A submitted entry goes back to its recorder's drafts; an approved one stops counting and needs a reason. */
export const withdrawProgress = {
  method: 'POST',
  url: '/api/progress-entries/:id/withdrawal',
  permission: 'progress:withdraw',
  schema: {
    operationId: 'withdrawProgress',
    summary: 'Take back a submitted entry, or withdraw an approved one with a reason',
    tags,
    params,
    body: Move,
    response: { 200: ProgressEntry, '4xx': Problem },
  },
} as const satisfies RouteContract

/** An approver asks for a correction (待更正); the entry goes on counting, marked. */
export const askProgressCorrection = {
  method: 'POST',
  url: '/api/progress-entries/:id/correction-request',
  permission: 'progress:return',
  schema: {
    operationId: 'askProgressCorrection',
    summary: 'Ask for a correction of an approved entry, which goes on counting',
    tags,
    params,
    body: ReasonedMove,
    response: { 200: ProgressEntry, '4xx': Problem },
  },
} as const satisfies RouteContract

/** One result for each entry of many: the entry as it stands now, or why it was refused. */
export const ManyResults = Closed({
  results: Type.Array(Closed({ id: Id, entry: Nullable(ProgressEntry), problem: Nullable(Problem) })),
})
export type ManyResults = Static<typeof ManyResults>
const mostAtOnce = 200

/** Each is approved by itself, and only if it still is what was shown. */
export const approveManyProgress = {
  method: 'POST',
  url: '/api/progress-entries/approvals',
  permission: 'progress:approve',
  schema: {
    operationId: 'approveManyProgress',
    summary: 'Approve several entries that were shown, each signed by its digest',
    tags,
    body: Closed({
      entries: Type.Array(Closed({ id: Id, version: Version, digest: Digest }), { minItems: 1, maxItems: mostAtOnce }),
    }),
    response: { 200: ManyResults, '4xx': Problem },
  },
} as const satisfies RouteContract

export const returnManyProgress = {
  method: 'POST',
  url: '/api/progress-entries/returns',
  permission: 'progress:return',
  schema: {
    operationId: 'returnManyProgress',
    summary: 'Return several entries with one reason',
    tags,
    body: Closed({
      entries: Type.Array(Closed({ id: Id, version: Version, digest: Type.Optional(Digest) }), {
        minItems: 1,
        maxItems: mostAtOnce,
      }),
      reason: Reason,
    }),
    response: { 200: ManyResults, '4xx': Problem },
  },
} as const satisfies RouteContract
