import type { Report, ReportPage } from '@xushi/contract'
import {
  DomainError,
  mayMakeReport,
  maySeeReport,
  nextReportState,
  type ReportFormat,
  type ReportMove,
  type ReportReader,
  type ReportState,
  reachOf,
  reportMovesOf,
} from '@xushi/domain'
import { authoredPlaces, type ReportRequest } from '@xushi/report'
import {
  accountsById,
  cancelReport,
  deleteReport,
  draftReport,
  editReport,
  filesOf,
  forReaders,
  getReport,
  issueReport,
  listReports,
  makeReportAgain,
  nation,
  type ReportFileRow,
  type ReportRow,
  returnReport,
  submitReport,
  withdrawReport,
} from '@xushi/store'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import type { ContentStore } from '../evidence/content-store.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import type { Person } from '../session/person.ts'
import type { ReportMaker } from './report-maker.ts'
import { readerOf } from './report-reader.ts'
import { type ReportAsked, reportRequest } from './report-request.ts'
import { reportWire } from './report-wire.ts'

const pageSize = 30

type Language = 'zh' | 'en'
/** Somebody who asks, and the language in which they are told why something failed. */
type Reading = { readonly person: Person; readonly language: Language }
type ReadingActor = Asking & Reading
type Texts = Readonly<Record<string, string>>
type Versioned = { readonly version: number }
type Reasoned = Versioned & { readonly reason: string }
type ListAsked = Readonly<
  Record<'programme' | 'kind' | 'region' | 'state' | 'search' | 'cursor', string | undefined>
> & { readonly limit?: number | undefined }

export type ReportService = ReturnType<typeof reportService>

/** The archive of status reports: asked for, made in the queue, sent, issued by another person, withdrawn. */
export function reportService(sources: Sources, contents: ContentStore, maker: ReportMaker) {
  const { store } = sources

  /** The report, once the person may see it; else it is not there. */
  const visible = async (person: Person, id: string): Promise<ReportRow> => {
    const reader = readerOf(person, await viewNow(sources))
    const row = await store.read((reading) => getReport(reading, id))
    if (!maySeeReport(reader, forReaders(row))) throw new DomainError('not-found')
    return row
  }

  const tell = async ({ person, language }: Reading, rows: readonly ReportRow[]): Promise<Report[]> => {
    const view = await viewNow(sources)
    const ids = rows.flatMap(({ authorId, issuerId, withdrawnBy }) => [authorId, issuerId, withdrawnBy])
    const accounts = await store.read((reading) => accountsById(reading, ids))
    return rows.map((row) => reportWire(row, { view, accounts, reader: readerOf(person, view), language }))
  }
  const page = async (reading: Reading, row: ReportRow): Promise<ReportPage> => {
    const [report] = await tell(reading, [row])
    if (report === undefined) throw new Error('one row has one answer')
    const { aspects } = (await viewNow(sources)).programme(row.programme)
    const places = authoredPlaces(report.kind, aspects)
    return { ...report, texts: JSON.parse(row.texts), places: places.map(({ id, name }) => ({ id, name })) }
  }

  /** @throws DomainError report-place-unknown for a text that the report would not show */
  const checkPlaces = async ({ kind, programme }: Pick<ReportRequest, 'kind' | 'programme'>, texts: Texts) => {
    const places = authoredPlaces(kind, (await viewNow(sources)).programme(programme).aspects).map(({ id }) => id)
    const place = Object.keys(texts).find((id) => !places.includes(id))
    if (place !== undefined) throw new DomainError('report-place-unknown', { place, places: places.join('、') || '—' })
  }

  /** Makes a move with a report that somebody sees, and tells it as it is then. @throws DomainError what forbids the move */
  const moved = async (
    asking: ReadingActor,
    id: string,
    move: ReportMove,
    make: (row: ReportRow) => Promise<ReportRow>,
  ): Promise<ReportPage> => {
    const before = await visible(asking.person, id)
    checkMove(readerOf(asking.person, await viewNow(sources)), before, move)
    const row = await make(before)
    if (row.making === 'queued') maker.wake()
    return page(asking, row)
  }

  return {
    visible,
    readerOf: async (person: Person) => readerOf(person, await viewNow(sources)),

    /** @throws DomainError out-of-scope, too-many-reports, and what a request is refused for */
    create: async (asking: ReadingActor, asked: ReportAsked & { readonly texts?: Texts | undefined }) => {
      const request = await reportRequest(sources, asked)
      if (!mayMakeReport(readerOf(asking.person, await viewNow(sources)), request.region)) {
        throw new DomainError('out-of-scope')
      }
      await checkPlaces(request, asked.texts ?? {})
      const { programme, kind, language, region, period } = request
      const place = { programme, kind, language, region, period }
      const row = await draftReport(store, asking.actor, { ...place, request, texts: asked.texts ?? {} })
      maker.wake()
      return page(asking, row)
    },

    list: async (reading: Reading, { cursor, limit = pageSize, ...wanted }: Partial<ListAsked>) => {
      const view = await viewNow(sources)
      const reader = readerOf(reading.person, view)
      const isEverywhere = reachOf(reader.role, 'report:read') === 'nation'
      const states: ReportState[] =
        reachOf(reader.role, 'report:issue') === null ? ['issued', 'withdrawn'] : ['submitted', 'issued', 'withdrawn']
      const filter = {
        ...wanted,
        authorId: reader.accountId,
        states,
        regions: isEverywhere ? null : [nation, ...reader.regions],
        role: reader.role,
      }
      const { rows, next } = await store.read((snapshot) =>
        listReports(snapshot, filter, { cursor: cursor ?? null, limit }),
      )
      const mayMake = reachOf(reader.role, 'report:make') === 'nation' ? null : [...reader.regions]
      return { reports: await tell(reading, rows), next, mayMake }
    },

    show: async (reading: Reading, id: string) => page(reading, await visible(reading.person, id)),

    edit: (asking: ReadingActor, id: string, change: Versioned & { readonly texts: Texts }) =>
      moved(asking, id, 'edit', async ({ request }) => {
        await checkPlaces(JSON.parse(request), change.texts)
        await maker.giveUp(id)
        return editReport(store, asking.actor, { id, ...change })
      }),

    remove: async (asking: Asking, id: string, version: number): Promise<void> => {
      const row = await visible(asking.person, id)
      checkMove(readerOf(asking.person, await viewNow(sources)), row, 'delete')
      await deleteReport(store, asking.actor, { id, version })
      await maker.giveUp(id)
      await maker.remove(filesOf(row).map(({ sha256 }) => sha256))
    },

    make: (asking: ReadingActor, id: string, { version }: Versioned) =>
      moved(asking, id, 'make', () => makeReportAgain(store, asking.actor, { id, version })),

    cancel: async (asking: ReadingActor, id: string): Promise<ReportPage> => {
      const { authorId } = await visible(asking.person, id)
      if (authorId !== asking.person.accountId) throw new DomainError('forbidden')
      const cancelled = await cancelReport(store, id)
      await maker.giveUp(id)
      return page(asking, cancelled)
    },

    submit: (asking: ReadingActor, id: string, { version }: Versioned) =>
      moved(asking, id, 'submit', () => submitReport(store, asking.actor, { id, version })),

    sendBack: (asking: ReadingActor, id: string, { version, reason }: Reasoned) =>
      moved(asking, id, 'return', () =>
        returnReport(store, asking.actor, { id, version, reason: statedReason(reason) }),
      ),

    issue: (asking: ReadingActor, id: string, signed: Versioned & { readonly digest: string }) =>
      moved(asking, id, 'issue', () => issueReport(store, asking.actor, { id, ...signed })),

    withdraw: (asking: ReadingActor, id: string, { version, reason }: Reasoned) =>
      moved(asking, id, 'withdraw', () =>
        withdrawReport(store, asking.actor, { id, version, reason: statedReason(reason) }),
      ),

    /** @throws DomainError report-file-not-there, file-missing, file-altered */
    open: async (person: Person, id: string, format: ReportFormat) => {
      const row = await visible(person, id)
      const file = fileOf(row, format)
      if (file === undefined) throw new DomainError('report-file-not-there')
      return { file, content: await contents.read(file) }
    },
  }
}

/** @throws DomainError wrong-state, same-person where an author would issue, forbidden */
function checkMove(reader: ReportReader, row: ReportRow, move: ReportMove): void {
  if (reportMovesOf(reader, row).includes(move)) return
  if (nextReportState(row.state, move) === undefined) throw new DomainError('wrong-state', { state: row.state })
  const isOwn = row.authorId === reader.accountId
  throw new DomainError(isOwn && (move === 'issue' || move === 'return') ? 'same-person' : 'forbidden')
}

/** An issued report's file is there once it was made with its number. */
const fileOf = (row: ReportRow, format: ReportFormat): ReportFileRow | undefined =>
  row.making === 'ready' ? filesOf(row).find((file) => file.format === format) : undefined

/** @throws DomainError reason-required */
function statedReason(reason: string): string {
  const said = reason.trim()
  if (said === '') throw new DomainError('reason-required')
  return said
}
