import * as contract from '@xushi/contract'
import type { Answer } from '../answer.ts'
import type { Matrix, Thing } from '../matrix.ts'
import { type Someone, shownAt, type WholeApp } from '../whole-app.ts'
import { offeredIn, type Place, type ReviewState, reasoned, reviewRows, signed, versioned } from './review-law.ts'

/** 广东 reviews inside; 江苏 goes straight to the ministry. */
export const jiangsu: Place = {
  name: '江苏',
  recordedBy: 'regional-recorder',
  writers: ['regional-recorder', 'second-recorder', 'recorder'],
  reviewer: null,
  insiders: ['regional-recorder', 'second-recorder', 'regional-viewer'],
}
export const guangdong: Place = {
  name: '广东',
  recordedBy: 'guangdong-recorder',
  writers: ['guangdong-recorder', 'recorder'],
  reviewer: 'unit-reviewer',
  insiders: ['guangdong-recorder', 'unit-reviewer'],
}

const firstDone = ({ status, body }: Answer) => status === 200 && body.results[0].problem === null
const path = ({ id }: Thing) => `/api/progress-entries/${id}`

/** Approval of several is signed with the digest of what was shown. */
async function approvedWithOthers(whole: WholeApp, who: Someone, thing: Thing, more: object): Promise<Answer> {
  const { id, version } = thing
  const entries = [{ id, version, digest: await shownAt(whole.as('approver').get, path(thing)) }]
  return whole.as(who).post(contract.approveManyProgress.url, { entries, ...more })
}

const moves = {
  record: {
    route: contract.recordProgress,
    params: () => ({ indicator: 'external-network-prefectures' }),
    body: ({ said }: Thing) => said,
  },
  show: { route: contract.showProgress },
  edit: { route: contract.editProgress, body: (thing: Thing) => ({ ...versioned(thing), note: '改' }) },
  delete: { route: contract.deleteProgress, query: versioned },
  submission: { route: contract.submitProgress, body: versioned },
  approval: signed(contract.approveProgress),
  'approval with others': { route: contract.approveManyProgress, send: approvedWithOthers, done: firstDone },
  return: { route: contract.returnProgress, body: reasoned },
  'return with others': {
    route: contract.returnManyProgress,
    body: ({ id, version }: Thing) => ({ entries: [{ id, version }], reason: '核' }),
    done: firstDone,
  },
  correction: { route: contract.correctProgress, body: reasoned },
  withdrawal: { route: contract.withdrawProgress, body: reasoned },
  'correction-request': { route: contract.askProgressCorrection, body: reasoned },
} as const

const months = Array.from({ length: 10 }, (_, index) => `2020-${String(index + 3).padStart(2, '0')}`)

/** Cells of a province that nobody has used: a prefecture and a month. */
function cellsOf(province: string): (whole: WholeApp) => Promise<object> {
  let next = 0
  return async (whole) => {
    const { body } = await whole.nobody.get('/api/regions?level=prefecture')
    const all: string[] = body.regions.map(({ code }: { code: string }) => code)
    const codes = all.filter((code) => code.startsWith(province))
    const index = next++
    const region = codes[Math.floor(index / months.length) % codes.length]
    return { region, period: months[index % months.length], value: 1, note: '已覆盖' }
  }
}

export const ofJiangsu = { moves, place: jiangsu, next: cellsOf('32') }

/** What only entries have: several at once. */
const own = (state: ReviewState, { reviewer }: Place) => {
  const due: Someone[] = [state === 'submitted' && reviewer !== null ? reviewer : 'approver']
  const isWaiting = state === 'submitted' || state === 'unit-reviewed'
  if (isWaiting) return { 'approval with others': due, 'return with others': due }
  return {}
}

const states = ['draft', 'submitted', 'unit-reviewed', 'returned', 'approved', 'withdrawn', 'superseded'] as const

export const entryMatrix: Matrix = {
  noun: 'a progress entry',
  moves,
  rows: [
    ...reviewRows(ofJiangsu, states, own),
    ...reviewRows({ moves, place: guangdong, next: cellsOf('44') }, states, own),
  ],
  offered: offeredIn('entry', [
    'edit',
    'delete',
    'submission',
    'approval',
    'return',
    'correction',
    'withdrawal',
    'correction-request',
  ]),
}
