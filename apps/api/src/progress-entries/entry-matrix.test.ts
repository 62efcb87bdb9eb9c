import type { EntryState } from '@xushi/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

/*
 * Who may do what with an entry: every role, in the entry's own unit and in another one, in every state, for every move. The table
 * below is written by hand, apart from the code that decides; each refused move is tried and must change nothing, each allowed one
 * must succeed.
 */
const moves = [
  'edit',
  'delete',
  'submission',
  'approval',
  'return',
  'correction',
  'withdrawal',
  'correction-request',
] as const
type Move = (typeof moves)[number]
type Unit = 'jiangsu' | 'guangdong'

const people = [
  'administrator',
  'security-officer',
  'auditor',
  'programme-manager',
  'recorder',
  'approver',
  'regional-recorder',
  'second-recorder',
  'guangdong-recorder',
  'industry-recorder',
  'unit-reviewer',
  'regional-viewer',
] as const satisfies readonly Someone[]

/** 广东 reviews inside; 江苏 goes straight to the ministry. */
const places = {
  jiangsu: { recordedBy: 'regional-recorder', colleagues: ['second-recorder'], reviewer: null, prefecture: '3201' },
  guangdong: { recordedBy: 'guangdong-recorder', colleagues: [], reviewer: 'unit-reviewer', prefecture: '4401' },
} as const
const states: Readonly<Record<Unit, readonly EntryState[]>> = {
  jiangsu: ['draft', 'submitted', 'returned', 'approved', 'withdrawn', 'superseded'],
  guangdong: ['draft', 'submitted', 'unit-reviewed', 'returned', 'approved', 'withdrawn', 'superseded'],
}

/** Who may make each move, by state; what is missing nobody may. */
function allowed(unit: Unit, state: EntryState, move: Move): readonly string[] {
  const { recordedBy, colleagues, reviewer } = places[unit]
  const due = state === 'unit-reviewed' || reviewer === null ? 'approver' : reviewer
  const table: Readonly<Partial<Record<EntryState, Partial<Record<Move, readonly string[]>>>>> = {
    draft: { edit: [recordedBy], submission: [recordedBy], delete: [recordedBy, ...colleagues, 'recorder'] },
    returned: { edit: [recordedBy], submission: [recordedBy], delete: [recordedBy, ...colleagues, 'recorder'] },
    submitted: { approval: [due], return: [due], withdrawal: [recordedBy] },
    'unit-reviewed': { approval: [due], return: [due], withdrawal: [recordedBy] },
    approved: {
      correction: [recordedBy, ...colleagues, 'recorder'],
      withdrawal: ['approver', 'programme-manager'],
      'correction-request': reviewer === null ? ['approver'] : ['approver', reviewer],
    },
  }
  return table[state]?.[move] ?? []
}

type Entry = { readonly id: string; readonly version: number; readonly state: EntryState }

describe.each(engines)('an entry on %s', (engine) => {
  let whole: WholeApp
  const used: Record<Unit, number> = { jiangsu: 0, guangdong: 0 }
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const months = Array.from({ length: 10 }, (_, index) => `2020-${String(index + 3).padStart(2, '0')}`)
  /** A cell that nobody has used: a prefecture and a month. */
  const nextCell = async (unit: Unit) => {
    const { body } = await whole.as('auditor').get('/api/regions?level=prefecture')
    const parent = unit === 'jiangsu' ? '32' : '44'
    const codes = body.regions
      .map(({ code }: { code: string }) => code)
      .filter((code: string) => code.startsWith(parent))
    const index = used[unit]++
    return { region: codes[Math.floor(index / months.length)], period: months[index % months.length] }
  }
  const act = async (who: Someone, entry: Entry, move: string, more: object = {}): Promise<Entry> => {
    const url = `/api/progress-entries/${entry.id}/${move}`
    const { status, body } = await whole.as(who).post(url, { version: entry.version, ...more })
    expect([move, status, body.detail ?? ''], JSON.stringify(body)).toEqual([move, expect.toBeOneOf([200, 201]), ''])
    return body
  }
  const inState = async (unit: Unit, state: EntryState): Promise<Entry> => {
    const { recordedBy, reviewer } = places[unit]
    const url = '/api/indicators/external-network-prefectures/progress-entries'
    const cell = await nextCell(unit)
    const { body: draft } = await whole.as(recordedBy).post(url, { ...cell, value: 1, note: '已覆盖' })
    if (state === 'draft') return draft
    const submitted = await act(recordedBy, draft, 'submission')
    if (state === 'submitted') return submitted
    const reviewed = reviewer === null ? submitted : await act(reviewer, submitted, 'approval')
    if (state === 'unit-reviewed') return reviewed
    if (state === 'returned') return act('approver', reviewed, 'return', { reason: '再核' })
    const approved = await act('approver', reviewed, 'approval')
    if (state === 'approved') return approved
    if (state === 'withdrawn') return act('approver', approved, 'withdrawal', { reason: '重复' })
    const correction = await act(recordedBy, approved, 'correction', { reason: '更正', value: 1 })
    const again = await act(recordedBy, correction, 'submission')
    const inside = reviewer === null ? again : await act(reviewer, again, 'approval')
    await act('approver', inside, 'approval')
    return { ...approved, state, version: approved.version + 1 }
  }
  const attempt = (who: Someone, { id, version }: Entry, move: Move) => {
    const client = whole.as(who)
    if (move === 'edit') return client.send('PATCH', `/api/progress-entries/${id}`, { version, note: '改' })
    if (move === 'delete') return client.send('DELETE', `/api/progress-entries/${id}?version=${version}`)
    const needsReason =
      move === 'return' || move === 'correction' || move === 'correction-request' || move === 'withdrawal'
    return client.post(`/api/progress-entries/${id}/${move}`, { version, ...(needsReason && { reason: '核' }) })
  }

  const rows = (['jiangsu', 'guangdong'] as const).flatMap((unit) => states[unit].map((state) => ({ unit, state })))
  it.each(rows)('of $unit that is $state', async ({ unit, state }) => {
    let entry = await inState(unit, state)
    for (const move of moves) {
      for (const who of people) {
        const may = allowed(unit, state, move).includes(who)
        const { status } = await attempt(who, entry, move)
        const succeeded = status >= 200 && status < 300
        expect([who, cast[who].role, move, succeeded], `${status}`).toEqual([who, cast[who].role, move, may])
        if (may) entry = await inState(unit, state)
      }
    }
    const { body } = await whole.as('approver').get(`/api/progress-entries/${entry.id}`)
    expect(body.entry).toMatchObject({ state, version: entry.version })
  })

  it('is offered exactly the moves that it allows', async () => {
    for (const { unit, state } of rows) {
      const entry = await inState(unit, state)
      for (const who of people) {
        const { status, body } = await whole.as(who).get(`/api/progress-entries/${entry.id}`)
        if (status !== 200) continue
        const expected = moves.filter((move) => allowed(unit, state, move).includes(who))
        expect([who, unit, state, [...body.entry.moves].sort()]).toEqual([who, unit, state, [...expected].sort()])
      }
    }
  })
})
