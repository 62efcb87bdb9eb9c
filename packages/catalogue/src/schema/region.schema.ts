import { type Static, Type } from 'typebox'
import { Closed, Day, OneOf, Reference, RegionCode, Slug, Text } from './values.schema.ts'

/** One region in regions.yaml or prefectures.yaml. */
export const RegionRow = Closed({
  code: RegionCode('GB/T 2260; "000000" is the nation, "660000" 兵团 (ours)'),
  name: Text('Official name'),
  shortName: Text('Name on tiles and charts'),
  level: OneOf(
    ['nation', 'province', 'prefecture', 'corps', 'city-with-separate-plan'],
    'city-with-separate-plan (计划单列市) is of the prefecture level too',
  ),
  parent: Type.Optional(RegionCode('Code of the region that it lies in; left out for the nation alone')),
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
  name: Text('Official name'),
  shortName: Text('Name in lists'),
  kind: OneOf([...unitKinds], 'What kind of body it is; `reportedBy` names kinds'),
  region: RegionCode('Code of its region'),
  parent: Type.Optional(Reference('Id of the unit that this one belongs to')),
  reviewsInside: Type.Optional(
    Type.Boolean({ default: false, description: 'A person of the unit reviews entries first (单位审核)' }),
  ),
})

export type RegionRow = Static<typeof RegionRow>
export type UnitRow = Static<typeof UnitRow>
