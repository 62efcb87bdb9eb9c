import type { Case, CaseDetail, EditCase, PromoteCase, RecordCase } from '@xushi/contract'
import { type CaseContent, DomainError, isInForce, type Register, seatOf } from '@xushi/domain'
import {
  checkMergerTarget,
  correctFiling,
  draftFiling,
  editFiling,
  type FilingRow,
  filingsOfThread,
  listFilings,
  mergerOf,
  type Reading,
  submitFiling,
} from '@xushi/store'
import { type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import { actionsOf } from '../filings/filing-actions.ts'
import { type FilingService, filingService, needed } from '../filings/filings.service.ts'
import { checkRecorder, maySee } from '../progress-entries/entry-rights.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import { filingDigestOf } from '../progress-entries/shown-digest.ts'
import type { Person } from '../session/person.ts'
import { checkEvidence, checkKey, checkSeat, checkSource, countingRows, isOpen } from './case-checks.ts'
import { caseContent, checkWhole, filingUnit } from './case-content.ts'
import { checkCaseDaysOpen, checkDaysOpen } from './case-days.ts'
import { caseEndings } from './case-endings.ts'
import { bodyOf, caseWire, registerWire, withUnderway } from './register.wire.ts'

export type CaseService = ReturnType<typeof caseService>

/** Registering, moving, choosing and merging cases. Each answer is the case as it stands afterwards, for the person who asks. */
export function caseService(sources: Sources) {
  const { store } = sources
  const filings: FilingService<Case> = filingService(sources, {
    kinds: ['case', 'promotion'],
    wire: caseWire,
    counting: countingRows,
    showsCounting: true,
    checkSubmission: async (row, reading, view) => {
      const into = mergerOf(row)
      if (into !== null) return checkMerger(reading, row, into)
      const register = view.register(row.subject)
      const before = await standing(reading, row)
      checkWhole(register, bodyOf(row), before === null ? {} : bodyOf(before).stages)
      await checkSource(row, reading, view)
      await checkKey(reading, row, register)
      if (before === null) await checkDaysOpen(reading, row, { before, after: row }, todayOf(sources))
      else await checkCaseDaysOpen(reading, { before, after: row }, todayOf(sources))
      await checkEvidence(row, reading, view)
    },
    checkApproval: async (row, reading, view) => {
      await checkSource(row, reading, view)
      // What leaves was approved with its evidence.
      const leaves = row.supersedesId !== null && (row.validTo !== null || mergerOf(row) !== null)
      if (!leaves) await checkEvidence(row, reading, view)
    },
  })

  /** A merger that was sent back is handed in again like a new one. */
  const checkMerger = async (reading: Reading, row: FilingRow, into: string) => {
    await checkMergerTarget(reading, row, into)
    const before = await standing(reading, row)
    if (before !== null) await checkCaseDaysOpen(reading, { before, after: null }, todayOf(sources))
  }

  /** Names what stands there already to those alone who may see it: what another unit is writing is its own business. */
  const naming = async <Answer>(person: Person, work: Promise<Answer>): Promise<Answer> => {
    try {
      return await work
    } catch (error) {
      const { id, state } = error instanceof DomainError ? error.details : {}
      if (!(error instanceof DomainError) || error.kind !== 'already-filed' || typeof id !== 'string') throw error
      const isSeen = await store
        .read((reading) => filings.visible(reading, person, id))
        .then(
          () => true,
          () => false,
        )
      throw isSeen ? error : new DomainError('already-filed', state === undefined ? {} : { state })
    }
  }

  return {
    ...filings,
    ...caseEndings(sources, filings),

    /** @throws DomainError for everything that cannot be registered; already-filed when the same thing is there */
    record: async (asking: Asking, register: string, body: RecordCase): Promise<Case> => {
      const { view, today } = await sources.recently()
      const definition = view.register(register)
      const indicator = view.indicator(register)
      if (indicator.chosenFrom.length > 0) throw new DomainError('chosen-register')
      const unit = filingUnit(asking.person, indicator, body, view, today)
      const content = { fields: body.fields, stages: body.stages ?? {} }
      const written = { register: definition, region: body.region, note: body.note ?? '', content, before: {} }
      const place = { kind: 'case', programme: indicator.programme, subject: register, unitId: unit.id } as const
      const filing = caseContent(asking.person, written, view, today)
      await naming(
        asking.person,
        store.read((reading) => checkKey(reading, { ...place, ...filing, ...unfiled }, definition)),
      )
      await store.read((reading) => checkDaysOpen(reading, place, { before: null, after: filing }, today))
      const drafted = naming(asking.person, draftFiling(store, asking.actor, place, filing))
      return filings.tell(asking.person, await drafted)
    },

    show: (person: Person, thread: string): Promise<CaseDetail> =>
      store.read(async (reading) => {
        const { row, view } = await filings.visible(reading, person, thread)
        const merged = await mergedInto(reading, row)
        const histories = await Promise.all(merged.map((one) => filingsOfThread(reading, one.thread)))
        const into = await filingsInto(reading, row)
        const versions = (await filingsOfThread(reading, thread)).filter((one) => maySee(person, one, view))
        const source = row.sourceThread === null ? [] : await filingsOfThread(reading, row.sourceThread)
        const chosen = (await listFilings(reading, { kinds: ['promotion'], sourceThread: thread }, all)).rows
        const lists = [...source, ...chosen].filter(({ state }) => !['superseded', 'withdrawn'].includes(state))
        const [shown] = await filings.told(reading, person, [row])
        if (shown === undefined) throw new DomainError('not-found')
        const open = row.state === 'approved' ? versions.find(({ state }) => isOpen(state)) : undefined
        return {
          case: withUnderway(shown, open?.state ?? null),
          digest: await filingDigestOf(reading, row),
          register: registerWire(view.register(row.subject), view),
          versions: await filings.told(reading, person, versions),
          lists: await filings.told(
            reading,
            person,
            lists.filter((one) => maySee(person, one, view)),
          ),
          merged: await filings.told(reading, person, merged),
          into: (await filings.told(reading, person, into))[0] ?? null,
          // What was chosen out of it happened to it too.
          history: await filings.history(reading, [
            ...histories.flat(),
            ...versions,
            ...chosen.filter((one) => maySee(person, one, view)),
          ]),
        }
      }),

    edit: async (asking: Asking, thread: string, body: EditCase): Promise<Case> => {
      const { row, view, today } = await filings.reachedFor(thread, asking, ({ kind, state }) =>
        state === 'approved' ? actionsOf(kind).correct : actionsOf(kind).edit,
      )
      const before = bodyOf(row)
      const register = view.register(row.subject)
      const content: CaseContent = { fields: body.fields ?? before.fields, stages: body.stages ?? before.stages }
      const corrected = row.state === 'approved' ? row : await store.read((reading) => standing(reading, row))
      const stages = corrected === null ? {} : bodyOf(corrected).stages
      const written = { register, region: row.region, note: body.note ?? before.note, content, before: stages }
      const filing = kept(row, caseContent(asking.person, written, view, today))
      const supersedesId = row.state === 'approved' ? row.id : row.supersedesId
      await naming(
        asking.person,
        store.read((reading) => checkKey(reading, { ...row, ...filing, supersedesId }, register)),
      )
      await store.read((reading) =>
        corrected === null
          ? checkDaysOpen(reading, row, { before: null, after: filing }, today)
          : checkCaseDaysOpen(reading, { before: corrected, after: filing }, today),
      )
      if (row.state !== 'approved') {
        checkRecorder(asking.person, row)
        return filings.tell(asking.person, await editFiling(store, row.id, body.version, filing))
      }
      const correction = { reason: needed(body.reason ?? ''), content: filing }
      return filings.tell(asking.person, await correctFiling(store, asking.actor, row.id, body.version, correction))
    },

    /** Chooses a case: who, when and why are in the filing, which is submitted at once and approved by another. */
    promote: async (asking: Asking, thread: string, body: PromoteCase): Promise<Case> => {
      const { row: source, view, today } = await filings.reachedFor(thread, asking, () => 'case:promote')
      const register = view.register(body.into)
      const sources = view.indicator(body.into).chosenFrom
      const counts = source.kind === 'case' && source.state === 'approved' && isInForce(source, today)
      if (!counts || !sources.includes(source.subject)) throw new DomainError('not-chosen-from')
      const fields = { ...namesOf(register, source), ...body.fields }
      const content = { fields, stages: body.stages ?? {} }
      const written = { register, region: source.region, note: needed(body.reason), content, before: {} }
      const filing = caseContent(asking.person, written, view, today)
      if (filing.validFrom !== null && !isInForce(source, filing.validFrom)) throw new DomainError('not-chosen-from')
      checkWhole(register, content)
      const seat = seatOf(view.register(source.subject).fields, bodyOf(source).fields)
      await store.read((reading) => checkSeat(reading, register.id, source, seat, view))
      const place = { programme: source.programme, subject: register.id, unitId: source.unitId }
      const uniqueKey = seat ?? source.thread
      const stay = { ...place, ...filing, ...unfiled, kind: 'promotion', uniqueKey } as const
      await store.read((reading) => checkKey(reading, stay, register))
      await store.read((reading) => checkDaysOpen(reading, place, { before: null, after: filing }, today))
      const draft = await draftFiling(
        store,
        asking.actor,
        {
          kind: 'promotion',
          ...place,
          sourceThread: source.thread,
        },
        {
          ...filing,
          title: source.title,
          uniqueKey,
          body: { ...bodyOfContent(filing), sourceRegister: source.subject },
        },
      )
      return filings.tell(asking.person, await submitFiling(store, asking.actor, draft.id, draft.version))
    },
  }
}

/** What is not filed yet. */
const unfiled = { thread: null, supersedesId: null } as const

const all = { cursor: null, limit: 1000 }

const bodyOfContent = ({ body }: { readonly body: unknown }) => body as Record<string, unknown>

/** A promotion keeps the name, key and source it was made with, a merger where it goes. */
function kept(row: FilingRow, content: ReturnType<typeof caseContent>) {
  const into = mergerOf(row)
  if (into !== null) return { ...content, body: { ...bodyOfContent(content), mergedInto: into } }
  if (row.kind === 'case') return content
  const { sourceRegister } = bodyOf(row)
  return {
    ...content,
    title: row.title,
    uniqueKey: row.uniqueKey,
    body: { ...bodyOfContent(content), sourceRegister },
  }
}

/** The fields that a choice takes over from its case: those of the same name. */
function namesOf(register: Register, source: FilingRow): CaseContent['fields'] {
  const { fields } = bodyOf(source)
  const shared = register.fields.flatMap(({ id }) => (fields[id] === undefined ? [] : [[id, fields[id]] as const]))
  return Object.fromEntries(shared)
}

/** The filing that counts while a correction of it is written; null for a new one. */
const standing = async (reading: Reading, { thread }: FilingRow): Promise<FilingRow | null> =>
  (await filingsOfThread(reading, thread)).findLast(({ state }) => state === 'approved') ?? null

/** The case that one goes into, as it counts; none for what goes nowhere. */
async function filingsInto(reading: Reading, row: FilingRow): Promise<readonly FilingRow[]> {
  const thread = mergerOf(row)
  if (thread === null) return []
  const rows = await filingsOfThread(reading, thread)
  return rows.filter(({ state }) => state === 'approved' || state === 'withdrawn').slice(-1)
}

/** Cases that were merged into one. */
async function mergedInto(reading: Reading, { thread, subject, kind }: FilingRow): Promise<readonly FilingRow[]> {
  if (kind !== 'case') return []
  const filter = { kinds: ['case'], subjects: [subject], states: ['withdrawn'] } as const
  const { rows } = await listFilings(reading, filter, all)
  return rows.filter((row) => bodyOf(row).mergedInto === thread)
}
