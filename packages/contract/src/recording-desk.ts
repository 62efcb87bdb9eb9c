import { type Static, Type } from 'typebox'
import { TypedRule } from './indicators.ts'
import { ProgressEntry } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Absence, Closed, Day, Figure, Nullable, PeriodCode, Problem, RegionCode, Slug, Text } from './shapes.ts'

/** One indicator that a person may record, for one unit and region. */
export const Assignment = Closed({
  indicator: Slug,
  goal: Type.String(),
  name: Text,
  unitOfMeasure: Text,
  decimals: Type.Integer(),
  typed: Nullable(TypedRule),
  yesNo: Type.Boolean(),
  region: RegionCode,
  unit: Closed({ id: Type.String(), name: Text }),
  /** The period after the last one approved in this cell; the programme's first where there is none. */
  nextPeriod: Type.String(),
})

export const RecordingDesk = Closed({
  today: Day,
  /** The period a recorder most likely means: the last one that has ended, or the last one of the programme. */
  defaultPeriod: Type.String(),
  firstPeriod: Type.String(),
  assignments: Type.Array(Assignment),
  open: Type.Array(ProgressEntry),
  recent: Type.Array(ProgressEntry),
})
export type RecordingDesk = Static<typeof RecordingDesk>

export const showRecordingDesk = {
  method: 'GET',
  url: '/api/recording-desk',
  permission: 'progress:record',
  schema: {
    operationId: 'showRecordingDesk',
    summary: 'What the signed-in person may record, and what is open',
    tags: ['progress-entries'],
    response: { 200: RecordingDesk, '4xx': Problem },
  },
} as const satisfies RouteContract

/** What stands beside the field: last values, the limits, the plan where one applies, the entry that is already there. */
export const RecordingCell = Closed({
  indicator: Slug,
  region: RegionCode,
  period: Type.String(),
  endsOn: Day,
  typed: Nullable(TypedRule),
  entry: Nullable(ProgressEntry),
  history: Type.Array(
    Closed({ period: Type.String(), value: Nullable(Type.Number()), absence: Nullable(Absence), cumulative: Figure }),
  ),
  plan: Figure,
  minimum: Type.Number(),
  maximum: Type.Number(),
})
export type RecordingCell = Static<typeof RecordingCell>

export const showRecordingCell = {
  method: 'GET',
  url: '/api/indicators/:indicator/cell',
  permission: 'progress:record',
  schema: {
    operationId: 'showRecordingCell',
    summary: 'What is known beside one cell: last values, plan, the entry that is there',
    tags: ['progress-entries'],
    params: Closed({ indicator: Slug }),
    querystring: Closed({
      region: RegionCode,
      period: PeriodCode,
      unit: Type.Optional(Type.String({ maxLength: 80 })),
    }),
    response: { 200: RecordingCell, '4xx': Problem },
  },
} as const satisfies RouteContract
