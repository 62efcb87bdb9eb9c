import { roles } from '@xushi/domain'
import { type Static, type TSchema, Type } from 'typebox'

/** A closed object: a misspelt field is refused, never dropped. */
export const Closed = <Properties extends Record<string, TSchema>>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false })

/** One of these texts. */
export const OneOf = <Values extends string[]>(values: readonly [...Values]) => Type.Enum(values)

export const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 })
export const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })
export const RegionCode = Type.String({
  pattern: '^[0-9]{6}$',
  description: 'GB/T 2260; 000000 the nation, 660000 兵团 (ours)',
})
export const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'A date in Asia/Shanghai' })
export const InstantText = Type.String({ maxLength: 40, description: 'An instant, ISO 8601 in UTC' })
/** A date (its end in Asia/Shanghai), an instant, or a ledger number: the moment this system knew the figures. */
export const KnownAt = Type.String({ maxLength: 40, description: 'A date, an instant or a ledger number' })
export const PeriodCode = Type.String({
  maxLength: 20,
  description: '2020, 2020-H1, 2020-Q3, 2020-10 or 2020-01..2020-02',
})
/** One thing said in words: more than blanks. */
export const Stated = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
export const Text = Closed({ zh: Type.String(), en: Type.String() })
export const Bound = OneOf(['above', 'below', 'about'])
export const Absence = OneOf(['not-applicable', 'withheld'])
export const Confidence = OneOf(['primary', 'secondary', 'weak'])
export const Source = OneOf(['national', 'regions', 'register', 'earlier-round'])
export const RoleName = OneOf(roles)
export const Status = OneOf([
  'not-judged',
  'achieved',
  'no-data',
  'overdue',
  'not-started',
  'on-schedule',
  'slightly-behind',
  'behind',
])

/**
 * Why there is no judgement. For a target: no number, no due date, promised to each region, no baseline to draw a plan from, or
 * entries that only somebody with an account sees. For a region: no target of its own, or its own not met yet.
 */
export const statusReasons = [
  'no-number',
  'no-due-date',
  'per-region',
  'no-plan',
  'sign-in-required',
  'no-regional-target',
  'unmet',
] as const
export type StatusReason = (typeof statusReasons)[number]

/** A value in the indicator's own unit (or a ratio), perhaps with a bound; or the reason why there is none. Never a bare null. */
export const Figure = Type.Union([
  Closed({ known: Type.Literal(true), value: Type.Number(), bound: Type.Optional(Bound) }),
  Closed({ known: Type.Literal(false), why: Type.String() }),
])
export const DatedFigure = Type.Union([
  Closed({ known: Type.Literal(true), value: Type.Number(), bound: Type.Optional(Bound), on: Day }),
  Closed({ known: Type.Literal(false), why: Type.String() }),
])

/** RFC 9457. `type` is stable and documented at /docs; `errors` point at the fields that are wrong. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  instance: Type.Optional(Type.String()),
  errors: Type.Optional(Type.Array(Closed({ pointer: Type.String(), detail: Type.String() }))),
  /** What stands there already, where something was refused for its sake and the person may see it. */
  existing: Type.Optional(Closed({ id: Type.String(), title: Type.String() })),
})
export type Problem = Static<typeof Problem>

export const Reported = Closed({ units: Type.Integer(), expected: Type.Integer() })

/** The two times: 截至 (the date the figures speak of) and 知晓于 (the moment this system knew them). */
export const TwoTimes = {
  on: Type.Optional(Day),
  knownAt: Type.Optional(KnownAt),
}
/** How the two times were understood. `onDefaulted` says that no date was asked for. */
export const ResolvedTimes = {
  on: Day,
  onDefaulted: Type.Boolean(),
  knownAt: Closed({ seq: Type.Integer(), at: Nullable(InstantText), now: Type.Boolean() }),
  figuresSeq: Type.Integer(),
}
