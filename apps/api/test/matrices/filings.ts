import * as contract from '@xushi/contract'
import type { Matrix, Move } from '../matrix.ts'
import { guangdong, jiangsu } from './entries.ts'
import { offeredIn, type Place, type ReviewMoves, reasoned, reviewRows, signed, versioned } from './review-law.ts'

type AskedMoves = ReviewMoves & Readonly<Record<'correction-request', Move>>

/** What the ministry files for the nation, in the name of its own unit. */
const ministry: Place = { name: '部', recordedBy: 'recorder', writers: ['recorder'], reviewer: null, insiders: [] }

const states = ['draft', 'submitted', 'unit-reviewed', 'returned', 'approved', 'withdrawn', 'correcting'] as const
const offered = offeredIn('filing', [
  'edit',
  'delete',
  'submission',
  'approval',
  'return',
  'correction',
  'withdrawal',
  'correction-request',
])

const milestoneMoves: AskedMoves = {
  record: { route: contract.recordMilestoneEvent, params: () => ({ goal: 'M01' }), body: ({ said }) => said },
  show: { route: contract.showMilestoneEvent },
  edit: { route: contract.editMilestoneEvent, body: (thing) => ({ ...versioned(thing), ...stage }) },
  delete: { route: contract.deleteMilestoneEvent, query: versioned },
  submission: { route: contract.submitMilestoneEvent, body: versioned },
  approval: signed(contract.approveMilestoneEvent),
  return: { route: contract.returnMilestoneEvent, body: reasoned },
  correction: { route: contract.correctMilestoneEvent, body: (thing) => ({ ...reasoned(thing), ...stage }) },
  withdrawal: { route: contract.withdrawMilestoneEvent, body: reasoned },
  'correction-request': { route: contract.askMilestoneEventCorrection, body: reasoned },
}
const stage = { kind: 'stage', on: '2020-08-01', stage: '初步设计' }

/** A region has several units; whoever files for one names it. */
const jiangsuUnit = { region: '320000', unit: 'communications-320000' }
const guangdongUnit = { region: '440000', unit: 'communications-440000' }

const milestoneMatrix: Matrix = {
  noun: 'a milestone event',
  moves: milestoneMoves,
  rows: [
    ...reviewRows({ moves: milestoneMoves, place: ministry, next: () => stage }, states),
    ...reviewRows({ moves: milestoneMoves, place: jiangsu, next: () => ({ ...stage, ...jiangsuUnit }) }, [
      'draft',
      'submitted',
      'approved',
    ]),
  ],
  offered,
}

const texts = { progress: '已建成六个分中心。', problems: '', next: '' }
const narrativeMoves: AskedMoves = {
  record: {
    route: contract.recordNarrative,
    params: ({ said }) => ({ goal: goalOf(said) }),
    body: ({ said }) => Object.fromEntries(Object.entries(said).filter(([key]) => key !== 'goal')),
  },
  show: { route: contract.showNarrative },
  edit: { route: contract.editNarrative, body: (thing) => ({ ...versioned(thing), ...texts }) },
  delete: { route: contract.deleteNarrative, query: versioned },
  submission: { route: contract.submitNarrative, body: versioned },
  approval: signed(contract.approveNarrative),
  return: { route: contract.returnNarrative, body: reasoned },
  correction: { route: contract.correctNarrative, body: (thing) => ({ ...reasoned(thing), ...texts }) },
  withdrawal: { route: contract.withdrawNarrative, body: reasoned },
  'correction-request': { route: contract.askNarrativeCorrection, body: reasoned },
}
const goalOf = (said: object) => ('goal' in said ? String(said.goal) : '')

/** A goal and a month that nobody has written of. */
function narrativesOf(where: object): () => object {
  let next = 0
  return () => {
    const [goal, month] = [Math.floor(next / 10) % 30, next % 10]
    next++
    const two = (number: number) => String(number).padStart(2, '0')
    return { goal: `M${two(goal + 1)}`, period: `2020-${two(month + 3)}`, ...texts, ...where }
  }
}

const narrativeMatrix: Matrix = {
  noun: 'a narrative',
  moves: narrativeMoves,
  rows: [...reviewRows({ moves: narrativeMoves, place: guangdong, next: narrativesOf(guangdongUnit) }, states)],
  offered,
}

const said = ({ said: { indicator: _, ...figure } }: { readonly said: { readonly indicator?: string } }) => figure
const figureMoves: AskedMoves = {
  record: { route: contract.recordPublishedFigure, body: (thing) => thing.said },
  show: { route: contract.showPublishedFigure },
  edit: { route: contract.editPublishedFigure, body: (thing) => ({ ...versioned(thing), ...said(thing) }) },
  delete: { route: contract.deletePublishedFigure, query: versioned },
  submission: { route: contract.submitPublishedFigure, body: versioned },
  approval: signed(contract.approvePublishedFigure),
  return: { route: contract.returnPublishedFigure, body: reasoned },
  correction: { route: contract.correctPublishedFigure, body: (thing) => ({ ...reasoned(thing), ...said(thing) }) },
  withdrawal: { route: contract.withdrawPublishedFigure, body: reasoned },
  'correction-request': { route: contract.askPublishedFigureCorrection, body: reasoned },
}

/** Only the ministry records what was said in public, of the nation and of regions. */
const ofGuangdong: Place = { ...guangdong, recordedBy: 'recorder', writers: ['recorder'] }

function figuresOf(region: string): () => object {
  let value = 100
  const shared = { indicator: 'T07', region, on: '2020-11-30', precision: 'day', publishedOn: '2020-12-05' }
  return () => ({ ...shared, value: value++, speaker: '部领导', occasion: '新闻发布会', confidence: 'weak' })
}

const figureMatrix: Matrix = {
  noun: 'a published figure',
  moves: figureMoves,
  rows: [...reviewRows({ moves: figureMoves, place: ofGuangdong, next: figuresOf('440000') }, states)],
  offered,
}

export const filingMatrices: readonly Matrix[] = [milestoneMatrix, narrativeMatrix, figureMatrix]
