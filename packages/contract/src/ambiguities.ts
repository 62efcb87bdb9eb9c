import { type Static, Type } from 'typebox'
import { Judgement } from './judgement.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, Nullable, OneOf, Problem, ResolvedTimes, Slug, Status, Text, TwoTimes } from './shapes.ts'

const {
  id,
  goal,
  name,
  unit,
  decimals,
  target,
  sourceOfRecord,
  actual,
  attainment,
  percentagePoints,
  status,
  statusReason,
} = Judgement.properties

/** How a goal that a reading touches stands under it, on the date asked for and at the end of each month before. */
export const GoalUnderReading = Closed({
  id,
  goal,
  name,
  unit,
  decimals,
  target,
  sourceOfRecord,
  actual,
  attainment,
  percentagePoints,
  status,
  statusReason,
  history: Closed({ on: Type.Array(Day), status: Type.Array(Status) }),
})
export type GoalUnderReading = Static<typeof GoalUnderReading>

/** A word of the source text that can be read in more than one way, the reading in force, and the others that are known. */
export const AmbiguityStanding = Closed({
  number: Type.Integer(),
  questions: Type.Array(Type.Integer()),
  goals: Type.Array(Closed({ id: Slug, goal: Type.String(), name: Text })),
  ambiguity: Text,
  reading: Text,
  /** Who chose the reading in force, since when and why. A first value of the data has no reason of its own. */
  decided: Closed({
    origin: OneOf(['catalogue', 'change-block', 'page']),
    by: Text,
    on: Day,
    reason: Nullable(Type.String()),
    documentNumber: Nullable(Type.String()),
  }),
  /** Every known reading with what it makes of its goals; empty where no other reading gives a goal another number. */
  readings: Type.Array(
    Closed({
      /** Null for the first reading of the data. */
      alternative: Nullable(Type.String()),
      reading: Text,
      source: Nullable(Text),
      inForce: Type.Boolean(),
      goals: Type.Array(GoalUnderReading),
    }),
  ),
})
export type AmbiguityStanding = Static<typeof AmbiguityStanding>

export const Ambiguities = Closed({
  programme: Slug,
  ...ResolvedTimes,
  ambiguities: Type.Array(AmbiguityStanding),
  demo: Type.Boolean(),
})
export type Ambiguities = Static<typeof Ambiguities>

export const showAmbiguities = {
  method: 'GET',
  url: '/api/programmes/:programme/ambiguities',
  permission: 'public',
  schema: {
    operationId: 'showAmbiguities',
    summary: 'What the source text leaves open, the readings chosen, and the goals under each reading side by side',
    tags: ['programmes'],
    params: Closed({ programme: Slug }),
    querystring: Closed(TwoTimes),
    response: { 200: Ambiguities, '4xx': Problem },
  },
} as const satisfies RouteContract
