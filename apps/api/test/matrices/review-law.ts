import type { RouteContract } from '@xushi/contract'
import { act, everybody, type Matrix, type Move, type Row, type Thing } from '../matrix.ts'
import { type Someone, shownAt, type WholeApp } from '../whole-app.ts'

/*
 * Who may do what with anything that one person writes and another decides on, written by hand apart from the code that decides:
 * progress entries, cases, choices, milestone events, narratives and published figures share it.
 */

/** Where something is recorded, and by whom. */
export type Place = {
  readonly name: string
  readonly recordedBy: Someone
  /** Who may record there at all: they correct what is approved, whoever wrote it. */
  readonly writers: readonly Someone[]
  /** 单位审核 where the unit reviews inside. */
  readonly reviewer: Someone | null
  /** Who sees what is still under way, beside those who work for the nation. */
  readonly insiders: readonly Someone[]
}

/** The moves that every reviewed thing has; a kind adds its own. */
export type ReviewMoves = Readonly<
  Record<
    'record' | 'show' | 'edit' | 'delete' | 'submission' | 'approval' | 'return' | 'correction' | 'withdrawal',
    Move
  >
>

export type ReviewState = keyof typeof law

const nationWide: readonly Someone[] = ['auditor', 'programme-manager', 'second-manager', 'recorder', 'approver']
export const managers: readonly Someone[] = ['programme-manager', 'second-manager']
/** Everybody who may read what was approved: all but those who keep accounts. */
export const readers = everybody.filter((who) => who !== 'administrator' && who !== 'security-officer')

const written = ({ recordedBy }: Place) => ({ edit: [recordedBy], submission: [recordedBy], delete: [recordedBy] })
const waiting = (due: Someone, { recordedBy }: Place) => ({
  approval: [due],
  return: [due],
  withdrawal: [recordedBy],
})

/** The table itself; what is missing nobody may. */
const law = {
  draft: written,
  submitted: (place: Place) => waiting(place.reviewer ?? 'approver', place),
  'unit-reviewed': (place: Place) => waiting('approver', place),
  returned: written,
  /** Whoever approved it is not the one who withdraws it. */
  approved: ({ writers, reviewer }: Place) => ({
    correction: writers,
    withdrawal: managers,
    // Somebody who could have returned it.
    'correction-request': reviewer === null ? ['approver'] : ['approver', reviewer],
  }),
  withdrawn: () => ({}),
  superseded: () => ({}),
  /** Approved, with a correction under way in the same thread. */
  correcting: written,
} satisfies Record<string, (place: Place) => Readonly<Record<string, readonly Someone[]>>>

export const insidersOf = ({ insiders }: Place): readonly Someone[] => [...new Set([...nationWide, ...insiders])]

export const settled: readonly ReviewState[] = ['approved', 'withdrawn', 'superseded', 'correcting']

type Reviewed = {
  readonly moves: ReviewMoves
  readonly place: Place
  /** What to record there next: never the same twice. */
  readonly next: (whole: WholeApp) => Promise<object> | object
  /** What a draft needs before it may be handed in. */
  readonly completed?: (whole: WholeApp, who: Someone, draft: Thing) => Promise<void>
}

/** Records something and takes it as far as a state. */
export async function brought(whole: WholeApp, to: ReviewState, reviewed: Reviewed): Promise<Thing> {
  const { moves, place, next, completed } = reviewed
  const { recordedBy } = place
  const blank = { id: '', version: 0, said: await next(whole) }
  const draft = await act(whole, recordedBy, moves.record, blank)
  await completed?.(whole, recordedBy, draft)
  if (to === 'draft') return draft
  const submitted = await act(whole, recordedBy, moves.submission, draft)
  if (to === 'submitted') return submitted
  const due = place.reviewer === null ? submitted : await act(whole, place.reviewer, moves.approval, submitted)
  if (to === 'unit-reviewed') return due
  if (to === 'returned') return act(whole, 'approver', moves.return, due)
  const approved = await act(whole, 'approver', moves.approval, due)
  if (to === 'approved') return approved
  if (to === 'withdrawn') return act(whole, 'programme-manager', moves.withdrawal, approved)
  const correction = await act(whole, recordedBy, moves.correction, approved)
  if (to === 'correcting') return correction
  await accepted(whole, recordedBy, { moves, place }, correction)
  return { ...approved, version: approved.version + 1 }
}

/** Hands something in and has it approved by whoever must. */
export async function accepted(
  whole: WholeApp,
  who: Someone,
  { moves, place }: Pick<Reviewed, 'moves' | 'place'>,
  draft: Thing,
): Promise<Thing> {
  const submitted = await act(whole, who, moves.submission, draft)
  const due = place.reviewer === null ? submitted : await act(whole, place.reviewer, moves.approval, submitted)
  return act(whole, 'approver', moves.approval, due)
}

type Own = (state: ReviewState, place: Place) => Row['allowed']

/** One row of the table: a state, how to bring something into it, and what only its kind has. */
export function reviewRow(
  state: ReviewState,
  place: Place,
  row: Pick<Row, 'make' | 'tries'>,
  own: Own = () => ({}),
): Row {
  const seenBy = settled.includes(state) ? readers : insidersOf(place)
  const allowed = { ...law[state](place), ...own(state, place), show: seenBy }
  return { ...row, is: `${state}, in ${place.name}`, allowed, seenBy }
}

/** The rows of one kind in one place: nothing yet, and every state. */
export function reviewRows(reviewed: Reviewed, states: readonly ReviewState[], own?: Own): readonly Row[] {
  const { place, next, moves } = reviewed
  const tries = Object.keys(moves).filter((move) => move !== 'record')
  const there = states.filter((state) => state !== 'unit-reviewed' || place.reviewer !== null)
  return [
    {
      is: `not there yet, in ${place.name}`,
      make: async (whole) => ({ id: '', version: 0, said: await next(whole) }),
      tries: ['record'],
      allowed: { record: place.writers },
    },
    ...there.map((state) => reviewRow(state, place, { make: (whole) => brought(whole, state, reviewed), tries }, own)),
  ]
}

/** What an answer offers of these moves. */
export const offeredIn = (noun: string, moves: readonly string[]): NonNullable<Matrix['offered']> => ({
  by: 'show',
  moves,
  in: ({ body }) => body[noun].moves,
})

/** An approval of what stands there now, signed by whoever has seen it: a move is refused for who makes it, not for a wrong digest. */
export const signed = (route: RouteContract): Move => ({
  route,
  send: async (whole, who, { id, version }, more) => {
    const path = route.url.replace('/:id/approval', `/${id}`)
    const digest = await shownAt(whole.as('approver').get, path)
    return whole.as(who).post(`${path}/approval`, { version, digest, ...more })
  },
})

export const versioned = ({ version }: Thing) => ({ version })
export const reasoned = ({ version }: Thing) => ({ version, reason: '核' })
