import { type TSchema, Type } from 'typebox'

/** How a value is written, in words: told when a pattern does not fit, and kept out of the published schema. */
type Written = { readonly zh: string; readonly en: string }

type Telling = { readonly description?: string; readonly whenMissing?: Written }

/** A closed mapping: an unknown key is a mistake, never dropped. */
export const Closed = <Properties extends Record<string, TSchema>>(properties: Properties, telling: Telling = {}) =>
  Type.Object(properties, { additionalProperties: false, ...telling })

export const OneOf = <Values extends string[]>(values: readonly [...Values], description?: string) =>
  Type.Enum(values, description === undefined ? {} : { description })

const written = (pattern: string, words: Written, description?: string) =>
  Type.String({ pattern, written: words, ...(description === undefined ? {} : { description }) })

/** A text in both languages. */
export const Text = (description: string) =>
  Closed({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, { description })

export const Slug = (description: string) =>
  written(
    '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
    { zh: '小写字母、数字和连字符，以字母开头', en: 'lower-case letters, digits and hyphens, beginning with a letter' },
    description,
  )

export const Reference = (description: string) => Type.String({ minLength: 1, description })

export const GoalNumber = written(
  '^[TMB][0-9]{2,3}$',
  { zh: 'T、M 或 B 加两位或三位数字，如 T06', en: 'T, M or B and two or three digits, such as T06' },
  'Number of the goal within its programme: T target, M milestone, B context',
)

export const RegionCode = (description: string) =>
  written(
    '^[0-9]{6}$',
    { zh: '六位数字，加引号，如 "320000"', en: 'six digits in quotes, such as "320000"' },
    description,
  )

export const Day = (description: string) => Type.String({ format: 'day', description })

export const PeriodCode = written(
  '^[0-9]{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(\\.\\.[0-9]{4}-(0[1-9]|1[0-2]))?))?$',
  {
    zh: '报告期，如 2020、2020-H1、2020-Q3、2020-10 或 2020-01..2020-02',
    en: 'a reporting period such as 2020, 2020-H1, 2020-Q3, 2020-10 or 2020-01..2020-02',
  },
  'The first reporting period that is collected here',
)

export const Amount = (description: string) => Type.Number({ description })
export const DatePrecision = OneOf(['day', 'month', 'year', 'about'], 'How exact the date is')
export const Bound = OneOf(
  ['above', 'below', 'about'],
  'How the number relates to the true value: above (超, 多), below (近), about (约); left out when exact',
)

/** A `change:` block; `was` is the part as it stood before, left out where there was none. */
export const changeFrom = <Was extends TSchema>(was: Was) =>
  Closed(
    {
      decidedBy: Text('Who decided'),
      reason: Text('Why'),
      documentNumber: Type.String({ minLength: 1, description: 'Number of the deciding document' }),
      effectiveOn: Day('Day from which the new value holds'),
      was: Type.Optional(was),
    },
    { description: 'The decision that changed this part: who, why, document, from when, and what it was before' },
  )
