import { type Static, Type } from 'typebox'
import {
  Amount,
  Bound,
  Closed,
  DatePrecision,
  Day,
  GoalNumber,
  OneOf,
  RegionCode,
  Slug,
  Text,
} from './values.schema.ts'

/** One publicly reported figure (公布数据) in published-figures.yaml. */
export const PublishedFigureRow = Closed({
  id: Slug('Unique in the installation'),
  goal: GoalNumber,
  region: RegionCode('Code of the region it speaks of; "000000" is the nation'),
  on: Day('Day that the figure speaks of'),
  precision: Type.Optional(DatePrecision),
  publishedOn: Type.Optional(Day('Day on which it was said; the same day when left out')),
  value: Amount('In the unit of the goal’s indicator'),
  bound: Type.Optional(Bound),
  round: Type.Optional(Type.String({ minLength: 1, description: 'Round of the selection' })),
  speaker: Text('Who said it'),
  occasion: Text('Where it was said'),
  confidence: OneOf(
    ['primary', 'secondary', 'weak'],
    'Read at the publisher, in a named re-posting, or in an unsigned article',
  ),
  note: Type.Optional(Text('What to know when reading it')),
})

export type PublishedFigureRow = Static<typeof PublishedFigureRow>
