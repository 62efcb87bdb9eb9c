import { type Static, Type } from 'typebox'
import { FilingEvent, filingMoves, filingProperties } from './filings.ts'
import { Digest, LagDraft, Reason, Version } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import {
  Bound,
  Closed,
  Confidence,
  Day,
  Id,
  Nullable,
  OneOf,
  PeriodCode,
  Problem,
  RegionCode,
  Slug,
  Stated,
  TwoTimes,
} from './shapes.ts'

/** A goal by its slug, or by its number in the notice (T06, M21). */
const Goal = Type.String({ pattern: '^([TMB][0-9]{2,3}|[a-z0-9]+(-[a-z0-9]+)*)$', maxLength: 80 })
const Said = Type.String({ maxLength: 4000 })
const Line = Type.String({ minLength: 1, maxLength: 300 })
const Unit = Type.Optional(Type.String({ maxLength: 80 }))
const goalParams = Closed({ goal: Goal })
const params = Closed({ id: Id })

// Milestones

const milestoneTags = ['milestone-events']

/** 已列计划, 进展到某环节, 时间调整, 完成, 第 n 期. */
export const MilestoneEventKind = OneOf(['planned', 'stage', 'moved', 'done', 'issue'])

const milestoneContent = {
  kind: MilestoneEventKind,
  on: Day,
  expectedOn: Type.Optional(Day),
  stage: Type.Optional(Line),
  number: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
  /** 文号: of what was done. */
  documentNumber: Type.Optional(Line),
  /** Why a date was moved, or what was done, in words. */
  note: Type.Optional(Said),
}

export const MilestoneEvent = Closed({
  ...filingProperties,
  goal: Type.String(),
  indicator: Slug,
  kind: MilestoneEventKind,
  on: Day,
  expectedOn: Nullable(Day),
  stage: Nullable(Type.String()),
  number: Nullable(Type.Integer()),
  documentNumber: Nullable(Type.String()),
  note: Type.String(),
})
export type MilestoneEvent = Static<typeof MilestoneEvent>

export const MilestoneStanding = Closed({
  state: OneOf(['not-recorded', 'planned', 'under-way', 'slipped', 'overdue', 'done']),
  expectedOn: Nullable(Day),
  /** The days that were expected before, oldest first. */
  expectedBefore: Type.Array(Day),
  stage: Nullable(Type.String()),
  doneOn: Nullable(Day),
  issues: Type.Integer(),
  lastOn: Nullable(Day),
})
export type MilestoneStanding = Static<typeof MilestoneStanding>

export const recordMilestoneEvent = {
  method: 'POST',
  url: '/api/milestones/:goal/events',
  permission: 'progress:record',
  schema: {
    operationId: 'recordMilestoneEvent',
    summary: 'Record what happened to a milestone, as a draft',
    tags: milestoneTags,
    params: goalParams,
    body: Closed({ region: Type.Optional(RegionCode), unit: Unit, ...milestoneContent }),
    response: { 201: MilestoneEvent, '4xx': Problem },
  },
} as const satisfies RouteContract
export type RecordMilestoneEvent = Static<(typeof recordMilestoneEvent)['schema']['body']>

export const listMilestoneEvents = {
  method: 'GET',
  url: '/api/milestones/:goal/events',
  permission: 'progress:read',
  schema: {
    operationId: 'listMilestoneEvents',
    summary: 'The events of a milestone and how it stands, for the nation and for each region that recorded one',
    tags: milestoneTags,
    params: goalParams,
    querystring: Closed({ ...TwoTimes }),
    response: {
      200: Closed({
        on: Day,
        /** Whether it recurs (定期) and has issues. */
        recurs: Type.Boolean(),
        standing: MilestoneStanding,
        regions: Type.Array(Closed({ region: RegionCode, standing: MilestoneStanding })),
        events: Type.Array(MilestoneEvent),
      }),
      '4xx': Problem,
    },
  },
} as const satisfies RouteContract

export const editMilestoneEvent = {
  method: 'PATCH',
  url: '/api/milestone-events/:id',
  permission: 'progress:edit',
  schema: {
    operationId: 'editMilestoneEvent',
    summary: 'Change a draft or a returned event',
    tags: milestoneTags,
    params,
    body: Closed({ version: Version, ...milestoneContent }),
    response: { 200: MilestoneEvent, '4xx': Problem },
  },
} as const satisfies RouteContract
export type EditMilestoneEvent = Static<(typeof editMilestoneEvent)['schema']['body']>

export const correctMilestoneEvent = {
  method: 'POST',
  url: '/api/milestone-events/:id/correction',
  permission: 'progress:correct',
  schema: {
    operationId: 'correctMilestoneEvent',
    summary: 'Correct an approved event with a reason',
    tags: milestoneTags,
    params,
    body: Closed({ version: Version, reason: Reason, ...milestoneContent }),
    response: { 201: MilestoneEvent, '4xx': Problem },
  },
} as const satisfies RouteContract

const milestoneMoves = filingMoves('milestone-events', 'MilestoneEvent', MilestoneEvent)
export const submitMilestoneEvent = milestoneMoves.submit
export const approveMilestoneEvent = milestoneMoves.approve
export const returnMilestoneEvent = milestoneMoves.sendBack
export const withdrawMilestoneEvent = milestoneMoves.withdraw
export const askMilestoneEventCorrection = milestoneMoves.askCorrection
export const deleteMilestoneEvent = milestoneMoves.remove

// Narratives

const narrativeTags = ['narratives']

const narrativeTexts = { progress: Said, problems: Said, next: Said }

/** 进展情况, 存在问题, 下一步安排; and 滞后原因 of a goal for which no value is typed that could carry it. */
const narrativeContent = { ...narrativeTexts, lag: Type.Optional(Nullable(LagDraft)) }

export const Narrative = Closed({
  ...filingProperties,
  goal: Type.String(),
  indicator: Slug,
  period: Type.String(),
  ...narrativeTexts,
  lag: Nullable(LagDraft),
})
export type Narrative = Static<typeof Narrative>

/** One narrative a goal, period and region. */
export const recordNarrative = {
  method: 'POST',
  url: '/api/goals/:goal/narratives',
  permission: 'progress:record',
  schema: {
    operationId: 'recordNarrative',
    summary: 'Write the narrative of a goal for a period, as a draft',
    tags: narrativeTags,
    params: goalParams,
    body: Closed({ region: Type.Optional(RegionCode), unit: Unit, period: PeriodCode, ...narrativeContent }),
    response: { 201: Narrative, '4xx': Problem },
  },
} as const satisfies RouteContract
export type RecordNarrative = Static<(typeof recordNarrative)['schema']['body']>

export const listNarratives = {
  method: 'GET',
  url: '/api/goals/:goal/narratives',
  permission: 'progress:read',
  schema: {
    operationId: 'listNarratives',
    summary: 'The narratives of a goal that one may see, newest period first',
    tags: narrativeTags,
    params: goalParams,
    querystring: Closed({ region: Type.Optional(RegionCode), ...TwoTimes }),
    response: { 200: Closed({ narratives: Type.Array(Narrative) }), '4xx': Problem },
  },
} as const satisfies RouteContract

export const editNarrative = {
  method: 'PATCH',
  url: '/api/narratives/:id',
  permission: 'progress:edit',
  schema: {
    operationId: 'editNarrative',
    summary: 'Change a draft or a returned narrative',
    tags: narrativeTags,
    params,
    body: Closed({ version: Version, ...narrativeContent }),
    response: { 200: Narrative, '4xx': Problem },
  },
} as const satisfies RouteContract
export type EditNarrative = Static<(typeof editNarrative)['schema']['body']>

export const correctNarrative = {
  method: 'POST',
  url: '/api/narratives/:id/correction',
  permission: 'progress:correct',
  schema: {
    operationId: 'correctNarrative',
    summary: 'Correct an approved narrative with a reason',
    tags: narrativeTags,
    params,
    body: Closed({ version: Version, reason: Reason, ...narrativeContent }),
    response: { 201: Narrative, '4xx': Problem },
  },
} as const satisfies RouteContract

const narrativeMoves = filingMoves('narratives', 'Narrative', Narrative)
export const submitNarrative = narrativeMoves.submit
export const approveNarrative = narrativeMoves.approve
export const returnNarrative = narrativeMoves.sendBack
export const withdrawNarrative = narrativeMoves.withdraw
export const askNarrativeCorrection = narrativeMoves.askCorrection
export const deleteNarrative = narrativeMoves.remove

// Published figures

const publishedTags = ['published-figures']

const publishedContent = {
  region: RegionCode,
  /** The day the figure speaks of, and the day it was said. */
  on: Day,
  precision: OneOf(['day', 'month', 'year', 'about']),
  publishedOn: Day,
  /** In the indicator's unit. */
  value: Type.Number({ minimum: 0, maximum: 9007199254740991 }),
  bound: Type.Optional(Bound),
  speaker: Stated(300),
  occasion: Stated(300),
  confidence: Confidence,
  round: Type.Optional(Stated(40)),
  link: Type.Optional(Type.String({ pattern: '^https?://[^\\s<>"]{4,490}$', maxLength: 500 })),
  note: Type.Optional(Said),
}

/** 登记公开数据: a figure somebody said in public, recorded by one person and approved by another. */
export const PublishedFiling = Closed({
  ...filingProperties,
  goal: Type.String(),
  indicator: Slug,
  on: Day,
  precision: Type.String(),
  publishedOn: Day,
  value: Type.Number(),
  bound: Nullable(Bound),
  speaker: Type.String(),
  occasion: Type.String(),
  confidence: Confidence,
  round: Nullable(Type.String()),
  link: Nullable(Type.String()),
  note: Type.String(),
})
export type PublishedFiling = Static<typeof PublishedFiling>

export const recordPublishedFigure = {
  method: 'POST',
  url: '/api/published-figures',
  permission: 'published:record',
  schema: {
    operationId: 'recordPublishedFigure',
    summary: 'Record a figure that was published, as a draft',
    tags: publishedTags,
    body: Closed({ indicator: Goal, ...publishedContent }),
    response: { 201: PublishedFiling, '4xx': Problem },
  },
} as const satisfies RouteContract
export type RecordPublishedFigure = Static<(typeof recordPublishedFigure)['schema']['body']>

export const listPublishedFigures = {
  method: 'GET',
  url: '/api/published-figures',
  permission: 'progress:read',
  schema: {
    operationId: 'listPublishedFigures',
    summary:
      'Published figures that were recorded here, newest first; those of the catalogue stand with their indicators',
    tags: publishedTags,
    querystring: Closed({ indicator: Type.Optional(Goal) }),
    response: { 200: Closed({ figures: Type.Array(PublishedFiling) }), '4xx': Problem },
  },
} as const satisfies RouteContract

export const editPublishedFigure = {
  method: 'PATCH',
  url: '/api/published-figures/:id',
  permission: 'published:record',
  schema: {
    operationId: 'editPublishedFigure',
    summary: 'Change a draft or a returned published figure',
    tags: publishedTags,
    params,
    body: Closed({ version: Version, ...publishedContent }),
    response: { 200: PublishedFiling, '4xx': Problem },
  },
} as const satisfies RouteContract
export type EditPublishedFigure = Static<(typeof editPublishedFigure)['schema']['body']>

export const correctPublishedFigure = {
  method: 'POST',
  url: '/api/published-figures/:id/correction',
  permission: 'published:record',
  schema: {
    operationId: 'correctPublishedFigure',
    summary: 'Correct an approved published figure with a reason',
    tags: publishedTags,
    params,
    body: Closed({ version: Version, reason: Reason, ...publishedContent }),
    response: { 201: PublishedFiling, '4xx': Problem },
  },
} as const satisfies RouteContract

const publishedMoves = filingMoves('published-figures', 'PublishedFigure', PublishedFiling)
export const submitPublishedFigure = {
  ...publishedMoves.submit,
  permission: 'published:record',
} as const satisfies RouteContract
export const approvePublishedFigure = publishedMoves.approve
export const returnPublishedFigure = publishedMoves.sendBack
export const askPublishedFigureCorrection = publishedMoves.askCorrection
export const withdrawPublishedFigure = publishedMoves.withdraw
export const deletePublishedFigure = {
  ...publishedMoves.remove,
  permission: 'published:record',
} as const satisfies RouteContract

/** One filing of any of these kinds with its history. */
const shown = <
  const Path extends string,
  const Wire extends typeof MilestoneEvent | typeof Narrative | typeof PublishedFiling,
>(
  path: Path,
  noun: string,
  wire: Wire,
) => ({
  method: 'GET' as const,
  url: `/api/${path}/:id` as const,
  permission: 'progress:read' as const,
  schema: {
    operationId: `show${noun}`,
    summary: 'One of them with its history',
    tags: [path],
    params,
    response: {
      200: Closed({ filing: wire, digest: Digest, versions: Type.Array(wire), history: Type.Array(FilingEvent) }),
      '4xx': Problem,
    },
  },
})
export const showMilestoneEvent = shown('milestone-events', 'MilestoneEvent', MilestoneEvent)
export const showNarrative = shown('narratives', 'Narrative', Narrative)
export const showPublishedFigure = shown('published-figures', 'PublishedFigure', PublishedFiling)
