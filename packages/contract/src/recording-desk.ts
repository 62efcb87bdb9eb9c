import { type Static, Type } from 'typebox'
import { MilestoneStanding } from './goals.ts'
import { TypedRule } from './indicators.ts'
import { EntryState, Finding, ProgressEntry } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Absence, Closed, Day, Figure, Nullable, OneOf, PeriodCode, Problem, RegionCode, Slug, Text } from './shapes.ts'

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
  /** Approved ones that somebody asked to be corrected (待更正) and nobody has begun to. */
  toCorrect: Type.Array(ProgressEntry),
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

const gridGoal = { indicator: Slug, goal: Type.String(), name: Text, unitOfMeasure: Text }
const PastCell = Closed({ period: Type.String(), value: Nullable(Type.Number()), absence: Nullable(Absence) })

/** A number that is typed: the past, what stands in the open cell, and what the rules find in it. */
export const EntryRow = Closed({
  is: Type.Literal('entry'),
  ...gridGoal,
  decimals: Type.Integer(),
  typed: Nullable(TypedRule),
  yesNo: Type.Boolean(),
  region: RegionCode,
  regionName: Text,
  unit: Closed({ id: Type.String(), name: Text }),
  /** The row’s own period: of a quarter, the quarter. */
  period: Type.String(),
  deadline: Day,
  /** How it stands against its deadline: in time so far, excused until a day, late, or made up (补录) where there was none to keep. */
  due: OneOf(['in-time', 'excused', 'late', 'backfill']),
  /** The last day of an exception (准予延期) that goes beyond the deadline; null where there is none. */
  excusedUntil: Nullable(Day),
  /** Why the cell cannot be written; null while it is open. */
  locked: Nullable(Type.String()),
  past: Type.Array(PastCell),
  usual: Nullable(Closed({ median: Type.Number(), from: Type.Number(), to: Type.Number() })),
  entry: Nullable(ProgressEntry),
  findings: Type.Array(Finding),
  /** Whether 滞后原因 belongs to the submission of what stands there. */
  needsLag: Type.Boolean(),
})
export type EntryRow = Static<typeof EntryRow>

/** A count of a register (台账计数): shown, and never typed. */
export const CountRow = Closed({
  is: Type.Literal('count'),
  ...gridGoal,
  region: RegionCode,
  past: Type.Array(Figure),
  figure: Figure,
  /** Whether the list was confirmed for the period; null where nobody confirms it. */
  confirmed: Nullable(Type.Boolean()),
})
export type CountRow = Static<typeof CountRow>

export const MilestoneRow = Closed({
  is: Type.Literal('milestone'),
  ...gridGoal,
  standing: MilestoneStanding,
  /** The state of an event on its way; null where none is. */
  open: Nullable(EntryState),
})
export type MilestoneRow = Static<typeof MilestoneRow>

/** 进展情况: how much was written for the periods, in characters; null where nothing was. */
export const NarrativeRow = Closed({
  is: Type.Literal('narrative'),
  ...gridGoal,
  past: Type.Array(Nullable(Type.Integer())),
  length: Nullable(Type.Integer()),
  state: Nullable(EntryState),
})
export type NarrativeRow = Static<typeof NarrativeRow>

export const RecordingGrid = Closed({
  programme: Slug,
  region: RegionCode,
  period: Type.String(),
  endsOn: Day,
  today: Day,
  /** The three months before, oldest first. */
  past: Type.Array(Type.String()),
  rows: Type.Array(Type.Union([EntryRow, CountRow, MilestoneRow, NarrativeRow])),
  lagCauses: Type.Array(Closed({ id: Slug, name: Text })),
})
export type RecordingGrid = Static<typeof RecordingGrid>

/** 填报工作台: everything of one region and month that the person records, in one answer. */
export const showRecordingGrid = {
  method: 'GET',
  url: '/api/recording-grid',
  permission: 'progress:record',
  schema: {
    operationId: 'showRecordingGrid',
    summary: 'The grid of one region and month: numbers, counts, milestones and narratives',
    tags: ['progress-entries'],
    querystring: Closed({ region: RegionCode, period: PeriodCode }),
    response: { 200: RecordingGrid, '4xx': Problem },
  },
} as const satisfies RouteContract
