import { makingStates, recipientRoles, reportKinds, reportStates, scheduledKinds } from '@xushi/domain'
import { type Static, Type } from 'typebox'
import { Person, Version } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, Id, InstantText, Nullable, OneOf, Problem, RegionCode, RoleName, Slug } from './shapes.ts'

const tags = ['reports']

const Language = OneOf(['zh', 'en'])
const asked = {
  /** Any but 专项, which needs somebody who chooses its indicator. */
  kind: OneOf(scheduledKinds),
  language: Language,
  /** A report for each of them; 000000 is the nation. */
  regions: Type.Array(RegionCode, { minItems: 1, maxItems: 60 }),
  /** Of the month, for the month before. */
  day: Type.Integer({ minimum: 1, maximum: 28 }),
  /** Roles whose holders are told, as far as they may read the region. */
  recipients: Type.Array(OneOf(recipientRoles), { minItems: 1, maxItems: 20 }),
}

/** What came of a region the last time. */
export const ScheduleOutcome = Closed({
  region: RegionCode,
  /** Whose figures the report tells. */
  month: Type.String(),
  /** Null where none was drafted. */
  report: Nullable(
    Closed({
      id: Id,
      state: OneOf(reportStates),
      making: OneOf(makingStates),
      /** Whether the person who asks may open it. */
      opens: Type.Boolean(),
    }),
  ),
  /** Why there is no report, in the language of the request. */
  failure: Nullable(Type.String()),
})

/** Reports that are drafted by themselves once a month. */
export const ReportSchedule = Closed({
  id: Id,
  version: Version,
  programme: Slug,
  kind: OneOf(reportKinds),
  language: Language,
  regions: Type.Array(RegionCode),
  day: Type.Integer(),
  recipients: Type.Array(RoleName),
  state: OneOf(['active', 'paused']),
  /** Who saved it last: the author of its reports. */
  madeBy: Person,
  createdAt: InstantText,
  /** The next day on which it drafts; null while it is paused. */
  nextOn: Nullable(Day),
  outcomes: Type.Array(ScheduleOutcome),
})
export type ReportSchedule = Static<typeof ReportSchedule>

export const listReportSchedules = {
  method: 'GET',
  url: '/api/report-schedules',
  permission: 'report:schedule',
  schema: {
    operationId: 'listReportSchedules',
    summary: 'Reports that are drafted by themselves: what, when, for whom, and what came of it last',
    tags,
    response: { 200: Closed({ schedules: Type.Array(ReportSchedule) }), '4xx': Problem },
  },
} as const satisfies RouteContract

export const createReportSchedule = {
  method: 'POST',
  url: '/api/report-schedules',
  permission: 'report:schedule',
  schema: {
    operationId: 'createReportSchedule',
    summary: 'Have reports drafted on a day of each month',
    tags,
    body: Closed({ programme: Slug, ...asked }),
    response: { 201: ReportSchedule, '4xx': Problem },
  },
} as const satisfies RouteContract

const params = Closed({ id: Id })

export const changeReportSchedule = {
  method: 'PATCH',
  url: '/api/report-schedules/:id',
  permission: 'report:schedule',
  schema: {
    operationId: 'changeReportSchedule',
    summary: 'Change a schedule of reports, pause it or let it go on',
    tags,
    params,
    body: Closed({
      version: Version,
      kind: Type.Optional(asked.kind),
      language: Type.Optional(asked.language),
      regions: Type.Optional(asked.regions),
      day: Type.Optional(asked.day),
      recipients: Type.Optional(asked.recipients),
      state: Type.Optional(OneOf(['active', 'paused'])),
    }),
    response: { 200: ReportSchedule, '4xx': Problem },
  },
} as const satisfies RouteContract

export const deleteReportSchedule = {
  method: 'DELETE',
  url: '/api/report-schedules/:id',
  permission: 'report:schedule',
  schema: {
    operationId: 'deleteReportSchedule',
    summary: 'Delete a schedule of reports; its reports stay',
    tags,
    params,
    querystring: Closed({ version: Version }),
    response: { 204: Type.Null(), '4xx': Problem },
  },
} as const satisfies RouteContract
