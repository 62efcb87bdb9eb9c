import type { RouteContract } from '@xushi/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attached, pdf } from '../../test/attached.ts'
import { made } from '../../test/made-report.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { contracts } from '../contracts.ts'

/*
 * Something unfinished of each kind carries a word that stands nowhere else. Every address that reads is asked by strangers, with every
 * id and every filter that leads to it: the word must never come back.
 */
const word = '未公开的草稿'
const place = { region: '320000', unit: 'communications-320000' }

type Unfinished = {
  readonly who: Someone
  readonly at: string
  readonly body: object
  /** Where it is handed in; left out for what stays a draft. */
  readonly handedIn?: string
  /** What it belongs to, as parts of an address. */
  readonly parts?: Readonly<Record<string, string>>
}

const registrations = {
  who: 'regional-recorder',
  at: '/api/indicators/identifier-registrations/progress-entries',
  parts: { indicator: 'identifier-registrations' },
} as const
const unfinished: readonly Unfinished[] = [
  { ...registrations, body: { region: '320000', period: '2020-12', value: 1, note: word } },
  {
    ...registrations,
    body: { region: '320000', period: '2020-11', value: 1, note: word },
    handedIn: '/api/progress-entries',
  },
  {
    who: 'industry-recorder',
    at: '/api/registers/local-enterprise-cases/cases',
    body: { region: '320000', fields: { enterprise: word }, note: word },
    parts: { register: 'local-enterprise-cases', indicator: 'local-enterprise-cases' },
  },
  {
    who: 'regional-recorder',
    at: '/api/milestones/M01/events',
    body: { ...place, kind: 'stage', on: '2020-08-01', stage: word },
    handedIn: '/api/milestone-events',
    parts: { goal: 'M01', indicator: 'national-data-centre' },
  },
  {
    who: 'regional-recorder',
    at: '/api/goals/M01/narratives',
    body: { ...place, period: '2020-12', progress: word, problems: '', next: '' },
    parts: { goal: 'M01' },
  },
  {
    who: 'recorder',
    at: '/api/published-figures',
    body: {
      indicator: 'T06',
      region: '000000',
      on: '2020-11-30',
      precision: 'day',
      publishedOn: '2020-12-05',
      value: 80,
      speaker: word,
      occasion: word,
      confidence: 'primary',
    },
  },
  {
    who: 'programme-manager',
    at: '/api/decisions',
    body: {
      part: 'due',
      indicator: 'secondary-nodes',
      reason: word,
      effectiveOn: '2021-01-01',
      value: { on: '2021-12-31', stated: true },
    },
  },
  {
    who: 'regional-recorder',
    at: '/api/reports',
    body: { programme: 'miit-2020-8', kind: 'regional', on: '2020-10-31', region: '320000', texts: { foreword: word } },
  },
]

/** What else is asked beside an id; where a filter is needed, the one that would find it. */
const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listProgress: { region: '320000', state: 'draft' },
  exportProgress: { format: 'csv', region: '320000' },
  showRecordingCell: { region: '320000', period: '2020-12' },
  showRecordingGrid: { region: '320000', period: '2020-12' },
  findDuplicates: { name: word },
  showCalendar: { programme: 'miit-2020-8' },
  showReporting: { programme: 'miit-2020-8', period: '2020-12' },
  showReminders: { programme: 'miit-2020-8' },
  downloadReport: { format: 'csv' },
  listEvidence: { subjectKind: 'progress-entry', subject: ':id' },
  listDecisions: { indicator: 'secondary-nodes' },
  listPublishedFigures: { indicator: 'T06' },
  showDashboard: { region: '320000' },
  showSeries: { region: '320000' },
  showIndicator: { region: '320000' },
}

/** The routes that tell of what is unfinished to those whose business it is: without them this test would see nothing. */
const telling = [
  'downloadEvidence',
  'downloadReport',
  'exportProgress',
  'findDuplicates',
  'listAuditEvents',
  'listCases',
  'listDecisions',
  'listEvidence',
  'listMilestoneEvents',
  'listNarratives',
  'listOpenFilings',
  'listProgress',
  'listPublishedFigures',
  'showCase',
  'showMilestoneEvent',
  'showNarrative',
  'showProgress',
  'showPublishedFigure',
  'showRecordingCell',
  'showRecordingDesk',
  'showRecordingGrid',
  'showReport',
  'showReviewDesk',
]

type Subject = { readonly id: string; readonly parts: Readonly<Record<string, string>> }

async function recorded(whole: WholeApp): Promise<readonly Subject[]> {
  const subjects: Subject[] = []
  for (const { who, at, body, handedIn, parts = {} } of unfinished) {
    const draft = await whole.as(who).post(at, body)
    expect(draft).toMatchObject({ status: 201 })
    const { id, version } = draft.body
    subjects.push({ id, parts })
    if (at === '/api/reports') await made(whole, who, id)
    if (handedIn === undefined) continue
    expect(await whole.as(who).post(`${handedIn}/${id}/submission`, { version })).toMatchObject({ status: 200 })
  }
  const subject = subjects[0]?.id ?? ''
  const named = { name: `${word}.pdf`, content: pdf(word) }
  const file = await attached(whole, 'regional-recorder', { subjectKind: 'progress-entry', subject }, named)
  return [...subjects, { id: file.body.id, parts: {} }]
}

/** Every address of a route that may lead to a subject: by its id, or by what it belongs to. */
function addressesOf({ url, schema }: RouteContract, { id, parts }: Subject): readonly string[] {
  const known: Subject['parts'] = { programme: 'miit-2020-8', indicator: 'secondary-nodes', ...parts }
  const path = url.replaceAll(/:([a-z]+)/gi, (_, name: string) => known[name] ?? id)
  const asked = Object.entries(queries[schema.operationId] ?? {})
  if (asked.length === 0) return [path]
  const query = new URLSearchParams(asked.map(([key, value]): [string, string] => [key, value.replace(':id', id)]))
  return [path, `${path}?${query}`]
}

describe.each(engines)('what is unfinished, on %s', (engine) => {
  let whole: WholeApp
  let addresses: readonly (readonly [operationId: string, address: string])[]
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    const subjects = await recorded(whole)
    // The stream of events does not end, and says numbers alone; it has tests of its own.
    const reading = contracts.filter(({ method, url }) => method === 'GET' && url !== '/api/events')
    addresses = reading.flatMap((route) => {
      const own = new Set(subjects.flatMap((subject) => addressesOf(route, subject)))
      return [...own].map((address) => [route.schema.operationId, address] as const)
    })
  })
  afterAll(() => whole.close())

  /** The routes whose answers hold the word. */
  const told = async (who: Someone | null): Promise<readonly string[]> => {
    const client = who === null ? whole.nobody : whole.as(who)
    const found = new Set<string>()
    for (const [operationId, address] of addresses) {
      const { bytes, status } = await client.get(address)
      expect([address, status >= 500]).toEqual([address, false])
      if (bytes.includes(word)) found.add(operationId)
    }
    return [...found]
  }

  it.each([
    null,
    'zhejiang-recorder',
    'guangdong-recorder',
    'unit-reviewer',
    'administrator',
    'security-officer',
  ] as const)('is told to %s by no address', async (who) => {
    expect(await told(who)).toEqual([])
  })

  it('is told to those whose business it is, by each address that lists or shows such things', async () => {
    const insiders = ['regional-recorder', 'industry-recorder', 'recorder', 'approver', 'programme-manager'] as const
    const found = await Promise.all(insiders.map(told))
    expect([...new Set(found.flat())].sort()).toEqual(telling)
  })
})
