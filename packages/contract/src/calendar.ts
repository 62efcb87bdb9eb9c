import { type Static, Type } from 'typebox'
import { Person, Reason } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, Id, InstantText, Nullable, OneOf, PeriodCode, Problem, RegionCode, Slug, Text } from './shapes.ts'

const tags = ['calendar']

/** 锁定: who closed a period, when and why. */
const Closing = Closed({ by: Person, at: InstantText, reason: Type.String() })

export const CalendarPeriod = Closed({
  period: Type.String(),
  endsOn: Day,
  /** The last day in time, moved over weekends and holidays. */
  deadline: Day,
  /** 补录: it had ended before the system was opened. */
  backfill: Type.Boolean(),
  closed: Nullable(Closing),
})

export const DeadlineException = Closed({
  id: Id,
  indicator: Slug,
  unit: Closed({ id: Type.String(), name: Text }),
  period: Type.String(),
  untilOn: Day,
  reason: Type.String(),
  by: Person,
  at: InstantText,
  expired: Type.Boolean(),
})
export type DeadlineException = Static<typeof DeadlineException>

export const Calendar = Closed({
  programme: Slug,
  today: Day,
  /** The day the system was opened; earlier periods are made up. */
  openedOn: Day,
  every: OneOf(['month', 'quarter', 'half', 'year']),
  deadlineDay: Type.Integer(),
  /** Years whose holidays are known; in others only weekends move a deadline. */
  years: Type.Array(Closed({ year: Type.Integer(), document: Type.String() })),
  periods: Type.Array(CalendarPeriod),
  exceptions: Type.Array(DeadlineException),
  /** The newest period in which somebody handed something in. */
  newest: Nullable(Type.String()),
})
export type Calendar = Static<typeof Calendar>

export const showCalendar = {
  method: 'GET',
  url: '/api/calendar',
  permission: 'calendar:read',
  schema: {
    operationId: 'showCalendar',
    summary: 'Periods with their deadlines, closings and exceptions',
    tags,
    querystring: Closed({ programme: Slug }),
    response: { 200: Calendar, '4xx': Problem },
  },
} as const satisfies RouteContract

const closing = Closed({ programme: Slug, period: PeriodCode, reason: Reason })

export const closePeriod = {
  method: 'POST',
  url: '/api/calendar/closings',
  permission: 'calendar:manage',
  schema: {
    operationId: 'closePeriod',
    summary: 'Close a period: nothing is recorded or changed in it any more',
    tags,
    body: closing,
    response: { 201: CalendarPeriod, '4xx': Problem },
  },
} as const satisfies RouteContract

export const reopenPeriod = {
  method: 'POST',
  url: '/api/calendar/reopenings',
  permission: 'calendar:manage',
  schema: {
    operationId: 'reopenPeriod',
    summary: 'Open a closed period again, with a reason',
    tags,
    body: closing,
    response: { 201: CalendarPeriod, '4xx': Problem },
  },
} as const satisfies RouteContract

export const grantException = {
  method: 'POST',
  url: '/api/calendar/exceptions',
  permission: 'calendar:manage',
  schema: {
    operationId: 'grantException',
    summary: 'Let a unit hand in later, or in a closed period, until a day',
    tags,
    body: Closed({
      indicator: Slug,
      unit: Type.String({ maxLength: 80 }),
      period: PeriodCode,
      untilOn: Day,
      reason: Reason,
    }),
    response: { 201: DeadlineException, '4xx': Problem },
  },
} as const satisfies RouteContract

export const CellTiming = OneOf(['on-time', 'late', 'backfilled', 'owed', 'excused', 'not-due'])
const Share = Nullable(Type.Number())
/** 填报 of some cells: how many are expected, count, were handed in, in time, and the two shares. */
export const ReportingCounts = Closed({
  expected: Type.Integer(),
  /** Approved, or confirmed. */
  counted: Type.Integer(),
  handedIn: Type.Integer(),
  onTime: Type.Integer(),
  timed: Type.Integer(),
  /** 填报率 and 及时率, 0 to 1; null where nothing is due. */
  completeness: Share,
  timeliness: Share,
})

/** One cell, or one confirmation of a register, that a unit owes or handed in. */
export const ReportingCell = Closed({
  kind: OneOf(['entry', 'confirmation']),
  indicator: Slug,
  name: Text,
  region: RegionCode,
  period: Type.String(),
  deadline: Day,
  handedInOn: Nullable(Day),
  timing: CellTiming,
  state: Nullable(Type.String()),
})

export const ReportingUnitRow = Closed({
  unit: Closed({ id: Type.String(), name: Text, region: RegionCode }),
  ...ReportingCounts.properties,
  cells: Type.Array(ReportingCell),
})

export const Reporting = Closed({
  programme: Slug,
  period: Type.String(),
  endsOn: Day,
  today: Day,
  backfill: Type.Boolean(),
  closed: Type.Boolean(),
  ...ReportingCounts.properties,
  units: Type.Array(ReportingUnitRow),
})
export type Reporting = Static<typeof Reporting>

/** 填报情况 and 催报: who handed in what of a period, when, and who owes what. */
export const showReporting = {
  method: 'GET',
  url: '/api/reporting',
  permission: 'calendar:read',
  schema: {
    operationId: 'showReporting',
    summary: 'Completeness and timeliness of a period, unit by unit, and who owes what',
    tags,
    querystring: Closed({ programme: Slug, period: PeriodCode }),
    response: { 200: Reporting, '4xx': Problem },
  },
} as const satisfies RouteContract
