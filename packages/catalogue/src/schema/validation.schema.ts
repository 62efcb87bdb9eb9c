import { type Static, Type } from 'typebox'
import { Amount, Closed, OneOf, Reference } from './values.schema.ts'

const severity = OneOf(['hard', 'soft'], 'hard bars the submission, soft asks for a note')

/** Rules that typed values are checked against (校验规则). */
export const ValidationRules = Type.Array(
  Type.Union([
    Closed({
      is: OneOf(['range'], 'bounds of the value'),
      severity,
      minimum: Type.Optional(Amount('In the indicator’s unit')),
      maximum: Type.Optional(Amount('In the indicator’s unit')),
    }),
    Closed({ is: OneOf(['not-falling'], 'a running total, or what is there, does not fall'), severity }),
    Closed({
      is: OneOf(['jump'], 'unusual against the unit’s own past'),
      severity,
      score: Type.Number({ minimum: 0.5, description: 'Robust z-score from which a value is a jump' }),
      periods: Type.Integer({ minimum: 4, description: 'How many earlier periods are looked at' }),
    }),
    Closed({
      is: OneOf(['at-most'], 'a part is within the sum of what it is part of'),
      severity,
      of: Type.Array(Reference('Id of an indicator'), { minItems: 1, description: 'Indicators whose sum bounds it' }),
    }),
  ]),
  {
    description:
      'What typed values are checked against (校验规则); the programme’s rules hold where a kind is left out',
  },
)
export type ValidationRules = Static<typeof ValidationRules>
