import type { FilingKind } from '@xushi/store'
import { type MoveActions, progressActions } from '../progress-entries/entry-rights.ts'

/** 遴选 is the ministry's: the unit whose case was chosen has no hand in the choice. */
const choiceActions: MoveActions = {
  ...progressActions,
  record: 'case:promote',
  edit: 'case:promote',
  submit: 'case:promote',
  correct: 'case:promote',
}

const publishedActions: MoveActions = {
  ...progressActions,
  record: 'published:record',
  edit: 'published:record',
  submit: 'published:record',
  correct: 'published:record',
}

const decisionActions: MoveActions = {
  record: 'decision:propose',
  edit: 'decision:propose',
  submit: 'decision:propose',
  approve: 'decision:approve',
  return: 'decision:approve',
  correct: 'decision:propose',
  withdraw: 'decision:propose',
}

const byKind: Readonly<Record<FilingKind, MoveActions>> = {
  case: progressActions,
  promotion: choiceActions,
  'milestone-event': progressActions,
  narrative: progressActions,
  'published-figure': publishedActions,
  decision: decisionActions,
}

/** What each move of a kind of filing asks of the permission table. */
export const actionsOf = (kind: FilingKind): MoveActions => byKind[kind]
