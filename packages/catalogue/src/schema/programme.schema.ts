import { type Static, Type } from 'typebox'
import { Closed, changeFrom, Day, GoalNumber, OneOf, PeriodCode, Reference, Slug, Text } from './values.schema.ts'

export const ThresholdsPart = Closed({
  onSchedule: Type.Number({ description: 'Schedule index from which a goal is on schedule (正常)' }),
  slightlyBehind: Type.Number({ description: 'Schedule index from which it is slightly behind (略滞后)' }),
  author: Text,
  reason: Text,
})

/** The one mapping in programme.yaml. */
export const ProgrammeRow = Closed({
  id: Slug('Same as the name of the folder'),
  name: Text,
  shortName: Text,
  documentNumber: Type.String({ minLength: 1 }),
  publishedOn: Day('Day of the document'),
  lastDueOn: Day('No goal is due later; the default of 截至 never goes past this day'),
  firstPeriod: PeriodCode,
  thresholds: Closed(
    { ...ThresholdsPart.properties, change: Type.Optional(changeFrom(ThresholdsPart)) },
    { description: 'Status thresholds, printed with every status' },
  ),
  completeness: Type.Number({
    description: 'Share of the expected units from which a total counts as complete, above 0 and at most 1',
  }),
})

export const AspectRow = Closed({
  id: Slug('Unique in the programme'),
  number: Type.Integer({ minimum: 1 }),
  name: Text,
})

export const MeasureRow = Closed({
  id: Slug('Unique in the programme'),
  number: Type.Integer({ minimum: 1 }),
  aspect: Reference('Id of an aspect'),
  name: Text,
  titleConfidence: OneOf(
    ['A', 'B', 'C', 'D'],
    'How sure the title is: A seen verbatim, B quoted in the source, C content confirmed, D from memory',
  ),
  titleNote: Type.Optional(Text),
})

export const GroupRow = Closed({
  id: Slug('Unique in the programme'),
  name: Text,
  rule: Text,
  members: Type.Array(Reference('Id of an indicator'), { minItems: 1 }),
})

export const AmbiguityRow = Closed({
  number: Type.Integer({ minimum: 1 }),
  questions: Type.Array(Type.Integer({ minimum: 1 }), { description: 'Questions of the source text; may be empty' }),
  goals: Type.Array(GoalNumber),
  ambiguity: Text,
  reading: Text,
  decidedBy: Text,
  decidedOn: Day('Day of the decision for this reading'),
  change: Type.Optional(changeFrom(Text)),
})

export type ProgrammeRow = Static<typeof ProgrammeRow>
export type AspectRow = Static<typeof AspectRow>
export type MeasureRow = Static<typeof MeasureRow>
export type GroupRow = Static<typeof GroupRow>
export type AmbiguityRow = Static<typeof AmbiguityRow>
