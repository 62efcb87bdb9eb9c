import { type Static, Type } from 'typebox'
import { Closed, Day, OneOf, Reference, Slug, Text } from './values.schema.ts'

const Choice = Closed({ id: Slug('Name of the value in data'), name: Text('Name on screen') })

const Field = Closed({
  id: Slug('Name of the field in data'),
  name: Text('Name on screen'),
  kind: OneOf(
    ['text', 'credit-code', 'region', 'choice', 'date', 'whole'],
    'What is entered; a credit-code (统一社会信用代码) has its check digit checked',
  ),
  required: Type.Optional(Type.Boolean({ default: false, description: 'Needed before a case is submitted' })),
  choices: Type.Optional(Type.Array(Choice, { description: 'The list of values of a choice' })),
})

const Stage = Closed({
  id: Slug('Name of the stage in data'),
  name: Text('Name on screen'),
  by: OneOf(['unit', 'ministry'], 'Who moves a case here: its reporting unit, or those who work for the nation'),
})

const Round = Closed({
  id: Type.String({ minLength: 1, description: 'Name of the round in data, its year' }),
  from: Day('Day from which what is published belongs to it'),
})

/** One register (台账) in registers.yaml. */
export const RegisterRow = Closed({
  id: Reference('Id of the counted indicator whose things it registers'),
  name: Text('Name on screen'),
  fields: Type.Array(Field, { minItems: 1, description: 'What is entered for each case, in order' }),
  stages: Type.Array(Stage, { minItems: 2, description: 'The way of a case, in order' }),
  countsFrom: Reference('Id of the stage from whose day a case counts (发布)'),
  leavesAt: Reference('Id of the stage from whose day it counts no longer (退出)'),
  evidenceRequired: Type.Optional(
    Type.Boolean({ default: true, description: 'A case needs evidence before it is approved' }),
  ),
  uniqueBy: Type.Optional(Reference('Id of the field whose value stands in the register once')),
  distinctBy: Type.Optional(Reference('Id of the field whose different values are counted instead of the cases')),
  round: Type.Optional(Type.String({ minLength: 1, description: 'Round of a selection that counts from zero' })),
  rounds: Type.Optional(
    Type.Array(Round, {
      description: 'The rounds there were; a case is of the last that had begun when it was published',
    }),
  ),
})
export type RegisterRow = Static<typeof RegisterRow>
