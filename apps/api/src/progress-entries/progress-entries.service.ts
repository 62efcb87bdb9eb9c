import type { EditProgress, EntryChecks, EntryEvent, ManyResults, ProgressEntry, RecordProgress } from '@xushi/contract'
import {
  type Action,
  DomainError,
  type EntryContent,
  type EntryState,
  type LagReason,
  nextState,
  parsePeriod,
} from '@xushi/domain'
import {
  type Actor,
  approveEntry,
  askCorrection,
  type Cell,
  checkPeriodOpen,
  checkVersion,
  correctEntry,
  correctionsBegun,
  deleteEntry,
  draftEntry,
  type EntryRow,
  editEntry,
  eventsOf,
  getEntry,
  listEntries,
  type Reading,
  returnEntry,
  submitEntry,
  withdrawEntry,
} from '@xushi/store'
import { type Sources, todayOf, viewIn, viewNow } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { checkFiles } from '../evidence/check-files.ts'
import { actorsOf, eventWire } from '../ledger/ledger.wire.ts'
import { refusalProblem } from '../plugins/problem.ts'
import { Refusal } from '../problems/refusal.ts'
import type { Person } from '../session/person.ts'
import { cellFor, contentOf } from './cell.ts'
import { entryChecks } from './entry-checks.ts'
import {
  checkReach,
  checkRecorder,
  checkReviewIsDue,
  checkWithdrawal,
  entryMovesOf,
  handlesNation,
  mayAskCorrection,
  maySee,
  stated,
} from './entry-rights.ts'
import { isOnlyOf, peopleOf, themselves } from './people.ts'
import { progressEntryWire } from './progress-entry.wire.ts'
import { digestOf } from './shown-digest.ts'
import { checkedSubmission } from './submission.ts'

/** Who asks, and how the ledger names them. */
export type Asking = { readonly person: Person; readonly actor: Actor }

export type ListAsked = {
  readonly state?: EntryState | undefined
  readonly indicator?: string | undefined
  readonly region?: string | undefined
  readonly period?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
type Versioned = { readonly version: number; readonly reason?: string | undefined }
type Submitted = { readonly version: number; readonly lag?: LagReason | undefined }
type Signed = { readonly version: number; readonly digest: string }
type Returned = Versioned & { readonly digest?: string | undefined }
type Correction = { readonly version: number; readonly reason: string; readonly note?: string | undefined }
type Shown = { readonly entry: ProgressEntry; readonly digest: string; readonly history: EntryEvent[] }
type Page = { readonly entries: ProgressEntry[]; readonly total: number; readonly next: string | null }

const pageSize = 50

export type ProgressService = ReturnType<typeof progressService>

/** Recording, reviewing and correcting entries. Each answer is the entry as it stands afterwards, for the person who asks. */
export function progressService(sources: Sources) {
  const { store } = sources

  const told = async (reading: Reading, person: Person, rows: readonly EntryRow[]): Promise<ProgressEntry[]> => {
    const view = await viewIn(reading, sources)
    const people = await peopleOf(reading, rows, view)
    const asked = rows.filter((row) => mayAskCorrection(person, row, view)).map(({ id }) => id)
    const begun = await correctionsBegun(reading, 'entries', asked)
    return rows.map((row) =>
      progressEntryWire(row, { view, people }, entryMovesOf(person, row, view, begun.has(row.id))),
    )
  }
  const tell = async (person: Person, row: EntryRow): Promise<ProgressEntry> => {
    if (!isOnlyOf(person, row)) return store.read(async (reading) => first(await told(reading, person, [row])))
    const view = await viewNow(sources)
    const people = themselves(person, view)
    return progressEntryWire(row, { view, people }, entryMovesOf(person, row, view, false))
  }

  /** The entry of a move, once the person may see it and has the right as far as its unit. */
  const reached = (id: string, { person }: Asking, action: Action): Promise<Found> =>
    store.read(async (reading) => {
      const view = await viewIn(reading, sources)
      const entry = await visible(reading, id, person, view)
      checkReach(person, action, entry.unitId, view)
      return { entry, view }
    })

  /** @throws DomainError period-locked */
  const checkOpen = (cell: Cell): Promise<void> =>
    store.read((reading) => checkPeriodOpen(reading, cell, todayOf(sources)))

  /** Approves exactly what was shown: only if content and evidence still are the same. */
  const approve = async (asking: Asking, id: string, { version, digest }: Signed): Promise<ProgressEntry> => {
    const { entry, view } = await reached(id, asking, 'progress:approve')
    const { reviewsInside } = view.unit(entry.unitId)
    checkReviewIsDue(asking.person, entry, view)
    await checkFiles(sources, { kind: 'progress-entry', id })
    const review = { reviewsInside, signed: { digest, shown: digestOf } }
    return tell(asking.person, await approveEntry(store, asking.actor, id, version, review))
  }

  const sendBack = async (asking: Asking, id: string, returned: Returned): Promise<ProgressEntry> => {
    const { version, reason = '', digest } = returned
    const { entry, view } = await reached(id, asking, 'progress:return')
    checkReviewIsDue(asking.person, entry, view)
    const why = stated(reason)
    if (why === null) throw new DomainError('reason-required')
    const signed = digest === undefined ? undefined : { digest, shown: digestOf }
    return tell(asking.person, await returnEntry(store, asking.actor, id, version, { reason: why, signed }))
  }

  return {
    /** @throws DomainError for everything that cannot be recorded there; cell-taken when an entry already stands */
    record: async (asking: Asking, indicator: string, body: RecordProgress): Promise<ProgressEntry> => {
      const { view, today } = await sources.recently()
      const asked = { indicator, region: body.region, period: body.period, unit: body.unit }
      const cell = cellFor(asking.person, asked, view, today)
      const content = contentOf(view.indicator(indicator), body)
      await checkOpen(cell)
      const row = await draftEntry(store, asking.actor, cell, { ...content, note: body.note ?? '' })
      return tell(asking.person, row)
    },

    list: (person: Person, asked: ListAsked): Promise<Page> =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const filter = filterOf(person, asked, view)
        const { limit = pageSize, cursor = null } = asked
        if (cursor !== null && !isCursor(cursor)) throw new Refusal('cursor-invalid')
        const { rows, total, next } = await listEntries(reading, filter, { cursor, limit })
        return { entries: await told(reading, person, rows), total, next }
      }),

    show: (person: Person, id: string): Promise<Shown> =>
      store.read(async (reading) => {
        const row = await visible(reading, id, person, await viewIn(reading, sources))
        const entry = first(await told(reading, person, [row]))
        const events = await eventsOf(reading.db, reading.t, 'progress-entry', id)
        const people = await actorsOf(reading, events)
        const digest = await digestOf(reading, row)
        return { entry, digest, history: events.map((event) => eventWire(event, people)) }
      }),

    checks: (person: Person, id: string): Promise<EntryChecks> =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        return entryChecks(reading, await visible(reading, id, person, view), view, todayOf(sources))
      }),

    edit: async (asking: Asking, id: string, body: EditProgress): Promise<ProgressEntry> => {
      const { entry, view } = await reached(id, asking, 'progress:edit')
      checkRecorder(asking.person, entry)
      await checkOpen(entry)
      const row = await editEntry(store, id, body.version, {
        ...contentIn(body, entry, view),
        ...(body.note !== undefined && { note: body.note }),
      })
      return tell(asking.person, row)
    },

    remove: async (asking: Asking, id: string, version: number | null): Promise<void> => {
      const { entry } = await reached(id, asking, 'progress:edit')
      checkRecorder(asking.person, entry)
      await deleteEntry(store, asking.actor, id, version)
    },

    submit: async (asking: Asking, id: string, { version, lag }: Submitted): Promise<ProgressEntry> => {
      const { entry, view } = await reached(id, asking, 'progress:submit')
      checkRecorder(asking.person, entry)
      checkVersion(entry, version)
      // What cannot be submitted any more is told so by the state, not by what its value lacks.
      if (nextState(entry.state, 'submit') === undefined) throw new DomainError('wrong-state', { state: entry.state })
      await checkOpen(entry)
      const handedIn = await store.read((reading) => checkedSubmission(reading, entry, view, lag ?? null))
      return tell(asking.person, await submitEntry(store, asking.actor, id, version, handedIn))
    },

    approve,

    /** Each by itself: what one is refused for does not stop the others. */
    approveMany: (asking: Asking, entries: readonly ShownEntry[], language: 'zh' | 'en') =>
      each(entries, language, ({ id, version, digest }) => approve(asking, id, { version, digest })),

    sendBack,

    sendBackMany: (
      asking: Asking,
      entries: readonly (Omit<ShownEntry, 'digest'> & { readonly digest?: string | undefined })[],
      reason: string,
      language: 'zh' | 'en',
    ) => each(entries, language, ({ id, ...shown }) => sendBack(asking, id, { ...shown, reason })),

    askCorrection: async (asking: Asking, id: string, { version, reason = '' }: Versioned): Promise<ProgressEntry> => {
      const { entry, view } = await reached(id, asking, 'progress:return')
      const why = stated(reason)
      if (why === null) throw new DomainError('reason-required')
      if (entry.state !== 'approved') throw new DomainError('wrong-state', { state: entry.state })
      if (!mayAskCorrection(asking.person, entry, view)) throw new DomainError('same-person')
      return tell(asking.person, await askCorrection(store, asking.actor, id, version, why))
    },

    correct: async (asking: Asking, id: string, body: Correction): Promise<ProgressEntry> => {
      const { entry, view } = await reached(id, asking, 'progress:correct')
      const reason = stated(body.reason)
      if (reason === null) throw new DomainError('reason-required')
      await checkOpen(entry)
      const correction = {
        reason,
        ...contentIn(body, entry, view),
        ...(body.note !== undefined && { note: body.note }),
      }
      return tell(asking.person, await correctEntry(store, asking.actor, id, body.version, correction))
    },

    withdraw: async (asking: Asking, id: string, { version, reason = '' }: Versioned): Promise<ProgressEntry> => {
      const { entry } = await reached(id, asking, 'progress:withdraw')
      checkWithdrawal(asking.person, entry)
      // What counts in a closed period goes on counting; what merely waits may go back to its recorder.
      if (entry.state === 'approved') await checkOpen(entry)
      return tell(asking.person, await withdrawEntry(store, asking.actor, id, version, stated(reason)))
    },

    told,
  }
}

type ShownEntry = { readonly id: string; readonly version: number; readonly digest: string }

/** One after the other, with a result for each: the entry, or the problem. */
async function each<Item extends { readonly id: string }>(
  items: readonly Item[],
  language: 'zh' | 'en',
  run: (item: Item) => Promise<ProgressEntry>,
): Promise<ManyResults> {
  const results: ManyResults['results'] = []
  for (const item of items) {
    const result = await run(item).then(
      (entry) => ({ id: item.id, entry, problem: null }),
      (error: unknown) => ({ id: item.id, entry: null, problem: refusalProblem(error, language) }),
    )
    results.push(result)
  }
  return { results }
}

type Found = { readonly entry: EntryRow; readonly view: CatalogueView }

/** What is not there and what somebody may not see are answered alike. @throws DomainError not-found */
async function visible(reading: Reading, id: string, person: Person, view: CatalogueView): Promise<EntryRow> {
  const entry = await getEntry(reading, id)
  if (!maySee(person, entry, view)) throw new DomainError('not-found')
  return entry
}

function first(entries: readonly ProgressEntry[]): ProgressEntry {
  const [entry] = entries
  if (entry === undefined) throw new Error('an entry that was read is told')
  return entry
}

function contentIn(body: object, entry: EntryRow, view: CatalogueView): { content?: EntryContent } {
  const indicator = view.indicator(entry.indicatorId)
  if ('value' in body && typeof body.value === 'number') return { content: contentOf(indicator, { value: body.value }) }
  if ('absence' in body && (body.absence === 'withheld' || body.absence === 'not-applicable')) {
    return { content: contentOf(indicator, { absence: body.absence }) }
  }
  return {}
}

/** `next` of a page, as it was given: an instant and an id. */
const isCursor = (cursor: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z~[\w-]{1,64}$/.test(cursor)

const settled = ['approved', 'withdrawn', 'superseded'] as const satisfies readonly EntryState[]

/** What a person may list: everything for those who handle the nation, else one's own units' and what was settled anywhere. */
function filterOf(person: Person, { state, indicator, region, period }: ListAsked, view: CatalogueView) {
  if (indicator !== undefined) view.indicator(indicator)
  if (region !== undefined) view.region(region)
  if (period !== undefined && parsePeriod(period) === null) throw new DomainError('unknown-period', { value: period })
  const isSettled = state !== undefined && settled.some((one) => one === state)
  const unitIds = handlesNation(person) || isSettled ? undefined : unitsOf(person, view)
  return {
    ...(state !== undefined && { states: [state] }),
    ...(indicator !== undefined && { indicatorId: indicator }),
    ...(region !== undefined && { region }),
    ...(period !== undefined && { period }),
    ...(unitIds !== undefined && { unitIds }),
  }
}

/** The units that a person serves, and those below them. */
export const unitsOf = (
  { unitIds }: Pick<Person, 'unitIds'>,
  view: Pick<CatalogueView, 'units'>,
): readonly string[] => [...new Set(unitIds.flatMap((unitId) => unitsBelow(unitId, view)))]

/** A unit and those below it. */
function unitsBelow(unitId: string, view: Pick<CatalogueView, 'units'>): readonly string[] {
  const below = view.units.filter(({ parent }) => parent === unitId)
  return [unitId, ...below.flatMap(({ id }) => unitsBelow(id, view))]
}
