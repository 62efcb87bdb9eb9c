import { type Static, Type } from 'typebox'
import type { RouteContract } from './route.ts'
import { Closed, Day, Nullable, OneOf, Problem, RegionCode, Text } from './shapes.ts'

export const Region = Closed({
  code: RegionCode,
  name: Text,
  shortName: Text,
  level: OneOf(['nation', 'province', 'prefecture', 'corps', 'city-with-separate-plan']),
  parent: Nullable(RegionCode),
  reporting: Type.Boolean(),
  validFrom: Nullable(Day),
  validTo: Nullable(Day),
})
export type Region = Static<typeof Region>

export const listRegions = {
  method: 'GET',
  url: '/api/regions',
  permission: 'public',
  schema: {
    operationId: 'listRegions',
    summary: 'Regions of one level, or all but the prefectures',
    tags: ['regions'],
    querystring: Closed({
      level: Type.Optional(Region.properties.level),
      parent: Type.Optional(RegionCode),
    }),
    response: { 200: Closed({ regions: Type.Array(Region) }), '4xx': Problem },
  },
} as const satisfies RouteContract

export const unitKinds = [
  'industry-authority',
  'communications-administration',
  'telecom-operator',
  'node-operator',
  'ministry-department',
] as const

export const Unit = Closed({
  id: Type.String(),
  name: Text,
  shortName: Text,
  kind: OneOf(unitKinds),
  region: RegionCode,
  parent: Nullable(Type.String()),
  reviewsInside: Type.Boolean(),
})
export type Unit = Static<typeof Unit>

export const listUnits = {
  method: 'GET',
  url: '/api/units',
  permission: 'public',
  schema: {
    operationId: 'listUnits',
    summary: 'Reporting units: who records what, where',
    tags: ['regions'],
    response: { 200: Closed({ units: Type.Array(Unit) }), '4xx': Problem },
  },
} as const satisfies RouteContract
