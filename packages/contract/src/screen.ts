import { type Static, Type } from 'typebox'
import { Dashboard } from './dashboard.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, Nullable, Problem, RegionCode, Slug, Text } from './shapes.ts'

/** 填报率 region by region: what counts of what is asked for, in the periods that have ended. */
export const Completeness = Closed({
  /** The last days of the first and the last period; null while none has ended. */
  from: Nullable(Day),
  to: Nullable(Day),
  regions: Type.Array(
    Closed({
      region: RegionCode,
      name: Text,
      /** Cells asked for, those of them that count, and their share; null where nothing is asked, as of 港澳台. */
      expected: Type.Integer(),
      counted: Type.Integer(),
      completeness: Nullable(Type.Number()),
      /** Periods in which something is asked for, and those of them in which nothing is missing. */
      periods: Type.Integer(),
      full: Type.Integer(),
    }),
  ),
})
export type Completeness = Static<typeof Completeness>

/** Everything that a wall shows, in one answer. */
export const Screen = Closed({ ...Dashboard.properties, completeness: Completeness })
export type Screen = Static<typeof Screen>

export const showScreen = {
  method: 'GET',
  url: '/api/programmes/:programme/screen',
  permission: 'screen:read',
  schema: {
    operationId: 'showScreen',
    summary:
      'The big screen of a programme: its targets, and how complete each region is; a display sees its own scope',
    tags: ['programmes'],
    params: Closed({ programme: Slug }),
    querystring: Closed({ on: Type.Optional(Day), region: Type.Optional(RegionCode) }),
    response: { 200: Screen, '4xx': Problem },
  },
} as const satisfies RouteContract
