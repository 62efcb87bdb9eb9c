import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntryState } from './entry.ts'
import { approvalDue, type EntryMove, inUnit, nextState, openStates, smallestUnits } from './entry-state.ts'

const states: readonly EntryState[] = [
  'draft',
  'returned',
  'submitted',
  'unit-reviewed',
  'approved',
  'withdrawn',
  'superseded',
]
const moves: readonly EntryMove[] = [
  'edit',
  'delete',
  'submit',
  'unit-review',
  'approve',
  'return',
  'correct',
  'withdraw',
  'supersede',
]

/** Every way that is open; `gone` is an entry that is deleted. All others are closed. */
const open = `
  draft edit draft
  draft delete gone
  draft submit submitted
  returned edit returned
  returned delete gone
  returned submit submitted
  submitted unit-review unit-reviewed
  submitted approve approved
  submitted return returned
  submitted withdraw draft
  unit-reviewed approve approved
  unit-reviewed return returned
  unit-reviewed withdraw draft
  approved correct approved
  approved withdraw withdrawn
  approved supersede superseded`
  .trim()
  .split('\n')
  .map((line) => line.trim())

describe('nextState', () => {
  it('opens these ways and no other', () => {
    const found = states.flatMap((state) =>
      moves.flatMap((move) => {
        const next = nextState(state, move)
        return next === undefined ? [] : [`${state} ${move} ${next ?? 'gone'}`]
      }),
    )
    expect([...found].sort()).toEqual([...open].sort())
  })

  it('never edits, deletes or submits what was approved', () => {
    for (const state of ['approved', 'withdrawn', 'superseded'] as const) {
      for (const move of ['edit', 'delete', 'submit', 'return'] as const) expect(nextState(state, move)).toBeUndefined()
    }
  })
})

describe('approvalDue', () => {
  it.each([
    { state: 'submitted', inside: true, due: 'unit-review' },
    { state: 'submitted', inside: false, due: 'approve' },
    { state: 'unit-reviewed', inside: true, due: 'approve' },
    { state: 'unit-reviewed', inside: false, due: 'approve' },
    { state: 'draft', inside: true, due: null },
    { state: 'returned', inside: false, due: null },
    { state: 'approved', inside: true, due: null },
    { state: 'withdrawn', inside: false, due: null },
    { state: 'superseded', inside: false, due: null },
  ] as const)('is $due for $state, reviewed inside: $inside', ({ state, inside, due }) => {
    expect(approvalDue(state, inside)).toBe(due)
  })

  it('is a way that the state allows', () => {
    for (const state of states) {
      for (const inside of [true, false]) {
        const due = approvalDue(state, inside)
        if (due !== null) expect(nextState(state, due)).toBeTruthy()
      }
    }
  })
})

describe('openStates', () => {
  it('are those that still lead to an approval', () => {
    expect(states.filter((state) => leadsToApproval(state))).toEqual(
      states.filter((state) => openStates.some((one) => one === state)),
    )
  })
})

/** Whether an entry that does not count yet can come to count. */
function leadsToApproval(state: EntryState, seen: readonly EntryState[] = []): boolean {
  if (state === 'approved') return seen.length > 0
  if (seen.includes(state)) return false
  return moves.some((move) => {
    const next = nextState(state, move)
    return next !== undefined && next !== null && leadsToApproval(next, [...seen, state])
  })
}

describe('smallestUnits', () => {
  it.each([
    { value: 0, decimals: 0, count: 0 },
    { value: 47, decimals: 0, count: 47 },
    { value: 2_000_000_000, decimals: 0, count: 2_000_000_000 },
    { value: 690_000_000_000, decimals: 0, count: 690_000_000_000 },
    { value: 0.29, decimals: 2, count: 29 },
    { value: 1.005, decimals: 3, count: 1005 },
    { value: 12.3, decimals: 2, count: 1230 },
    { value: 0.1, decimals: 0, count: 'value-not-whole' },
    { value: 0.295, decimals: 2, count: 'value-too-many-places' },
    { value: 1e-7, decimals: 2, count: 'value-too-many-places' },
    { value: -1, decimals: 0, count: 'value-out-of-range' },
    { value: Number.NaN, decimals: 0, count: 'value-out-of-range' },
    { value: Number.POSITIVE_INFINITY, decimals: 0, count: 'value-out-of-range' },
    { value: Number.MAX_SAFE_INTEGER, decimals: 0, count: Number.MAX_SAFE_INTEGER },
    { value: Number.MAX_SAFE_INTEGER, decimals: 1, count: 'value-out-of-range' },
    { value: 2 ** 53, decimals: 0, count: 'value-out-of-range' },
  ])('of $value with $decimals places is $count', ({ value, decimals, count }) => {
    expect(smallestUnits(value, decimals)).toBe(count)
  })

  it('comes back from the unit exactly, up to 15 digits', () => {
    const count = fc.nat({ max: 999_999_999_999_999 })
    fc.assert(
      fc.property(count, fc.integer({ min: 0, max: 6 }), (units, decimals) => {
        expect(smallestUnits(inUnit(units, decimals), decimals)).toBe(units)
      }),
    )
  })
})
