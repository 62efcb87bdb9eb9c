import * as contract from '@xushi/contract'
import { creditCheckDigit } from '@xushi/domain'
import { attached, pdf } from '../attached.ts'
import { act, attempt, type Matrix, type Row, type Thing } from '../matrix.ts'
import type { Someone, WholeApp } from '../whole-app.ts'
import {
  accepted,
  brought,
  managers,
  offeredIn,
  type Place,
  type ReviewMoves,
  type ReviewState,
  reasoned,
  reviewRow,
  reviewRows,
  signed,
  versioned,
} from './review-law.ts'

const register = 'local-enterprise-cases'

export const jiangsu: Place = {
  name: '江苏',
  recordedBy: 'industry-recorder',
  writers: ['industry-recorder', 'recorder'],
  reviewer: null,
  insiders: ['industry-recorder'],
}
const guangdong: Place = {
  name: '广东',
  recordedBy: 'southern-recorder',
  writers: ['southern-recorder', 'recorder'],
  reviewer: 'southern-reviewer',
  insiders: ['southern-recorder', 'southern-reviewer'],
}

const caseMoves: ReviewMoves = {
  record: { route: contract.recordCase, params: () => ({ register }), body: ({ said }) => said },
  show: { route: contract.showCase },
  edit: { route: contract.editCase, body: (thing) => ({ ...versioned(thing), note: '改' }) },
  delete: { route: contract.deleteCase, query: versioned },
  submission: { route: contract.submitCase, body: versioned },
  approval: signed(contract.approveCase),
  return: { route: contract.returnCase, body: reasoned },
  correction: { route: contract.editCase, body: reasoned },
  // What counts leaves on a day that is named.
  withdrawal: { route: contract.withdrawCase, send: leaves },
}
const moves = {
  ...caseMoves,
  'correction-request': { route: contract.askCaseCorrection, send: asked },
  merger: { route: contract.mergeCase, send: merged },
  promotion: {
    route: contract.promoteCase,
    body: () => ({
      into: 'benchmark-networks',
      reason: '专家评审第一名',
      fields: { network: '5G内网' },
      stages: { assessment: '2020-11-01' },
    }),
  },
} as const

/** Enterprises that nobody has registered. */
function enterprisesOf(region: string): () => object {
  let next = 0
  return () => {
    const number = `${region.slice(0, 2)}${String(next++).padStart(5, '0')}`
    const code = `91${region}MA${number}`
    const fields = {
      enterprise: `第${number}机械厂`,
      'credit-code': code + creditCheckDigit(code),
      industry: 'equipment',
    }
    return { region, fields, stages: { application: '2020-05-06' } }
  }
}

/** A case is handed in with a file behind it. */
async function withFile(whole: WholeApp, who: Someone, { id }: Thing): Promise<void> {
  const file = { name: '推荐函.pdf', content: pdf('recommended') }
  const { status, text } = await attached(whole, who, { subject: id }, file)
  if (status !== 201) throw new Error(text)
}

export const ofJiangsu = { moves: caseMoves, place: jiangsu, next: enterprisesOf('320000'), completed: withFile }
const ofGuangdong = { moves: caseMoves, place: guangdong, next: enterprisesOf('440000'), completed: withFile }

const staying = new WeakMap<WholeApp, Promise<Thing>>()
/** A case that others are merged into. */
function stays(whole: WholeApp): Promise<Thing> {
  const known = staying.get(whole) ?? brought(whole, 'approved', ofJiangsu)
  staying.set(whole, known)
  return known
}
async function merged(whole: WholeApp, who: Someone, thing: Thing, more: object) {
  const { id: into } = await stays(whole)
  const move = { route: contract.mergeCase, body: (one: Thing) => ({ ...reasoned(one), into }) }
  return attempt(whole, who, move, await asShown(whole, who, thing), more)
}
async function leaves(whole: WholeApp, who: Someone, thing: Thing, more: object) {
  const move = { route: contract.withdrawCase, body: (one: Thing) => ({ ...reasoned(one), on: '2021-01-15' }) }
  return attempt(whole, who, move, await asShown(whole, who, thing), more)
}
async function asked(whole: WholeApp, who: Someone, thing: Thing, more: object) {
  const move = { route: contract.askCaseCorrection, body: reasoned }
  return attempt(whole, who, move, await asShown(whole, who, thing), more)
}
/** The version that somebody is shown: what counts, or what is written beside it. */
async function asShown(whole: WholeApp, who: Someone, thing: Thing): Promise<Thing> {
  const { status, body } = await whole.as(who).get(`/api/cases/${thing.id}`)
  return status === 200 ? { ...thing, version: body.case.version } : thing
}

/** Published by the ministry, so that it counts and can be chosen. */
async function inForce(whole: WholeApp): Promise<Thing> {
  const approved = await brought(whole, 'approved', ofJiangsu)
  const passed = ['screening', 'recommendation', 'assessment', 'announcement', 'publication']
  const later = Object.fromEntries(passed.map((stage) => [stage, '2020-06-01']))
  const stages = { application: '2020-05-06', ...later }
  const changed = await act(whole, 'recorder', moves.correction, approved, { stages })
  return accepted(whole, 'recorder', ofJiangsu, changed)
}

/** 遴选 is the ministry's: the unit whose case was chosen sees the choice and has no hand in it. */
const chosen: Place = { ...jiangsu, name: '江苏, a choice', recordedBy: 'recorder', writers: ['recorder'] }

/** A choice is handed in as it is made. */
async function choice(whole: WholeApp, to: ReviewState): Promise<Thing> {
  const submitted = await act(whole, 'recorder', moves.promotion, await inForce(whole))
  if (to === 'submitted') return submitted
  if (to === 'draft') return act(whole, 'recorder', moves.withdrawal, submitted)
  if (to === 'returned') return act(whole, 'approver', moves.return, submitted)
  const approved = await act(whole, 'approver', moves.approval, submitted)
  if (to === 'approved') return approved
  if (to === 'withdrawn') return act(whole, 'approver', moves.withdrawal, approved)
  return act(whole, 'recorder', moves.correction, approved)
}

/** Those who answer for figures act on what counts; a draft of a correction beside it holds nobody up, and need not be asked for. */
function leaving(state: ReviewState): Row['allowed'] {
  if (state === 'correcting') return { withdrawal: ['approver', ...managers] }
  return state === 'approved' ? { withdrawal: ['approver', ...managers], 'correction-request': ['approver'] } : {}
}
/** Its merger is proposed by those who may correct it, and decided by another person. */
const own = (state: ReviewState): Row['allowed'] =>
  state === 'approved' ? { ...leaving(state), merger: jiangsu.writers } : leaving(state)
const states = ['draft', 'submitted', 'returned', 'approved', 'withdrawn', 'correcting'] as const
const forced = reviewRow('approved', { ...jiangsu, name: '江苏, and in force' }, { make: inForce }, own)

const rows: readonly Row[] = [
  ...reviewRows(ofJiangsu, states, own),
  // What waits for a review inside; in its other states a case there is like any other.
  ...reviewRows(ofGuangdong, ['submitted', 'unit-reviewed'], own),
  // Its exit is proposed by those who may correct it, and decided by another person.
  { ...forced, allowed: { ...forced.allowed, promotion: ['recorder'], withdrawal: jiangsu.writers } },
  ...states.map((state) => reviewRow(state, chosen, { make: (whole) => choice(whole, state) }, leaving)),
]

const existing = Object.keys(moves).filter((move) => move !== 'record')
/** One address edits and corrects: with a reason, it goes on editing what is still being written. */
const triedOn = ({ allowed, tries }: Row) =>
  tries?.includes('record') ? tries : existing.filter((move) => move !== 'correction' || allowed.edit === undefined)

export const caseMatrix: Matrix = {
  noun: 'a case',
  moves,
  rows: rows.map((row) => ({
    ...row,
    tries: triedOn(row),
    make: async (whole) => {
      await stays(whole)
      return row.make(whole)
    },
  })),
  offered: offeredIn('case', [
    'edit',
    'delete',
    'submission',
    'approval',
    'return',
    'correction',
    'withdrawal',
    'promotion',
    'correction-request',
    'merger',
  ]),
}
