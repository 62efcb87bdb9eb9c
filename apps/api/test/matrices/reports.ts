import * as contract from '@xushi/contract'
import { claimReport } from '@xushi/store'
import { made } from '../made-report.ts'
import { act, type Matrix, type Thing } from '../matrix.ts'
import type { Someone, WholeApp } from '../whole-app.ts'
import { managers } from './review-law.ts'

/*
 * A report of a region: its author writes and sends it, a manager issues it, and who may read the reports of that region finds it then.
 */
const author = 'regional-recorder'
const national: readonly Someone[] = ['auditor', 'programme-manager', 'second-manager', 'recorder', 'approver']
const readers: readonly Someone[] = [...national, author, 'regional-viewer', 'second-recorder', 'industry-recorder']

const asked = { programme: 'miit-2020-8', kind: 'one-page', on: '2020-10-31', region: '320000' }
const versioned = ({ version }: Thing) => ({ version })

const moves = {
  creation: { route: contract.createReport, body: ({ said }: Thing) => said },
  show: { route: contract.showReport },
  file: { route: contract.downloadReport, query: () => ({ format: 'csv' }) },
  edit: { route: contract.editReport, body: ({ version }: Thing) => ({ version, texts: {} }) },
  making: { route: contract.makeReport, body: versioned },
  cancellation: { route: contract.cancelReport },
  deletion: { route: contract.deleteReport, query: versioned },
  submission: { route: contract.submitReport, body: versioned },
  return: { route: contract.returnReport, body: ({ version }: Thing) => ({ version, reason: '请补充' }) },
  issue: { route: contract.issueReport, body: ({ version, said }: Thing) => ({ version, ...said }) },
  withdrawal: { route: contract.withdrawReport, body: ({ version }: Thing) => ({ version, reason: '口径有误' }) },
  verification: { route: contract.verifyReport, query: ({ said }: Thing) => ({ number: numberIn(said) }), reads: true },
} as const
const numberIn = (said: object) => ('number' in said ? String(said.number) : '进展报告〔1999〕1号')

/** The report once its files are made, with its digest and number. */
async function ready(whole: WholeApp, who: Someone, { id }: Pick<Thing, 'id'>): Promise<Thing> {
  const { version, digest, number } = await made(whole, who, id)
  return { id, version, said: { digest, ...(number !== null && { number }) } }
}
const draft = async (whole: WholeApp, more: object = {}): Promise<Thing> =>
  ready(whole, author, await act(whole, author, moves.creation, { id: '', version: 0, said: { ...asked, ...more } }))
const sent = async (whole: WholeApp): Promise<Thing> =>
  ready(whole, author, await act(whole, author, moves.submission, await draft(whole)))
const issued = async (whole: WholeApp): Promise<Thing> => {
  const thing = await sent(whole)
  const { digest } = thing.said as { readonly digest: string }
  const signed = await act(whole, 'programme-manager', moves.issue, { ...thing, said: { digest } })
  return ready(whole, 'programme-manager', signed)
}
/** One that somebody is making all through the test. */
async function beingMade(whole: WholeApp): Promise<Thing> {
  const { body } = await whole.as(author).post('/api/reports', asked)
  await claimReport(whole.store, '2099-01-01T00:00:00.000Z')
  return { id: body.id, version: body.version, said: {} }
}

export const reportMatrix: Matrix = {
  noun: 'a report',
  moves,
  rows: [
    {
      is: 'not there yet',
      make: async () => ({ id: '', version: 0, said: asked }),
      tries: ['creation'],
      allowed: { creation: [...readers, 'regional-viewer'] },
    },
    {
      is: 'a draft',
      make: draft,
      allowed: { show: [author], file: [author], edit: [author], deletion: [author], submission: [author] },
      tries: ['show', 'file', 'edit', 'making', 'deletion', 'submission', 'return', 'issue', 'withdrawal'],
      seenBy: [author],
    },
    {
      is: 'being made',
      make: beingMade,
      allowed: { cancellation: [author] },
      tries: ['cancellation'],
      seenBy: [author],
    },
    {
      is: 'a draft that failed',
      make: (whole) => draft(whole, { kind: 'supervision', texts: { foreword: '\u{E000}' } }),
      allowed: { making: [author] },
      tries: ['file', 'making', 'submission'],
      seenBy: [author],
    },
    {
      is: 'sent for issue',
      make: sent,
      allowed: { show: [author, ...managers], file: [author, ...managers], return: managers, issue: managers },
      tries: ['show', 'file', 'edit', 'making', 'deletion', 'submission', 'return', 'issue', 'withdrawal'],
      seenBy: [author, ...managers],
    },
    {
      is: 'issued',
      make: issued,
      allowed: { show: readers, file: readers, verification: readers, withdrawal: managers },
      tries: [
        'show',
        'file',
        'verification',
        'edit',
        'making',
        'deletion',
        'submission',
        'return',
        'issue',
        'withdrawal',
      ],
      seenBy: readers,
    },
    {
      is: 'withdrawn',
      make: async (whole) =>
        ready(whole, author, await act(whole, 'second-manager', moves.withdrawal, await issued(whole))),
      allowed: { show: readers, file: readers },
      tries: ['show', 'file', 'edit', 'making', 'deletion', 'submission', 'return', 'issue', 'withdrawal'],
      seenBy: readers,
    },
  ],
}
