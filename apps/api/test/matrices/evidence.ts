import * as contract from '@xushi/contract'
import { attached, pdf } from '../attached.ts'
import type { Matrix, Row, Thing } from '../matrix.ts'
import type { Someone, WholeApp } from '../whole-app.ts'
import { ofJiangsu as cases, jiangsu as industry } from './cases.ts'
import { jiangsu as communications, ofJiangsu as entries } from './entries.ts'
import { brought, insidersOf, type ReviewState, readers, settled } from './review-law.ts'

type Kind = 'filing' | 'progress-entry'
const kindOf = ({ said }: Thing): Kind => ('kind' in said && said.kind === 'filing' ? 'filing' : 'progress-entry')
const put = (whole: WholeApp, who: Someone, thing: Thing) =>
  attached(
    whole,
    who,
    { subjectKind: kindOf(thing), subject: thing.id },
    { name: '附件.pdf', content: pdf('the matrix') },
  )

/** Something in a state, as what files stand behind. */
async function subject(whole: WholeApp, kind: Kind, state: ReviewState): Promise<Thing> {
  const thing = kind === 'filing' ? await brought(whole, state, cases) : await brought(whole, state, entries)
  return { ...thing, said: { kind } }
}

/** Files come and go by the hand of the recorder, while what they stand behind is being written. */
const written: readonly ReviewState[] = ['draft', 'returned', 'correcting']
const placeOf = (kind: Kind) => (kind === 'filing' ? industry : communications)
const seenIn = (kind: Kind, state: ReviewState) => (settled.includes(state) ? readers : insidersOf(placeOf(kind)))
const writersIn = (kind: Kind, state: ReviewState) => (written.includes(state) ? [placeOf(kind).recordedBy] : [])

const rows = [
  ...(['draft', 'submitted', 'returned', 'approved', 'withdrawn', 'correcting'] as const).map(
    (state) => ({ kind: 'filing', state }) as const,
  ),
  ...(['draft', 'submitted', 'returned', 'approved', 'superseded'] as const).map(
    (state) => ({ kind: 'progress-entry', state }) as const,
  ),
]

export const subjectMatrix: Matrix = {
  noun: 'what files stand behind',
  moves: {
    list: {
      route: contract.listEvidence,
      params: () => ({}),
      query: (thing) => ({ subjectKind: kindOf(thing), subject: thing.id }),
    },
    attachment: { route: contract.attachEvidence, send: put },
  },
  rows: rows.map(({ kind, state }) => ({
    is: `a ${kind} that is ${state}`,
    make: (whole) => subject(whole, kind, state),
    allowed: { list: seenIn(kind, state), attachment: writersIn(kind, state) },
    seenBy: seenIn(kind, state),
  })),
}

/** A file put behind a draft, which then went on to a state. */
async function file(whole: WholeApp, kind: Kind, state: ReviewState): Promise<Thing> {
  const completed = async (_: WholeApp, who: Someone, draft: Thing) => {
    await put(whole, who, { ...draft, said: { kind } })
  }
  const draft = kind === 'filing' ? { ...cases, completed } : { ...entries, completed }
  const thing = await brought(whole, state, draft)
  return fileBehind(whole, { ...thing, said: { kind } })
}

async function fileBehind(whole: WholeApp, thing: Thing): Promise<Thing> {
  const url = `/api/evidence?subjectKind=${kindOf(thing)}&subject=${thing.id}`
  const { body } = await whole.as('auditor').get(url)
  return { ...thing, id: body.evidence.at(-1).id }
}

const fileRows: readonly Row[] = rows.map(({ kind, state }) => ({
  is: `behind a ${kind} that is ${state}`,
  make: (whole) => file(whole, kind, state),
  allowed: {
    download: seenIn(kind, state),
    // What was approved with a file keeps it, whatever becomes of a correction.
    removal: state === 'correcting' ? [] : writersIn(kind, state),
  },
  seenBy: seenIn(kind, state),
}))

export const fileMatrix: Matrix = {
  noun: 'a file',
  moves: { download: { route: contract.downloadEvidence }, removal: { route: contract.removeEvidence } },
  rows: [
    ...fileRows,
    {
      is: 'put behind a correction that is being written',
      make: async (whole) => {
        const correction = await subject(whole, 'filing', 'correcting')
        await put(whole, industry.recordedBy, correction)
        return fileBehind(whole, correction)
      },
      allowed: { download: insidersOf(industry), removal: [industry.recordedBy] },
      seenBy: insidersOf(industry),
    },
  ],
}
