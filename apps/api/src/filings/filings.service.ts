import type { Case } from '@xushi/contract'
import { type Action, DomainError, type LocalDate } from '@xushi/domain'
import {
  approveFiling,
  askFilingCorrection,
  correctionsBegun,
  currentFiling,
  deleteFiling,
  type FilingKind,
  type FilingRow,
  filingsOfThread,
  type Reading,
  returnFiling,
  submitFiling,
  withdrawFiling,
} from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { checkFiles } from '../evidence/check-files.ts'
import {
  checkReach,
  checkRecorder,
  checkReviewIsDue,
  checkWithdrawal,
  isCorrectionToAsk,
  type MoveActions,
  mayAskCorrection,
  maySee,
  movesOf,
  stated,
} from '../progress-entries/entry-rights.ts'
import { type People, peopleOf } from '../progress-entries/people.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import { filingDigestOf } from '../progress-entries/shown-digest.ts'
import type { Person } from '../session/person.ts'
import { actionsOf } from './filing-actions.ts'
import { historyOf } from './filing-history.ts'

/** What a wire of a filing is made with. */
export type FilingContext = {
  readonly view: CatalogueView
  readonly people: People
  readonly person: Person
  readonly today: LocalDate
  /** Filings of which a correction is under way. */
  readonly begun?: ReadonlySet<string>
  /** The filing that counts of each thread, with the days between which it does; only for kinds that say so. */
  readonly counting?: ReadonlyMap<string, FilingRow>
}

/** What one kind of filing brings to the moves that all share. */
export type FilingParts<Wire> = {
  readonly kinds: readonly FilingKind[]
  readonly wire: (row: FilingRow, context: FilingContext) => Wire
  /** What of each thread counts, as known at a ledger number, for kinds where that is not always the row itself. */
  readonly counting?: (
    rows: readonly FilingRow[],
    reading: Reading,
    knownSeq: number | null,
  ) => Promise<ReadonlyMap<string, FilingRow>>
  /** Whether what counts is shown to those who can do nothing with what is open beside it. */
  readonly showsCounting?: boolean
  /** Refuses what is not whole yet. */
  readonly checkSubmission?: (row: FilingRow, reading: Reading, view: CatalogueView) => Promise<void> | void
  readonly checkApproval?: (row: FilingRow, reading: Reading, view: CatalogueView) => Promise<void> | void
  /** Refuses to withdraw what counts while something else stands on it. */
  readonly checkWithdrawal?: (row: FilingRow, reading: Reading) => Promise<void> | void
}

type Versioned = { readonly version: number; readonly reason?: string | undefined }
/** A move on exactly what was shown. */
type Signed = Versioned & { readonly digest: string }
type Returned = Versioned & { readonly digest?: string | undefined }

/** A filing of a thread, once the person may see it and has the right as far as its unit. */
export type FoundFiling = { readonly row: FilingRow; readonly view: CatalogueView; readonly today: LocalDate }

export type FilingService<Wire> = ReturnType<typeof filingService<Wire>>

/** The moves of a kind of filing, each answered with the filing as it stands afterwards, for the person who asks. */
export function filingService<Wire>(sources: Sources, parts: FilingParts<Wire>) {
  const { store } = sources

  const told = async (
    reading: Reading,
    person: Person,
    rows: readonly FilingRow[],
    at: { readonly on?: LocalDate; readonly knownSeq?: number | null } = {},
  ): Promise<Wire[]> => {
    const view = await viewIn(reading, sources)
    const people = await peopleOf(reading, rows, view)
    const counting = (await parts.counting?.(rows, reading, at.knownSeq ?? null)) ?? new Map()
    const asked = rows.filter((row) => mayAskCorrection(person, row, view)).map(({ id }) => id)
    const begun = await correctionsBegun(reading, 'filings', asked)
    const context = { view, people, person, today: at.on ?? todayOf(sources), counting, begun }
    return rows.map((row) => parts.wire(row, context))
  }
  const tell = (person: Person, row: FilingRow): Promise<Wire> =>
    store.read(async (reading) => {
      const [wire] = await told(reading, person, [row])
      if (wire === undefined) throw new Error('a filing that was read is told')
      return wire
    })

  /** The filing of a thread that a person may see. What is not there and what may not be seen are answered alike. */
  const visible = async (reading: Reading, person: Person, thread: string): Promise<FoundFiling> => {
    const view = await viewIn(reading, sources)
    const row = await currentOf(reading, parts.kinds, thread, {
      maySee: (candidate) => maySee(person, candidate, view),
      concerns: (open) => parts.showsCounting !== true || movesOf(person, open, view, actionsOf(open.kind)).length > 0,
    })
    return { row, view, today: todayOf(sources) }
  }
  const reachedFor = (
    thread: string,
    { person }: Asking,
    actionFor: (row: FilingRow) => Action,
  ): Promise<FoundFiling> =>
    store.read(async (reading) => {
      const found = await visible(reading, person, thread)
      checkReach(person, actionFor(found.row), found.row.unitId, found.view)
      return found
    })
  const reached = (thread: string, asking: Asking, move: keyof MoveActions): Promise<FoundFiling> =>
    reachedFor(thread, asking, ({ kind }) => actionsOf(kind)[move])

  return {
    told,
    tell,
    visible,
    reached,
    reachedFor,

    history: historyOf,

    submit: async (asking: Asking, thread: string, { version }: Versioned): Promise<Wire> => {
      const { row, view } = await reached(thread, asking, 'submit')
      checkRecorder(asking.person, row)
      await store.read(async (reading) => parts.checkSubmission?.(row, reading, view))
      return tell(asking.person, await submitFiling(store, asking.actor, row.id, version))
    },

    approve: async (asking: Asking, thread: string, { version, digest }: Signed): Promise<Wire> => {
      const { row, view } = await reached(thread, asking, 'approve')
      checkReviewIsDue(asking.person, row, view)
      await store.read(async (reading) => parts.checkApproval?.(row, reading, view))
      await checkFiles(sources, { kind: 'filing', id: row.thread })
      const { reviewsInside } = view.unit(row.unitId)
      const review = { reviewsInside, signed: { digest, shown: filingDigestOf } }
      return tell(asking.person, await approveFiling(store, asking.actor, row.id, version, review))
    },

    sendBack: async (asking: Asking, thread: string, { version, reason = '', digest }: Returned): Promise<Wire> => {
      const { row, view } = await reached(thread, asking, 'return')
      checkReviewIsDue(asking.person, row, view)
      const signed = digest === undefined ? undefined : { digest, shown: filingDigestOf }
      const returned = { reason: needed(reason), signed }
      return tell(asking.person, await returnFiling(store, asking.actor, row.id, version, returned))
    },

    askCorrection: async (asking: Asking, thread: string, { version, reason = '' }: Versioned): Promise<Wire> => {
      const { row, view } = await reached(thread, asking, 'return')
      const why = needed(reason)
      if (row.state !== 'approved') throw new DomainError('wrong-state', { state: row.state })
      if (!mayAskCorrection(asking.person, row, view)) throw new DomainError('same-person')
      return tell(asking.person, await askFilingCorrection(store, asking.actor, row.id, version, why))
    },

    withdraw: async (asking: Asking, thread: string, { version, reason = '' }: Versioned): Promise<Wire> => {
      const { row } = await reached(thread, asking, 'withdraw')
      checkWithdrawal(asking.person, row)
      if (row.state === 'approved') await store.read(async (reading) => parts.checkWithdrawal?.(row, reading))
      return tell(asking.person, await withdrawFiling(store, asking.actor, row.id, version, stated(reason)))
    },

    remove: async (asking: Asking, thread: string, version: number | null): Promise<void> => {
      const { row } = await reached(thread, asking, 'edit')
      checkRecorder(asking.person, row)
      await deleteFiling(store, asking.actor, row.id, version)
    },
  }
}

type Sight = {
  readonly maySee: (row: FilingRow) => boolean
  /** Whether what is open concerns the person more than what counts beside it. */
  readonly concerns: (open: FilingRow) => boolean
}

/** The filing of a thread that stands for it, among those a person may see. @throws DomainError not-found */
async function currentOf(
  reading: Reading,
  kinds: readonly FilingKind[],
  thread: string,
  { maySee: maySeeIt, concerns }: Sight,
): Promise<FilingRow> {
  const rows = await filingsOfThread(reading, thread)
  const [first] = rows
  if (first === undefined || !kinds.includes(first.kind)) throw new DomainError('not-found')
  const current = await currentFiling(reading, first.kind, thread)
  // A correction under way is its unit's business; everybody else goes on seeing what counts.
  const counting = rows.findLast((row) => row.state === 'approved' && maySeeIt(row))
  const isShown = maySeeIt(current) && (counting === undefined || concerns(current))
  const shown = isShown ? current : counting
  if (shown === undefined) throw new DomainError('not-found')
  return shown
}

/** @throws DomainError reason-required */
export function needed(reason: string): string {
  const why = stated(reason)
  if (why === null) throw new DomainError('reason-required')
  return why
}

type FilingWire = Pick<
  Case,
  | 'id'
  | 'filing'
  | 'programme'
  | 'region'
  | 'unit'
  | 'title'
  | 'state'
  | 'version'
  | 'recorder'
  | 'unitReviewer'
  | 'approver'
  | 'correctionReason'
  | 'returnReason'
  | 'correctionAsked'
  | 'createdAt'
  | 'updatedAt'
  | 'submittedAt'
  | 'decidedAt'
  | 'approvedSeq'
  | 'demo'
  | 'moves'
>

/** What every filing says of itself on the wire. */
export function filingWire(row: FilingRow, { view, people, person, begun }: FilingContext): FilingWire {
  const optional = (id: string | null) => (id === null ? null : people.person(id))
  return {
    id: row.thread,
    filing: row.id,
    programme: row.programme,
    region: row.region,
    unit: { id: row.unitId, name: view.unit(row.unitId).name },
    title: row.title,
    state: row.state,
    version: row.version,
    recorder: people.person(row.recorderId),
    unitReviewer: optional(row.unitReviewerId),
    approver: optional(row.approverId),
    correctionReason: row.correctionReason,
    returnReason: row.returnReason,
    correctionAsked: askedWire(row),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    approvedSeq: row.approvedSeq,
    demo: row.demo,
    moves: [
      ...movesOf(person, row, view, actionsOf(row.kind)),
      // A decision is overtaken by another one, not corrected.
      ...(row.kind !== 'decision' && isCorrectionToAsk(person, row, view, begun?.has(row.id) === true)
        ? (['correction-request'] as const)
        : []),
    ],
  }
}

/** 待更正, as long as it counts uncorrected. */
function askedWire({ correctionAsked, state }: FilingRow): Case['correctionAsked'] {
  if (correctionAsked === null || state !== 'approved') return null
  const { reason, at }: NonNullable<Case['correctionAsked']> = JSON.parse(correctionAsked)
  return { reason, at }
}
