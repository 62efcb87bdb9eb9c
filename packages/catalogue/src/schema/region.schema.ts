import { type Static, Type } from 'typebox'
import { Closed, Day, OneOf, Reference, RegionCode, Slug, Text } from './values.schema.ts'

/** One region in regions.yaml or prefectures.yaml. */
export const RegionRow = Closed({
  code: RegionCode,
  name: Text,
  shortName: Text,
  level: OneOf(['nation', 'province', 'prefecture', 'corps', 'city-with-separate-plan']),
  parent: Type.Optional(RegionCode),
  reporting: Type.Optional(Type.Boolean({ default: true, description: 'false: shown, not reporting' })),
  validFrom: Type.Optional(Day('First day of the division; left out when it is older than the programmes')),
  validTo: Type.Optional(Day('Last day of the division')),
})

export const unitKinds = [
  'industry-authority',
  'communications-administration',
  'telecom-operator',
  'node-operator',
  'ministry-department',
] as const

/** One reporting unit (填报单位) in units.yaml. */
export const UnitRow = Closed({
  id: Slug('Unique in the installation'),
  name: Text,
  shortName: Text,
  kind: OneOf([...unitKinds]),
  region: RegionCode,
  parent: Type.Optional(Reference('Id of the unit that this one belongs to')),
  reviewsInside: Type.Optional(
    Type.Boolean({ default: false, description: 'A person of the unit reviews entries first (单位审核)' }),
  ),
})

export type RegionRow = Static<typeof RegionRow>
export type UnitRow = Static<typeof UnitRow>
