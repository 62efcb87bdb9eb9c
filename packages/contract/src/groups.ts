import { type Static, Type } from 'typebox'
import { Judgement } from './judgement.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, Id, Nullable, OneOf, Problem, RegionCode, ResolvedTimes, Slug, Text, TwoTimes } from './shapes.ts'

/** A case that was put forward into a list that chooses (候选), or is on it. */
export const GroupChoice = Closed({
  case: Id,
  /** The filing that chose it. */
  choice: Id,
  title: Type.String(),
  region: RegionCode,
  state: OneOf(['put-forward', 'chosen']),
  /** Whether a second person approved it, or it still waits for that. */
  isDecided: Type.Boolean(),
  chosenOn: Nullable(Day),
  demo: Type.Boolean(),
})
export type GroupChoice = Static<typeof GroupChoice>

export const GroupMember = Closed({
  ...Judgement.properties,
  responsible: Text,
  /** Members of the programme that this one is chosen out of; side by side with it otherwise. */
  chosenFrom: Type.Array(Slug),
  /** By source, in the order of `chosenFrom`: who was put forward and who was chosen; null for readers who see no cases. */
  choices: Nullable(Type.Array(Closed({ source: Slug, cases: Type.Array(GroupChoice) }))),
})
export type GroupMember = Static<typeof GroupMember>

export const GroupsPage = Closed({
  programme: Slug,
  ...ResolvedTimes,
  demo: Type.Boolean(),
  groups: Type.Array(Closed({ id: Slug, name: Text, rule: Text, members: Type.Array(GroupMember) })),
})
export type GroupsPage = Static<typeof GroupsPage>

export const showGroups = {
  method: 'GET',
  url: '/api/programmes/:programme/groups',
  permission: 'public',
  schema: {
    operationId: 'showGroups',
    summary:
      'Groups of targets (十百千, 512) with what each counts, who was put forward and who was chosen; never a sum',
    tags: ['programmes'],
    params: Closed({ programme: Slug }),
    querystring: Closed({ ...TwoTimes }),
    response: { 200: GroupsPage, '4xx': Problem },
  },
} as const satisfies RouteContract
