import { type Static, Type } from 'typebox'
import { ProgrammeCalendar } from './calendar.schema.ts'
import { BaselinePart, TargetPart } from './indicator.schema.ts'
import { ValidationRules } from './validation.schema.ts'
import { Closed, changeFrom, Day, GoalNumber, OneOf, PeriodCode, Reference, Slug, Text } from './values.schema.ts'

export const ThresholdsPart = Closed({
  onSchedule: Type.Number({ description: 'Schedule index from which a goal is on schedule (正常)' }),
  slightlyBehind: Type.Number({ description: 'Schedule index from which it is slightly behind (略滞后)' }),
  author: Text('Who set them'),
  reason: Text('Why these'),
})

/** The one mapping in programme.yaml. */
export const ProgrammeRow = Closed({
  id: Slug('Same as the name of the folder'),
  name: Text('Full name of the document'),
  shortName: Text('Name on narrow screens'),
  documentNumber: Type.String({ minLength: 1, description: 'Number of the document (文号)' }),
  publishedOn: Day('Day of the document'),
  lastDueOn: Day('No goal is due later; the default of 截至 never goes past this day'),
  firstPeriod: PeriodCode,
  thresholds: Closed(
    { ...ThresholdsPart.properties, change: Type.Optional(changeFrom(ThresholdsPart)) },
    { description: 'Status thresholds, printed with every status' },
  ),
  calendar: Type.Optional(ProgrammeCalendar),
  completeness: Type.Number({
    description: 'Share of the expected units from which a total counts as complete, above 0 and at most 1',
  }),
  rules: Type.Optional(ValidationRules),
  lagCauses: Type.Optional(
    Type.Array(Closed({ id: Slug('Unique in the programme'), name: Text('Name on screen') }), {
      description: 'Causes of lag (滞后原因) that units choose from',
    }),
  ),
})

export const AspectRow = Closed({
  id: Slug('Unique in the programme'),
  number: Type.Integer({ minimum: 1, description: 'Place in the document, from 1' }),
  name: Text('Name as the document has it'),
})

export const MeasureRow = Closed({
  id: Slug('Unique in the programme'),
  number: Type.Integer({ minimum: 1, description: 'Place in the document, from 1' }),
  aspect: Reference('Id of the aspect that it belongs to'),
  name: Text('Title as the document has it'),
  titleConfidence: OneOf(
    ['A', 'B', 'C', 'D'],
    'How sure the title is: A seen verbatim, B quoted in the source, C content confirmed, D from memory',
  ),
  titleNote: Type.Optional(Text('What is uncertain about the title')),
})

export const GroupRow = Closed({
  id: Slug('Unique in the programme'),
  name: Text('What the group is called'),
  rule: Text('How its members belong together'),
  members: Type.Array(Reference('Id of an indicator'), {
    minItems: 1,
    description: 'Ids of indicators; each names the group in its `groups`',
  }),
})

/** Another reading, with the parts of goals that it would give another value. */
export const AlternativeRow = Closed({
  id: Slug('Unique in the ambiguity'),
  reading: Text('The other reading, in the words that a decision would use'),
  source: Text('Where this reading comes from'),
  effects: Type.Array(
    Closed({
      goal: GoalNumber,
      target: Type.Optional(Closed(TargetPart.properties, { description: 'What is promised under this reading' })),
      baseline: Type.Optional(
        Closed(BaselinePart.properties, { description: 'What it starts from under this reading' }),
      ),
    }),
    { minItems: 1, description: 'What it changes; goals are among those of the ambiguity' },
  ),
})

export const AmbiguityRow = Closed({
  number: Type.Integer({ minimum: 1, description: 'Unique in the programme' }),
  questions: Type.Array(Type.Integer({ minimum: 1 }), { description: 'Questions of the source text; may be empty' }),
  goals: Type.Array(GoalNumber, { description: 'Numbers of the goals that it touches; may be empty' }),
  ambiguity: Text('What the source text leaves open'),
  reading: Text('The reading that is in force (口径)'),
  decidedBy: Text('Who decided for this reading'),
  decidedOn: Day('Day of the decision for this reading'),
  alternatives: Type.Optional(
    Type.Array(AlternativeRow, { description: 'Other readings, so that history can be shown under each' }),
  ),
  change: Type.Optional(changeFrom(Text('The reading before'))),
})

export type ProgrammeRow = Static<typeof ProgrammeRow>
export type AspectRow = Static<typeof AspectRow>
export type MeasureRow = Static<typeof MeasureRow>
export type GroupRow = Static<typeof GroupRow>
export type AlternativeRow = Static<typeof AlternativeRow>
export type AmbiguityRow = Static<typeof AmbiguityRow>
