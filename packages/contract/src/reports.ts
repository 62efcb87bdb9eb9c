import { makingStates, reportFormats, reportKinds, reportStates } from '@xushi/domain'
import { type Static, Type } from 'typebox'
import { Digest, Person, Reason, Version } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, Id, InstantText, KnownAt, Nullable, OneOf, Problem, RegionCode, Slug, Text } from './shapes.ts'

const tags = ['reports']

const Kind = OneOf(reportKinds)
const Format = OneOf(reportFormats)
const Language = OneOf(['zh', 'en'])

/** Characters that an author may write in one place of a report. */
export const longestReportText = 100_000
const Texts = Type.Record(
  Type.String({ pattern: '^[a-z0-9-]{1,80}$' }),
  Type.String({ maxLength: longestReportText }),
  { maxProperties: 40 },
)

export const ReportMoveName = OneOf(['edit', 'make', 'delete', 'submit', 'return', 'issue', 'withdraw', 'cancel'])

/** A status report in the archive: what it was asked for, its life, and how far its files are. */
export const Report = Closed({
  id: Id,
  /** 进展报告〔2020〕3号; null until it is issued. */
  number: Nullable(Type.String()),
  /** Null until it was made once. */
  title: Nullable(Type.String()),
  programme: Slug,
  kind: Kind,
  language: Language,
  region: RegionCode,
  regionName: Nullable(Text),
  period: Type.String(),
  on: Day,
  /** The ledger number up to which it knows the figures. */
  knownAt: Type.Integer(),
  parts: Type.Array(Slug),
  comparedWith: Closed({ on: Day, knownAt: Type.Integer() }),
  state: OneOf(reportStates),
  version: Version,
  author: Person,
  createdAt: InstantText,
  submittedAt: Nullable(InstantText),
  returnReason: Nullable(Type.String()),
  issuer: Nullable(Person),
  issuedAt: Nullable(InstantText),
  withdrawal: Nullable(Closed({ by: Person, at: InstantText, reason: Type.String() })),
  /** SHA-256 of what it says; null while it is not made. */
  digest: Nullable(Type.String()),
  demo: Type.Boolean(),
  making: Closed({
    state: OneOf(makingStates),
    /** Steps done, of how many; 0 of 0 until it was begun. */
    done: Type.Integer(),
    all: Type.Integer(),
    /** Why it failed, in the language of the request. */
    failure: Nullable(Type.String()),
  }),
  files: Type.Array(Closed({ format: Format, name: Type.String(), size: Type.Integer(), sha256: Digest })),
  /** What the person who asks may do with it now. */
  moves: Type.Array(ReportMoveName),
})
export type Report = Static<typeof Report>

/** A report with what its author wrote, and where they may write. */
export const ReportPage = Closed({
  ...Report.properties,
  texts: Texts,
  places: Type.Array(Closed({ id: Type.String(), name: Text })),
})
export type ReportPage = Static<typeof ReportPage>

export const createReport = {
  method: 'POST',
  url: '/api/reports',
  permission: 'report:make',
  schema: {
    operationId: 'createReport',
    summary: 'Ask for a status report; its files are made outside the request',
    tags,
    body: Closed({
      programme: Slug,
      kind: Kind,
      language: Type.Optional(Language),
      region: Type.Optional(RegionCode),
      /** Slugs of aspects, measures or indicators; all where nothing is said. */
      parts: Type.Optional(Type.Array(Slug, { maxItems: 400 })),
      on: Type.Optional(Day),
      knownAt: Type.Optional(KnownAt),
      comparedOn: Type.Optional(Day),
      comparedKnownAt: Type.Optional(KnownAt),
      texts: Type.Optional(Texts),
    }),
    response: { 201: ReportPage, '4xx': Problem },
  },
} as const satisfies RouteContract

export const listReports = {
  method: 'GET',
  url: '/api/reports',
  permission: 'report:read',
  schema: {
    operationId: 'listReports',
    summary: 'The archive: issued reports that the person may read, and their own drafts, newest first',
    tags,
    querystring: Closed({
      programme: Type.Optional(Slug),
      kind: Type.Optional(Kind),
      region: Type.Optional(RegionCode),
      state: Type.Optional(OneOf(reportStates)),
      search: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    response: {
      200: Closed({
        reports: Type.Array(Report),
        next: Nullable(Type.String()),
        /** Regions that the person may make reports of; null for every one. */
        mayMake: Nullable(Type.Array(RegionCode)),
      }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract

const params = Closed({ id: Id })

export const showReport = {
  method: 'GET',
  url: '/api/reports/:id',
  permission: 'report:read',
  schema: {
    operationId: 'showReport',
    summary: 'A report: how far it is, what its author wrote, and what may be done with it',
    tags,
    params,
    response: { 200: ReportPage, '4xx': Problem },
  },
} as const satisfies RouteContract

export const downloadReport = {
  method: 'GET',
  url: '/api/reports/:id/file',
  permission: 'report:read',
  schema: {
    operationId: 'downloadReport',
    summary: 'A file of a report, always as an attachment',
    tags,
    params,
    querystring: Closed({ format: Format }),
    response: { 200: Type.Unknown(), '4xx': Problem },
  },
} as const satisfies RouteContract

export const editReport = {
  method: 'PATCH',
  url: '/api/reports/:id',
  permission: 'report:make',
  schema: {
    operationId: 'editReport',
    summary: 'Write the foreword and the paragraphs of a draft; it is made again',
    tags,
    params,
    body: Closed({ version: Version, texts: Texts }),
    response: { 200: ReportPage, '4xx': Problem },
  },
} as const satisfies RouteContract

export const deleteReport = {
  method: 'DELETE',
  url: '/api/reports/:id',
  permission: 'report:make',
  schema: {
    operationId: 'deleteReport',
    summary: 'Delete a draft',
    tags,
    params,
    querystring: Closed({ version: Version }),
    response: { 204: Type.Null(), '4xx': Problem },
  },
} as const satisfies RouteContract

export const makeReport = {
  method: 'POST',
  url: '/api/reports/:id/making',
  permission: 'report:make',
  schema: {
    operationId: 'makeReport',
    summary: 'Make the files of a report again that failed or was cancelled',
    tags,
    params,
    body: Closed({ version: Version }),
    response: { 200: ReportPage, '4xx': Problem },
  },
} as const satisfies RouteContract

export const cancelReport = {
  method: 'POST',
  url: '/api/reports/:id/cancellation',
  permission: 'report:make',
  schema: {
    operationId: 'cancelReport',
    summary: 'Stop the making of a report',
    tags,
    params,
    response: { 200: ReportPage, '4xx': Problem },
  },
} as const satisfies RouteContract

export const submitReport = {
  method: 'POST',
  url: '/api/reports/:id/submission',
  permission: 'report:make',
  schema: {
    operationId: 'submitReport',
    summary: 'Send a report for issue (送审)',
    tags,
    params,
    body: Closed({ version: Version }),
    response: { 200: ReportPage, '4xx': Problem },
  },
} as const satisfies RouteContract

export const returnReport = {
  method: 'POST',
  url: '/api/reports/:id/return',
  permission: 'report:issue',
  schema: {
    operationId: 'returnReport',
    summary: 'Give a report back to its author with a reason',
    tags,
    params,
    body: Closed({ version: Version, reason: Reason }),
    response: { 200: ReportPage, '4xx': Problem },
  },
} as const satisfies RouteContract

export const issueReport = {
  method: 'POST',
  url: '/api/reports/:id/issuance',
  permission: 'report:issue',
  schema: {
    operationId: 'issueReport',
    summary:
      'Issue a report (发布) that somebody else wrote, by the digest of what was on screen; it gets the next number of the year',
    tags,
    params,
    body: Closed({ version: Version, digest: Digest }),
    response: { 200: ReportPage, '4xx': Problem },
  },
} as const satisfies RouteContract

export const withdrawReport = {
  method: 'POST',
  url: '/api/reports/:id/withdrawal',
  permission: 'report:issue',
  schema: {
    operationId: 'withdrawReport',
    summary: 'Withdraw an issued report with a reason; its files stay as they are',
    tags,
    params,
    body: Closed({ version: Version, reason: Reason }),
    response: { 200: ReportPage, '4xx': Problem },
  },
} as const satisfies RouteContract

/** What a report was held against, and what differs. */
export const ReportVerification = Closed({
  /** `same`: it says what the ledger gives, to the last character. `differs`: `differences` say where. */
  verdict: OneOf(['same', 'differs']),
  /** The report in the archive that it is; null where the archive has none, or none that the person may read. */
  report: Nullable(
    Closed({ id: Id, number: Nullable(Type.String()), title: Type.String(), state: OneOf(reportStates) }),
  ),
  /** Of the model as it is made again from the ledger now, and the one that the file or the archive names. */
  digest: Closed({ made: Digest, named: Digest }),
  knownAt: Type.Integer(),
  /** A file by its format: byte for byte the same, another program wrote it again, gone, or changed. */
  files: Type.Array(
    Closed({ format: Format, state: OneOf(['same-bytes', 'written-again', 'differs', 'missing', 'altered', 'sound']) }),
  ),
  differences: Type.Array(Closed({ expected: Nullable(Type.String()), found: Nullable(Type.String()) })),
  /** How many differences there are beyond those. */
  more: Type.Integer(),
})
export type ReportVerification = Static<typeof ReportVerification>

export const verifyReport = {
  method: 'POST',
  url: '/api/report-verifications',
  permission: 'report:read',
  schema: {
    operationId: 'verifyReport',
    summary: 'Hold a report against the ledger: by its number, or by a file (multipart, one file)',
    tags,
    querystring: Closed({ number: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) }),
    response: { 200: ReportVerification, '4xx': Problem },
  },
} as const satisfies RouteContract
