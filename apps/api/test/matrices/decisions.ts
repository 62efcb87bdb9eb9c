import * as contract from '@xushi/contract'
import { act, type Matrix, type Thing } from '../matrix.ts'
import type { Someone, WholeApp } from '../whole-app.ts'
import { managers, readers, reasoned, signed, versioned } from './review-law.ts'

const both = { zh: '业务主管', en: 'Programme manager' }
const said = {
  part: 'thresholds',
  programme: 'miit-2020-8',
  reason: '中期评估',
  effectiveOn: '2021-01-01',
  value: { onSchedule: 1, slightlyBehind: 0.8, author: both, reason: both },
}

const moves = {
  record: { route: contract.proposeDecision, body: (thing: Thing) => thing.said },
  list: { route: contract.listDecisions },
  approval: signed(contract.approveDecision),
  return: { route: contract.returnDecision, body: reasoned },
  delete: { route: contract.deleteDecision, query: versioned },
} as const

const proposed = (whole: WholeApp) => act(whole, 'programme-manager', moves.record, { id: '', version: 0, said })
/** Whoever may decide, but for the one who proposed it. */
const second: readonly Someone[] = ['approver', 'second-manager']
const tries = ['list', 'approval', 'return', 'delete']

export const decisionMatrix: Matrix = {
  noun: 'a decision',
  moves,
  rows: [
    {
      is: 'not there yet',
      make: async () => ({ id: '', version: 0, said }),
      tries: ['record'],
      allowed: { record: managers },
    },
    { is: 'submitted', make: proposed, tries, allowed: { list: readers, approval: second, return: second } },
    {
      is: 'returned',
      make: async (whole) => act(whole, 'approver', moves.return, await proposed(whole)),
      tries,
      allowed: { list: readers, delete: ['programme-manager'] },
    },
    {
      is: 'approved',
      make: async (whole) => act(whole, 'approver', moves.approval, await proposed(whole)),
      tries,
      allowed: { list: readers },
    },
  ],
  offered: {
    by: 'list',
    moves: ['approval', 'return', 'delete'],
    in: ({ body }, { id }) => body.open.find((one: Thing) => one.id === id)?.moves ?? [],
  },
}
