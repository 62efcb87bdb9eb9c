import { type Static, Type } from 'typebox'
import type { RouteContract } from './route.ts'
import { Closed, Day, Nullable, Problem, Slug, Text } from './shapes.ts'

export const Thresholds = Closed({
  onSchedule: Type.Number(),
  slightlyBehind: Type.Number(),
  author: Text,
  reason: Text,
})

export const Programme = Closed({
  id: Slug,
  name: Text,
  shortName: Text,
  documentNumber: Type.String(),
  publishedOn: Day,
  lastDueOn: Day,
  firstPeriod: Type.String(),
  thresholds: Thresholds,
  completeness: Type.Number(),
  /** Causes of lag (滞后原因) to choose from. */
  lagCauses: Type.Array(Closed({ id: Slug, name: Text })),
  aspects: Type.Array(Closed({ id: Type.String(), number: Type.Integer(), name: Text })),
  measures: Type.Array(
    Closed({
      id: Type.String(),
      number: Type.Integer(),
      aspect: Type.String(),
      name: Text,
      titleConfidence: Type.String(),
      titleNote: Nullable(Text),
    }),
  ),
  groups: Type.Array(Closed({ id: Type.String(), name: Text, rule: Text, members: Type.Array(Type.String()) })),
  ambiguities: Type.Array(
    Closed({
      number: Type.Integer(),
      questions: Type.Array(Type.Integer()),
      goals: Type.Array(Type.String()),
      ambiguity: Text,
      reading: Text,
      decidedBy: Text,
      decidedOn: Day,
    }),
  ),
})
export type Programme = Static<typeof Programme>

export const listProgrammes = {
  method: 'GET',
  url: '/api/programmes',
  permission: 'public',
  schema: {
    operationId: 'listProgrammes',
    summary: 'The programmes whose goals are tracked here',
    tags: ['programmes'],
    response: { 200: Closed({ programmes: Type.Array(Programme) }), '4xx': Problem },
  },
} as const satisfies RouteContract
