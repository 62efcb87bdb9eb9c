import { type Static, Type } from 'typebox'
import { filingMoves, filingProperties } from './filings.ts'
import { Digest } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Bound, Closed, Day, Nullable, OneOf, Problem, RegionCode, Slug, Stated, Text } from './shapes.ts'

const tags = ['decisions']
/** In the indicator's unit. */
const Amount = Type.Number({ minimum: -9007199254740991, maximum: 9007199254740991 })
const Short = Stated(500)
const BothLanguages = Closed({ zh: Short, en: Short })

export const OpeningValue = Closed({
  openedOn: Day,
  /** 期初数, in the indicator's unit. */
  balance: Type.Number({ minimum: 0, maximum: 9007199254740991 }),
  balanceSource: Short,
})
export const TargetValue = Closed({
  comparator: OneOf(['at-least', 'more-than', 'at-most', 'equal', 'all', 'about', 'range']),
  value: Amount,
  from: Type.Optional(Amount),
  to: Type.Optional(Amount),
  basis: OneOf(['level', 'increment']),
})
export const BaselineValue = Closed({
  value: Amount,
  bound: Type.Optional(Bound),
  on: Day,
  precision: OneOf(['day', 'month', 'year', 'about']),
  source: BothLanguages,
})
export const DueValue = Closed({ on: Day, stated: Type.Boolean(), reason: Type.Optional(BothLanguages) })
export const PlanValue = Closed({ points: Type.Array(Closed({ on: Day, value: Amount }), { maxItems: 60 }) })
export const ThresholdsValue = Closed({
  onSchedule: Type.Number({ exclusiveMinimum: 0, maximum: 10 }),
  slightlyBehind: Type.Number({ exclusiveMinimum: 0, maximum: 10 }),
  author: BothLanguages,
  reason: BothLanguages,
})
export const RegionalTargetValue = Closed({ region: RegionCode, value: Amount, on: Day })

/** What a decision is made of beside its value. */
const because = {
  reason: Stated(2000),
  documentNumber: Type.Optional(Type.String({ maxLength: 200 })),
  effectiveOn: Day,
}
const aboutIndicator = { indicator: Slug, ...because }
const aboutProgramme = { programme: Slug, ...because }

/** A decision as it is proposed. Each part has a value of its own shape. */
export const ProposeDecision = Type.Union([
  Closed({ part: Type.Literal('opening'), ...aboutIndicator, value: OpeningValue }),
  Closed({ part: Type.Literal('target'), ...aboutIndicator, value: TargetValue }),
  Closed({ part: Type.Literal('baseline'), ...aboutIndicator, value: BaselineValue }),
  Closed({ part: Type.Literal('due'), ...aboutIndicator, value: DueValue }),
  Closed({ part: Type.Literal('plan'), ...aboutIndicator, value: PlanValue }),
  Closed({ part: Type.Literal('regional-target'), ...aboutIndicator, value: RegionalTargetValue }),
  Closed({ part: Type.Literal('thresholds'), ...aboutProgramme, value: ThresholdsValue }),
  Closed({
    part: Type.Literal('reading'),
    ...aboutProgramme,
    ambiguity: Type.Integer({ minimum: 1 }),
    value: BothLanguages,
  }),
])
export type ProposeDecision = Static<typeof ProposeDecision>

export const DecisionPart = OneOf([
  'opening',
  'target',
  'baseline',
  'due',
  'plan',
  'regional-target',
  'thresholds',
  'reading',
])

/** What the amounts of a decision are counted in, and the region it is about; null where it has no amounts, or is no region's. */
const measure = { unit: Nullable(Text), decimals: Nullable(Type.Integer({ minimum: 0 })), place: Nullable(Text) }

/**
 * What those who propose and approve are told: the parts of the regions come to more than the whole; another decision about the same
 * thing waits too, or took effect since, so that this one cannot be approved any more.
 */
export const DecisionWarning = Type.Union([
  Closed({ is: Type.Literal('parts-exceed-whole'), sum: Amount, most: Amount }),
  Closed({ is: Type.Literal('another-waits') }),
  Closed({ is: Type.Literal('overtaken') }),
])
export type DecisionWarning = Static<typeof DecisionWarning>

/** A decision on its way, or in force. */
export const Decision = Closed({
  ...filingProperties,
  ...measure,
  part: DecisionPart,
  /** What it is about: an indicator, the programme, or an ambiguity. */
  subject: Type.String(),
  name: Text,
  value: Type.Unknown(),
  /** What holds while it is not approved, or held before it. */
  before: Type.Unknown(),
  reason: Type.String(),
  documentNumber: Nullable(Type.String()),
  effectiveOn: Day,
  warnings: Type.Array(DecisionWarning),
})
export type Decision = Static<typeof Decision>

/** A decision under way, with the digest that its approval signs. */
export const OpenDecision = Closed({ ...Decision.properties, digest: Digest })
export type OpenDecision = Static<typeof OpenDecision>

/** What was decided earlier, by the data or on the page: never changed, only followed by another. */
export const DecidedValue = Closed({
  ...measure,
  subject: Type.String(),
  name: Text,
  part: Type.String(),
  value: Type.Unknown(),
  origin: OneOf(['catalogue', 'change-block', 'page']),
  who: Type.String(),
  reason: Type.String(),
  documentNumber: Nullable(Type.String()),
  effectiveOn: Day,
  seq: Type.Integer(),
})
export type DecidedValue = Static<typeof DecidedValue>

export const listDecisions = {
  method: 'GET',
  url: '/api/decisions',
  permission: 'decision:read',
  schema: {
    operationId: 'listDecisions',
    summary: 'Decisions under way and in force, newest first',
    tags,
    querystring: Closed({ indicator: Type.Optional(Slug) }),
    response: {
      200: Closed({ open: Type.Array(OpenDecision), decided: Type.Array(DecidedValue) }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract

/** Proposed by the programme manager; another person approves it, and only then it holds. */
export const proposeDecision = {
  method: 'POST',
  url: '/api/decisions',
  permission: 'decision:propose',
  schema: {
    operationId: 'proposeDecision',
    summary: 'Propose a decision: a target, baseline, due date, plan, reading or threshold changed, a register opened',
    tags,
    body: ProposeDecision,
    response: { 201: Decision, '4xx': Problem },
  },
} as const satisfies RouteContract

const moves = filingMoves('decisions', 'Decision', Decision)
export const approveDecision = { ...moves.approve, permission: 'decision:approve' } as const satisfies RouteContract
export const returnDecision = { ...moves.sendBack, permission: 'decision:approve' } as const satisfies RouteContract
export const deleteDecision = { ...moves.remove, permission: 'decision:propose' } as const satisfies RouteContract
