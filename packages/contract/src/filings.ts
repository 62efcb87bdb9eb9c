import { type TSchema, Type } from 'typebox'
import { Approval, EntryState, Move, Person, ReasonedMove, Return, Version } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Id, InstantText, Nullable, Problem, RegionCode, Slug, Text } from './shapes.ts'

export const FilingMove = Type.Enum([
  'edit',
  'delete',
  'submission',
  'approval',
  'return',
  'correction',
  'withdrawal',
  'correction-request',
  'promotion',
  'merger',
])

/** What every filing (报送) says of itself beside its content: where it stands, and who had a hand in it. */
export const filingProperties = {
  /** Its thread: the same while corrections follow each other. */
  id: Id,
  /** The filing in the thread that is shown. */
  filing: Id,
  programme: Slug,
  region: RegionCode,
  unit: Closed({ id: Type.String(), name: Text }),
  title: Type.String(),
  state: EntryState,
  version: Version,
  recorder: Person,
  unitReviewer: Nullable(Person),
  approver: Nullable(Person),
  correctionReason: Nullable(Type.String()),
  returnReason: Nullable(Type.String()),
  /** 待更正: why an approver asks for a correction; null where nobody does, or it was corrected. */
  correctionAsked: Nullable(Closed({ reason: Type.String(), at: InstantText })),
  createdAt: InstantText,
  updatedAt: InstantText,
  submittedAt: Nullable(InstantText),
  decidedAt: Nullable(InstantText),
  approvedSeq: Nullable(Type.Integer()),
  demo: Type.Boolean(),
  /** What the person who asks may do with it now. */
  moves: Type.Array(FilingMove),
}

export const FilingEvent = Closed({
  seq: Type.Integer(),
  at: InstantText,
  actor: Type.String(),
  actorName: Type.String(),
  action: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
})

const params = Closed({ id: Id })

const moveSchema = <Body extends TSchema, Answer extends TSchema>(
  path: string,
  {
    answer,
    ...told
  }: { readonly operationId: string; readonly summary: string; readonly body: Body; readonly answer: Answer },
) => ({ ...told, tags: [path], params, response: { 200: answer, '4xx': Problem } })

/** The moves that every kind of filing has, at its own address. */
export const filingMoves = <const Path extends string, Answer extends TSchema>(
  path: Path,
  noun: string,
  answer: Answer,
) => ({
  submit: {
    method: 'POST',
    url: `/api/${path}/:id/submission`,
    permission: 'progress:submit',
    schema: moveSchema(path, {
      operationId: `submit${noun}`,
      summary: 'Submit it for review',
      body: Move,
      answer,
    }),
  } as const satisfies RouteContract,
  approve: {
    method: 'POST',
    url: `/api/${path}/:id/approval`,
    permission: 'progress:approve',
    schema: moveSchema(path, {
      operationId: `approve${noun}`,
      summary: 'Approve it; never one’s own. Its digest signs exactly what was shown',
      body: Approval,
      answer,
    }),
  } as const satisfies RouteContract,
  sendBack: {
    method: 'POST',
    url: `/api/${path}/:id/return`,
    permission: 'progress:return',
    schema: moveSchema(path, {
      operationId: `return${noun}`,
      summary: 'Return it with a reason',
      body: Return,
      answer,
    }),
  } as const satisfies RouteContract,
  withdraw: {
    method: 'POST',
    url: `/api/${path}/:id/withdrawal`,
    permission: 'progress:withdraw',
    schema: moveSchema(path, {
      operationId: `withdraw${noun}`,
      summary: 'Take it back while it is submitted, or withdraw an approved one with a reason',
      body: Move,
      answer,
    }),
  } as const satisfies RouteContract,
  askCorrection: {
    method: 'POST',
    url: `/api/${path}/:id/correction-request`,
    permission: 'progress:return',
    schema: moveSchema(path, {
      operationId: `ask${noun}Correction`,
      summary: 'Ask for a correction of an approved one, which goes on counting',
      body: ReasonedMove,
      answer,
    }),
  } as const satisfies RouteContract,
  remove: {
    method: 'DELETE',
    url: `/api/${path}/:id`,
    permission: 'progress:edit',
    schema: {
      operationId: `delete${noun}`,
      summary: 'Delete a draft or a returned one',
      tags: [path],
      params,
      querystring: Closed({ version: Type.Optional(Version) }),
      response: { 204: Type.Null(), '4xx': Problem },
    },
  } as const satisfies RouteContract,
})
